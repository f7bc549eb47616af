//! Reading what the API may leave out: a missing or `null` list is an empty one, a missing text an empty one.

use serde::{Deserialize, Deserializer};

/// `null` counts as the type's default; use with `#[serde(default)]`, which does the same for a missing key.
pub(crate) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// `Some` for a key that is there, `null` or not; use with `#[serde(default)]` to tell a missing key from `null`.
pub(crate) fn present<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
