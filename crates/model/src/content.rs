//! What segments restrict and permission groups protect: sections and topics, as the lists of a segment show them, and
//! articles.

use serde::Deserialize;

use crate::{
    ArticleId, PermissionGroupId, SectionId, SegmentId, TopicId,
    lenient::{or_default, present},
};

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
    /// The segments that may see it. Answers carry this list beside the single id.
    #[serde(default)]
    pub user_segment_ids: Option<Vec<SegmentId>>,
    /// The segment that may see it; `Some(None)` for everyone, `None` where the answer left the key out.
    #[serde(default, deserialize_with = "present")]
    pub user_segment_id: Option<Option<SegmentId>>,
}

impl Article {
    /// The segments that may see it, each once and in order; empty when everyone may. `None` when the answer says
    /// nothing about it: such an article must not count as public.
    pub fn segments(&self) -> Option<Vec<SegmentId>> {
        let mut segments = match (&self.user_segment_ids, self.user_segment_id) {
            (None, None) => return None,
            (Some(ids), _) => ids.clone(),
            (None, Some(_)) => Vec::new(),
        };
        segments.extend(self.user_segment_id.flatten());
        segments.sort_unstable();
        segments.dedup();
        Some(segments)
    }
}

/// A brand of the account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Brand {
    /// Its name.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// Where its help center is.
    #[serde(default, deserialize_with = "or_default")]
    pub brand_url: String,
    /// Whether it has a help center. Without the field it may well have one.
    #[serde(default = "yes")]
    pub has_help_center: bool,
}

impl Brand {
    /// True when a page of a help center is one of this brand's.
    pub fn has_page(&self, html_url: &str) -> bool {
        host(&self.brand_url).is_some_and(|own| host(html_url) == Some(own))
    }
}

const fn yes() -> bool {
    true
}

/// The host in an address.
fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    rest.split('/').next().filter(|host| !host.is_empty())
}
