//! What a form holds: the draft, what it was opened on, what is wrong with it and what was changed. No markup.

use std::collections::HashSet;

use guidepost_model::{
    Attempts, Change, Choice, Draft, Field, FieldErrors, Item, Problem, Timestamp, changes, merge,
};
use leptos::prelude::*;

use super::{Check, Editable, watch::Elsewhere};
use crate::{
    pages::parts::list_in_words,
    session::Session,
    store::{DraftKeeper, DraftKey},
};

/// A form's state, copied into its parts.
pub(crate) struct Form<T: Editable> {
    pub(crate) key: StoredValue<DraftKey<T::Id>>,
    /// The object as it was when the form was opened; `None` for one that does not exist yet.
    pub(crate) base: RwSignal<Option<T>>,
    /// What counts as unchanged.
    pub(crate) opened: RwSignal<T::Draft>,
    /// What the form holds, with what does not apply.
    pub(crate) draft: RwSignal<T::Draft>,
    /// What can be told of it without knowing its kind.
    pub(crate) state: FormState,
    /// Creations that were sent and may have arrived.
    pub(super) attempts: RwSignal<Option<Attempts<T>>>,
    /// What somebody else did to the object since the form was opened.
    pub(super) elsewhere: RwSignal<Option<Elsewhere<T>>>,
    pub(super) keeper: DraftKeeper,
    check: Check<T>,
}

impl<T: Editable> Clone for Form<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Editable> Copy for Form<T> {}

/// What the parts around the fields need to know of a form, whatever its kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FormState {
    /// True for an object that does not exist yet.
    pub(crate) is_new: Memo<bool>,
    /// When the draft that was taken from storage was last changed.
    pub(crate) restored: RwSignal<Option<Timestamp>>,
    /// A creation was sent, and may have arrived.
    pub(crate) may_exist: Memo<bool>,
    /// The browser can't keep the draft.
    pub(crate) cannot_keep: RwSignal<bool>,
    /// What differs from what was opened.
    pub(crate) changes: Memo<Vec<Change>>,
    errors: Memo<FieldErrors>,
    /// Fields whose box holds text that chooses nothing.
    unfinished: RwSignal<Vec<Field>>,
    touched: RwSignal<HashSet<Field>>,
    /// Saving was tried: from then on every error shows.
    submitted: RwSignal<bool>,
    /// What the server refused, by field, in its words.
    refused: RwSignal<Vec<(Option<Field>, String)>>,
    /// False once the draft is saved or discarded: nothing is kept or asked any more.
    pub(super) active: RwSignal<bool>,
}

impl<T: Editable> Form<T> {
    /// Opens a form on a draft, or on the unsaved one that waits in storage.
    pub(crate) fn open(key: DraftKey<T::Id>, base: Option<T>, draft: T::Draft) -> Self {
        let keeper = DraftKeeper::new(Session::expect(), key.form());
        let (base, opened, draft) =
            (RwSignal::new(base), RwSignal::new(draft.clone()), RwSignal::new(draft));
        let check = T::check(base);
        let unfinished = RwSignal::new(Vec::new());
        let errors = Memo::new(move |_| {
            let errors = check.run(draft.with(T::Draft::applicable)).err().unwrap_or_default();
            unfinished.with(|fields: &Vec<Field>| errors.with_text_left(fields))
        });
        let changes = Memo::new(move |_| {
            let opened = opened.with(T::Draft::applicable);
            draft.with(|draft| changes(&opened, &draft.applicable()))
        });
        let attempts = RwSignal::new(None::<Attempts<T>>);
        let state = FormState {
            is_new: Memo::new(move |_| base.with(Option::is_none)),
            restored: RwSignal::new(None),
            may_exist: Memo::new(move |_| attempts.with(Option::is_some)),
            cannot_keep: keeper.cannot_keep,
            changes,
            errors,
            unfinished,
            touched: RwSignal::new(HashSet::new()),
            submitted: RwSignal::new(false),
            refused: RwSignal::new(Vec::new()),
            active: RwSignal::new(true),
        };
        let key = StoredValue::new(key);
        let form = Self {
            key,
            base,
            opened,
            draft,
            state,
            attempts,
            elsewhere: RwSignal::new(None),
            keeper,
            check,
        };
        form.restore();
        form.keep();
        form.follow_undo();
        form
    }

    /// Changes a field; what the server said of it no longer holds.
    pub(crate) fn edit(self, field: Field, edit: impl FnOnce(&mut T::Draft)) {
        self.draft.update(edit);
        self.state.refused.update(|refused| refused.retain(|(of, _)| *of != Some(field)));
    }

    /// What a list field holds that it did not when the form was opened. Tracks.
    pub(crate) fn was_there(self, field: Field) -> Vec<Item> {
        if self.state.is_new.get() {
            return self.draft.with(|draft| draft.items(field));
        }
        self.opened.with(|opened| opened.items(field))
    }

