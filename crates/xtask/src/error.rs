//! Why a task stopped, said so that the reader knows what to do next.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitStatus;
use std::time::Duration;

#[derive(Debug)]
pub(crate) enum Error {
    /// Reading or writing something failed.
    Io { doing: String, source: io::Error },
    /// A program could not be started.
    NotStarted { program: String, source: io::Error },
    /// A program ran and said no; what it printed is above.
    Failed { command: String, status: ExitStatus },
    /// A program ran far longer than it ever should, and was stopped.
    Endless { command: String, limit: Duration },
    /// Something is missing that the task could not set up by itself.
    Missing { what: String, remedy: String },
    /// The lock file does not name a package that the tools must match.
    NotLocked(&'static str),
    /// The app could not be cut into its parts.
    Split(String),
    /// The built page would not work under the site's Content-Security-Policy.
    Page(String),
    /// A first visit would have to load too much.
    OverBudget { bytes: u64, budget: u64 },
    /// The server did not start, or stopped by itself.
    Server(String),
    /// Something else listens on the address.
    PortTaken(String),
    /// A request that is to be measured was not answered as it should be.
    Unanswered { path: String, reason: String },
    /// A part that was measured by another program came out as something else than figures.
    Figures(String),
    /// The names of the parts that failed.
    Parts(Vec<String>),
}

impl Error {
    pub(crate) fn io(doing: &str, path: &Path) -> impl FnOnce(io::Error) -> Error {
        let doing = format!("{doing} {}", path.display());
        |source| Error::Io { doing, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Io { doing, source } => write!(f, "{doing}: {source}"),
            Error::NotStarted { program, source } => {
                write!(f, "`{program}` could not be started: {source}")
            }
            Error::Failed { command, status } => write!(f, "`{command}` failed ({status})"),
            Error::Endless { command, limit } => {
                write!(f, "`{command}` did not end within {} s", limit.as_secs())
            }
            Error::Missing { what, remedy } => write!(f, "{what}\n\n    {remedy}"),
            Error::NotLocked(package) => write!(f, "Cargo.lock names no version of {package}"),
            Error::Split(reason) => write!(f, "the app could not be split: {reason}"),
            Error::Page(reason) => write!(f, "index.html {reason}"),
            Error::OverBudget { bytes, budget } => write!(
                f,
                "a first visit loads {bytes} bytes, {} more than the budget of {budget}",
                bytes - budget
            ),
            Error::Server(reason) => write!(f, "guidepost-server {reason}"),
            Error::PortTaken(address) => write!(
                f,
                "something else listens on {address} already; choose another address:\n\n    \
                 cargo xtask serve --listen 127.0.0.1:8081"
            ),
            Error::Unanswered { path, reason } => write!(f, "{path} was not answered: {reason}"),
            Error::Figures(text) => write!(f, "these are no figures: {text}"),
            Error::Parts(names) => write!(f, "failed: {}", names.join(", ")),
        }
    }
}
