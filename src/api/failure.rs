//! Why a request did not do what was asked, in words for the person who asked.

use std::fmt;

use guidepost_model::{ApiError, ErrorKind};

/// Every way in which a request fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The browser has no connection at all.
    Offline,
    /// No answer came: the server is gone, or the connection broke.
    Unreachable,
    /// No answer came in time.
    Timeout,
    /// Somebody stopped waiting for the account's request limit.
    Stopped,
    /// A list led back to a page that was read already, or went on after an empty one.
    Incomplete,
    /// The server refused.
    Refused(ApiError),
    /// An answer that is not what the API sends, such as a proxy's page.
    Unreadable {
        /// Its status.
        status: u16,
        /// What was wrong with it.
        detail: String,
    },
}

impl Failure {
    /// The kind of refusal, if it is one.
    pub fn kind(&self) -> Option<ErrorKind> {
        match self {
            Self::Refused(error) => Some(error.kind),
            _ => None,
        }
    }

    /// True when the request may have taken effect although no usable answer came.
    pub fn leaves_doubt(&self) -> bool {
        match self {
            // The browser says that it is offline also when the connection goes while a request is out.
            Self::Offline | Self::Unreachable | Self::Timeout | Self::Unreadable { .. } => true,
            Self::Refused(error) => error.kind == ErrorKind::Server,
            Self::Stopped | Self::Incomplete => false,
        }
    }

    /// A few words for a headline.
    pub fn title(&self) -> String {
        match self {
            Self::Offline => "You are offline".into(),
            Self::Unreachable => "Can’t reach Zendesk".into(),
            Self::Timeout => "Zendesk didn’t answer in time".into(),
            Self::Stopped => "Stopped waiting for the request limit".into(),
            Self::Incomplete => "The list may be incomplete".into(),
            Self::Unreadable { .. } => "This isn’t an answer from Zendesk".into(),
            Self::Refused(error) => match error.kind {
                ErrorKind::Unauthenticated => "You’ve been signed out".into(),
                ErrorKind::Forbidden => "You don’t have permission".into(),
                ErrorKind::NotFound => "It no longer exists".into(),
                ErrorKind::Conflict => "Something else changed it first".into(),
                ErrorKind::Invalid => "Zendesk didn’t accept this".into(),
                ErrorKind::RateLimited => "The account’s request limit is used up".into(),
                ErrorKind::Server => format!("Zendesk returned an error ({})", error.status),
                ErrorKind::Other => format!("Zendesk answered with status {}", error.status),
            },
        }
    }

    /// What happened in the server's words, or what to do.
    pub fn advice(&self) -> String {
        match self {
            Self::Offline => "Try again when the connection is back.".into(),
            Self::Unreachable => "Check the connection, then try again.".into(),
            Self::Timeout => "It may be busy. Try again in a moment.".into(),
            Self::Stopped => "Try again when you are ready.".into(),
            Self::Incomplete => "Zendesk sent the same page twice or an empty one.".into(),
            Self::Unreadable { status, detail } => {
                format!("Status {status}: {detail}. A proxy or sign-in page may be in between.")
            }
            Self::Refused(error) => match error.kind {
                ErrorKind::Unauthenticated => "Sign in to continue.".into(),
                ErrorKind::Forbidden => {
                    format!("Only help center managers can change this. {}", quoted(error))
                }
                ErrorKind::Server if error.says_nothing() => "Try again in a moment.".into(),
                ErrorKind::Server => {
                    format!("“{}”. Try again in a moment.", words_of(error))
                }
                _ => quoted(error),
            },
        }
    }
}

/// The server's words, in a sentence of ours.
fn quoted(error: &ApiError) -> String {
    format!("Zendesk said: “{}”.", words_of(error))
}

fn words_of(error: &ApiError) -> String {
    error.to_string().trim_end_matches('.').to_owned()
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {}", self.title(), self.advice())
    }
}

impl std::error::Error for Failure {}
