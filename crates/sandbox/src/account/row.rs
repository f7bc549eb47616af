//! Lists and times as they stand in the database's columns.

use guidepost_model::Timestamp;
use rusqlite::{Row, types::Type};
use serde::{Serialize, de::DeserializeOwned};

/// Reads a column that holds JSON.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let index = row.as_ref().column_index(column)?;
    let text = row.get_ref(index)?.as_str()?;
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(index, Type::Text, error.into()))
}

/// Reads a column that holds seconds since 1970.
pub(crate) fn time(row: &Row<'_>, column: &str) -> rusqlite::Result<Timestamp> {
    row.get(column).map(Timestamp::from_unix)
}

/// Reads an id, which SQLite holds as a signed number.
pub(crate) fn id<T: From<u64>>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    row.get::<_, u64>(column).map(T::from)
}

/// Writes a list as JSON. Numbers and strings into memory have no way to fail.
pub(crate) fn to_json<T: Serialize>(list: &[T]) -> String {
    serde_json::to_string(list).unwrap_or_else(|_| "[]".to_owned())
}
