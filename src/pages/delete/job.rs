//! Several objects deleted one by one: a failure does not stop the rest, and what is done is never done again.

use leptos::prelude::*;

use super::{Deletion, Target};
use crate::{api::Failure, ui::spawn_for_app};

/// A deletion of several objects of one kind, and how far it is.
#[derive(Clone)]
pub(super) struct Job {
    pub(super) targets: Vec<Target>,
    pub(super) done: RwSignal<Vec<u64>>,
    pub(super) failed: RwSignal<Vec<(Target, Failure)>>,
    pub(super) running: RwSignal<bool>,
    /// Nothing further is begun.
    pub(super) stopped: RwSignal<bool>,
}

impl Job {
    pub(super) fn new(targets: Vec<Target>) -> Self {
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
                    Err(failure) => {
                        job.failed.try_update(|failed| failed.push((target.clone(), failure)));
                    }
                }
            }
            job.running.try_set(false);
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
}
