//! The account's store: one SQLite database. A write is on disk before it is answered.

mod content;
mod groups;
mod migrations;
mod organizations;
mod people;
mod row;
mod rules;
mod segments;
mod tags;

use std::{
    fmt,
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::fixture::{self, Size};
use rules::Rules;

pub(crate) use content::{sections_of, topics_of};
pub(crate) use groups::{Group, group, groups};
pub(crate) use organizations::{
    Organization, organization, organizations, organizations_by_id, search_key,
};
pub(crate) use people::{Finding, User, facts, user, user_by_email, users_by_id, users_found};
pub(crate) use rules::Rule;
pub(crate) use segments::{
    Origin, custom_segments, delete_segment, insert_segment, missing_ids, segment, segments,
    segments_by_id, update_segment,
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
    /// It is somebody else's database.
    Foreign,
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
            Self::Foreign => f.write_str("the database is not a sandbox account: use another file"),
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
    rules: Rules,
    size: Size,
}

impl Account {
    /// Opens the database and, when it is empty, fills it with the fixture of this size.
    pub fn open(place: &Place, size: Size) -> Result<Self, OpenError> {
        let mut connection = match place {
            Place::Memory => Connection::open_in_memory()?,
            Place::File(path) => Connection::open(path)?,
        };
        claim(&connection)?;
        configure(&connection)?;
        migrations::run(&mut connection)?;
        match seeded_size(&connection)? {
            None => fixture::fill(&mut connection, size)?,
            Some(found) if found != size.as_str() => {
                return Err(OpenError::OtherSize { found, wanted: size });
            }
            Some(_) => {}
        }
        Ok(Self { connection: Mutex::new(connection), rules: Rules::default(), size })
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

    /// The criteria of every segment, in the state that this connection reads.
    pub(crate) fn rules(&self, connection: &Connection) -> rusqlite::Result<Arc<Vec<Rule>>> {
        self.rules.of(connection)
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

/// "GPST", in the database's header: SQLite's place for saying what a file is for.
const APPLICATION: i32 = 0x4750_5354;

/// Where the header has it, and how a database file begins: https://sqlite.org/fileformat.html
const APPLICATION_AT: usize = 68;
const MAGIC: &[u8] = b"SQLite format 3\0";

/// True when the file is an account, or empty as a start that was cut short leaves it: it may be filled anew.
///
/// # Errors
/// When there is no such file, or it cannot be read.
pub fn is_account(path: &Path) -> io::Result<bool> {
    let mut header = Vec::new();
    File::open(path)?.take(100).read_to_end(&mut header)?;
    let application = header.get(APPLICATION_AT..APPLICATION_AT + 4);
    let ours = header.starts_with(MAGIC) && application == Some(&APPLICATION.to_be_bytes()[..]);
    Ok(header.is_empty() || ours)
}

/// Marks a new database as an account and refuses one that is something else. Before anything is written in any
/// other way: the mark must be in the file itself, where `is_account` finds it.
fn claim(connection: &Connection) -> Result<(), OpenError> {
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application == APPLICATION {
        return Ok(());
    }
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != 0 || tables > 0 {
        return Err(OpenError::Foreign);
    }
    Ok(connection.pragma_update(None, "application_id", APPLICATION)?)
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
