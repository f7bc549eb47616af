//! How the tests speak: an account to act on from outside, a page with the app in it, and what a person does there.
//!
//! Every helper waits until what it needs is there and gives up with the text of the page; none of them sleeps.

mod account;
mod act;
mod browser;
mod clock;
mod fault;
mod find;
mod groups;
mod history;
mod narrow;
mod network;
mod page;
mod paper;
mod see;
mod wait;

pub use account::{Account, SEGMENTS};
pub use clock::{hide_tab, hurry};
pub use fault::{Fault, on};
pub use find::{name_of, shown_text};
pub use groups::GROUPS;
pub use page::Page;
pub use wait::{turn, until};
