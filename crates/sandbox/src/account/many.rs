//! Objects that are asked for one by one, in the database.

use rusqlite::types::Value;

use super::row::to_json;

/// What names the objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Many {
    Ids(Vec<u64>),
    /// Of another system.
    ExternalIds(Vec<String>),
}

impl Many {
    /// The condition on a row with an `id` and an `external_id`, and the value of its `?1`.
    pub(super) fn condition(&self) -> (&'static str, Value) {
        match self {
            Self::Ids(ids) => ("id IN (SELECT value FROM json_each(?1))", to_json(ids).into()),
            Self::ExternalIds(ids) => {
                ("external_id IN (SELECT value FROM json_each(?1))", to_json(ids).into())
            }
        }
    }
}
