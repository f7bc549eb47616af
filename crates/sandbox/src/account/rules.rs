//! The rules of all segments, kept ready for asking which ones a user is in: parsing thousands of rows anew would
//! take most of the time of an answer.

use std::sync::{Arc, Mutex, PoisonError};

use guidepost_model::{SegmentDraft, SegmentId};
use rusqlite::Connection;

use super::segments::{COLUMNS, read};

/// A segment's criteria.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) id: SegmentId,
    pub(crate) built_in: bool,
    pub(crate) criteria: SegmentDraft,
}

/// What the database says of its state; any change, here or by another process, makes it another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Version {
    /// Grows with changes through this connection.
    own_changes: u64,
    /// Differs after changes through others.
    others: i64,
}

/// All rules, as of one state of the database.
#[derive(Debug, Default)]
pub(super) struct Rules(Mutex<Option<(Version, Arc<Vec<Rule>>)>>);

impl Rules {
    pub(super) fn of(&self, connection: &Connection) -> rusqlite::Result<Arc<Vec<Rule>>> {
        let version = Version {
            own_changes: connection.total_changes(),
            others: connection.pragma_query_value(None, "data_version", |row| row.get(0))?,
        };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, rules)) = &*kept
            && *of == version
        {
            return Ok(Arc::clone(rules));
        }
        let rules = Arc::new(load(connection)?);
        *kept = Some((version, Arc::clone(&rules)));
        Ok(rules)
    }
}

fn load(connection: &Connection) -> rusqlite::Result<Vec<Rule>> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM user_segments"))?;
    let segments = statement.query_map([], read)?;
    segments
        .map(|segment| {
            let segment = segment?;
            Ok(Rule { id: segment.id, built_in: segment.built_in, criteria: segment.draft() })
        })
        .collect()
}
