//! A management permission group: who can edit and who can publish the articles it is applied to.

use serde::{Deserialize, Serialize};

use crate::{
    Draft, Field, Item, Merge, PermissionGroupId, SegmentId, Timestamp, is_blank,
    lenient::or_default, list::replay, privilege_collision::privileges_collide,
};

/// A permission group as the API sends it. Keys in the order of the documentation.
///
/// An empty list grants nothing: where a segment's empty list lets everybody in, here only help center managers are
/// left. Times come in two formats, both of which are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermissionGroup {
    /// Differs between accounts, for built-in groups too.
    pub id: PermissionGroupId,
    /// Built-in names come in the requester's language.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// Zendesk's own; can be applied to articles and changed nowhere.
    #[serde(default, deserialize_with = "or_default")]
    pub built_in: bool,
    /// Segments whose people can publish, and edit too.
    #[serde(default, deserialize_with = "or_default")]
    pub publish: Vec<SegmentId>,
    /// Segments whose people can edit. Whoever can publish can edit without being listed here.
    #[serde(default, deserialize_with = "or_default")]
    pub edit: Vec<SegmentId>,
    /// When it was created.
    #[serde(default)]
    pub created_at: Option<Timestamp>,
    /// When it was last changed; Zendesk does not say by whom.
    #[serde(default)]
    pub updated_at: Option<Timestamp>,
}

impl PermissionGroup {
    /// What people call it: its name, or that it has none, which the API's documentation allows.
    pub fn display_name(&self) -> &str {
        if is_blank(&self.name) { "Unnamed permission group" } else { &self.name }
    }

    /// What a form shows and edits.
    pub fn draft(&self) -> PermissionGroupDraft {
        PermissionGroupDraft {
            name: self.name.clone(),
            edit: self.edit.clone(),
            publish: self.publish.clone(),
        }
    }
}

/// The editable part of a permission group. Also read from storage, where an unfinished draft waits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermissionGroupDraft {
    /// As typed, with the spaces around it.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// Segments listed for edit.
    #[serde(default, deserialize_with = "or_default")]
    pub edit: Vec<SegmentId>,
    /// Segments listed for publish.
    #[serde(default, deserialize_with = "or_default")]
    pub publish: Vec<SegmentId>,
}

impl Draft for PermissionGroupDraft {
    const FIELDS: &'static [Field] = &[Field::Name, Field::Edit, Field::Publish];

    fn text(&self, field: Field) -> &str {
        if field == Field::Name { self.name.trim() } else { "" }
    }

    fn items(&self, field: Field) -> Vec<Item> {
        let segments = match field {
            Field::Edit => &self.edit,
            Field::Publish => &self.publish,
            _ => return Vec::new(),
        };
        segments.iter().copied().map(Item::Segment).collect()
    }

    fn copy_field(&mut self, field: Field, from: &Self) {
        match field {
            Field::Name => self.name.clone_from(&from.name),
            Field::Edit => self.edit.clone_from(&from.edit),
            Field::Publish => self.publish.clone_from(&from.publish),
            _ => {}
        }
    }

    fn replay_field(&mut self, field: Field, base: &Self, mine: &Self) {
        match field {
            Field::Edit => self.edit = replay(&base.edit, &mine.edit, &self.edit),
            Field::Publish => self.publish = replay(&base.publish, &mine.publish, &self.publish),
            Field::Name
            | Field::UserType
            | Field::Groups
            | Field::Organizations
            | Field::Tags
            | Field::OrTags
            | Field::AddedUsers => {}
        }
    }

    fn merge_unasked(merge: &Merge<Self>) -> Option<Self> {
        let result = merge.result()?;
        (!privileges_collide(&merge.base, &merge.mine, &merge.theirs, &result)).then_some(result)
    }
}
