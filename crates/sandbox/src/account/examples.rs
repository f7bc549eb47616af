//! Objects of the account to try endpoints on.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

/// The locale of the articles and sections among them.
pub(crate) const EXAMPLE_LOCALE: &str = "en-us";

/// Kinds as paths name them, which is what their tables are called, too; and which of each will do: what everybody sees
/// of the account's own help center, and what is not Zendesk's, so that it can be changed.
const KINDS: [(&str, &str); 12] = [
    (
        "articles",
        "NOT draft AND user_segment_id IS NULL AND locale = 'en-us'
         AND brand_id = (SELECT id FROM brands WHERE is_default)",
    ),
    ("brands", "is_default"),
    ("categories", "brand_id = (SELECT id FROM brands WHERE is_default)"),
    ("group_memberships", OF_USER),
    ("groups", "NOT deleted"),
    ("organization_memberships", OF_USER),
    ("organizations", "1"),
    ("permission_groups", "NOT built_in"),
    ("sections", "locale = 'en-us' AND brand_id = (SELECT id FROM brands WHERE is_default)"),
    ("topics", "user_segment_id IS NULL AND brand_id = (SELECT id FROM brands WHERE is_default)"),
    ("user_segments", "NOT built_in"),
    ("users", "role = 'agent'"),
];

/// Memberships of the oldest of the users.
const OF_USER: &str = "user_id = (SELECT id FROM users WHERE role = 'agent' ORDER BY id LIMIT 1)";

/// Ids of objects that there are, by kind.
#[derive(Debug)]
pub(crate) struct ExampleIds(BTreeMap<&'static str, Ends>);

/// The oldest and the newest object of a kind; one and the same where there is no other.
#[derive(Debug, Clone, Copy)]
struct Ends {
    oldest: u64,
    newest: u64,
}

impl ExampleIds {
    pub(crate) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let mut ids = BTreeMap::new();
        for (kind, condition) in KINDS {
            // Not `min` and `max` in one query, which would read the whole table.
            let end = |order: &str| -> rusqlite::Result<Option<u64>> {
                let sql =
                    format!("SELECT id FROM {kind} WHERE {condition} ORDER BY id {order} LIMIT 1");
                connection.prepare_cached(&sql)?.query_row([], |row| row.get(0)).optional()
            };
            if let Some((oldest, newest)) = end("ASC")?.zip(end("DESC")?) {
                ids.insert(kind, Ends { oldest, newest });
            }
        }
        Ok(Self(ids))
    }

    pub(crate) fn oldest(&self, kind: &str) -> Option<u64> {
        self.0.get(kind).map(|ends| ends.oldest)
    }

    pub(crate) fn newest(&self, kind: &str) -> Option<u64> {
        self.0.get(kind).map(|ends| ends.newest)
    }
}
