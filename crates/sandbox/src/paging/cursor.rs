//! Cursors: opaque to clients, and in truth the sort key of the record they stand beside. So records that come
//! or go elsewhere in the list move nobody's place in it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// Stands beside no record but behind the last one: where walking backwards from the end begins.
const END: &str = "end";

/// A place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cursor {
    Key(i64),
    End,
}

impl Cursor {
    pub(super) fn encode(self) -> String {
        match self {
            Self::Key(key) => URL_SAFE_NO_PAD.encode(key.to_string()),
            Self::End => URL_SAFE_NO_PAD.encode(END),
        }
    }

    pub(super) fn decode(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let text = str::from_utf8(&bytes).ok()?;
        if text == END {
            return Some(Self::End);
        }
        text.parse().ok().map(Self::Key)
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn a_cursor_is_read_back_as_it_was_written() {
        for cursor in
            [Cursor::Key(0), Cursor::Key(7_243_702_759_187), Cursor::Key(i64::MAX), Cursor::End]
        {
            assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }
    }

    #[test]
    fn what_is_no_cursor_is_refused() {
        for text in ["", "7", "ü", "aGVsbG8", "NzI0Mw==", "//8"] {
            assert_eq!(Cursor::decode(text), None, "{text}");
        }
    }
}
