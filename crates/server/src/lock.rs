//! One process serves a database. SQLite would let two of them write, but `--fresh` of the second would take the file away
//! from the first, which goes on acknowledging writes to a file that has no name any more. So each locks a file beside the
//! database, which says who it is. The lock ends with the process, however that ends.

use std::{
    fmt,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

/// How long the process before may take to end: a script may kill it and start the next one at once.
const ENDING: Duration = Duration::from_secs(2);
/// Between two looks at whether it has ended.
const GLANCE: Duration = Duration::from_millis(20);

/// A database that this process alone serves, until this is dropped.
#[derive(Debug)]
pub(crate) struct DatabaseLock {
    path: PathBuf,
    /// The lock belongs to the open file.
    _file: File,
}

/// Who serves a database, as its lock file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub process: u32,
    pub address: String,
}

/// Why a database was not locked.
#[derive(Debug)]
pub enum LockError {
    /// Another process serves it. It has not said yet who it is where `holder` is absent.
    InUse { database: PathBuf, holder: Option<Holder> },
    /// The file beside the database cannot be written, and so neither can the database.
    CannotWrite { path: PathBuf, source: io::Error },
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InUse { database, holder } => {
                write!(f, "{} is in use by another sandbox", database.display())?;
                if let Some(Holder { process, address }) = holder {
                    write!(f, ": process {process}, listening on {address}")?;
                }
                f.write_str(". Stop it, or use another file with --database")
            }
            Self::CannotWrite { path, source } => write!(
                f,
                "cannot write {}: {source}. Use a file in another folder with --database",
                path.display()
            ),
        }
    }
}

impl std::error::Error for LockError {}

impl DatabaseLock {
    /// Locks the database, whether or not it exists yet, for a process that listens on this address.
    pub(crate) fn take(database: &Path, address: &str) -> Result<Self, LockError> {
        let path = lock_path(database);
        let cannot_write = |source| LockError::CannotWrite { path: path.clone(), source };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let deadline = Instant::now() + ENDING;
        loop {
            let mut file = options.open(&path).map_err(cannot_write)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    thread::sleep(GLANCE);
                    continue;
                }
                Err(TryLockError::WouldBlock) => {
                    let mut said = String::new();
                    // Some systems let nobody read a file that another process has locked.
                    let _ = file.read_to_string(&mut said);
                    let holder = Holder::read(&said);
                    return Err(LockError::InUse { database: database.to_owned(), holder });
                }
                Err(TryLockError::Error(source)) => return Err(cannot_write(source)),
            }
            // The process before may have removed the file between opening and locking it.
            if !is_at(&file, &path).map_err(cannot_write)? {
                continue;
            }
            let text = format!("{} {address}\n", std::process::id());
            let written = file.set_len(0).and_then(|()| file.write_all(text.as_bytes()));
            // Made before anything can fail, so that a failure removes the file.
            let lock = Self { path: path.clone(), _file: file };
            return written.map(|()| lock).map_err(cannot_write);
        }
    }
}

impl Drop for DatabaseLock {
    fn drop(&mut self) {
        // While the lock is held: nobody else can hold a file of this name. One that stays is no lock without a process.
        let _ = fs::remove_file(&self.path);
    }
}

impl Holder {
    fn read(text: &str) -> Option<Self> {
        let (process, address) = text.trim_end().split_once(' ')?;
        Some(Self { process: process.parse().ok()?, address: address.to_owned() })
    }
}

/// Beside the file itself, wherever a link or another spelling of the path leads.
fn lock_path(database: &Path) -> PathBuf {
    let found = fs::canonicalize(database).or_else(|_| {
        // A new file: its folder is there, or nothing can be written.
        let name = database.file_name().unwrap_or_default();
        let folder = database.parent().filter(|folder| !folder.as_os_str().is_empty());
        fs::canonicalize(folder.unwrap_or(Path::new("."))).map(|folder| folder.join(name))
    });
    let mut name = found.unwrap_or_else(|_| database.to_owned()).into_os_string();
    name.push(".lock");
    name.into()
}

/// True when this is the file that has the name now.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let ours = file.metadata()?;
    match fs::metadata(path) {
        Ok(named) => Ok((ours.dev(), ours.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Elsewhere an open file keeps its name.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]
mod tests {
    use super::{DatabaseLock, Holder, lock_path};
    use std::{path::Path, thread};

    #[test]
    fn a_holder_is_read_from_what_it_wrote() {
        let holder = Holder { process: 42, address: "http://127.0.0.1:8080".to_owned() };
        assert_eq!(Holder::read("42 http://127.0.0.1:8080\n"), Some(holder));
        for text in ["", "42", "x http://127.0.0.1:8080"] {
            assert_eq!(Holder::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_database_whose_process_is_ending_is_waited_for() {
        let folder = std::env::temp_dir().join(format!("guidepost-lock-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let database = folder.join("account.sqlite3");
        let before = DatabaseLock::take(&database, "http://127.0.0.1:1").unwrap();
        let next = thread::spawn({
            let database = database.clone();
            move || DatabaseLock::take(&database, "http://127.0.0.1:2").map(drop)
        });
        drop(before);
        next.join().unwrap().unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn every_spelling_of_a_path_has_one_lock() {
        let here = std::env::current_dir().unwrap();
        let lock = lock_path(&here.join("account.sqlite3"));
        assert_eq!(lock.file_name().unwrap(), "account.sqlite3.lock");
        for path in ["account.sqlite3", "./account.sqlite3", "src/../account.sqlite3"] {
            let whole = here.join(path);
            assert_eq!(lock_path(&whole), lock, "{path}");
        }
        assert_eq!(lock_path(Path::new("./account.sqlite3")), lock);
    }
}
