//! Saving: review, compare with what the account has now, send, and make sure of what happened.
//!
//! Nothing is guessed: a changed segment is merged before it is written over, and when the answer to a creation is
//! lost the account is asked whether it took place before anyone can send it again.

use guidepost_model::{
    Change, ErrorKind, Merge, SegmentDraft, SegmentId, UserSegment, ValidSegment, changes, merge,
};
use leptos::{prelude::*, task::spawn_local_scoped_with_cancellation};

use super::form::Form;
use crate::{
    api::Failure,
    session::Session,
    store::{DraftKey, Segments},
    ui::{Leaving, Router, Toasts},
};

/// Where saving is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    /// The form is being filled in.
    Editing,
    /// What would be saved is being looked at.
    Review(ValidSegment),
    /// It is being saved.
    Saving(ValidSegment),
    /// Somebody else changed the segment meanwhile.
    Conflict(Box<(Merge<SegmentDraft>, UserSegment)>),
    /// Somebody else deleted it meanwhile.
    Deleted,
    /// The answer to a creation was lost, and whether it took place is not known.
    Doubt(ValidSegment),
    /// The person is leaving with unsaved changes.
    Leaving(Leaving),
}

/// Saves a form.
#[derive(Clone, Copy)]
pub(super) struct Save {
    pub(super) form: Form,
    pub(super) stage: RwSignal<Stage>,
    /// Why the last attempt failed.
    pub(super) failure: RwSignal<Option<Failure>>,
    /// The last attempt may have taken effect all the same.
    pub(super) in_doubt: RwSignal<bool>,
    /// What the account stored otherwise than it was sent.
    pub(super) stored_otherwise: RwSignal<Vec<Change>>,
    /// Ids that existed before a creation was sent.
    known: StoredValue<Vec<SegmentId>>,
    session: Session,
    segments: Segments,
    toasts: Toasts,
    router: Router,
    owner: StoredValue<Owner>,
}

impl Save {
    pub(super) fn new(form: Form) -> Self {
        Self {
            form,
            stage: RwSignal::new(Stage::Editing),
            failure: RwSignal::new(None),
            in_doubt: RwSignal::new(false),
            stored_otherwise: RwSignal::new(Vec::new()),
            known: StoredValue::new(Vec::new()),
            session: Session::expect(),
            segments: Segments::expect(),
            toasts: Toasts::expect(),
            router: Router::expect(),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        }
    }

    /// Runs as long as the form is in the page.
    fn spawn(self, task: impl Future<Output = ()> + 'static) {
        self.owner.with_value(|owner| owner.with(|| spawn_local_scoped_with_cancellation(task)));
    }

    /// Validates, and shows what would be saved. False when something is wrong with the form.
    pub(super) fn review(self) -> bool {
        self.failure.set(None);
        self.in_doubt.set(false);
        match self.form.submit() {
            Some(segment) => {
                self.stage.set(Stage::Review(segment));
                true
            }
            None => {
                self.stage.set(Stage::Editing);
                false
            }
        }
    }

    /// Back to the form, with everything in it as it was.
    pub(super) fn keep_editing(self) {
        self.stage.set(Stage::Editing);
    }

    /// Saves what was reviewed.
    pub(super) fn confirm(self, segment: ValidSegment) {
        self.stage.set(Stage::Saving(segment.clone()));
        self.spawn(async move {
            match self.form.base.get_untracked() {
                Some(base) => self.update(base, segment).await,
                None => self.create(segment).await,
            }
        });
    }

    async fn update(self, base: UserSegment, segment: ValidSegment) {
        let client = self.session.client();
        let latest = match client.read::<UserSegment>(base.id).await {
            Ok(latest) => latest,
            Err(failure) => return self.fail(failure),
        };
        let mine = segment.clone().into_draft();
        if differs(&base, &latest) {
            if changes(&mine, &latest.draft()).is_empty() {
                // What is wanted is there already: an earlier attempt took place, and only its answer was lost.
                return self.succeed(segment, latest, "Saved");
            }
            let merge = merge(base.draft(), mine, latest.draft());
            self.segments.put(latest.clone());
            self.stage.set(Stage::Conflict(Box::new((merge, latest))));
            return;
        }
        match client.update::<UserSegment>(base.id, &segment).await {
            Ok(stored) => self.succeed(segment, stored, "Saved"),
            Err(failure) if failure.leaves_doubt() => {
                match client.read::<UserSegment>(base.id).await {
                    Ok(stored) if changes(&mine, &stored.draft()).is_empty() => {
                        self.succeed(segment, stored, "Saved");
                    }
                    answer => {
                        self.in_doubt.set(answer.is_err());
                        self.fail(failure);
                    }
                }
            }
            Err(failure) => self.fail(failure),
        }
    }

    async fn create(self, segment: ValidSegment) {
        let client = self.session.client();
        // Where the list is not known, nothing could be told apart afterwards: it is read first.
        let mut known = Vec::new();
        if let Err(failure) =
            client.all::<UserSegment>(|page| known.extend(page.iter().map(|row| row.id))).await
        {
            return self.fail(failure);
        }
        self.known.set_value(known);
        match client.create::<UserSegment>(&segment).await {
            Ok(stored) => self.succeed(segment, stored, "Created"),
            Err(failure) if failure.leaves_doubt() => {
                self.failure.set(Some(failure));
                self.look_up(segment).await;
            }
            Err(failure) => self.fail(failure),
        }
    }

