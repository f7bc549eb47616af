//! Unsaved drafts in the browser's local storage: a reload, a closed tab or an ended session loses nothing.

use guidepost_model::{AnyId, Kind, PermissionGroupId, Resource, SegmentId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use web_sys::Storage;

/// The id of something that has a form, and so may have a draft.
pub trait DraftId: AnyId {
    /// What it is the id of.
    const KIND: Kind;
}

impl DraftId for SegmentId {
    const KIND: Kind = Kind::Segment;
}

impl DraftId for PermissionGroupId {
    const KIND: Kind = Kind::PermissionGroup;
}

/// Which form a draft belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftKey<Id> {
    /// A new object.
    New,
    /// A new object that began as a copy.
    CopyOf(Id),
    /// An object that exists.
    Existing(Id),
}

impl<Id: DraftId> DraftKey<Id> {
    fn storage_key(self) -> String {
        let kind = match Id::KIND {
            Kind::Segment => "segment",
            Kind::PermissionGroup => "permission_group",
        };
        match self {
            Self::New => format!("guidepost.draft.{kind}.new"),
            Self::CopyOf(id) => format!("guidepost.draft.{kind}.copy.{id}"),
            Self::Existing(id) => format!("guidepost.draft.{kind}.{id}"),
        }
    }
}

/// A draft, and what its form was opened on: needed to tell what somebody else changed meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "T: Resource")]
pub struct StoredDraft<T: Resource> {
    /// The object as it was when the form was opened; `None` for a new one.
    pub base: Option<T>,
    /// What the form held.
    pub draft: T::Draft,
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The draft that waits for this form. One that can't be read counts as none.
pub fn load<T: Resource<Id: DraftId>>(key: DraftKey<T::Id>) -> Option<StoredDraft<T>> {
    read(&key.storage_key())
}

/// Keeps the draft; where the browser has no storage, it lives as long as the page.
pub fn save<T: Resource<Id: DraftId>>(key: DraftKey<T::Id>, draft: &StoredDraft<T>) {
    write(&key.storage_key(), draft);
}

/// Forgets the draft.
pub fn remove<Id: DraftId>(key: DraftKey<Id>) {
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
