//! What segments restrict and permission groups protect: sections and topics, as the lists of a segment show them, and
//! articles.

use serde::Deserialize;

use crate::{ArticleId, PermissionGroupId, SectionId, TopicId, lenient::or_default};

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

/// An article, as far as its permissions go.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// Its title.
    #[serde(default, deserialize_with = "or_default")]
    pub title: String,
    /// Where people read it.
    #[serde(default, deserialize_with = "or_default")]
    pub html_url: String,
    /// Who can edit and publish it. The documentation calls it mandatory; without one, only managers can.
    #[serde(default)]
    pub permission_group_id: Option<PermissionGroupId>,
}
