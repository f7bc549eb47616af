//! What is worked out of all segments or permission groups once and kept until they change: parsing thousands of rows anew
//! would take most of the time of an answer.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

/// A state of the segments and permission groups, as the schema numbers them: any change, by whatever connection or
/// process, gives another number, and a number never comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Revision(i64);

/// Something as of one revision.
#[derive(Debug)]
pub(super) struct Kept<T>(Mutex<Option<(Revision, Arc<T>)>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Kept<T> {
    /// It, as of the state that this connection reads.
    pub(super) fn of(
        &self,
        connection: &Connection,
        load: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Arc<T>> {
        let revision = connection
            .prepare_cached("SELECT value FROM rules_revision")?
            .query_row([], |row| row.get(0).map(Revision))?;
        // The lock is held while it loads: whoever else needs it would only load the same.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, known)) = &*kept
            && *of == revision
        {
            return Ok(Arc::clone(known));
        }
        let loaded = Arc::new(load(connection)?);
        *kept = Some((revision, Arc::clone(&loaded)));
        Ok(loaded)
    }
}
