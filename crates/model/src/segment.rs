//! A user segment: who can view help center content.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    GroupId, OrganizationId, SegmentDraft, SegmentId, Timestamp, UserId, is_blank,
    lenient::or_default,
};

/// The set of users a segment chooses from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum UserType {
    /// Everyone who is signed in, agents too.
    SignedInUsers,
    /// Agents, light agents and admins.
    Staff,
    /// A type that Zendesk added after this was written, by its name on the wire.
    Other(String),
}

impl UserType {
    /// The name on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::SignedInUsers => "signed_in_users",
            Self::Staff => "staff",
            Self::Other(name) => name,
        }
    }
}

impl From<String> for UserType {
    fn from(name: String) -> Self {
        match name.as_str() {
            "signed_in_users" => Self::SignedInUsers,
            "staff" => Self::Staff,
            _ => Self::Other(name),
        }
    }
}

impl From<&str> for UserType {
    fn from(name: &str) -> Self {
        Self::from(name.to_owned())
    }
}

impl fmt::Display for UserType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for UserType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for UserType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// A user segment as the API sends it. Keys in the order of a recorded answer.
///
/// An empty list restricts nothing. Read leniently: documentation examples leave out `or_tags` and
/// `added_user_ids`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserSegment {
    /// Differs between accounts, for built-in segments too.
    pub id: SegmentId,
    /// Fixed when the segment is created.
    pub user_type: UserType,
    /// A staff member is in at least one of these groups.
    #[serde(default, deserialize_with = "or_default")]
    pub group_ids: Vec<GroupId>,
    /// An end user is in at least one of these organizations; agents are not asked.
    #[serde(default, deserialize_with = "or_default")]
    pub organization_ids: Vec<OrganizationId>,
    /// A user has every one of these tags.
    #[serde(default, deserialize_with = "or_default")]
    pub tags: Vec<String>,
    /// A user has at least one of these tags.
    #[serde(default, deserialize_with = "or_default")]
    pub or_tags: Vec<String>,
    /// When it was created.
    #[serde(default)]
    pub created_at: Option<Timestamp>,
    /// When it was last changed; Zendesk does not say by whom.
    #[serde(default)]
    pub updated_at: Option<Timestamp>,
    /// Zendesk's own; can be used everywhere and changed nowhere.
    #[serde(default, deserialize_with = "or_default")]
    pub built_in: bool,
    /// In whatever the lists above say.
    #[serde(default, deserialize_with = "or_default")]
    pub added_user_ids: Vec<UserId>,
    /// Built-in names come in the requester's language.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
}

impl UserSegment {
    /// What people call it: its name, or that it has none, which the API's documentation allows.
    pub fn display_name(&self) -> &str {
        if is_blank(&self.name) { "Unnamed segment" } else { &self.name }
    }

    /// What a form shows and edits.
    pub fn draft(&self) -> SegmentDraft {
        SegmentDraft {
            name: self.name.clone(),
            user_type: Some(self.user_type.clone()),
            group_ids: self.group_ids.clone(),
            organization_ids: self.organization_ids.clone(),
            tags: self.tags.clone(),
            or_tags: self.or_tags.clone(),
            added_user_ids: self.added_user_ids.clone(),
        }
    }
}
