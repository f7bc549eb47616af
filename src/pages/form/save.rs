//! Saving: review, write without guessing, and make sure that the form says what happened.

use guidepost_model::{
    AnyId, Change, Choice, Draft, ErrorKind, Merge, Valid, changes, merge, quoted,
};
use leptos::prelude::*;

use super::{
    Editable, Form,
    kept::hand_to_new,
    stage::{Attempt, Conflicting, Stage},
    words,
};
use crate::{
    api::Failure,
    pages::parts::{Made, look_for_doubles},
    session::Session,
    store::{
        Arrival, Collection, Creation, DraftKey, StoredDraft, Update, look_up, safe_create,
        safe_update,
    },
    ui::{Action, Effect, LeaveGuard, Leaving, Lifetime, PlainData, Router, Toasts},
};

/// Saves a form.
pub(super) struct Save<T: Editable> {
    pub(super) form: Form<T>,
    pub(super) stage: RwSignal<Stage<T>>,
    pub(super) attempt: Attempt,
    /// Where the person goes once it is saved: asked for while the request was out.
    pub(super) leaving: RwSignal<Option<Leaving>>,
    /// What goes on by itself when the connection is back, or someone has signed in again.
    waiting: StoredValue<Option<T::Valid>>,
    session: Session,
    collection: Collection<T>,
    toasts: Toasts,
    router: Router,
    lifetime: Lifetime,
}

impl<T: Editable> Clone for Save<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Editable> Copy for Save<T> {}

impl<T: Editable> Save<T> {
    pub(super) fn new(form: Form<T>) -> Self {
        let save = Self {
            form,
            stage: RwSignal::new(Stage::Editing),
            attempt: Attempt {
                failure: RwSignal::new(None),
                arrival: RwSignal::new(Arrival::Refused),
                stored_otherwise: RwSignal::new(Vec::new()),
            },
            leaving: RwSignal::new(None),
            waiting: StoredValue::new(None),
            session: Session::expect(),
            collection: Collection::expect(),
            toasts: Toasts::expect(),
            router: Router::expect(),
            lifetime: Lifetime::here(),
        };
        let recovered = save.session.recovered;
        let before = recovered.get_untracked();
        Effect::new(move |_| {
            if recovered.get() != before {
                untrack(|| save.resume());
            }
        });
        save
    }

    /// Runs as long as the form is in the page.
    fn spawn(self, task: impl Future<Output = ()> + 'static) {
        self.lifetime.spawn(task);
    }

    /// True while a request is out. Tracks.
    pub(super) fn is_saving(self) -> bool {
        self.stage.with(|stage| matches!(stage, Stage::Saving(_)))
    }

