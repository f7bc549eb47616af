//! What is wrong with the arguments.

use std::{fmt, net::SocketAddr};

use guidepost_sandbox::{NoPublicUrl, SwitchError};

/// What is wrong with the arguments.
#[derive(Debug)]
pub enum UsageError {
    NoCommand,
    UnknownCommand(String),
    NotLoopback(SocketAddr),
    /// SQLite takes an empty name for a file that is deleted when it is closed.
    NoDatabase,
    RateLimit(String),
    PublicUrl(NoPublicUrl),
    /// Two public addresses with one host.
    PublicHostTwice(String),
    /// A certificate without a key, or a key without a certificate.
    TlsHalf,
    /// `--switch` with something else than `NAME=VALUE`.
    SwitchShape(String),
    Switch(SwitchError),
    Argument(lexopt::Error),
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCommand => f.write_str("a command is missing: guidepost-server sandbox"),
            Self::UnknownCommand(name) => {
                write!(f, "there is no command “{name}”: guidepost-server sandbox")
            }
            Self::NotLoopback(address) => write!(
                f,
                "--listen {address} would let other machines in, and everybody knows the sandbox's credentials: \
                 listen on 127.0.0.1 or [::1]"
            ),
            Self::NoDatabase => {
                f.write_str("--database needs the path of a file, or :memory: to keep nothing")
            }
            Self::RateLimit(text) => write!(
                f,
                "--rate-limit is a number of requests a minute, at least 1, or “plan”; not “{text}”"
            ),
            Self::PublicUrl(error) => write!(f, "--public-url: {error}"),
            Self::PublicHostTwice(host) => write!(f, "--public-url names {host} twice"),
            Self::TlsHalf => f.write_str("--tls-cert and --tls-key need each other"),
            Self::SwitchShape(text) => write!(f, "--switch takes NAME=VALUE, not “{text}”"),
            Self::Switch(error) => write!(f, "--switch: {error}"),
            Self::Argument(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for UsageError {}

impl From<lexopt::Error> for UsageError {
    fn from(error: lexopt::Error) -> Self {
        Self::Argument(error)
    }
}

impl From<NoPublicUrl> for UsageError {
    fn from(error: NoPublicUrl) -> Self {
        Self::PublicUrl(error)
    }
}

impl From<SwitchError> for UsageError {
    fn from(error: SwitchError) -> Self {
        Self::Switch(error)
    }
}
