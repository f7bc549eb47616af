//! Search and sort order of the list of permission groups, and what the matrix shows of both its axes, as they stand in
//! the address.

use std::cmp::Ordering;

use crate::{PermissionGroup, Sort, has_words, sort::Row};

/// What the list of permission groups shows, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PermissionGroupQuery {
    /// What is searched for, as typed.
    pub text: String,
    /// In which order.
    pub sort: Sort,
}

impl PermissionGroupQuery {
    /// Reads the parameters of an address; what is unknown or malformed counts as not set.
    pub fn from_parameters<'a>(parameters: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        for (key, value) in parameters {
            match key {
                "q" => query.text = value.to_owned(),
                "sort" => query.sort = Sort::read(value).unwrap_or_default(),
                _ => {}
            }
        }
        query
    }

    /// The parameters for an address; what is not set is left out.
    pub fn to_parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = Vec::new();
        if !self.text.trim().is_empty() {
            parameters.push(("q", self.text.clone()));
        }
        if self.sort != Sort::default() {
            parameters.push(("sort", self.sort.write()));
        }
        parameters
    }

    /// True when every word of the search is in `key`: the group's name and those of its segments, folded.
    pub fn admits(&self, key: &str) -> bool {
        has_words(key, &self.text)
    }

    /// The order of two groups in this list.
    pub fn compare(&self, one: &PermissionGroup, other: &PermissionGroup) -> Ordering {
        fn row(group: &PermissionGroup) -> Row<'_> {
            Row {
                built_in: group.built_in,
                name: &group.name,
                created: group.created_at,
                updated: group.updated_at,
                id: group.id.0,
            }
        }
        self.sort.compare(&row(one), &row(other))
    }
}

/// Which segments and which groups the matrix shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MatrixQuery {
    /// What is searched for among the segments, as typed.
    pub segments: String,
    /// What is searched for among the permission groups, as typed.
    pub groups: String,
    /// Only segments that hold a privilege in one of the groups shown.
    pub granted: bool,
    /// Only segments and groups with changes that are not saved.
    pub changed: bool,
}

impl MatrixQuery {
    /// Reads the parameters of an address; what is unknown or malformed counts as not set.
    pub fn from_parameters<'a>(parameters: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        for (key, value) in parameters {
            match key {
                "segment" => query.segments = value.to_owned(),
                "group" => query.groups = value.to_owned(),
                "granted" => query.granted = value == "true",
                "changed" => query.changed = value == "true",
                _ => {}
            }
        }
        query
    }

    /// The parameters for an address; what is not set is left out.
    pub fn to_parameters(&self) -> Vec<(&'static str, String)> {
        let texts = [("segment", &self.segments), ("group", &self.groups)];
        let flags = [("granted", self.granted), ("changed", self.changed)];
        let texts = texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let flags = flags.into_iter().filter(|(_, set)| *set);
        texts
            .map(|(key, text)| (key, text.clone()))
            .chain(flags.map(|(key, _)| (key, "true".to_owned())))
            .collect()
    }

    /// True when something is searched for or filtered out.
    pub fn narrows(&self) -> bool {
        !self.to_parameters().is_empty()
    }
}
