//! Unsaved drafts in the browser's local storage: a reload, a closed tab or an ended session loses nothing.
//!
//! A draft belongs to one person in one account, and to the tab it is typed in: the key says which. It is removed when
//! it is saved or discarded, and after four weeks.

mod discarded;
mod keeper;
mod shelf;
mod storage;

use guidepost_model::{AnyId, Attempts, Kind, PermissionGroupId, Resource, SegmentId};
use serde::{Deserialize, Serialize};

pub use discarded::WantedBack;
pub use keeper::{DraftKeeper, Person};
pub use shelf::{KeptDraft, Shelf, remove_expired};

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
    /// The form, as it stands in storage keys.
    pub fn form(self) -> String {
        let kind = Id::KIND.wrapper();
        match self {
            Self::New => format!("{kind}/new"),
            Self::CopyOf(id) => format!("{kind}/copy/{id}"),
            Self::Existing(id) => format!("{kind}/{id}"),
        }
    }
}

/// A draft, and what its form was opened on: needed to tell what somebody else changed meanwhile.
#[derive(Clone, Serialize, Deserialize)]
#[serde(bound = "T: Resource")]
pub struct StoredDraft<T: Resource> {
    /// The object as it was when the form was opened; `None` for a new one.
    pub base: Option<T>,
    /// What the form held.
    pub draft: T::Draft,
    /// Creations that were sent and may have arrived.
    #[serde(default)]
    pub attempts: Option<Attempts<T>>,
}

impl<T: Resource<Id: DraftId>> StoredDraft<T> {
    /// Puts a draft where the form that is opened next finds it. `owner` is whose it is.
    pub fn hand_to(&self, owner: &str, key: DraftKey<T::Id>) {
        Shelf::new(owner, &key.form()).hand_over(self);
    }
}
