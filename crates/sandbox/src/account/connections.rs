//! The connections to the database: one that writes, and as many that read as there are readers at a time.

use std::{
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use rusqlite::Connection;

use super::open::{self, Place};

#[derive(Debug)]
pub(super) struct Connections {
    writer: Mutex<Connection>,
    readers: Readers,
}

#[derive(Debug)]
enum Readers {
    /// A database in memory belongs to one connection, which reads too.
    Writer,
    /// Beside the writer, and without waiting for it: each reads the state of its own transaction.
    Own { path: PathBuf, idle: Mutex<Vec<Connection>> },
}

impl Connections {
    pub(super) fn new(writer: Connection, place: &Place) -> Self {
        let readers = match place {
            Place::Memory => Readers::Writer,
            Place::File(path) => Readers::Own { path: path.clone(), idle: Mutex::default() },
        };
        Self { writer: Mutex::new(writer), readers }
    }

    pub(super) fn writer(&self) -> MutexGuard<'_, Connection> {
        locked(&self.writer)
    }

    /// Closes all connections, the writer last: it takes the journal into the database and removes it. What still reads
    /// keeps its own connection.
    pub(super) fn close(&self) -> rusqlite::Result<()> {
        if let Readers::Own { idle, .. } = &self.readers {
            locked(idle).clear();
        }
        // In the writer's place comes one that knows nothing, so that what is asked from now on fails.
        let writer = std::mem::replace(&mut *self.writer(), Connection::open_in_memory()?);
        writer.pragma_update_and_check(None, "wal_checkpoint", "truncate", |_| Ok(()))?;
        writer.close().map_err(|(_, error)| error)
    }

    /// Runs this on a connection that nobody else uses meanwhile.
    pub(super) fn reading<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let Readers::Own { path, idle } = &self.readers else { return work(&mut self.writer()) };
        // In a statement of its own: the lock must not be held while the work is done.
        let waiting = locked(idle).pop();
        let mut connection = match waiting {
            Some(connection) => connection,
            None => open::reader(path)?,
        };
        let done = work(&mut connection);
        locked(idle).push(connection);
        done
    }
}

/// A panic while the lock was held cannot have left half a write: an open transaction rolls back.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
