//! Unsaved drafts in the browser's local storage: a reload, a closed tab or an ended session loses nothing.

use guidepost_model::{SegmentDraft, SegmentId, UserSegment};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use web_sys::Storage;

/// Which form a draft belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftKey {
    /// A new segment.
    New,
    /// A new segment that began as a copy.
    CopyOf(SegmentId),
    /// A segment that exists.
    Existing(SegmentId),
}

impl DraftKey {
    fn storage_key(self) -> String {
        match self {
            Self::New => "guidepost.draft.segment.new".into(),
            Self::CopyOf(id) => format!("guidepost.draft.segment.copy.{id}"),
            Self::Existing(id) => format!("guidepost.draft.segment.{id}"),
        }
    }
}

/// A draft, and what its form was opened on: needed to tell what somebody else changed meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredDraft {
    /// The segment as it was when the form was opened; `None` for a new one.
    pub base: Option<UserSegment>,
    /// What the form held.
    pub draft: SegmentDraft,
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The draft that waits for this form. One that can't be read counts as none.
pub fn load(key: DraftKey) -> Option<StoredDraft> {
    read(&key.storage_key())
}

/// Keeps the draft; where the browser has no storage, it lives as long as the page.
pub fn save(key: DraftKey, draft: &StoredDraft) {
    write(&key.storage_key(), draft);
}

/// Forgets the draft.
pub fn remove(key: DraftKey) {
    erase(&key.storage_key());
}

/// What is kept under a key.
pub fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = storage()?.get_item(key).ok()??;
    serde_json::from_str(&text).ok()
}

/// Keeps something under a key.
pub fn write<T: Serialize>(key: &str, value: &T) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(value)) {
        let _ = storage.set_item(key, &text);
    }
}

/// Forgets what is kept under a key.
pub fn erase(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}
