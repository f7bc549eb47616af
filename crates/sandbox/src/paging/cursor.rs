//! Cursors: what the record they stand beside is ordered by, and a checksum. So records that come or go elsewhere in
//! the list move nobody's place in it, and a cursor that was changed, or that is of another list, is recognized.
//!
//! As recorded, a cursor is base64 with `/`, `+` and `=` in it: a client that does not encode them is found out.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Stands beside no record but behind the last one: where walking backwards from the end begins. Recorded.
const LAST_PAGE: &str = "bGFzdF9wYWdl";

/// How every other cursor begins: `v1/+`.
const MARK: [u8; 3] = [0xBF, 0x5F, 0xFE];

/// Bytes of the checksum at a cursor's end.
const CHECKSUM: usize = 5;

/// A cursor as it stands in a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cursor {
    At(Place),
    LastPage,
}

/// Where a record stands in its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// What the list is sorted by, and the record's value of it. `None` where the key alone orders.
    pub(super) sorted: Option<(&'static str, SortValue)>,
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
    /// The cursor for a list with this name.
    pub(super) fn encode(&self, list: &str) -> String {
        let Self::At(Place { sorted, key }) = self else { return LAST_PAGE.to_owned() };
        let mut bytes = MARK.to_vec();
        bytes.extend(key.to_le_bytes());
        match sorted {
            None => {}
            Some((_, SortValue::Number(value))) => {
                bytes.push(b'i');
                bytes.extend(value.to_le_bytes());
            }
            Some((_, SortValue::Text(value))) => {
                bytes.push(b's');
                bytes.extend(value.as_bytes());
            }
        }
        let sorted_by = sorted.as_ref().map(|(by, _)| *by);
        bytes.extend(checksum(list, sorted_by, &bytes));
        STANDARD.encode(bytes)
    }

    /// Reads a cursor of the list with this name, in this order. `None` for any other text.
    pub(super) fn decode(text: &str, list: &str, sorted_by: Option<&'static str>) -> Option<Self> {
        if text == LAST_PAGE {
            return Some(Self::LastPage);
        }
        let bytes = STANDARD.decode(text).ok()?;
        let (place, check) = bytes.split_last_chunk::<CHECKSUM>()?;
        if *check != checksum(list, sorted_by, place) {
            return None;
        }
        let (key, value) = place.strip_prefix(&MARK)?.split_first_chunk()?;
        let sorted = match (sorted_by, value.split_first()) {
            (None, None) => None,
            (Some(by), Some((b'i', value))) => {
                Some((by, SortValue::Number(i64::from_le_bytes(value.try_into().ok()?))))
            }
            (Some(by), Some((b's', value))) => {
                Some((by, SortValue::Text(str::from_utf8(value).ok()?.to_owned())))
            }
            (None, Some(_)) | (Some(_), None | Some(_)) => return None,
        };
        Some(Self::At(Place { sorted, key: i64::from_le_bytes(*key) }))
    }
}

fn checksum(list: &str, sorted_by: Option<&str>, place: &[u8]) -> [u8; CHECKSUM] {
    let digest = Sha256::new()
        .chain_update(list)
        .chain_update([0])
        .chain_update(sorted_by.unwrap_or_default())
        .chain_update([0])
        .chain_update(place)
        .finalize();
    let [a, b, c, d, e, ..] = <[u8; 32]>::from(digest);
    [a, b, c, d, e]
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Place, SortValue};

    const LIST: &str = "/api/v2/help_center/articles";

    fn places() -> Vec<Place> {
        let sorted = |by, value| Place { sorted: Some((by, value)), key: 7 };
        vec![
            Place::of_key(0),
            Place::of_key(7_243_702_759_187),
            Place::of_key(i64::MAX),
            sorted("position", SortValue::Number(-1)),
            sorted("title", SortValue::Text(String::new())),
            sorted("title", SortValue::Text("Price list <b>\"2027\"</b> \0 株式会社".to_owned())),
        ]
    }

    fn sorted_by(place: &Place) -> Option<&'static str> {
        place.sorted.as_ref().map(|(by, _)| *by)
    }

    #[test]
    fn a_cursor_is_read_back_as_it_was_written() {
        for place in places() {
            let (by, cursor) = (sorted_by(&place), Cursor::At(place));
            assert_eq!(Cursor::decode(&cursor.encode(LIST), LIST, by), Some(cursor));
        }
        assert_eq!(Cursor::LastPage.encode(LIST), "bGFzdF9wYWdl");
        assert_eq!(Cursor::decode("bGFzdF9wYWdl", LIST, None), Some(Cursor::LastPage));
    }

    #[test]
    fn a_cursor_has_characters_that_need_encoding() {
        let cursor = Cursor::At(Place::of_key(7)).encode(LIST);
        assert!(['/', '+', '='].iter().all(|letter| cursor.contains(*letter)), "{cursor}");
    }

    #[test]
    fn another_list_and_another_order_do_not_know_it() {
        for place in places() {
            let by = sorted_by(&place);
            let text = Cursor::At(place).encode(LIST);
            assert_eq!(Cursor::decode(&text, "/api/v2/help_center/sections", by), None);
            assert_eq!(Cursor::decode(&text, LIST, Some("created_at")), None);
            assert_eq!(Cursor::decode(&text, LIST, by.xor(Some("position"))), None);
        }
    }

    #[test]
    fn a_cursor_with_any_letter_changed_is_none() {
        let text = Cursor::At(Place::of_key(7_243_702_759_187)).encode(LIST);
        for at in 0..text.len() {
            for letter in ["A", "B", "+", " ", "="] {
                let mut changed = text.clone();
                changed.replace_range(at..=at, letter);
                assert!(changed == text || Cursor::decode(&changed, LIST, None).is_none());
            }
        }
    }

    #[test]
    fn what_is_no_cursor_is_refused() {
        for text in
            ["", "7", "ü", "aGVsbG8", "NzI0Mw==", "//8", "v1/+", "v1/+AAAAAAAAAAA=", "bGFzdF9wYWdm"]
        {
            assert_eq!(Cursor::decode(text, LIST, None), None, "{text}");
        }
    }
}
