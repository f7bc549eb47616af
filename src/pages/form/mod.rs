//! The form of one object, whatever its kind: drafts, validation, saving with all that can go wrong, and leaving.
//! A kind brings its fields and its panel, and says in `Editable` what else differs.

mod conflict;
mod dialogs;
mod editable;
mod editor;
mod kept;
mod leave;
mod loaded;
mod name;
mod notices;
mod panel;
mod review;
mod save;
mod save_bar;
mod stage;
mod state;
mod watch;
mod words;

pub(super) use editable::{Check, Editable};
pub(super) use editor::Editor;
pub(super) use leave::LeaveDialog;
pub(super) use loaded::{Crumbs, Loaded};
pub(super) use name::NameField;
pub(super) use panel::YourChanges;
pub(super) use save_bar::SaveBar;
pub(super) use state::{Form, FormState};

/// The object that the address names.
#[derive(Debug, Clone, Copy)]
pub struct Opened<Id>(pub Option<Id>);