    /// Validates everything, from now on visibly.
    pub(crate) fn submit(self) -> Option<T::Valid> {
        self.state.submitted.set(true);
        self.state.refused.set(Vec::new());
        let draft = self.draft.with_untracked(T::Draft::applicable);
        let valid = untrack(|| self.check.run(draft)).ok();
        valid.filter(|_| self.state.unfinished.with_untracked(Vec::is_empty))
    }

    /// Validates a draft as changes to another version of the object than the one that the form was opened on.
    pub(super) fn check_onto(self, base: T, draft: T::Draft) -> Option<T::Valid> {
        let opened_on = self.base.get_untracked();
        self.base.set(Some(base));
        let valid = untrack(|| self.check.run(draft)).ok();
        self.base.set(opened_on);
        valid
    }

    /// Goes on from another version of the object, with `draft` in the form.
    pub(crate) fn rebase(self, base: T, draft: T::Draft) {
        self.opened.set(base.draft());
        self.base.set(Some(base));
        self.draft.set(draft);
        self.elsewhere.set(None);
        self.state.refused.set(Vec::new());
        self.state.restored.set(None);
    }

    /// What was sent is saved as `stored`. What the form holds beyond that stays, as unsaved changes.
    pub(crate) fn settle(self, sent: T::Draft, stored: T) {
        let now = self.draft.get_untracked().applicable();
        let rest = merge(sent.applicable(), now, stored.draft()).result_or(Choice::Mine);
        self.rebase(stored, rest);
        self.state.submitted.set(false);
    }
}

impl FormState {
    /// True when leaving would lose something. Tracks.
    pub(crate) fn is_dirty(self) -> bool {
        self.active.get() && self.changes.with(|changes| !changes.is_empty())
    }

    /// Somebody was in the field: from now on it is validated.
    pub(crate) fn touch(self, field: Field) {
        self.touched.try_update(|touched| touched.insert(field));
    }

    /// A field's box holds text that chooses nothing, or no longer does. While somebody types, that is no error yet.
    pub(crate) fn leave_text(self, field: Field, left: bool) {
        let was_left = self.unfinished.try_with_untracked(|fields| fields.contains(&field));
        if was_left == Some(!left) {
            self.unfinished.try_update(|fields| {
                fields.retain(|other| *other != field);
                if left {
                    fields.push(field);
                }
            });
        }
        let touched = self.touched.try_with_untracked(|touched| touched.contains(&field));
        if left && touched == Some(true) {
            self.touched.try_update(|touched| touched.remove(&field));
        }
    }

    /// What is wrong with a field, as far as it is to be shown. Tracks.
    pub(crate) fn errors_of(self, field: Field) -> Vec<String> {
        let shows = self.submitted.get() || self.touched.with(|touched| touched.contains(&field));
        let mut messages = self.errors.with(|errors| {
            let of_field = errors.of(field);
            let shown =
                of_field.filter(|problem| shows || matches!(problem, Problem::TooMany { .. }));
            shown.map(ToString::to_string).collect::<Vec<_>>()
        });
        self.refused.with(|refused| {
            let of_field = refused.iter().filter(|(of, _)| *of == Some(field));
            messages.extend(
                of_field.map(|(_, words)| format!("Zendesk didn’t accept this: “{words}”.")),
            );
        });
        messages
    }

    /// Everything that keeps the form from being saved, for the summary. Tracks.
    pub(crate) fn summary(self) -> Vec<(Option<Field>, String)> {
        let mut lines = Vec::new();
        if self.submitted.get() {
            self.errors.with(|errors| {
                lines.extend(errors.0.iter().map(|(field, problem)| (*field, problem.to_string())));
            });
        }
        self.refused.with(|refused| {
            lines.extend(
                refused.iter().map(|(field, words)| {
                    (*field, format!("Zendesk didn’t accept this: “{words}”."))
                }),
            );
        });
        lines
    }

    /// True when the field's value differs from what was opened. Tracks.
    pub(crate) fn is_changed(self, field: Field) -> bool {
        !self.is_new.get()
            && self.changes.with(|changes| changes.iter().any(|change| change.field == field))
    }

    /// Names of the changed fields, as a list in a sentence. Tracks.
    pub(crate) fn changed_fields(self) -> String {
        let labels: Vec<&str> = self
            .changes
            .with(|changes| changes.iter().map(|change| change.field.label()).collect());
        list_in_words(&labels)
    }

    /// Puts the server's words to their fields.
    pub(crate) fn refuse(self, fields: Vec<(String, Vec<String>)>) {
        let refused = fields.into_iter().flat_map(|(name, messages)| {
            let field = Field::from_wire_name(&name);
            messages.into_iter().map(move |message| match field {
                Some(_) => (field, message),
                None => (None, format!("{name}: {message}")),
            })
        });
        self.refused.set(refused.collect());
    }

    /// Nothing was touched, tried or refused.
    pub(super) fn forget(self) {
        self.refused.set(Vec::new());
        self.submitted.set(false);
        self.touched.update(HashSet::clear);
        self.restored.set(None);
    }
}
