//! The account's store: one SQLite database. A write is on disk before it is answered.

mod content;
mod groups;
mod migrations;
mod organizations;
mod people;
mod row;
mod segments;
mod tags;

use std::{
    fmt,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::fixture::{self, Size};

pub(crate) use content::{sections_of, topics_of};
pub(crate) use groups::{Group, group, groups};
pub(crate) use organizations::{
    Organization, organization, organizations, organizations_by_id, search_key,
};
pub(crate) use people::{Finding, User, facts, user, user_by_email, users_by_id, users_found};
pub(crate) use segments::{
    Origin, all_segments, custom_segments, delete_segment, insert_segment, missing_ids, segment,
    segments, segments_by_id, update_segment,
};
pub(crate) use tags::suggested_tags;

/// Where the account's data is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Gone when the process ends.
    Memory,
    /// A file, created when it is not there.
    File(PathBuf),
}

/// Why a database could not be opened.
#[derive(Debug)]
pub enum OpenError {
    /// A newer version of this program wrote it.
    Newer { taken: usize, known: usize },
    /// It holds the data of another size.
    OtherSize { found: String, wanted: Size },
    /// SQLite's own reason.
    Database(rusqlite::Error),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer { taken, known } => {
                write!(
                    f,
                    "the database has schema {taken}, this program knows {known}: use a newer program"
                )
            }
            Self::OtherSize { found, wanted } => {
                write!(
                    f,
                    "the database holds the {found} account, not the {wanted} one: use another file"
                )
            }
            Self::Database(error) => write!(f, "the database cannot be used: {error}"),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

/// One account in one database.
pub struct Account {
    connection: Mutex<Connection>,
    size: Size,
}

impl Account {
    /// Opens the database and, when it is empty, fills it with the fixture of this size.
    pub fn open(place: &Place, size: Size) -> Result<Self, OpenError> {
        let mut connection = match place {
            Place::Memory => Connection::open_in_memory()?,
            Place::File(path) => Connection::open(path)?,
        };
        configure(&connection)?;
        migrations::run(&mut connection)?;
        match seeded_size(&connection)? {
            None => fixture::fill(&mut connection, size)?,
            Some(found) if found != size.as_str() => {
                return Err(OpenError::OtherSize { found, wanted: size });
            }
            Some(_) => {}
        }
        Ok(Self { connection: Mutex::new(connection), size })
    }

    /// Runs queries on a consistent state.
    pub(crate) fn read<T, E>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        work(&self.lock())
    }

    /// Runs a change: all of it is on disk when this returns `Ok`, nothing of it otherwise.
    pub(crate) fn write<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.lock();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    /// Back to the fixture, as if nobody had ever changed anything.
    pub(crate) fn reset(&self) -> Result<(), rusqlite::Error> {
        fixture::refill(&mut self.lock(), self.size)
    }

    /// A panic while the lock was held cannot have left half a write: an open transaction rolls back.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn configure(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(128);
    // A database in memory answers "memory" here, which is as it should be.
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // 32 MiB of pages: the whole demo account, and the indexes of the large one.
    connection.pragma_update(None, "cache_size", -32_768)
}

fn seeded_size(connection: &Connection) -> Result<Option<String>, rusqlite::Error> {
    use rusqlite::OptionalExtension;
    connection.query_row("SELECT size FROM account", [], |row| row.get(0)).optional()
}