    /// Asks the account again whether a creation whose answer was lost took place.
    pub(super) fn check_again(self, segment: ValidSegment) {
        self.spawn(self.look_up(segment));
    }

    async fn look_up(self, segment: ValidSegment) {
        let client = self.session.client();
        let sent = segment.clone().into_draft();
        let known = self.known.get_value();
        let mut found = Vec::new();
        let outcome = client
            .all::<UserSegment>(|page| {
                let is_new = |row: &UserSegment| !row.built_in && !known.contains(&row.id);
                let as_sent = |row: &UserSegment| changes(&sent, &row.draft()).is_empty();
                found.extend(page.into_iter().filter(|row| is_new(row) && as_sent(row)));
            })
            .await;
        let times = found.len();
        match (outcome, found.pop()) {
            (Ok(()), Some(stored)) => {
                // A browser sends a request again by itself when a connection it had kept turns out to be closed.
                if times > 1 {
                    let text = format!(
                        "The connection broke, and “{}” was created {times} times",
                        stored.name
                    );
                    self.toasts.fail(text, None);
                }
                self.succeed(segment, stored, "Created");
            }
            (Ok(()), None) => {
                // It did not take place: saying so, the form can be sent again.
                self.stage.try_set(Stage::Editing);
            }
            (Err(failure), _) => {
                self.failure.try_set(Some(failure));
                self.stage.try_set(Stage::Doubt(segment));
            }
        }
    }

    fn fail(self, failure: Failure) {
        if failure.kind() == Some(ErrorKind::NotFound) && !untrack(|| self.form.is_new()) {
            self.stage.set(Stage::Deleted);
            return;
        }
        if let Failure::Refused(error) = &failure
            && error.kind == ErrorKind::Invalid
            && !error.fields.is_empty()
        {
            self.form.refuse(error.fields.clone());
        } else {
            self.failure.set(Some(failure));
        }
        self.stage.set(Stage::Editing);
    }

    fn succeed(self, sent: ValidSegment, stored: UserSegment, verb: &str) {
        let otherwise = changes(&sent.into_draft(), &stored.draft());
        self.segments.put(stored.clone());
        self.failure.set(None);
        self.toasts.say(format!("{verb} “{}”", stored.name));
        self.form.close();
        if otherwise.is_empty() {
            self.segments.reveal.set(Some(stored.id));
            self.back_to_list();
            return;
        }
        // What was asked for is not what is there now: that is shown, not passed over.
        let id = stored.id;
        let was_new = untrack(|| self.form.is_new());
        let draft = stored.draft();
        self.stage.set(Stage::Editing);
        if was_new {
            let fields: Vec<&str> = otherwise.iter().map(|change| change.field.label()).collect();
            let text =
                format!("Zendesk stored something else than was sent: {}", fields.join("; "));
            self.toasts.fail(text, None);
            self.router.go(&format!("/segments/{id}"));
        } else {
            self.form.rebase(stored, draft);
            self.form.reopen();
            self.stored_otherwise.set(otherwise);
        }
    }

    /// Goes on with what was chosen in a conflict.
    pub(super) fn resolve(self, merge: &Merge<SegmentDraft>, latest: UserSegment) {
        let Some(result) = merge.result() else { return };
        self.form.rebase(latest, result);
        if untrack(|| self.form.changes.with(Vec::is_empty)) {
            // Everything chosen is theirs: nothing is left to save.
            self.stage.set(Stage::Editing);
            self.toasts.say("Nothing left to save: the segment is as they saved it");
            return;
        }
        match self.form.submit() {
            Some(segment) => self.confirm(segment),
            None => self.stage.set(Stage::Editing),
        }
    }

    /// Gives up my changes in a conflict.
    pub(super) fn take_theirs(self, latest: UserSegment) {
        let draft = latest.draft();
        self.form.rebase(latest, draft);
        self.stage.set(Stage::Editing);
    }

    /// The segment is gone: the form becomes that of a new one.
    pub(super) fn create_instead(self) {
        let draft = self.form.draft.get_untracked();
        self.form.close();
        crate::store::drafts::save(DraftKey::New, &crate::store::StoredDraft { base: None, draft });
        self.router.go("/segments/new");
    }

    /// Leaves as asked, without saving.
    pub(super) fn discard_and_leave(self, leaving: &Leaving) {
        self.form.close();
        self.stage.set(Stage::Editing);
        match leaving {
            Leaving::To(path) => self.router.go(path),
            Leaving::Back => {
                if let Ok(history) = window().history() {
                    let _ = history.back();
                }
            }
        }
    }

    fn back_to_list(self) {
        let search = self.segments.last_search.get_untracked();
        self.router.go(&format!("/segments{search}"));
    }
}

/// True when the segment is no longer what the form was opened on. Its time alone is no change: only what the form
/// would write over counts.
fn differs(base: &UserSegment, latest: &UserSegment) -> bool {
    !changes(&base.draft(), &latest.draft()).is_empty()
}
