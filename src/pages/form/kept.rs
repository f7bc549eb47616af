//! The form's draft in storage: kept as it changes, restored when the form is opened, brought back after a discard.

use guidepost_model::{Attempts, Choice, Draft, Field, Timestamp, merge};
use leptos::prelude::*;

use super::{Editable, Form, words};
use crate::{
    pages::parts::count_of,
    store::{
        DraftKey, StoredDraft,
        drafts::{KeptDraft, Person},
    },
    ui::Effect,
};

/// A draft of the same form in another tab, or from an earlier visit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OtherDraft {
    /// What its name field holds.
    pub(super) name: String,
    pub(super) saved: Timestamp,
    /// It is in another tab.
    pub(super) open: bool,
}

impl<T: Editable> Form<T> {
    /// Takes the draft that waits in storage into the form.
    pub(super) fn restore(self) {
        if let Some(kept) = self.keeper.take::<StoredDraft<T>>() {
            self.show(kept);
        }
    }

    fn show(self, KeptDraft { saved, content, .. }: KeptDraft<StoredDraft<T>>) {
        if content.base.is_some() != self.base.with_untracked(Option::is_some) {
            return;
        }
        let latest = self.base.get_untracked();
        if let Some(base) = content.base {
            self.opened.set(base.draft());
            self.base.set(Some(base));
        }
        self.draft.set(content.draft);
        if let Some(latest) = latest {
            self.compare_with(latest);
        }
        self.attempts.set(content.attempts);
        self.state.restored.set(Some(saved));
    }

    /// Keeps the draft in storage as it changes.
    pub(super) fn keep(self) {
        Effect::new(move |_| {
            let draft = self.draft.get();
            let attempts = self.attempts.get();
            let dirty = self.state.changes.with(|changes| !changes.is_empty());
            if !self.state.active.get() {
                return;
            }
            match self.keeper.person() {
                Person::Same => {}
                Person::Known if dirty => {}
                Person::Known => return self.restore(),
                Person::Another => {
                    // Nobody else's text is shown to them.
                    self.draft.set(self.opened.get_untracked());
                    self.attempts.set(None);
                    self.state.forget();
                    return self.restore();
                }
            }
            // A copy that was sent as it was opened has no difference, and may have arrived all the same.
            if dirty || attempts.is_some() {
                self.keeper.keep(&StoredDraft { base: self.base.get_untracked(), draft, attempts });
            } else {
                self.keeper.forget();
            }
        });
    }

    /// Keeps what is known of creations, at once: the page may go while one is out.
    pub(super) fn remember(self, attempts: Option<Attempts<T>>) {
        self.attempts.set(attempts.clone());
        let (base, draft) = (self.base.get_untracked(), self.draft.get_untracked());
        self.keeper.keep(&StoredDraft { base, draft, attempts });
    }

    /// Everything the form would lose, to bring it back later.
    fn stored(self) -> StoredDraft<T> {
        StoredDraft {
            base: self.base.get_untracked(),
            draft: self.draft.get_untracked(),
            attempts: self.attempts.get_untracked(),
        }
    }

    /// Forgets all changes, and offers to bring them back.
    pub(crate) fn discard(self) {
        self.offer_undo();
        self.draft.set(self.opened.get_untracked());
        self.attempts.set(None);
        self.state.forget();
        self.keeper.forget();
    }

    /// The form is left without saving. Offers to bring the changes back.
    pub(super) fn discard_and_close(self) {
        self.offer_undo();
        self.close();
    }

    fn offer_undo(self) {
        let count = self.state.changes.with_untracked(Vec::len);
        let text = format!("Discarded {}", count_of(count, "change"));
        let address = words::form_address(self.key.get_value());
        self.keeper.offer_undo(&self.stored(), text, address);
    }

    /// Brings back what was discarded, when it is asked for.
    pub(super) fn follow_undo(self) {
        Effect::new(move |_| {
            if let Some(discarded) = self.keeper.take_back::<StoredDraft<T>>() {
                untrack(|| self.bring_back(discarded));
            }
        });
    }

    /// Puts discarded changes back. What was changed after the discard stays where both touch the same.
    fn bring_back(self, discarded: StoredDraft<T>) {
        let (now, opened) = (self.draft.get_untracked(), self.opened.get_untracked());
        let before = discarded.base.as_ref().map_or_else(|| opened.clone(), T::draft);
        let draft = if now == opened && before == opened {
            discarded.draft
        } else {
            merge(before, discarded.draft, now).result_or(Choice::Theirs)
        };
        self.draft.set(draft);
        self.attempts.set(discarded.attempts);
    }

    /// The draft is saved, or given up: nothing is left to keep.
    pub(crate) fn close(self) {
        self.state.active.set(false);
        self.keeper.forget();
    }

    /// The form is left, and its draft stays for later.
    pub(super) fn set_aside(self) {
        self.state.active.set(false);
        self.keeper.set_aside();
    }

    /// The newest draft of this form that it does not show. Tracks what other tabs do.
    pub(super) fn other(self) -> Option<OtherDraft> {
        self.keeper.elsewhere.track();
        let other = self.keeper.others::<StoredDraft<T>>().into_iter().next()?;
        let name = other.content.draft.text(Field::Name).to_owned();
        Some(OtherDraft { name, saved: other.saved, open: other.open })
    }

    /// Shows that draft; what the form holds stays in storage.
    pub(super) fn use_other(self) {
        let Some(other) = self.keeper.others::<StoredDraft<T>>().into_iter().next() else { return };
        self.keeper.go_on_with(&other);
        self.show(other);
    }
}

/// Where a draft that can't be saved to its object goes on as one of a new object.
pub(super) fn hand_to_new<T: Editable>(form: Form<T>) {
    if let Some(writer) = form.keeper.writer() {
        let draft = form.draft.get_untracked();
        StoredDraft::<T> { base: None, draft, attempts: None }.hand_to(&writer, DraftKey::New);
    }
}
