//! Opening the database: one that is an account, or a new one that becomes one.

use std::{
    fmt,
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags};

use super::migrations;
use crate::{
    error::StoreFailure,
    fixture::{self, Size},
};

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
    /// Its file cannot be written.
    ReadOnly,
    /// SQLite's own reason.
    Database(rusqlite::Error),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer { taken, known } => write!(
                f,
                "the database has schema {taken}, this program knows {known}: use a newer program"
            ),
            Self::Foreign => f.write_str("the database is not a sandbox account: use another file"),
            Self::OtherSize { found, wanted } => write!(
                f,
                "the database holds the {found} account, not the {wanted} one: use another file"
            ),
            Self::ReadOnly => f.write_str(
                "the database cannot be written: make its file writable, or use another",
            ),
            Self::Database(error) => {
                write!(f, "the database cannot be used: {}", StoreFailure::of(error))
            }
        }
    }
}

impl std::error::Error for OpenError {}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
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

/// Pages kept in memory, in KiB and negative as SQLite wants them. While serving, enough for the demo account and
/// the indexes of the large one; while filling, enough for the huge one, whose indexes are written all over the
/// place: with less, pages go to disk and come back twenty times.
const SERVING: i32 = -32 * 1024;
const FILLING: i32 = -512 * 1024;

/// How long to wait for others: long enough for another process to fill a large account.
const PATIENCE: Duration = Duration::from_secs(60);

/// Prepared statements that a connection keeps: more than there are.
const STATEMENTS: usize = 128;

/// A connection to an account of this size, filled. Several processes may do this to one file at once.
pub(super) fn connect(place: &Place, size: Size) -> Result<Connection, OpenError> {
    let mut connection = match place {
        Place::Memory => Connection::open_in_memory()?,
        Place::File(path) => Connection::open(path)?,
    };
    // SQLite opens what it may not write for reading.
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(OpenError::ReadOnly);
    }
    connection.busy_timeout(PATIENCE)?;
    claim(&mut connection)?;
    configure(&connection)?;
    migrations::run(&mut connection)?;
    connection.pragma_update(None, "cache_size", FILLING)?;
    let found = fixture::fill_if_empty(&mut connection, size)?;
    connection.pragma_update(None, "cache_size", SERVING)?;
    shorten_journal(&connection)?;
    if found != size.as_str() {
        return Err(OpenError::OtherSize { found, wanted: size });
    }
    Ok(connection)
}

/// Filling writes one long journal, which every reader would look through. Where others use the database it stays: nobody
/// waits for that.
fn shorten_journal(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(Duration::ZERO)?;
    connection.pragma_update_and_check(None, "wal_checkpoint", "truncate", |_| Ok(()))?;
    connection.busy_timeout(PATIENCE)
}

/// One more connection to an account that is open. It cannot change anything.
pub(super) fn reader(path: &Path) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.pragma_update(None, "cache_size", SERVING)?;
    Ok(connection)
}

/// Marks a new database as an account and refuses one that is something else. Before anything is written in any
/// other way: the mark must be in the file itself, where `is_account` finds it.
fn claim(connection: &mut Connection) -> Result<(), OpenError> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let application: i32 =
        transaction.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application == APPLICATION {
        return Ok(());
    }
    let tables: i64 =
        transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != 0 || tables > 0 {
        return Err(OpenError::Foreign);
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    Ok(transaction.commit()?)
}

fn configure(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A database in memory answers "memory" here, which is as it should be.
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)
}
