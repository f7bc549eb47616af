//! Saving the matrix, group by group: each is compared with what the account has before it is written over, a failure
//! does not stop the rest, and what is saved is never sent again.

use std::sync::Arc;

use guidepost_model::{
    Change, ErrorKind, PermissionGroup, PermissionGroupContext, PermissionGroupId, Plan, UserType,
    changes, quoted, validate_permission_group,
};
use leptos::prelude::*;

use super::board::{Board, Edit};
use crate::{
    api::Failure,
    pages::parts::count_of,
    session::Session,
    store::{Arrival, Segments, Update, safe_update},
    ui::{Toasts, spawn_for_app},
};

/// How a group's changes fare.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    Waiting,
    Saving,
    Saved,
    /// Saved on top of what someone else had changed, which is this.
    Together(Vec<Change>),
    /// Saved, but the account stored something else than was sent.
    Otherwise(Vec<Change>),
    /// It could not be sent, or was refused.
    Failed(Failure, Arrival),
    /// It would not be accepted, in the model's words.
    Invalid(String),
    /// Someone else changed the group meanwhile, and the changes collide: how, and what it is now.
    Changed(Vec<Change>, Arc<PermissionGroup>),
    /// Somebody else deleted the group.
    Gone,
    /// My changes to it were given up.
    GivenUp,
}

impl Outcome {
    /// True when nothing is left to do about the group.
    pub(super) fn is_settled(&self) -> bool {
        self.is_saved() || *self == Self::GivenUp
    }

    /// True when the account has the changes.
    pub(super) fn is_saved(&self) -> bool {
        matches!(self, Self::Saved | Self::Together(_) | Self::Otherwise(_))
    }

    /// True when somebody has to look at it.
    pub(super) fn is_trouble(&self) -> bool {
        matches!(self, Self::Failed(..) | Self::Invalid(_) | Self::Changed(..) | Self::Gone)
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
    /// Its dialog is open.
    pub(super) shown: RwSignal<bool>,
    board: Board,
    toasts: Toasts,
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
            shown: RwSignal::new(true),
            board,
            toasts: Toasts::expect(),
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
            if job.shown.try_get_untracked() != Some(true) {
                job.say_outcome();
            }
        });
    }

    /// Says how saving ended to someone who does not look at it.
    fn say_outcome(&self) {
        let is = |task: &&Task, of: fn(&Outcome) -> bool| {
            task.outcome.try_with_untracked(of).unwrap_or(false)
        };
        let total = self.tasks.len();
        let saved = self.tasks.iter().filter(|task| is(task, Outcome::is_saved)).count();
        if saved == total {
            self.toasts.say(self.all_saved());
            return;
        }
        let groups = count_of(total, "permission group");
        let failed = self.tasks.iter().filter(|task| is(task, Outcome::is_trouble));
        let names: Vec<String> = failed.map(|task| quoted(&task.name)).collect();
        let failed = match names.as_slice() {
            [] => String::new(),
            names => format!(" Couldn’t save {}.", names.join(", ")),
        };
        let text = format!("Saved {saved} of {groups}.{failed} What isn’t saved is still marked.");
        self.toasts.fail(text, None);
    }

    /// That all is saved, and how much of it together with someone else's changes.
    pub(super) fn all_saved(&self) -> String {
        const TOGETHER: &str = "together with someone else’s changes";
        let total = self.tasks.len();
        let together = |outcome: &Outcome| matches!(outcome, Outcome::Together(_));
        let is_together = |task: &&Task| task.outcome.try_with_untracked(together).unwrap_or(false);
        let groups = count_of(total, "permission group");
        match self.tasks.iter().filter(is_together).count() {
            0 => format!("Saved {groups}"),
            all if all == total => format!("Saved {groups} {TOGETHER}"),
            some => format!("Saved {groups}, {some} {TOGETHER}"),
        }
    }

    /// Tries again what failed for lack of a connection or of a session.
    pub(super) fn recover(&self) {
        let passes = |outcome: &Outcome| match outcome {
            Outcome::Failed(failure, _) => {
                *failure == Failure::Offline || failure.kind() == Some(ErrorKind::Unauthenticated)
            }
            _ => false,
        };
        if !self.running.get_untracked()
            && self.board.keeper.is_writers()
            && self.tasks.iter().any(|task| task.outcome.with_untracked(passes))
        {
            self.retry();
        }
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
            if task.outcome.with_untracked(|outcome| matches!(outcome, Outcome::Failed(..))) {
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
        self.board.give_up(task.id, latest);
        task.outcome.set(Outcome::GivenUp);
    }

    async fn save(&self, id: PermissionGroupId) -> Outcome {
        let edit = self.board.edits.try_with_untracked(|edits| edits.get(&id).cloned()).flatten();
        // Nothing is left of it: what I switched is what they saved.
        let Some(Edit { base, draft }) = edit else { return Outcome::Saved };
        let valid = match validate_permission_group(&draft, &self.context(&base)) {
            Ok(valid) => valid,
            Err(errors) => {
                let words: Vec<String> =
                    errors.0.iter().map(|(_, problem)| problem.to_string()).collect();
                return Outcome::Invalid(words.join(" "));
            }
        };
        let validate = |latest: &PermissionGroup, draft| {
            validate_permission_group(&draft, &self.context(latest)).ok()
        };
        match safe_update(&self.session.client(), &base, &valid, validate).await {
            Update::Saved(stored) => {
                let otherwise = changes(&draft, &stored.draft());
                self.board.settle(&draft, stored);
                if otherwise.is_empty() { Outcome::Saved } else { Outcome::Otherwise(otherwise) }
            }
            Update::SavedTogether { stored, theirs, otherwise } => {
                self.board.settle(&draft, stored);
                if otherwise.is_empty() {
                    Outcome::Together(theirs)
                } else {
                    Outcome::Otherwise(otherwise)
                }
            }
            Update::Changed(latest) => {
                let theirs = changes(&base.draft(), &latest.draft());
                Outcome::Changed(theirs, Arc::new(latest))
            }
            Update::Deleted => Outcome::Gone,
            Update::Failed(failure, arrival) => Outcome::Failed(failure, arrival),
        }
    }

    fn context(&self, base: &PermissionGroup) -> PermissionGroupContext {
        let others = untrack(|| self.segments.all()).into_iter();
        PermissionGroupContext {
            plan: self.plan,
            custom_groups: None,
            not_staff: others
                .filter(|segment| segment.user_type != UserType::Staff)
                .map(|segment| segment.id)
                .collect(),
            stored_edit: base.edit.clone(),
        }
    }
}
