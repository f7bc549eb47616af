//! What segments restrict: sections and topics, as the lists of a segment show them.

use serde::Deserialize;

use crate::{SectionId, TopicId, lenient::or_default};

/// A section of a help center.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its name.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// Where people read it.
    #[serde(default, deserialize_with = "or_default")]
    pub html_url: String,
}

/// A topic of a community.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its name.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// Where people read it.
    #[serde(default, deserialize_with = "or_default")]
    pub html_url: String,
}
