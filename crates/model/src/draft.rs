//! A segment while it is being written: what a form holds, before it is known to be valid.

use serde::{Deserialize, Serialize};

use crate::{GroupId, OrganizationId, UserId, UserType, lenient::or_default};

/// The editable part of a user segment. Also read from storage, where an unfinished draft waits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentDraft {
    /// As typed, with the spaces around it.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// `None` until one is chosen.
    #[serde(default)]
    pub user_type: Option<UserType>,
    /// Used by staff segments.
    #[serde(default, deserialize_with = "or_default")]
    pub group_ids: Vec<GroupId>,
    /// Used by segments of signed-in users.
    #[serde(default, deserialize_with = "or_default")]
    pub organization_ids: Vec<OrganizationId>,
    /// All of them.
    #[serde(default, deserialize_with = "or_default")]
    pub tags: Vec<String>,
    /// At least one of them.
    #[serde(default, deserialize_with = "or_default")]
    pub or_tags: Vec<String>,
    /// In, whatever the rest says.
    #[serde(default, deserialize_with = "or_default")]
    pub added_user_ids: Vec<UserId>,
}

impl SegmentDraft {
    /// Without the list that the chosen user type does not use: switching the type to and fro keeps what was
    /// picked, and only what applies is shown in words and sent.
    pub fn applicable(&self) -> Self {
        let mut draft = self.clone();
        match draft.user_type {
            Some(UserType::Staff) => draft.organization_ids.clear(),
            Some(UserType::SignedInUsers) => draft.group_ids.clear(),
            Some(UserType::Other(_)) | None => {}
        }
        draft
    }

    /// True when neither groups nor organizations nor tags restrict it.
    pub fn has_no_conditions(&self) -> bool {
        self.group_ids.is_empty()
            && self.organization_ids.is_empty()
            && self.tags.is_empty()
            && self.or_tags.is_empty()
    }

    /// True when the people added individually are the whole segment: without any condition beside them,
    /// Zendesk lets in nobody else.
    pub fn is_only_people(&self) -> bool {
        self.has_no_conditions() && !self.added_user_ids.is_empty()
    }
}

/// A field of the form, in the order in which the form shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SegmentField {
    /// `name`
    Name,
    /// `user_type`
    UserType,
    /// `group_ids`
    Groups,
    /// `organization_ids`
    Organizations,
    /// `tags`
    Tags,
    /// `or_tags`
    OrTags,
    /// `added_user_ids`
    AddedUsers,
}

impl SegmentField {
    /// Every field, in the form's order.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::UserType,
        Self::Groups,
        Self::Organizations,
        Self::Tags,
        Self::OrTags,
        Self::AddedUsers,
    ];

    /// The key in the API's JSON.
    pub const fn wire_name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::UserType => "user_type",
            Self::Groups => "group_ids",
            Self::Organizations => "organization_ids",
            Self::Tags => "tags",
            Self::OrTags => "or_tags",
            Self::AddedUsers => "added_user_ids",
        }
    }

    /// The field that a key of the API's JSON names.
    pub fn from_wire_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.wire_name() == name)
    }

    /// What the form calls it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::UserType => "User type",
            Self::Groups => "Groups",
            Self::Organizations => "Organizations",
            Self::Tags => "Tags, all of",
            Self::OrTags => "Tags, any of",
            Self::AddedUsers => "People added individually",
        }
    }
}
