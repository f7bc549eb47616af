//! Ids as types, so that a group's id never lands where a segment's belongs.
//!
//! Zendesk writes ids as JSON numbers (14 digits today) and recommends reading them as strings: both are read.

use std::{fmt, hash::Hash, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, de};

/// What every id can do; lets lists of ids be handled alike.
pub trait AnyId: Copy + Eq + Ord + Hash + fmt::Display + Send + Sync + 'static {
    /// The number Zendesk knows it by.
    fn get(self) -> u64;
}

/// The text is no id: an id is a whole number that fits 64 bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseIdError;

impl fmt::Display for ParseIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id: an id is a whole number")
    }
}

impl std::error::Error for ParseIdError {}

struct IdVisitor;

impl de::Visitor<'_> for IdVisitor {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id: a whole number, or one in a string")
    }

    fn visit_u64<E: de::Error>(self, id: u64) -> Result<u64, E> {
        Ok(id)
    }

    fn visit_i64<E: de::Error>(self, id: i64) -> Result<u64, E> {
        u64::try_from(id).map_err(|_| E::invalid_value(de::Unexpected::Signed(id), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<u64, E> {
        parse(text).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

fn parse(text: &str) -> Result<u64, ParseIdError> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(ParseIdError);
    }
    text.parse().map_err(|_| ParseIdError)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub u64);

        impl AnyId for $name {
            fn get(self) -> u64 {
                self.0
            }
        }

        impl From<u64> for $name {
            fn from(id: u64) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                parse(text).map(Self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(IdVisitor).map(Self)
            }
        }
    )+};
}

ids! {
    /// A user segment.
    SegmentId,
    /// A management permission group.
    PermissionGroupId,
    /// A group of agents.
    GroupId,
    /// An organization of end users.
    OrganizationId,
    /// An end user, agent or admin.
    UserId,
    /// A category of a help center's sections.
    CategoryId,
    /// A section of a help center.
    SectionId,
    /// A community topic.
    TopicId,
    /// A brand of the account.
    BrandId,
    /// An article of a help center.
    ArticleId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_from_a_number_and_from_a_string() {
        for text in ["7243702759187", "\"7243702759187\""] {
            let id: SegmentId = serde_json::from_str(text).unwrap();
            assert_eq!(id, SegmentId(7_243_702_759_187));
        }
    }

    #[test]
    fn an_id_is_written_as_a_number() {
        assert_eq!(serde_json::to_string(&SegmentId(42)).unwrap(), "42");
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in
            ["-1", "1.5", "\"\"", "\"12a\"", "\"+1\"", "null", "[]", "\"99999999999999999999\""]
        {
            assert!(serde_json::from_str::<SegmentId>(text).is_err(), "{text}");
        }
    }
}
