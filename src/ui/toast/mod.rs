//! Short messages at the bottom of the page: what was done, with a way back where there is one. Errors stay until they
//! are closed. The rest leaves after ten seconds, not counting those in which it is hovered or focused, or the tab is
//! hidden.

mod action;
mod countdown;
mod keys;
mod region;

use leptos::prelude::*;

use super::shared;
pub use action::{Action, PlainData};
pub use region::ToastRegion;

/// What a message offers to do.
#[derive(Clone)]
struct Offer {
    label: &'static str,
    act: Action,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    /// Something was done.
    News,
    /// Something was done, and can be undone as long as the message stays.
    Undoable,
    /// Something failed.
    Error,
}

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    tone: Tone,
    offer: Option<Offer>,
    /// Done when it leaves without the offer having been taken.
    gone: Option<Action>,
}

/// The messages, from anywhere in the app.
#[derive(Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
    /// The app's. Actions run in it: the page that a message came from may be gone.
    owner: StoredValue<Owner>,
}

impl Default for Toasts {
    fn default() -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        Self { list: RwSignal::new(Vec::new()), next: StoredValue::new(0), owner }
    }
}

impl Toasts {
    /// The messages of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// Says what was done.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), Tone::News, None, None);
    }

    /// Says what was done and offers something about it.
    pub fn offer(self, text: impl Into<String>, label: &'static str, act: Action) {
        self.show(text.into(), Tone::News, Some(Offer { label, act }), None);
    }

    /// Says what was done, or is about to be: `undo` takes it back, `gone` runs once the message has left without it.
    pub fn undoable(self, text: impl Into<String>, undo: Action, gone: Option<Action>) {
        let offer = Offer { label: "Undo", act: undo };
        self.show(text.into(), Tone::Undoable, Some(offer), gone);
    }

    /// Says what failed, and offers to try again.
    pub fn fail(self, text: impl Into<String>, retry: Option<Action>) {
        let offer = retry.map(|act| Offer { label: "Retry", act });
        self.show(text.into(), Tone::Error, offer, None);
    }

    /// Says what went wrong, and offers to look at it.
    pub fn warn(self, text: impl Into<String>, label: &'static str, act: Action) {
        self.show(text.into(), Tone::Error, Some(Offer { label, act }), None);
    }

    /// Does now what waits for a message to leave: the page is about to close.
    pub fn settle(self) {
        let list = self.list.with_untracked(Clone::clone);
        for toast in list {
            self.leave(toast.id, false);
        }
    }

    fn show(self, text: String, tone: Tone, offer: Option<Offer>, gone: Option<Action>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.list.update(|list| list.push(Toast { id, text, tone, offer, gone }));
    }

    /// Takes back what was done last, if a message still offers it.
    fn undo_last(self) -> bool {
        let last = self.list.with_untracked(|list| {
            list.iter().rev().find(|toast| toast.tone == Tone::Undoable).map(|toast| toast.id)
        });
        if let Some(id) = last {
            self.leave(id, true);
        }
        last.is_some()
    }

    fn leave(self, id: u32, took_offer: bool) {
        keys::return_focus(id);
        let toast = self.list.try_update(|list| {
            let at = list.iter().position(|toast| toast.id == id)?;
            Some(list.remove(at))
        });
        let Some(Some(toast)) = toast else { return };
        let act = match (took_offer, toast.offer, toast.gone) {
            (true, Some(offer), _) => offer.act,
            (false, _, Some(gone)) => gone,
            (true, None, _) | (false, _, None) => return,
        };
        self.owner.with_value(|owner| owner.with(|| act.run()));
    }
}