    /// Validates, and shows what would be saved. False when something is wrong with the form.
    pub(super) fn review(self) -> bool {
        self.attempt.failure.set(None);
        self.attempt.stored_otherwise.set(Vec::new());
        self.waiting.set_value(None);
        match self.form.submit() {
            Some(valid) => {
                self.stage.set(Stage::Review(valid));
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
    pub(super) fn confirm(self, valid: T::Valid) {
        let sent = self.form.draft.get_untracked();
        self.stage.set(Stage::Saving(valid.clone()));
        self.spawn(async move {
            match self.form.base.get_untracked() {
                Some(base) => self.update(base, valid, sent).await,
                None => self.create(valid, sent).await,
            }
        });
    }

    async fn update(self, base: T, valid: T::Valid, sent: T::Draft) {
        let validate = |latest: &T, draft| self.form.check_onto(latest.clone(), draft);
        match safe_update(&self.session.client(), &base, &valid, validate).await {
            Update::Saved(stored) => {
                let otherwise = changes(&valid.into_draft(), &stored.draft());
                self.saved(sent, stored, otherwise, "");
            }
            Update::SavedTogether { stored, theirs: _, otherwise } => {
                self.saved(sent, stored, otherwise, " together with someone else’s changes");
            }
            Update::Changed(latest) => self.conflict(base, valid.into_draft(), latest),
            Update::Deleted => self.stop_at(Stage::Deleted),
            Update::Failed(failure, arrival) => self.fail(failure, arrival, valid),
        }
    }

    async fn create(self, valid: T::Valid, sent: T::Draft) {
        let earlier = self.form.attempts.get_untracked();
        let remember = |attempts| self.form.remember(attempts);
        let client = self.session.client();
        let outcome = safe_create(&client, &valid, earlier, remember).await;
        self.end_creation(outcome, valid, sent);
    }

    /// Asks the account again whether a creation whose answer was lost took place.
    pub(super) fn check_again(self, valid: T::Valid) {
        let sent = self.form.draft.get_untracked();
        let Some(attempts) = self.form.attempts.get_untracked() else { return };
        let failure = self.attempt.failure.get_untracked().unwrap_or(Failure::Unreachable);
        self.spawn(async move {
            let outcome = look_up(&self.session.client(), &valid, &attempts, failure).await;
            self.end_creation(outcome, valid, sent);
        });
    }

    fn end_creation(self, outcome: Creation<T>, valid: T::Valid, sent: T::Draft) {
        match outcome {
            Creation::Created(stored) => self.created(&valid, &sent, stored),
            Creation::Exists(stored) => self.stop_at(Stage::Exists(valid, Box::new(stored))),
            Creation::Failed(failure, Arrival::Unknown) => {
                self.attempt.failure.set(Some(failure));
                self.stop_at(Stage::Doubt(valid));
            }
            Creation::Failed(failure, arrival) => self.fail(failure, arrival, valid),
        }
    }

    /// Saving does not go on without the person.
    fn stop_at(self, stage: Stage<T>) {
        self.leaving.set(None);
        self.stage.set(stage);
    }

    fn fail(self, failure: Failure, arrival: Arrival, valid: T::Valid) {
        if let Failure::Refused(error) = &failure
            && error.kind == ErrorKind::Invalid
            && !error.fields.is_empty()
        {
            self.form.state.refuse(error.fields.clone());
        } else {
            let passes = matches!(failure, Failure::Offline)
                || failure.kind() == Some(ErrorKind::Unauthenticated);
            self.waiting.set_value(passes.then_some(valid));
            self.attempt.arrival.set(arrival);
            self.attempt.failure.set(Some(failure));
        }
        self.stop_at(Stage::Editing);
    }

    /// The connection is back, or someone has signed in again: what was to be saved is saved, unless the form holds
    /// something else by now.
    fn resume(self) {
        let Some(valid) = self.waiting.get_value() else { return };
        self.waiting.set_value(None);
        self.attempt.failure.set(None);
        let draft = self.form.draft.get_untracked().applicable();
        let unchanged = changes(&valid.clone().into_draft(), &draft).is_empty();
        if unchanged
            && self.form.keeper.is_writers()
            && self.stage.with_untracked(|stage| *stage == Stage::Editing)
        {
            self.confirm(valid);
        }
    }

    /// An object that exists is saved: the form stays, with what was typed since as unsaved changes.
    fn saved(self, sent: T::Draft, stored: T, otherwise: Vec<Change>, how: &str) {
        let name = stored.display_name().to_owned();
        let id = stored.id();
        self.collection.put(stored.clone());
        self.form.settle(sent, stored);
        self.attempt.failure.set(None);
        self.attempt.stored_otherwise.set(otherwise);
        self.stage.set(Stage::Editing);
        self.say(format!("Saved {}{how}", quoted(&name)), id);
        self.leave_if_asked();
    }

    /// A new object was created: its own page takes the form's place, so that going back does not lead to an empty form.
    fn created(self, valid: &T::Valid, sent: &T::Draft, stored: T) {
        let otherwise = changes(&valid.clone().into_draft(), &stored.draft());
        let (id, name) = (stored.id(), stored.display_name().to_owned());
        if let Some(attempts) = self.form.attempts.get_untracked() {
            let made = vec![Made { name: name.clone(), id, attempts }];
            look_for_doubles(self.session.client(), self.collection, self.toasts, made);
        }
        self.collection.put(stored.clone());
        self.hand_over_rest(sent, stored);
        self.form.close();
        self.stage.set(Stage::Editing);
        self.say(format!("Created {}", quoted(&name)), id);
        if !otherwise.is_empty() {
            let fields: Vec<&str> = otherwise.iter().map(|change| change.field.label()).collect();
            let text = format!(
                "Zendesk saved something different from what was sent: {}",
                fields.join("; ")
            );
            self.toasts.fail(text, None);
        }
        if !self.leave_if_asked() {
            self.router.replace(&words::form_address(DraftKey::Existing(id)));
        }
    }

    /// What was typed while the creation was out waits in the form of the new object.
    fn hand_over_rest(self, sent: &T::Draft, stored: T) {
        let now = self.form.draft.get_untracked();
        if let Some(writer) = self.form.keeper.writer()
            && now != *sent
        {
            let key = DraftKey::Existing(stored.id());
            let rest = merge(sent.applicable(), now.applicable(), stored.draft());
            let draft = rest.result_or(Choice::Mine);
            StoredDraft { base: Some(stored), draft, attempts: None }.hand_to(&writer, key);
        }
    }

    fn say(self, text: String, id: T::Id) {
        self.toasts.offer(text, "View in list", Action::new(Saved(id.get()), view_in_list::<T>));
    }

    /// Goes where the person was going when the request was out, unless something is unsaved again.
    fn leave_if_asked(self) -> bool {
        let Some(leaving) = self.leaving.get_untracked() else { return false };
        self.leaving.set(None);
        if untrack(|| self.form.state.is_dirty()) {
            return false;
        }
        leaving.go(self.router);
        true
    }

    /// Decides about what somebody else changed, before saving.
    pub(super) fn merge_with(self, latest: T) {
        if let Some(base) = self.form.base.get_untracked() {
            let mine = self.form.draft.get_untracked().applicable();
            self.conflict(base, mine, latest);
        }
    }

    /// Somebody else changed the object: the person decides what becomes of both.
    fn conflict(self, base: T, mine: T::Draft, latest: T) {
        let merge = merge(base.draft(), mine, latest.draft());
        self.collection.put(latest.clone());
        self.stop_at(Stage::Conflict(Box::new(Conflicting { merge, latest })));
    }

    /// Goes on with what was chosen in a conflict.
    pub(super) fn resolve(self, merge: &Merge<T::Draft>, latest: T) {
        let Some(result) = merge.result() else { return };
        self.form.rebase(latest, result);
        if self.form.state.changes.with_untracked(Vec::is_empty) {
            // Everything chosen is theirs: nothing is left to save.
            self.stage.set(Stage::Editing);
            self.toasts
                .say(format!("Nothing left to save: the {} is as they saved it", T::KIND.noun()));
            return;
        }
        match self.form.submit() {
            Some(valid) => self.confirm(valid),
            None => self.stage.set(Stage::Editing),
        }
    }

    /// Gives up my changes in a conflict.
    pub(super) fn take_theirs(self, latest: T) {
        let draft = latest.draft();
        self.form.rebase(latest, draft);
        self.stage.set(Stage::Editing);
    }

    /// The object is gone: the form becomes that of a new one.
    pub(super) fn create_instead(self) {
        hand_to_new(self.form);
        self.form.close();
        self.router.go(&words::form_address(DraftKey::<T::Id>::New));
    }

    /// Creates another object although one with the same content is there.
    pub(super) fn create_another(self, valid: T::Valid, existing: &T) {
        let mut attempts = self.form.attempts.get_untracked();
        if let Some(attempts) = &mut attempts {
            attempts.accept(existing.id());
        }
        self.form.remember(attempts);
        self.confirm(valid);
    }

    /// Goes on with the object that an earlier attempt created. What the form holds beyond it stays, as unsaved changes.
    pub(super) fn open_existing(self, existing: T) {
        let id = existing.id();
        let draft = self.form.draft.get_untracked().applicable();
        if let Some(writer) = self.form.keeper.writer()
            && !changes(&existing.draft(), &draft).is_empty()
        {
            StoredDraft { base: Some(existing.clone()), draft, attempts: None }
                .hand_to(&writer, DraftKey::Existing(id));
        }
        self.collection.put(existing);
        self.form.close();
        self.router.replace(&words::form_address(DraftKey::Existing(id)));
    }

    /// Somebody wants to leave with unsaved changes. While they are being saved that waits for the answer: a request
    /// that is out can't be taken back, so there is nothing to discard.
    pub(super) fn ask_to_leave(self, leaving: Leaving) {
        if untrack(|| self.is_saving()) {
            self.leaving.set(Some(leaving));
        } else {
            self.stage.set(Stage::Leaving(leaving));
        }
    }

    /// Leaves as asked, without saving.
    pub(super) fn discard_and_leave(self, leaving: &Leaving) {
        self.form.discard_and_close();
        self.stage.set(Stage::Editing);
        leaving.go(self.router);
    }
}

/// The id of what was saved.
struct Saved(u64);

impl PlainData for Saved {}

/// Shows it in the list as that was last looked at.
fn view_in_list<T: Editable>(saved: &Saved) {
    let collection = Collection::<T>::expect();
    let search = collection.last_search.get_untracked();
    collection.reveal.set(Some(saved.0.into()));
    LeaveGuard::expect().go(Router::expect(), &format!("{}{search}", words::address(T::KIND)));
}
