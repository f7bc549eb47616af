//! The order of a list, and how it stands in the address.

use std::cmp::Ordering;

use crate::{Timestamp, compare_names};

/// What the list is sorted by. Built-ins stand first in any case.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SortKey {
    /// When it was last changed.
    #[default]
    Updated,
    /// When it was created.
    Created,
    /// Its name.
    Name,
}

/// A sort order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Later or greater first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { key: SortKey::Updated, descending: true }
    }
}

/// What sorting looks at.
pub(crate) struct Row<'a> {
    pub(crate) built_in: bool,
    pub(crate) name: &'a str,
    pub(crate) created: Option<Timestamp>,
    pub(crate) updated: Option<Timestamp>,
    pub(crate) id: u64,
}

impl Sort {
    /// The order to start with for a key: latest first, or by name from A.
    pub fn natural(key: SortKey) -> Self {
        Self { key, descending: key != SortKey::Name }
    }

    /// The order of two rows. No two are equal, so that a list never jumps.
    pub(crate) fn compare(self, one: &Row<'_>, other: &Row<'_>) -> Ordering {
        let by_name = || compare_names(one.name, other.name);
        let order = match self.key {
            SortKey::Updated => one.updated.cmp(&other.updated),
            SortKey::Created => one.created.cmp(&other.created),
            SortKey::Name => by_name(),
        };
        let directed = if self.descending { order.reverse() } else { order };
        other
            .built_in
            .cmp(&one.built_in)
            .then(directed)
            .then_with(by_name)
            .then(one.id.cmp(&other.id))
    }

    /// Reads a parameter: `name`, or `-updated` for the later or greater first.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (descending, name) = match text.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, text),
        };
        let key = match name {
            "updated" => SortKey::Updated,
            "created" => SortKey::Created,
            "name" => SortKey::Name,
            _ => return None,
        };
        Some(Self { key, descending })
    }

    /// The same, for an address.
    pub(crate) fn write(self) -> String {
        let name = match self.key {
            SortKey::Updated => "updated",
            SortKey::Created => "created",
            SortKey::Name => "name",
        };
        format!("{}{name}", if self.descending { "-" } else { "" })
    }
}
