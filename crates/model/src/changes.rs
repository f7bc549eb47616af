//! The difference between two drafts, field by field.

use crate::{Item, SegmentDraft, SegmentField, UserType, list::without};

/// One field's difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which field.
    pub field: SegmentField,
    /// From what to what.
    pub values: Values,
}

/// What differs in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Values {
    /// One value took the place of another.
    Replaced {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// A list changed. Its order means nothing.
    List {
        /// Only in the later one.
        added: Vec<Item>,
        /// Only in the earlier one.
        removed: Vec<Item>,
    },
}

/// The fields in which two drafts differ in meaning, in the form's order: spaces around the name, the order of a
/// list and repeated values make no difference.
pub fn changes(from: &SegmentDraft, to: &SegmentDraft) -> Vec<Change> {
    SegmentField::ALL
        .into_iter()
        .filter_map(|field| Some(Change { field, values: difference(field, from, to)? }))
        .collect()
}

fn difference(field: SegmentField, from: &SegmentDraft, to: &SegmentDraft) -> Option<Values> {
    match field {
        SegmentField::Name => replaced(from.name.trim(), to.name.trim()),
        SegmentField::UserType => replaced(type_name(from), type_name(to)),
        _ => {
            let (before, after) = (from.items(field), to.items(field));
            let (added, removed) = (without(&after, &before), without(&before, &after));
            let same = added.is_empty() && removed.is_empty();
            (!same).then_some(Values::List { added, removed })
        }
    }
}

fn replaced(from: &str, to: &str) -> Option<Values> {
    (from != to).then(|| Values::Replaced { from: from.to_owned(), to: to.to_owned() })
}

fn type_name(draft: &SegmentDraft) -> &str {
    draft.user_type.as_ref().map_or("", UserType::as_str)
}

impl SegmentDraft {
    /// What a list field holds; nothing for the two fields that are no lists.
    pub fn items(&self, field: SegmentField) -> Vec<Item> {
        match field {
            SegmentField::Name | SegmentField::UserType => Vec::new(),
            SegmentField::Groups => self.group_ids.iter().copied().map(Item::Group).collect(),
            SegmentField::Organizations => {
                self.organization_ids.iter().copied().map(Item::Organization).collect()
            }
            SegmentField::Tags => self.tags.iter().cloned().map(Item::Tag).collect(),
            SegmentField::OrTags => self.or_tags.iter().cloned().map(Item::Tag).collect(),
            SegmentField::AddedUsers => {
                self.added_user_ids.iter().copied().map(Item::User).collect()
            }
        }
    }

    /// Makes a field what it is in another draft.
    pub fn copy_field(&mut self, field: SegmentField, from: &Self) {
        match field {
            SegmentField::Name => self.name.clone_from(&from.name),
            SegmentField::UserType => self.user_type.clone_from(&from.user_type),
            SegmentField::Groups => self.group_ids.clone_from(&from.group_ids),
            SegmentField::Organizations => self.organization_ids.clone_from(&from.organization_ids),
            SegmentField::Tags => self.tags.clone_from(&from.tags),
            SegmentField::OrTags => self.or_tags.clone_from(&from.or_tags),
            SegmentField::AddedUsers => self.added_user_ids.clone_from(&from.added_user_ids),
        }
    }
}
