//! Several objects deleted one by one: a failure does not stop the rest, and what is done is never done again.

use guidepost_model::quoted;
use leptos::prelude::*;

use super::{Deletion, Stage, Target, dialog::noun, outcome::NotDeleted};
use crate::{
    pages::parts::count_of,
    ui::{Action, PlainData, spawn_for_app},
};

/// A deletion of several objects of one kind, and how far it is.
#[derive(Clone)]
pub(super) struct Job {
    pub(super) targets: Vec<Target>,
    pub(super) done: RwSignal<Vec<u64>>,
    pub(super) failed: RwSignal<Vec<(Target, NotDeleted)>>,
    pub(super) running: RwSignal<bool>,
    /// Nothing further is begun.
    pub(super) stopped: RwSignal<bool>,
}

/// Its signals are the app's, as it is itself.
impl PlainData for Job {}

impl Job {
    fn new(targets: Vec<Target>) -> Self {
        Self {
            targets,
            done: RwSignal::new(Vec::new()),
            failed: RwSignal::new(Vec::new()),
            running: RwSignal::new(false),
            stopped: RwSignal::new(false),
        }
    }

    /// Deletes what is neither deleted nor failed.
    pub(super) fn run(&self, deletion: Deletion) {
        if self.running.get_untracked() {
            return;
        }
        self.running.set(true);
        self.stopped.set(false);
        let job = self.clone();
        spawn_for_app(async move {
            for target in &job.targets {
                let Some(false) = job.stopped.try_get_untracked() else { break };
                let done = job.done.with_untracked(|done| done.contains(&target.id));
                let failed = job
                    .failed
                    .with_untracked(|failed| failed.iter().any(|(other, _)| other.id == target.id));
                if done || failed {
                    continue;
                }
                match deletion.delete(target).await {
                    Ok(()) => {
                        job.done.try_update(|done| done.push(target.id));
                    }
                    Err(why) => {
                        job.failed.try_update(|failed| failed.push((target.clone(), why)));
                    }
                }
            }
            if job.running.try_set(false).is_none() {
                deletion.end(&job);
            }
        });
    }

    /// Tries what failed once more.
    pub(super) fn retry(&self, deletion: Deletion) {
        self.failed.set(Vec::new());
        self.run(deletion);
    }

    /// How many are neither deleted nor failed. Tracks.
    pub(super) fn left(&self) -> usize {
        self.targets.len() - self.done.with(Vec::len) - self.failed.with(Vec::len)
    }

    /// What it is doing, or what became of it. Tracks.
    pub(super) fn title(&self) -> String {
        let (total, noun) = (self.targets.len(), noun(&self.targets));
        if self.running.get() {
            return format!("Deleting {}", count_of(total, noun));
        }
        match (self.targets.as_slice(), self.done.with(Vec::len)) {
            ([one], 0) => self.failed.with(|failed| match failed.as_slice() {
                [(_, NotDeleted::Unknown(_))] => {
                    format!("It isn’t known whether {} was deleted", quoted(&one.name))
                }
                _ => format!("{} wasn’t deleted", quoted(&one.name)),
            }),
            ([one], _) => format!("Deleted {}", quoted(&one.name)),
            (_, done) if done == total => format!("Deleted {done} {noun}s"),
            (_, done) => format!("Deleted {done} of {total} {noun}s"),
        }
    }

    /// What became of those that are not known to be deleted. Tracks.
    pub(super) fn remainder(&self) -> Option<String> {
        let (failed, unknown) = self.failed.with(|failed| {
            let kept = |(_, why): &&(Target, NotDeleted)| matches!(why, NotDeleted::Kept(_));
            let kept = failed.iter().filter(kept).count();
            (kept, failed.len() - kept)
        });
        let waiting = if self.running.get() { 0 } else { self.left() };
        let parts = [(failed, "failed"), (unknown, "not known"), (waiting, "not tried")];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, what)| format!("{number} {what}"))
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

impl Deletion {
    pub(super) fn run(self, targets: Vec<Target>) {
        let job = self.session.in_app(|| Job::new(targets));
        self.show(&job);
        job.run(self);
    }

    fn show(self, job: &Job) {
        self.stage.set(Stage::Running(job.clone()));
    }

    fn shows(self, job: &Job) -> bool {
        let shows = |stage: &Stage| match stage {
            Stage::Running(shown) => shown.running == job.running,
            Stage::Idle | Stage::Checking { .. } | Stage::Unknown { .. } | Stage::Confirm(_) => {
                false
            }
        };
        self.stage.try_with_untracked(shows).unwrap_or(false)
    }

    /// Nothing more happens: one that is done is said to be, and one whose dialog was closed tells its sum.
    fn end(self, job: &Job) {
        let complete = untrack(|| job.done.with(Vec::len)) == job.targets.len();
        let shown = self.shows(job);
        if complete {
            if shown {
                self.cancel();
            }
            self.toasts.say(untrack(|| job.title()));
        } else if !shown {
            self.tell_sum(job);
        }
    }

    /// The user closes a job's dialog. Nothing further is begun; what became of it stays in reach.
    pub(super) fn close(self, job: &Job) {
        job.stopped.set(true);
        self.cancel();
        if !job.running.get_untracked() {
            self.tell_sum(job);
        }
    }

    fn tell_sum(self, job: &Job) {
        let sum = untrack(|| match job.remainder() {
            // Of one, the title says it all.
            Some(remainder) if job.targets.len() > 1 => format!("{}: {remainder}", job.title()),
            _ => job.title(),
        });
        let show = Action::new(job.clone(), |job| Self::expect().show(job));
        self.toasts.warn(sum, "Show", show);
    }
}
