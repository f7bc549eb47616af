//! What the form holds: the draft, what it was opened on, what is wrong with it and what was changed. No markup.

use std::collections::HashSet;

use guidepost_model::{
    Change, Context, Draft, Field, FieldErrors, Item, Problem, SegmentDraft, UserSegment,
    ValidSegment, changes, validate,
};
use leptos::prelude::*;

use crate::store::{DraftKey, Progress, Segments, StoredDraft, drafts};

/// A form's state, copied into its parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub(super) key: StoredValue<DraftKey>,
    /// The segment as it was when the form was opened; `None` for one that does not exist yet.
    pub(super) base: RwSignal<Option<UserSegment>>,
    /// What counts as unchanged.
    pub(super) opened: RwSignal<SegmentDraft>,
    /// What the form holds, with lists that the chosen user type does not use.
    pub(super) draft: RwSignal<SegmentDraft>,
    /// The draft was taken from storage when the form was opened.
    pub(super) restored: RwSignal<bool>,
    /// What differs from what was opened.
    pub(super) changes: Memo<Vec<Change>>,
    context: Memo<Context>,
    errors: Memo<FieldErrors>,
    touched: RwSignal<HashSet<Field>>,
    /// Saving was tried: from then on every error shows.
    submitted: RwSignal<bool>,
    /// What the server refused, by field, in its words.
    refused: RwSignal<Vec<(Option<Field>, String)>>,
    /// False once the draft is saved or discarded: nothing is kept or asked any more.
    active: RwSignal<bool>,
}

impl Form {
    /// Opens a form on a draft, or on the unsaved one that waits in storage.
    pub(super) fn open(key: DraftKey, base: Option<UserSegment>, draft: SegmentDraft) -> Self {
        let stored = drafts::load(key).filter(|stored| stored.base.is_some() == base.is_some());
        let restored = stored.is_some();
        let (base, opened, draft) = match stored {
            Some(StoredDraft { base, draft: kept }) => {
                let opened = base.as_ref().map_or(draft, UserSegment::draft);
                (base, opened, kept)
            }
            None => (base, draft.clone(), draft),
        };
        let (base, opened, draft) =
            (RwSignal::new(base), RwSignal::new(opened), RwSignal::new(draft));
        let segments = Segments::expect();
        let context = Memo::new(move |_| {
            // How many there are counts only for one more, and only once all are known.
            let complete = segments.progress() == Progress::Complete;
            let counts = complete && base.with(Option::is_none);
            Context { custom_segments: counts.then(|| segments.custom_count()) }
        });
        let errors = Memo::new(move |_| {
            let context = context.get();
            draft.with(|draft| validate(&draft.applicable(), &context)).err().unwrap_or_default()
        });
        let changes = Memo::new(move |_| {
            let opened = opened.with(SegmentDraft::applicable);
            draft.with(|draft| changes(&opened, &draft.applicable()))
        });
        let form = Self {
            key: StoredValue::new(key),
            base,
            opened,
            draft,
            restored: RwSignal::new(restored),
            changes,
            context,
            errors,
            touched: RwSignal::new(HashSet::new()),
            submitted: RwSignal::new(false),
            refused: RwSignal::new(Vec::new()),
            active: RwSignal::new(true),
        };
        form.keep();
        form
    }

    /// Keeps the draft in storage as it changes.
    fn keep(self) {
        Effect::new(move |_| {
            let draft = self.draft.get();
            let dirty = self.changes.with(|changes| !changes.is_empty());
            if !self.active.get() {
                return;
            }
            let key = self.key.get_value();
            if dirty {
                drafts::save(key, &StoredDraft { base: self.base.get_untracked(), draft });
            } else {
                drafts::remove(key);
            }
        });
    }

    /// True for a segment that does not exist yet.
    pub(super) fn is_new(self) -> bool {
        self.base.with(Option::is_none)
    }

    /// True when leaving would lose something. Tracks.
    pub(super) fn is_dirty(self) -> bool {
        self.active.get() && self.changes.with(|changes| !changes.is_empty())
    }

    /// Changes a field; what the server said of it no longer holds.
    pub(super) fn edit(self, field: Field, edit: impl FnOnce(&mut SegmentDraft)) {
        self.draft.update(edit);
        self.refused.update(|refused| refused.retain(|(of, _)| *of != Some(field)));
    }

    /// Somebody was in the field: from now on it is validated.
    pub(super) fn touch(self, field: Field) {
        self.touched.try_update(|touched| touched.insert(field));
    }

    /// What is wrong with a field, as far as it is to be shown. Tracks.
    pub(super) fn errors_of(self, field: Field) -> Vec<String> {
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
                of_field.map(|(_, words)| format!("Zendesk did not accept this: “{words}”.")),
            );
        });
        messages
    }

    /// Everything that keeps the form from being saved, for the summary. Tracks.
    pub(super) fn summary(self) -> Vec<(Option<Field>, String)> {
        let mut lines = Vec::new();
        if self.submitted.get() {
            self.errors.with(|errors| {
                lines.extend(errors.0.iter().map(|(field, problem)| (*field, problem.to_string())));
            });
        }
        self.refused.with(|refused| {
            lines.extend(refused.iter().map(|(field, words)| {
                (*field, format!("Zendesk did not accept this: “{words}”."))
            }));
        });
        lines
    }

    /// True when the field's value differs from what was opened. Tracks.
    pub(super) fn is_changed(self, field: Field) -> bool {
        !self.is_new()
            && self.changes.with(|changes| changes.iter().any(|change| change.field == field))
    }

    /// What a list field holds that it did not when the form was opened. Tracks.
    pub(super) fn was_there(self, field: Field) -> Vec<Item> {
        if self.is_new() {
            return self.draft.with(|draft| draft.items(field));
        }
        self.opened.with(|opened| opened.items(field))
    }

    /// Validates everything, from now on visibly.
    pub(super) fn submit(self) -> Option<ValidSegment> {
        self.submitted.set(true);
        self.refused.set(Vec::new());
        let draft = self.draft.with_untracked(SegmentDraft::applicable);
        validate(&draft, &self.context.get_untracked()).ok()
    }

    /// Puts the server's words to their fields.
    pub(super) fn refuse(self, fields: Vec<(String, Vec<String>)>) {
        let refused = fields.into_iter().flat_map(|(name, messages)| {
            let field = Field::from_wire_name(&name);
            messages.into_iter().map(move |message| match field {
                Some(_) => (field, message),
                None => (None, format!("{name}: {message}")),
            })
        });
        self.refused.set(refused.collect());
    }

    /// Goes on from another version of the segment, with `draft` in the form.
    pub(super) fn rebase(self, base: UserSegment, draft: SegmentDraft) {
        self.opened.set(base.draft());
        self.base.set(Some(base));
        self.draft.set(draft);
        self.refused.set(Vec::new());
        self.restored.set(false);
    }

    /// Forgets all changes.
    pub(super) fn discard(self) {
        self.draft.set(self.opened.get_untracked());
        self.refused.set(Vec::new());
        self.submitted.set(false);
        self.touched.update(HashSet::clear);
        self.restored.set(false);
        drafts::remove(self.key.get_value());
    }

    /// The draft is saved, or given up: nothing is left to keep.
    pub(super) fn close(self) {
        self.active.set(false);
        drafts::remove(self.key.get_value());
    }

    /// Goes on after a save that is to be looked at.
    pub(super) fn reopen(self) {
        self.active.set(true);
        self.submitted.set(false);
    }
}
