//! The only place that knows URLs: requests to the account, their retries and their failures.

mod articles;
mod client;
mod directory;
mod failure;
mod pause;
mod resources;
mod segments;
mod transport;

pub use articles::ArticlesAt;
pub use client::Client;
pub use failure::Failure;
pub use pause::Pause;
pub use transport::{Answer, Method, Transport};
