//! What journeys and measurements stand on: [`journey`] starts everything, [`App`] is what a person sees of it.
//!
//! Everything waits until what it looks for is there, and panics with a sentence that says what was not.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "this is for tests only"
)]

mod account;
mod appearance;
mod axe;
mod browser;
mod database;
mod dialog;
pub mod environment;
mod form;
mod journey;
mod list;
mod matrix;
mod permission_groups;
mod process;

pub use account::{Account, SEGMENTS};
pub use appearance::Theme;
pub use browser::{Browser, Role};
pub use database::Database;
pub use form::Picker;
pub use journey::{App, journey, journey_on};
pub use permission_groups::GROUPS;
pub use process::Process;
