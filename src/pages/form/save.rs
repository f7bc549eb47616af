//! Saving: review, compare with what the account has now, send, and make sure of what happened.
//!
//! Nothing is guessed: a changed object is merged before it is written over, and when the answer to a creation is
//! lost the account is asked whether it took place before anyone can send it again.

use guidepost_model::{ErrorKind, Merge, Resource, Valid, changes, merge, quoted};
use leptos::prelude::*;

use super::{
    Editable, Form,
    stage::{Attempt, Conflicting, Stage},
    words,
};
use crate::{
    api::Failure,
    session::Session,
    store::{Collection, DraftKey, StoredDraft, drafts},
    ui::{Leaving, Lifetime, Router, Toasts},
};

/// Saves a form.
pub(super) struct Save<T: Editable> {
    pub(super) form: Form<T>,
    pub(super) stage: RwSignal<Stage<T>>,
    pub(super) attempt: Attempt,
    /// Ids that existed before a creation was sent.
    known: StoredValue<Vec<T::Id>>,
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
        Self {
            form,
            stage: RwSignal::new(Stage::Editing),
            attempt: Attempt {
                failure: RwSignal::new(None),
                in_doubt: RwSignal::new(false),
                stored_otherwise: RwSignal::new(Vec::new()),
            },
            known: StoredValue::new(Vec::new()),
            session: Session::expect(),
            collection: Collection::expect(),
            toasts: Toasts::expect(),
            router: Router::expect(),
            lifetime: Lifetime::here(),
        }
    }

    /// Runs as long as the form is in the page.
    fn spawn(self, task: impl Future<Output = ()> + 'static) {
        self.lifetime.spawn(task);
    }

    /// Validates, and shows what would be saved. False when something is wrong with the form.
    pub(super) fn review(self) -> bool {
        self.attempt.failure.set(None);
        self.attempt.in_doubt.set(false);
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
        self.stage.set(Stage::Saving(valid.clone()));
        self.spawn(async move {
            match self.form.base.get_untracked() {
                Some(base) => self.update(base, valid).await,
                None => self.create(valid).await,
            }
        });
    }

    async fn update(self, base: T, valid: T::Valid) {
        let client = self.session.client();
        let latest = match client.read::<T>(base.id()).await {
            Ok(latest) => latest,
            Err(failure) => return self.fail(failure),
        };
        let mine = valid.clone().into_draft();
        if differs(&base, &latest) {
            if changes(&mine, &latest.draft()).is_empty() {
                // What is wanted is there already: an earlier attempt took place, and only its answer was lost.
                return self.succeed(valid, latest, "Saved");
            }
            let merge = merge(base.draft(), mine, latest.draft());
            self.collection.put(latest.clone());
            self.stage.set(Stage::Conflict(Box::new(Conflicting { merge, latest })));
            return;
        }
        match client.update::<T>(base.id(), &valid).await {
            Ok(stored) => self.succeed(valid, stored, "Saved"),
            Err(failure) if failure.leaves_doubt() => match client.read::<T>(base.id()).await {
                Ok(stored) if changes(&mine, &stored.draft()).is_empty() => {
                    self.succeed(valid, stored, "Saved");
                }
                answer => {
                    self.attempt.in_doubt.set(answer.is_err());
                    self.fail(failure);
                }
            },
            Err(failure) => self.fail(failure),
        }
    }

    async fn create(self, valid: T::Valid) {
        let client = self.session.client();
        // Where the list is not known, nothing could be told apart afterwards: it is read first.
        let mut known = Vec::new();
        if let Err(failure) =
            client.all::<T>(|page| known.extend(page.iter().map(|row| row.id()))).await
        {
            return self.fail(failure);
        }
        self.known.set_value(known);
        match client.create::<T>(&valid).await {
            Ok(stored) => self.succeed(valid, stored, "Created"),
            Err(failure) if failure.leaves_doubt() => {
                self.attempt.failure.set(Some(failure));
                self.look_up(valid).await;
            }
            Err(failure) => self.fail(failure),
        }
    }

    /// Asks the account again whether a creation whose answer was lost took place.
    pub(super) fn check_again(self, valid: T::Valid) {
        self.spawn(self.look_up(valid));
    }

    async fn look_up(self, valid: T::Valid) {
        let client = self.session.client();
        let sent = valid.clone().into_draft();
        let known = self.known.get_value();
        let mut found = Vec::new();
        let outcome = client
            .all::<T>(|page| {
                let is_new = |row: &T| !row.is_built_in() && !known.contains(&row.id());
                let as_sent = |row: &T| changes(&sent, &row.draft()).is_empty();
                found.extend(page.into_iter().filter(|row| is_new(row) && as_sent(row)));
            })
            .await;
        let times = found.len();
        match (outcome, found.pop()) {
            (Ok(()), Some(stored)) => {
                // A browser sends a request again by itself when a connection it had kept turns out to be closed.
                if times > 1 {
                    let text = format!(
                        "The connection broke, and {} was created {}",
                        quoted(stored.display_name()),
                        if times == 2 { "twice".to_owned() } else { format!("{times} times") }
                    );
                    self.toasts.fail(text, None);
                }
                self.succeed(valid, stored, "Created");
            }
            (Ok(()), None) => {
                // It did not take place: saying so, the form can be sent again.
                self.stage.try_set(Stage::Editing);
            }
            (Err(failure), _) => {
                self.attempt.failure.try_set(Some(failure));
                self.stage.try_set(Stage::Doubt(valid));
            }
        }
    }

    fn fail(self, failure: Failure) {
        if failure.kind() == Some(ErrorKind::NotFound) && !self.form.state.is_new.get_untracked() {
            self.stage.set(Stage::Deleted);
            return;
        }
        if let Failure::Refused(error) = &failure
            && error.kind == ErrorKind::Invalid
            && !error.fields.is_empty()
        {
            self.form.state.refuse(error.fields.clone());
        } else {
            self.attempt.failure.set(Some(failure));
        }
        self.stage.set(Stage::Editing);
    }

    fn succeed(self, sent: T::Valid, stored: T, verb: &str) {
        let otherwise = changes(&sent.into_draft(), &stored.draft());
        self.collection.put(stored.clone());
        self.attempt.failure.set(None);
        self.toasts.say(format!("{verb} {}", quoted(stored.display_name())));
        self.form.close();
        if otherwise.is_empty() {
            self.collection.reveal.set(Some(stored.id()));
            self.back_to_list();
            return;
        }
        // What was asked for is not what is there now: that is shown, not passed over.
        let id = stored.id();
        let was_new = self.form.state.is_new.get_untracked();
        let draft = stored.draft();
        self.stage.set(Stage::Editing);
        if was_new {
            let fields: Vec<&str> = otherwise.iter().map(|change| change.field.label()).collect();
            let text = format!(
                "Zendesk saved something different from what was sent: {}",
                fields.join("; ")
            );
            self.toasts.fail(text, None);
            self.router.go(&format!("{}/{id}", words::address(T::KIND)));
        } else {
            self.form.rebase(stored, draft);
            self.form.reopen();
            self.attempt.stored_otherwise.set(otherwise);
        }
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
        let draft = self.form.draft.get_untracked();
        self.form.close();
        drafts::save::<T>(DraftKey::New, &StoredDraft { base: None, draft });
        self.router.go(&format!("{}/new", words::address(T::KIND)));
    }

    /// Leaves as asked, without saving.
    pub(super) fn discard_and_leave(self, leaving: &Leaving) {
        self.form.close();
        self.stage.set(Stage::Editing);
        leaving.go(self.router);
    }

    fn back_to_list(self) {
        let search = self.collection.last_search.get_untracked();
        self.router.go(&format!("{}{search}", words::address(T::KIND)));
    }
}

/// True when the object is no longer what the form was opened on. Its time alone is no change: only what the form
/// would write over counts.
fn differs<T: Resource>(base: &T, latest: &T) -> bool {
    !changes(&base.draft(), &latest.draft()).is_empty()
}
