//! The difference between two drafts, field by field.

use crate::{Draft, Field, Item, list::without};

/// One field's difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which field.
    pub field: Field,
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
pub fn changes<D: Draft>(from: &D, to: &D) -> Vec<Change> {
    let values = |field| {
        let (before, after) = (from.items(field), to.items(field));
        difference((from.text(field), to.text(field)), &before, &after)
    };
    D::FIELDS
        .iter()
        .filter_map(|field| Some(Change { field: *field, values: values(*field)? }))
        .collect()
}

fn difference((from, to): (&str, &str), before: &[Item], after: &[Item]) -> Option<Values> {
    if from != to {
        return Some(Values::Replaced { from: from.to_owned(), to: to.to_owned() });
    }
    let (added, removed) = (without(after, before), without(before, after));
    let same = added.is_empty() && removed.is_empty();
    (!same).then_some(Values::List { added, removed })
}

/// The fields in which two drafts differ in meaning.
pub(crate) fn changed_fields<D: Draft>(from: &D, to: &D) -> Vec<Field> {
    changes(from, to).into_iter().map(|change| change.field).collect()
}
