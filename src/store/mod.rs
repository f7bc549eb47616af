//! What was loaded, shared by all screens from the root.

mod applicable;
mod collection;
pub mod drafts;
mod names;

pub use applicable::Applicable;
pub use collection::{Collection, PermissionGroups, Progress, Segments};
pub use drafts::{DraftKey, StoredDraft};
pub use names::{Name, Names, missing, places};
