//! How far saving is, and how the last attempt ended.

use guidepost_model::{Change, Merge, Resource};
use leptos::prelude::*;

use crate::{api::Failure, store::Arrival, ui::Leaving};

/// Where saving is.
#[derive(Clone, PartialEq)]
pub(super) enum Stage<T: Resource> {
    /// The form is being filled in.
    Editing,
    /// What would be saved is being looked at.
    Review(T::Valid),
    /// It is being saved.
    Saving(T::Valid),
    /// Somebody else changed the object meanwhile.
    Conflict(Box<Conflicting<T>>),
    /// Somebody else deleted it meanwhile.
    Deleted,
    /// The answer to a creation was lost, and whether it took place is not known.
    Doubt(T::Valid),
    /// An earlier attempt to create it may have made this object. Nothing was sent.
    Exists(T::Valid, Box<T>),
    /// The person is leaving with unsaved changes.
    Leaving(Leaving),
}

/// What two people made of an object, and the object as the account has it.
#[derive(Clone, PartialEq)]
pub(super) struct Conflicting<T: Resource> {
    pub(super) merge: Merge<T::Draft>,
    pub(super) latest: T,
}

/// How the last attempt ended, for the person at the form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attempt {
    /// Why it failed.
    pub(super) failure: RwSignal<Option<Failure>>,
    /// Whether it may have taken effect all the same.
    pub(super) arrival: RwSignal<Arrival>,
    /// What the account stored otherwise than it was sent.
    pub(super) stored_otherwise: RwSignal<Vec<Change>>,
}
