//! A segment while it is being written: what a form holds, before it is known to be valid.

use serde::{Deserialize, Serialize};

use crate::{
    Draft, Field, GroupId, Item, OrganizationId, UserId, UserType, lenient::or_default,
    list::replay,
};

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

impl Draft for SegmentDraft {
    const FIELDS: &'static [Field] = &[
        Field::Name,
        Field::UserType,
        Field::Groups,
        Field::Organizations,
        Field::Tags,
        Field::OrTags,
        Field::AddedUsers,
    ];

    fn text(&self, field: Field) -> &str {
        match field {
            Field::Name => self.name.trim(),
            Field::UserType => self.user_type.as_ref().map_or("", UserType::as_str),
            _ => "",
        }
    }

    fn items(&self, field: Field) -> Vec<Item> {
        match field {
            Field::Groups => self.group_ids.iter().copied().map(Item::Group).collect(),
            Field::Organizations => {
                self.organization_ids.iter().copied().map(Item::Organization).collect()
            }
            Field::Tags => self.tags.iter().cloned().map(Item::Tag).collect(),
            Field::OrTags => self.or_tags.iter().cloned().map(Item::Tag).collect(),
            Field::AddedUsers => self.added_user_ids.iter().copied().map(Item::User).collect(),
            _ => Vec::new(),
        }
    }

    fn copy_field(&mut self, field: Field, from: &Self) {
        match field {
            Field::Name => self.name.clone_from(&from.name),
            Field::UserType => self.user_type.clone_from(&from.user_type),
            Field::Groups => self.group_ids.clone_from(&from.group_ids),
            Field::Organizations => self.organization_ids.clone_from(&from.organization_ids),
            Field::Tags => self.tags.clone_from(&from.tags),
            Field::OrTags => self.or_tags.clone_from(&from.or_tags),
            Field::AddedUsers => self.added_user_ids.clone_from(&from.added_user_ids),
            Field::Edit | Field::Publish => {}
        }
    }

    fn replay_field(&mut self, field: Field, base: &Self, mine: &Self) {
        match field {
            Field::Groups => {
                self.group_ids = replay(&base.group_ids, &mine.group_ids, &self.group_ids);
            }
            Field::Organizations => {
                self.organization_ids =
                    replay(&base.organization_ids, &mine.organization_ids, &self.organization_ids);
            }
            Field::Tags => self.tags = replay(&base.tags, &mine.tags, &self.tags),
            Field::OrTags => self.or_tags = replay(&base.or_tags, &mine.or_tags, &self.or_tags),
            Field::AddedUsers => {
                self.added_user_ids =
                    replay(&base.added_user_ids, &mine.added_user_ids, &self.added_user_ids);
            }
            Field::Name | Field::UserType | Field::Edit | Field::Publish => {}
        }
    }

    fn applicable(&self) -> Self {
        let mut draft = self.clone();
        match draft.user_type {
            Some(UserType::Staff) => draft.organization_ids.clear(),
            Some(UserType::SignedInUsers) => draft.group_ids.clear(),
            Some(UserType::Other(_)) | None => {}
        }
        draft
    }
}
