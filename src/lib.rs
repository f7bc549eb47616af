//! Guidepost, the access console for Zendesk help centers: the browser app.

mod app;
mod chunks;
mod crash;
mod pages;
mod shell;

pub mod api;
pub mod session;
pub mod store;
pub mod ui;

pub use app::App;
pub use crash::show_crash_on_panic;
