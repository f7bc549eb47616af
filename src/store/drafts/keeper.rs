//! Keeps what one form holds, for the person who is signed in while it is open.

use leptos::{ev, prelude::*};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    discarded::{Discarded, WantedBack},
    shelf::{KeptDraft, Shelf},
};
use crate::{
    session::Session,
    store::tab,
    ui::{Toasts, on_window},
};

/// One open form's place in storage.
#[derive(Clone, Copy)]
pub struct DraftKeeper {
    /// Which form, as in a storage key.
    form: StoredValue<String>,
    /// Tells this form's draft from those of other tabs.
    id: StoredValue<String>,
    owner: Memo<Option<String>>,
    /// Whose the form's content is.
    writer: StoredValue<Option<String>>,
    /// The browser or the account keeps the draft from being stored.
    pub cannot_keep: RwSignal<bool>,
    /// Counts the changes to the form's other drafts.
    pub elsewhere: RwSignal<u32>,
    wanted_back: WantedBack,
    toasts: Toasts,
}

/// What became known of the person at the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    /// Nothing, or nothing new.
    Same,
    /// Who it is.
    Known,
    /// Somebody else signed in.
    Another,
}

impl DraftKeeper {
    /// For the form of the component that calls this.
    pub fn new(session: Session, form: String) -> Self {
        let owner = Memo::new(move |_| session.draft_owner());
        let keeper = Self {
            form: StoredValue::new(form),
            id: StoredValue::new(tab::random()),
            owner,
            writer: StoredValue::new(owner.get_untracked()),
            cannot_keep: RwSignal::new(false),
            elsewhere: RwSignal::new(0),
            wanted_back: WantedBack::expect(),
            toasts: Toasts::expect(),
        };
        on_window(ev::storage, move |event| {
            let shelf = keeper.shelf();
            if event.key().zip(shelf).is_some_and(|(key, shelf)| shelf.has_key(&key)) {
                keeper.elsewhere.update(|count| *count += 1);
            }
        });
        on_window(ev::pagehide, move |_| keeper.release());
        on_cleanup(move || keeper.release());
        keeper
    }

    /// The shelf of whose the content is.
    fn shelf(self) -> Option<Shelf> {
        let writer = self.writer.try_get_value()??;
        self.form.try_with_value(|form| Shelf::new(&writer, form))
    }

    fn id(self) -> String {
        self.id.try_get_value().unwrap_or_default()
    }

    /// Whether somebody else is signed in than before. Tracks.
    pub fn person(self) -> Person {
        let Some(owner) = self.owner.get() else { return Person::Same };
        match self.writer.get_value() {
            Some(writer) if writer == owner => Person::Same,
            Some(_) => {
                // What the one before typed stays theirs.
                self.release();
                self.id.set_value(tab::random());
                self.writer.set_value(Some(owner));
                Person::Another
            }
            None => {
                self.writer.set_value(Some(owner));
                Person::Known
            }
        }
    }

    /// Takes the draft that waits for this form, if there is one.
    pub fn take<C: DeserializeOwned + Serialize>(self) -> Option<KeptDraft<C>> {
        super::remove_expired();
        let shelf = self.shelf()?;
        let waiting = shelf.waiting::<C>()?;
        self.id.set_value(waiting.id.clone());
        shelf.keep(&waiting.id, &waiting.content);
        Some(waiting)
    }

    /// Drafts of this form in other tabs, or from earlier visits, the newest first.
    pub fn others<C: DeserializeOwned>(self) -> Vec<KeptDraft<C>> {
        self.shelf().map(|shelf| shelf.others(&self.id())).unwrap_or_default()
    }

    /// Keeps what the form holds.
    pub fn keep<C: Serialize>(self, content: &C) {
        let kept = self.shelf().is_some_and(|shelf| shelf.keep(&self.id(), content));
        if self.cannot_keep.get_untracked() == kept {
            self.cannot_keep.set(!kept);
        }
    }

    /// Says that something was discarded, and offers to bring it back.
    pub fn offer_undo<C: Serialize>(self, content: &C, text: String, address: String) {
        let (owner, form) = (self.writer(), self.form.get_value());
        match serde_json::to_string(content) {
            Ok(content) => {
                Discarded { owner, form, content, address }.offer(self.toasts, text);
            }
            Err(_) => self.toasts.say(text),
        }
    }

    /// What was discarded from this form and is wanted back. Tracks.
    pub fn take_back<C: DeserializeOwned>(self) -> Option<C> {
        self.owner.track();
        let writer = self.writer();
        let content = self.form.with_value(|form| self.wanted_back.take(writer.as_ref(), form))?;
        serde_json::from_str(&content).ok()
    }

    /// Nothing is left to keep.
    pub fn forget(self) {
        if let Some(shelf) = self.shelf() {
            shelf.remove(&self.id());
        }
        self.cannot_keep.try_set(false);
    }

    /// Leaves the draft as it is, for later; what follows is another one.
    pub fn set_aside(self) {
        self.release();
        self.id.set_value(tab::random());
    }

    /// Goes on with one of the others. What this form held stays in storage.
    pub fn go_on_with<C>(self, other: &KeptDraft<C>) {
        self.set_aside();
        if !other.open {
            self.id.set_value(other.id.clone());
        }
        self.elsewhere.update(|count| *count += 1);
    }

    fn release(self) {
        if let Some(shelf) = self.shelf() {
            shelf.release(&self.id());
        }
    }

    /// False once somebody else is signed in than who wrote what the form holds.
    pub fn is_writers(self) -> bool {
        let owner = self.owner.get_untracked();
        owner.is_none() || owner == self.writer()
    }

    /// Whose the form's content is, for something that is done later.
    pub fn writer(self) -> Option<String> {
        self.writer.try_get_value().flatten()
    }
}
