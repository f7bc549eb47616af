//! What was loaded, shared by all screens from the root.

mod applicable;
mod articles;
mod collection;
pub mod drafts;
mod names;
pub mod pending_deletions;
mod safe_write;
mod tab;

pub use applicable::Applicable;
pub use articles::{Articles, Counting, Reach};
pub use collection::{Collection, PermissionGroups, Progress, Segments};
pub use drafts::{DraftId, DraftKeeper, DraftKey, StoredDraft};
pub use names::{Name, Names, missing};
pub use pending_deletions::PendingDeletion;
pub use safe_write::{Arrival, Creation, Update, look_up, safe_create, safe_update};
pub use tab::follow_tab;
