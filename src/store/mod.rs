//! What was loaded, shared by all screens from the root.

pub mod drafts;
mod names;
mod segments;

pub use drafts::{DraftKey, StoredDraft};
pub use names::{Name, Names, missing};
pub use segments::{Progress, Segments, places};
