//! One object of an answer, read into its type.

use serde::de::{DeserializeOwned, Error};
use serde_json::Value;

/// Reads an object.
///
/// By way of its map: a `Value` may be an array too, and every type would bring the code that reads it from one.
///
/// # Errors
/// When it is no object, or one of another shape.
pub fn read_object<T: DeserializeOwned>(value: Value) -> Result<T, serde_json::Error> {
    match value {
        Value::Object(map) => T::deserialize(map),
        _ => Err(Error::custom("not an object")),
    }
}
