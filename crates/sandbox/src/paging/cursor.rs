//! Cursors: opaque to clients, and in truth what the record they stand beside is ordered by. So records that come
//! or go elsewhere in the list move nobody's place in it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

/// Stands beside no record but behind the last one: where walking backwards from the end begins.
const END: &str = "end";

/// A cursor as it stands in a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cursor {
    At(Place),
    End,
}

/// Where a record stands in its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// What the list is sorted by, and the record's value of it. `None` where the key alone orders.
    pub(super) sorted: Option<(String, SortValue)>,
    pub(super) key: i64,
}

/// What a list can be sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SortValue {
    Number(i64),
    Text(String),
}

impl Place {
    pub(super) const fn of_key(key: i64) -> Self {
        Self { sorted: None, key }
    }
}

impl Cursor {
    pub(super) fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(match self {
            Self::End => END.to_owned(),
            Self::At(Place { sorted: None, key }) => key.to_string(),
            Self::At(Place { sorted: Some((by, SortValue::Number(value))), key }) => {
                json!([by, value, key]).to_string()
            }
            Self::At(Place { sorted: Some((by, SortValue::Text(value))), key }) => {
                json!([by, value, key]).to_string()
            }
        })
    }

    pub(super) fn decode(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let text = str::from_utf8(&bytes).ok()?;
        if text == END {
            return Some(Self::End);
        }
        if let Ok(key) = text.parse() {
            return Some(Self::At(Place::of_key(key)));
        }
        let (by, value, key): (String, Value, i64) = serde_json::from_str(text).ok()?;
        let value = match value {
            Value::Number(number) => SortValue::Number(number.as_i64()?),
            Value::String(text) => SortValue::Text(text),
            _ => return None,
        };
        Some(Self::At(Place { sorted: Some((by, value)), key }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Place, SortValue};

    #[test]
    fn a_cursor_is_read_back_as_it_was_written() {
        let sorted = |by: &str, value| Place { sorted: Some((by.to_owned(), value)), key: 7 };
        for place in [
            Place::of_key(0),
            Place::of_key(7_243_702_759_187),
            Place::of_key(i64::MAX),
            sorted("position", SortValue::Number(-1)),
            sorted("title", SortValue::Text("Price list <b>\"2027\"</b> \0 株式会社".to_owned())),
        ] {
            let cursor = Cursor::At(place);
            assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }
        assert_eq!(Cursor::decode(&Cursor::End.encode()), Some(Cursor::End));
    }

    #[test]
    fn what_is_no_cursor_is_refused() {
        // The last three are `[]`, `["title",null,7]` and `["title","a","b"]`.
        for text in [
            "",
            "7",
            "ü",
            "aGVsbG8",
            "NzI0Mw==",
            "//8",
            "W10",
            "WyJ0aXRsZSIsbnVsbCw3XQ",
            "WyJ0aXRsZSIsImEiLCJiIl0",
        ] {
            assert_eq!(Cursor::decode(text), None, "{text}");
        }
    }
}
