//! What is read from the database once and kept until it changes: parsing thousands of rows anew would take most of
//! the time of an answer.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

/// What the database says of its state; any change, here or by another process, makes it another. A change that is
/// rolled back does, too, so a transaction reads what is kept before it writes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Version {
    /// Grows with changes through this connection.
    own_changes: u64,
    /// Differs after changes through others.
    others: i64,
}

/// Something as of one state of the database.
#[derive(Debug)]
pub(super) struct Kept<T>(Mutex<Option<(Version, Arc<T>)>>);

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
        let version = Version {
            own_changes: connection.total_changes(),
            others: connection.pragma_query_value(None, "data_version", |row| row.get(0))?,
        };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, known)) = &*kept
            && *of == version
        {
            return Ok(Arc::clone(known));
        }
        let loaded = Arc::new(load(connection)?);
        *kept = Some((version, Arc::clone(&loaded)));
        Ok(loaded)
    }
}
