//! What was loaded, shared by all screens from the root.

mod applicable;
mod articles;
mod collection;
pub mod drafts;
mod names;

pub use applicable::Applicable;
pub use articles::{Articles, Counting};
pub use collection::{Collection, PermissionGroups, Progress, Segments};
pub use drafts::{DraftId, DraftKey, StoredDraft};
pub use names::{Name, Names, missing, places};
