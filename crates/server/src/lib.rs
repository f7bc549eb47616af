//! guidepost-server: serves the app, with a sandbox account behind it. A library too, so that tests start it.

mod command_line;
mod connection;
mod host;
mod lock;
mod oauth_client;
mod refusal;
mod sandbox;
mod site;
mod stream;
mod tls;
mod unread;
mod usage_error;

pub use command_line::{Command, SandboxOptions, help, parse};
pub use connection::serve;
pub use lock::{Holder, LockError};
pub use sandbox::{Service, StartError, service};
pub use tls::{Tls, TlsError, TlsFiles};
pub use usage_error::UsageError;
