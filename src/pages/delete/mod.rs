//! Deleting segments, from wherever it is asked: what they are used by is looked up first. One that nothing uses goes
//! at once with a way back; the rest is confirmed, and several are deleted one by one.

mod confirm;
mod dialog;
mod job;
mod running;

use std::sync::Arc;

use guidepost_model::{ErrorKind, SegmentId, UserSegment};
use leptos::{prelude::*, task::spawn_local};

use super::parts::{Usage, load_usage};
use crate::{
    api::Failure,
    chunks,
    session::Session,
    store::{DraftKey, Segments, drafts},
    ui::{Lazy, Show, Toasts},
};
pub use dialog::DeleteDialog;
use job::Job;

type Target = Arc<UserSegment>;

#[derive(Clone)]
enum Stage {
    Idle,
    /// What uses them is being looked up.
    Checking(Vec<Target>),
    /// What uses them could not be found out.
    Unknown(Vec<Target>, Failure),
    /// The person decides.
    Confirm(Vec<(Target, Usage)>),
    /// They are being deleted.
    Running(Job),
}

/// The one deletion under way; from the root.
#[derive(Clone, Copy)]
pub struct Deletion {
    session: Session,
    segments: Segments,
    toasts: Toasts,
    stage: RwSignal<Stage>,
    /// The app's: a deletion under way outlives the dialog that began it.
    owner: StoredValue<Owner>,
}

impl Deletion {
    /// Nothing is being deleted.
    pub fn new(session: Session, segments: Segments, toasts: Toasts) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        Self { session, segments, toasts, stage: RwSignal::new(Stage::Idle), owner }
    }

    /// The deletion of the app around this component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Begins to delete these segments. What follows is in the dialog's chunk.
    pub fn ask(self, targets: Vec<Target>) {
        if !targets.is_empty() {
            self.stage.set(Stage::Checking(targets));
        }
    }

    /// Looks up what uses the segments, and goes on from there.
    fn check(self, targets: Vec<Target>) {
        let client = self.session.client();
        spawn_local(async move {
            let mut checked = Vec::with_capacity(targets.len());
            for target in &targets {
                match load_usage(&client, target.id).await {
                    Ok(usage) => checked.push((target.clone(), usage)),
                    Err(failure) => {
                        if self.is_checking() {
                            self.stage.try_set(Stage::Unknown(targets, failure));
                        }
                        return;
                    }
                }
            }
            // Somebody closed the dialog meanwhile.
            if !self.is_checking() {
                return;
            }
            match checked.as_slice() {
                [(target, usage)] if usage.is_empty() => {
                    let target = target.clone();
                    self.stage.try_set(Stage::Idle);
                    self.delete_unless_undone(target);
                }
                _ => {
                    self.stage.try_set(Stage::Confirm(checked));
                }
            }
        });
    }

    fn is_checking(self) -> bool {
        self.stage.try_with_untracked(|stage| matches!(stage, Stage::Checking(_))).unwrap_or(false)
    }

    /// Its dialog could not be had.
    fn give_up(self) {
        let targets = match self.stage.get_untracked() {
            Stage::Idle => return,
            Stage::Checking(targets) | Stage::Unknown(targets, _) => targets,
            Stage::Confirm(checked) => checked.into_iter().map(|(target, _)| target).collect(),
            Stage::Running(job) => job.targets,
        };
        self.cancel();
        // The app's: the message outlives the place where the dialog was missing.
        let retry = self
            .owner
            .with_value(|owner| owner.with(|| Callback::new(move |()| self.ask(targets.clone()))));
        let text = "The dialog to delete could not be loaded, so nothing was deleted. Check the connection.";
        self.toasts.fail(text, Some(retry));
    }

    fn cancel(self) {
        self.stage.set(Stage::Idle);
    }

    /// The row goes now, the request follows when the time for undoing is over.
    fn delete_unless_undone(self, target: Target) {
        let id = target.id;
        self.segments.hide(id);
        self.toasts.undoable(
            format!("Deleted “{}”", target.name),
            move || self.segments.unhide(id),
            move || {
                let target = target.clone();
                spawn_local(async move {
                    if let Err(failure) = self.delete(id).await {
                        self.segments.unhide(id);
                        let retry = Callback::new(move |()| self.ask(vec![target.clone()]));
                        let text = format!("Could not delete the segment. {failure}");
                        self.toasts.fail(text, Some(retry));
                    }
                });
            },
        );
    }

    /// Deletes one segment. One that is gone already counts as deleted.
    async fn delete(self, id: SegmentId) -> Result<(), Failure> {
        match self.session.client().delete::<UserSegment>(id).await {
            Err(failure) if failure.kind() != Some(ErrorKind::NotFound) => Err(failure),
            _ => {
                self.segments.remove(id);
                drafts::remove(DraftKey::Existing(id));
                Ok(())
            }
        }
    }

    fn run(self, targets: Vec<Target>) {
        let job = self.owner.with_value(|owner| owner.with(|| Job::new(targets)));
        self.stage.set(Stage::Running(job.clone()));
        job.run(self);
    }
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
