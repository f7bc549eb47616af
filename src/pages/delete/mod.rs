//! Deleting segments and permission groups, from wherever it is asked: what uses them is looked up first. One that
//! certainly nothing uses goes at once with a way back; the rest is confirmed, and several are deleted one by one.

mod confirm;
mod dialog;
mod impact;
mod job;
mod leftovers;
mod objects;
mod outcome;
mod running;
mod undo;
mod uses;

use std::sync::Arc;

use guidepost_model::{AnyId, Kind, Resource};
use leptos::prelude::*;

use crate::{
    api::Failure,
    chunks,
    session::Session,
    store::{PermissionGroups, Segments, pending_deletions},
    ui::{Action, Lazy, PlainData, Show, Toasts, shared},
};
pub use dialog::DeleteDialog;
use job::Job;
pub use leftovers::LeftoverDeletions;
use uses::Uses;

/// One object to delete.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Target {
    kind: Kind,
    id: u64,
    name: String,
    /// The list's filters hide it from the user who selected it.
    hidden: bool,
}

impl PlainData for Target {}

#[derive(Clone)]
enum Stage {
    Idle,
    /// What uses them is being looked up. With `asks`, the dialog comes whatever that finds.
    Checking {
        targets: Vec<Target>,
        asks: bool,
    },
    /// What uses them could not be found out.
    Unknown {
        targets: Vec<Target>,
        asks: bool,
        failure: Failure,
    },
    /// The user decides.
    Confirm(Vec<(Target, Uses)>),
    /// They are being deleted.
    Running(Job),
}

/// The one deletion under way; from the root.
#[derive(Clone, Copy)]
pub struct Deletion {
    session: Session,
    segments: Segments,
    groups: PermissionGroups,
    toasts: Toasts,
    stage: RwSignal<Stage>,
    /// Kinds and ids of those whose undo is still offered on this page.
    undoable: StoredValue<Vec<(Kind, u64)>>,
}

impl Deletion {
    /// Nothing is being deleted.
    pub fn new(
        session: Session,
        segments: Segments,
        groups: PermissionGroups,
        toasts: Toasts,
    ) -> Self {
        let stage = RwSignal::new(Stage::Idle);
        Self { session, segments, groups, toasts, stage, undoable: StoredValue::new(Vec::new()) }
    }

    /// The deletion of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// Begins to delete an object from its own menu or form. What follows is in the dialog's chunk.
    pub fn ask<T: Resource>(self, object: &T) {
        self.begin(vec![target(object, false)], false);
    }

    /// Begins to delete what a list has selected, or its current row by a key. The dialog always comes; it marks those
    /// that are `hidden` from view and offers to leave them out.
    pub fn ask_about_selection<T: Resource>(self, objects: &[Arc<T>], hidden: impl Fn(&T) -> bool) {
        self.begin(objects.iter().map(|object| target(&**object, hidden(object))).collect(), true);
    }

    fn begin(self, targets: Vec<Target>, asks: bool) {
        if !targets.is_empty() {
            self.stage.set(Stage::Checking { targets, asks });
        }
    }

    /// Its dialog could not be had.
    fn give_up(self) {
        let mut stage = Stage::Idle;
        self.stage.update(|now| std::mem::swap(now, &mut stage));
        let (targets, asks) = match stage {
            Stage::Idle => return,
            Stage::Checking { targets, asks } | Stage::Unknown { targets, asks, .. } => {
                (targets, asks)
            }
            Stage::Confirm(checked) => {
                (checked.into_iter().map(|(target, _)| target).collect(), true)
            }
            Stage::Running(job) => (job.targets, true),
        };
        let text =
            "The delete dialog couldn’t be loaded, so nothing was deleted. Check the connection.";
        self.toasts.fail(text, Some(again(targets, asks)));
    }

    fn cancel(self) {
        self.stage.set(Stage::Idle);
    }
}

/// Begins again with what was not deleted.
fn again(targets: Vec<Target>, asks: bool) -> Action {
    let begin: fn(&Vec<Target>) = if asks {
        |targets| Deletion::expect().begin(targets.clone(), true)
    } else {
        |targets| Deletion::expect().begin(targets.clone(), false)
    };
    Action::new(targets, begin)
}

fn target<T: Resource>(object: &T, hidden: bool) -> Target {
    Target { kind: T::KIND, id: object.id().get(), name: object.display_name().to_owned(), hidden }
}

/// Where the dialog of the deletion under way shows, and what an earlier page left behind. One for the app.
#[component]
pub fn DeleteDialogPlace() -> impl IntoView {
    let deletion = Deletion::expect();
    let failed = Callback::new(move |_| {
        deletion.give_up();
        ().into_any()
    });
    // What can't be loaded now is told at the next start.
    let later = Callback::new(|_| ().into_any());
    view! {
        <Show when=move || !deletion.stage.with(|stage| matches!(stage, Stage::Idle))>
            <Lazy load=chunks::delete_dialog failed/>
        </Show>
        {pending_deletions::any()
            .then(|| view! { <Lazy load=chunks::leftover_deletions failed=later/> })}
    }
}
