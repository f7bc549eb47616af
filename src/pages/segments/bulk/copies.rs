//! Copies of several segments, created one by one: a failure does not stop the rest, and a copy whose answer was lost is
//! looked up before it is sent again.

use std::{cell::RefCell, rc::Rc};

use guidepost_model::{Attempts, Context, SegmentDraft, UserSegment, quoted, validate};
use leptos::prelude::*;

use crate::{
    api::Client,
    pages::parts::{Made, count_of, look_for_doubles},
    session::Session,
    store::{Arrival, Creation, Segments, safe_create},
    ui::{Toasts, spawn_for_app},
};

/// A copy that does not exist yet, as far as is known.
#[derive(Debug, Clone)]
pub(super) struct Planned {
    pub(super) draft: SegmentDraft,
    /// What was sent for it and may have arrived.
    attempts: Option<Attempts<UserSegment>>,
}

/// How far the copies are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Asking,
    Running,
    Ended,
}

/// The copies, and how far they are. All of it is the app's: it goes on when the dialog is gone.
#[derive(Clone, Copy)]
pub(super) struct Copies {
    pub(super) total: usize,
    pub(super) stage: RwSignal<Stage>,
    /// Not tried yet, in order.
    pub(super) left: RwSignal<Vec<Planned>>,
    /// Those that failed, and why.
    pub(super) failed: RwSignal<Vec<(Planned, String)>>,
    pub(super) done: RwSignal<usize>,
    /// Nothing further is begun.
    pub(super) stopped: RwSignal<bool>,
    /// The dialog was closed.
    pub(super) closed: RwSignal<bool>,
    session: Session,
    segments: Segments,
    toasts: Toasts,
}

impl Copies {
    /// Of these segments.
    pub(super) fn of(originals: &[UserSegment]) -> Self {
        let session = Session::expect();
        let (segments, toasts) = (Segments::expect(), Toasts::expect());
        let planned: Vec<Planned> = originals.iter().map(plan).collect();
        session.in_app(|| Self {
            total: planned.len(),
            stage: RwSignal::new(Stage::Asking),
            left: RwSignal::new(planned),
            failed: RwSignal::new(Vec::new()),
            done: RwSignal::new(0),
            stopped: RwSignal::new(false),
            closed: RwSignal::new(false),
            session,
            segments,
            toasts,
        })
    }

    /// How many custom segments the account would have. Tracks.
    pub(super) fn total_afterwards(self) -> usize {
        self.segments.custom_count() + self.left.with(Vec::len)
    }

    /// Creates what was not tried yet; `complete` runs once all of them exist.
    pub(super) fn run(self, complete: impl FnOnce() + 'static) {
        self.stage.set(Stage::Running);
        self.stopped.set(false);
        spawn_for_app(async move {
            let mut made = Vec::new();
            while self.stopped.try_get_untracked() == Some(false) {
                let next = self.left.try_update(|left| (!left.is_empty()).then(|| left.remove(0)));
                let Some(Some(planned)) = next else { break };
                match self.create(&self.session.client(), planned).await {
                    Ok((stored, attempts)) => {
                        let name = stored.name.clone();
                        made.extend(attempts.map(|attempts| Made {
                            name,
                            id: stored.id,
                            attempts,
                        }));
                        self.segments.put(stored);
                        self.done.try_update(|done| *done += 1);
                    }
                    Err(failed) => {
                        self.failed.try_update(|list| list.push(failed));
                    }
                }
            }
            self.stage.try_set(Stage::Ended);
            if !made.is_empty() {
                look_for_doubles(self.session.client(), self.segments, self.toasts, made);
            }
            if self.done.try_get_untracked() == Some(self.total) {
                complete();
                self.toasts.say(untrack(|| self.title()));
            } else if self.closed.try_get_untracked() == Some(true) {
                self.toasts.fail(untrack(|| self.title()), None);
            }
        });
    }

    /// Tries what failed once more, and what was not tried.
    pub(super) fn retry(self, complete: impl FnOnce() + 'static) {
        let failed = self.failed.try_update(std::mem::take).unwrap_or_default();
        self.left.update(|left| {
            left.splice(0..0, failed.into_iter().map(|(planned, _)| planned)).for_each(drop)
        });
        self.run(complete);
    }

    async fn create(
        self,
        client: &Client,
        mut planned: Planned,
    ) -> Result<(UserSegment, Option<Attempts<UserSegment>>), (Planned, String)> {
        let context = Context { custom_segments: Some(untrack(|| self.segments.custom_count())) };
        let valid = match validate(&planned.draft, &context) {
            Ok(valid) => valid,
            Err(errors) => {
                let words = errors.0.iter().map(|(_, problem)| problem.to_string());
                let words = words.collect::<Vec<_>>().join(" ");
                return Err((planned, words));
            }
        };
        let attempts = Rc::new(RefCell::new(planned.attempts.clone()));
        let remember = {
            let attempts = attempts.clone();
            move |latest| {
                attempts.replace(latest);
            }
        };
        match safe_create(client, &valid, planned.attempts.clone(), remember).await {
            Creation::Created(stored) | Creation::Exists(stored) => Ok((stored, attempts.take())),
            Creation::Failed(failure, arrival) => {
                planned.attempts = attempts.take();
                let doubt = match arrival {
                    Arrival::Refused => "",
                    Arrival::NotSoFar => " It hasn’t arrived so far.",
                    Arrival::Unknown => " It may have been created anyway.",
                };
                Err((planned, format!("{failure}{doubt}")))
            }
        }
    }

    /// What is asked, what it is doing, or what became of it. Tracks.
    pub(super) fn title(self) -> String {
        let all = count_of(self.total, "segment");
        let one = || {
            self.left.with(|left| left.first().map(|planned| quoted(original_name(&planned.draft))))
        };
        match (self.stage.get(), self.done.get()) {
            (Stage::Asking, _) => match one() {
                Some(name) if self.total == 1 => format!("Duplicate {name}?"),
                _ => format!("Duplicate {all}?"),
            },
            (Stage::Running, _) => format!("Duplicating {all}"),
            (Stage::Ended, done) if done == self.total => format!("Duplicated {all}"),
            (Stage::Ended, done) => format!("Duplicated {done} of {all}"),
        }
    }
}

fn plan(original: &UserSegment) -> Planned {
    let mut draft = original.draft();
    draft.name = format!("{PREFIX}{}", draft.name);
    Planned { draft, attempts: None }
}

/// The same as in the form of a single copy.
const PREFIX: &str = "Copy of ";

fn original_name(draft: &SegmentDraft) -> &str {
    draft.name.strip_prefix(PREFIX).unwrap_or(&draft.name)
}
