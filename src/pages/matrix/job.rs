//! Saving the matrix, group by group: each is compared with what the account has before it is written over, a failure
//! does not stop the rest, and what is saved is never sent again.

use std::sync::Arc;

use guidepost_model::{
    Change, ErrorKind, PermissionGroup, PermissionGroupContext, PermissionGroupDraft,
    PermissionGroupId, Plan, UserType, changes, validate_permission_group,
};
use leptos::prelude::*;

use super::board::{Board, Edit};
use crate::{api::Failure, session::Session, store::Segments, ui::spawn_for_app};

/// How a group's changes fare.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    Waiting,
    Saving,
    Saved,
    /// Saved, but the account stored something else than was sent.
    Otherwise(Vec<Change>),
    /// It could not be sent, or was refused.
    Failed(Failure),
    /// It would not be accepted, in the model's words.
    Invalid(String),
    /// Somebody else changed the group meanwhile: how, and what it is now.
    Changed(Vec<Change>, Arc<PermissionGroup>),
    /// Somebody else deleted the group.
    Gone,
    /// My changes to it were given up.
    GivenUp,
}

impl Outcome {
    /// True when nothing is left to do about the group.
    pub(super) fn is_settled(&self) -> bool {
        matches!(self, Self::Saved | Self::Otherwise(_) | Self::GivenUp)
    }

    /// True when somebody has to look at it.
    pub(super) fn is_trouble(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::Invalid(_) | Self::Changed(..) | Self::Gone)
    }
}

/// One group of a job.
#[derive(Clone)]
pub(super) struct Task {
    pub(super) id: PermissionGroupId,
    pub(super) name: String,
    /// As they were when the job began.
    pub(super) changes: Vec<Change>,
    pub(super) outcome: RwSignal<Outcome>,
}

/// All changed groups, and how far saving them is.
#[derive(Clone)]
pub(super) struct Job {
    pub(super) tasks: Arc<[Task]>,
    pub(super) running: RwSignal<bool>,
    /// Nothing further is begun.
    pub(super) stopped: RwSignal<bool>,
    /// Saving was begun at least once.
    pub(super) begun: RwSignal<bool>,
    board: Board,
    session: Session,
    segments: Segments,
    /// As it is now: the job may go on after the page is gone.
    plan: Plan,
}

impl Job {
    /// What is changed now; nothing is sent yet.
    pub(super) fn new(board: Board) -> Self {
        let task = |edit: &Edit| Task {
            id: edit.base.id,
            name: edit.base.display_name().to_owned(),
            changes: edit.changes(),
            outcome: RwSignal::new(Outcome::Waiting),
        };
        Self {
            tasks: untrack(|| board.changed()).iter().map(task).collect(),
            running: RwSignal::new(false),
            stopped: RwSignal::new(false),
            begun: RwSignal::new(false),
            board,
            session: Session::expect(),
            segments: Segments::expect(),
            plan: board.plan.get_untracked(),
        }
    }

    /// How many groups are in a state. Tracks.
    pub(super) fn count(&self, of: impl Fn(&Outcome) -> bool) -> usize {
        self.tasks.iter().filter(|task| task.outcome.with(&of)).count()
    }

    /// Saves what waits.
    pub(super) fn run(&self) {
        self.stopped.set(false);
        self.begun.set(true);
        if self.running.get_untracked() {
            return;
        }
        self.running.set(true);
        let job = self.clone();
        spawn_for_app(async move {
            // From the start each time: one that failed may wait again by now.
            while let Some(task) = job.next() {
                task.outcome.try_set(Outcome::Saving);
                let outcome = job.save(task.id).await;
                task.outcome.try_set(outcome);
            }
            job.running.try_set(false);
        });
    }

    fn next(&self) -> Option<&Task> {
        if self.stopped.try_get_untracked() != Some(false) {
            return None;
        }
        let waits = |task: &&Task| {
            task.outcome.try_with_untracked(|outcome| *outcome == Outcome::Waiting) == Some(true)
        };
        self.tasks.iter().find(waits)
    }

    /// Tries again what failed.
    pub(super) fn retry(&self) {
        for task in self.tasks.iter() {
            if task.outcome.with_untracked(|outcome| matches!(outcome, Outcome::Failed(_))) {
                task.outcome.set(Outcome::Waiting);
            }
        }
        self.run();
    }

    /// My changes on top of theirs.
    pub(super) fn keep_both(&self, task: &Task) {
        if let Outcome::Changed(_, latest) = task.outcome.get_untracked() {
            self.board.rebase(&latest);
            task.outcome.set(Outcome::Waiting);
            self.run();
        }
    }

    /// Gives up my changes to a group.
    pub(super) fn give_up(&self, task: &Task) {
        let latest = match task.outcome.get_untracked() {
            Outcome::Changed(_, latest) => Some(latest.as_ref().clone()),
            Outcome::Gone => None,
            _ => return,
        };
        self.board.settle(task.id, latest);
        task.outcome.set(Outcome::GivenUp);
    }

    async fn save(&self, id: PermissionGroupId) -> Outcome {
        let edit = self.board.edits.try_with_untracked(|edits| edits.get(&id).cloned()).flatten();
        // Nothing is left of it: what I switched is what they saved.
        let Some(Edit { base, draft }) = edit else { return Outcome::Saved };
        let client = self.session.client();
        let latest = match client.read::<PermissionGroup>(id).await {
            Ok(latest) => latest,
            Err(failure) => return failed(failure),
        };
        if changes(&draft, &latest.draft()).is_empty() {
            // An earlier attempt took place, and only its answer was lost.
            self.board.settle(id, Some(latest));
            return Outcome::Saved;
        }
        let theirs = changes(&base.draft(), &latest.draft());
        if !theirs.is_empty() {
            return Outcome::Changed(theirs, Arc::new(latest));
        }
        let valid = match validate_permission_group(&draft, &self.context(&latest)) {
            Ok(valid) => valid,
            Err(errors) => {
                let words: Vec<String> =
                    errors.0.iter().map(|(_, problem)| problem.to_string()).collect();
                return Outcome::Invalid(words.join(" "));
            }
        };
        match client.update::<PermissionGroup>(id, &valid).await {
            Ok(stored) => self.accept(&draft, stored),
            Err(failure) if failure.leaves_doubt() => {
                match client.read::<PermissionGroup>(id).await {
                    Ok(stored) if changes(&draft, &stored.draft()).is_empty() => {
                        self.accept(&draft, stored)
                    }
                    _ => Outcome::Failed(failure),
                }
            }
            Err(failure) => failed(failure),
        }
    }

    fn accept(&self, sent: &PermissionGroupDraft, stored: PermissionGroup) -> Outcome {
        let otherwise = changes(sent, &stored.draft());
        self.board.settle(stored.id, Some(stored));
        if otherwise.is_empty() { Outcome::Saved } else { Outcome::Otherwise(otherwise) }
    }

    fn context(&self, latest: &PermissionGroup) -> PermissionGroupContext {
        let others = untrack(|| self.segments.all()).into_iter();
        PermissionGroupContext {
            plan: self.plan,
            custom_groups: None,
            not_staff: others
                .filter(|segment| segment.user_type != UserType::Staff)
                .map(|segment| segment.id)
                .collect(),
            stored_edit: latest.edit.clone(),
        }
    }
}

fn failed(failure: Failure) -> Outcome {
    if failure.kind() == Some(ErrorKind::NotFound) {
        Outcome::Gone
    } else {
        Outcome::Failed(failure)
    }
}
