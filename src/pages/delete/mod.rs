//! Deleting segments and permission groups, from wherever it is asked: what they are used by is looked up first. One
//! that nothing uses goes at once with a way back; the rest is confirmed, and several are deleted one by one.

mod confirm;
mod dialog;
mod impact;
mod job;
mod running;
mod uses;

use std::sync::Arc;

use guidepost_model::{AnyId, ErrorKind, Kind, PermissionGroup, Resource, UserSegment};
use leptos::prelude::*;

use crate::{
    api::Failure,
    chunks,
    session::Session,
    store::{Collection, DraftId, DraftKey, PermissionGroups, Segments, drafts},
    ui::{Action, Lazy, PlainData, Show, Toasts, shared, spawn_for_app},
};
pub use dialog::DeleteDialog;
use job::Job;
use uses::Uses;

/// One object to delete.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Target {
    kind: Kind,
    id: u64,
    name: String,
}

impl PlainData for Target {}

#[derive(Clone)]
enum Stage {
    Idle,
    /// What uses them is being looked up.
    Checking(Vec<Target>),
    /// What uses them could not be found out.
    Unknown(Vec<Target>, Failure),
    /// The person decides.
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
}

impl Deletion {
    /// Nothing is being deleted.
    pub fn new(
        session: Session,
        segments: Segments,
        groups: PermissionGroups,
        toasts: Toasts,
    ) -> Self {
        Self { session, segments, groups, toasts, stage: RwSignal::new(Stage::Idle) }
    }

    /// The deletion of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// Begins to delete these objects. What follows is in the dialog's chunk.
    pub fn ask<T: Resource>(self, objects: Vec<Arc<T>>) {
        let target = |object: &Arc<T>| Target {
            kind: T::KIND,
            id: object.id().get(),
            name: object.display_name().to_owned(),
        };
        self.begin(objects.iter().map(target).collect());
    }

    fn begin(self, targets: Vec<Target>) {
        if !targets.is_empty() {
            self.stage.set(Stage::Checking(targets));
        }
    }

    /// Looks up what uses them, and goes on from there.
    fn check(self, targets: Vec<Target>) {
        spawn_for_app(async move {
            let outcome = self.look_up(&targets).await;
            // Somebody closed the dialog meanwhile.
            if !self.is_checking() {
                return;
            }
            let next = match outcome {
                Err(failure) => Stage::Unknown(targets, failure),
                Ok(checked) => match checked.as_slice() {
                    [(target, uses)] if uses.are_none() => {
                        self.stage.try_set(Stage::Idle);
                        return self.delete_unless_undone(target.clone());
                    }
                    _ => Stage::Confirm(checked),
                },
            };
            self.stage.try_set(next);
        });
    }

    fn is_checking(self) -> bool {
        self.stage.try_with_untracked(|stage| matches!(stage, Stage::Checking(_))).unwrap_or(false)
    }

    /// Its dialog could not be had.
    fn give_up(self) {
        let mut stage = Stage::Idle;
        self.stage.update(|now| std::mem::swap(now, &mut stage));
        let targets = match stage {
            Stage::Idle => return,
            Stage::Checking(targets) | Stage::Unknown(targets, _) => targets,
            Stage::Confirm(checked) => checked.into_iter().map(|(target, _)| target).collect(),
            Stage::Running(job) => job.targets,
        };
        let text =
            "The delete dialog couldn’t be loaded, so nothing was deleted. Check the connection.";
        self.toasts.fail(text, Some(again(targets)));
    }

    fn cancel(self) {
        self.stage.set(Stage::Idle);
    }

    /// The row goes now, the request follows when the time for undoing is over.
    fn delete_unless_undone(self, target: Target) {
        self.hide(&target, true);
        self.toasts.undoable(
            format!("Deleted “{}”", target.name),
            Action::new(target.clone(), |target| Self::expect().hide(target, false)),
            Some(Action::new(target, |target| Self::expect().delete_now(target.clone()))),
        );
    }

    fn delete_now(self, target: Target) {
        spawn_for_app(async move {
            if let Err(failure) = self.delete(&target).await {
                self.hide(&target, false);
                let text = format!("Couldn’t delete “{}”. {failure}", target.name);
                self.toasts.fail(text, Some(again(vec![target])));
            }
        });
    }

    /// Takes an object out of its list as long as its deletion can be undone, or puts it back.
    fn hide(self, target: &Target, hidden: bool) {
        fn hide<T: Resource>(collection: Collection<T>, id: u64, hidden: bool) {
            if hidden { collection.hide(id.into()) } else { collection.unhide(id.into()) }
        }
        match target.kind {
            Kind::Segment => hide(self.segments, target.id, hidden),
            Kind::PermissionGroup => hide(self.groups, target.id, hidden),
        }
    }

    /// Deletes one object. One that is gone already counts as deleted.
    async fn delete(self, target: &Target) -> Result<(), Failure> {
        let client = self.session.client();
        let outcome = match target.kind {
            Kind::Segment => client.delete::<UserSegment>(target.id.into()).await,
            Kind::PermissionGroup => client.delete::<PermissionGroup>(target.id.into()).await,
        };
        if let Err(failure) = outcome
            && failure.kind() != Some(ErrorKind::NotFound)
        {
            return Err(failure);
        }
        fn forget<T: Resource<Id: DraftId>>(collection: Collection<T>, id: T::Id) {
            collection.remove(id);
            drafts::remove(DraftKey::Existing(id));
        }
        match target.kind {
            Kind::Segment => forget(self.segments, target.id.into()),
            Kind::PermissionGroup => forget(self.groups, target.id.into()),
        }
        Ok(())
    }

    fn run(self, targets: Vec<Target>) {
        let job = self.session.in_app(|| Job::new(targets));
        self.stage.set(Stage::Running(job.clone()));
        job.run(self);
    }
}

/// Begins again with what was not deleted.
fn again(targets: Vec<Target>) -> Action {
    Action::new(targets, |targets| Deletion::expect().begin(targets.clone()))
}

/// Where the dialog of the deletion under way shows. One for the app.
#[component]
pub fn DeleteDialogPlace() -> impl IntoView {
    let deletion = Deletion::expect();
    let failed = Callback::new(move |_| {
        deletion.give_up();
        ().into_any()
    });
    view! {
        <Show when=move || !deletion.stage.with(|stage| matches!(stage, Stage::Idle))>
            <Lazy load=chunks::delete_dialog failed/>
        </Show>
    }
}
