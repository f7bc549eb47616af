//! What the journeys stand on: [`journey`] starts everything, [`App`] is what a person sees of it.

mod account;
mod appearance;
mod axe;
mod browser;
mod dialog;
mod environment;
mod form;
mod journey;
mod list;
mod process;

pub use account::{Account, SEGMENTS};
pub use appearance::Theme;
pub use browser::{Browser, Role};
pub use form::Picker;
pub use journey::{App, journey};
