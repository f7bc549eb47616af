//! What stands where the list goes, and a message when the list hides what somebody comes back to.

use guidepost_model::{ErrorKind, Resource};
use leptos::prelude::*;

use super::{Found, Listing};
use crate::{
    store::{Collection, Progress},
    ui::{Action, Effect, PlainData, Router, Toasts},
};

/// What stands where the list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    /// The first page has not arrived.
    Skeleton,
    /// It failed, and nothing had arrived before.
    Nothing,
    /// The signed-in user may not see it.
    NoAccess,
    /// What has arrived.
    Rows,
}

impl Shows {
    /// Tracks.
    pub(crate) fn now<T: Listing>(collection: Collection<T>) -> Self {
        match collection.progress() {
            _ if !collection.all().is_empty() => Self::Rows,
            Progress::Loading => Self::Skeleton,
            Progress::Complete => Self::Rows,
            Progress::Failed(failure) if failure.kind() == Some(ErrorKind::Forbidden) => {
                Self::NoAccess
            }
            Progress::Failed(_) => Self::Nothing,
        }
    }
}

/// Somebody comes back from a form, and the list's search hides what was saved: that is said, with a way to see it.
pub(crate) fn say_if_hidden<T: Listing>(collection: Collection<T>, found: Memo<Found<T>>) {
    let toasts = Toasts::expect();
    Effect::new(move |_| {
        let Some(id) = collection.reveal.get_untracked() else { return };
        let hidden = found.with_untracked(|found| found.iter().all(|row| row.id() != id));
        if hidden && collection.find(id).is_some() {
            collection.reveal.set(None);
            let show_all = Action::new(Hidden::<T>(id), |Hidden(id)| {
                Collection::<T>::expect().reveal.set(Some(*id));
                Router::expect().go(T::PATH);
            });
            toasts.offer("The list’s search hides it", "Show all", show_all);
        }
    });
}

/// What the list's search hides.
struct Hidden<T: Resource>(T::Id);

impl<T: Resource> PlainData for Hidden<T> {}
