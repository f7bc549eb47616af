//! Discarded content on its way back: from a message that outlives its page to the form that it came from.

use leptos::prelude::*;

use crate::ui::{Action, LeaveGuard, PlainData, Router, Toasts, shared};

/// What a form held when it was discarded. Plain text: it outlives the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discarded {
    /// Whose it is.
    pub(super) owner: Option<String>,
    /// The form, as it stands in storage keys.
    pub(super) form: String,
    /// What it held, as JSON.
    pub(super) content: String,
    /// Where the form is.
    pub(super) address: String,
}

impl PlainData for Discarded {}

/// What was discarded and is wanted back. Its form takes it as soon as it is open.
#[derive(Debug, Clone, Copy)]
pub struct WantedBack(RwSignal<Option<Discarded>>);

impl Default for WantedBack {
    fn default() -> Self {
        Self(RwSignal::new(None))
    }
}

impl WantedBack {
    /// The one of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// Takes what belongs to a form of a person. Tracks.
    pub(super) fn take(self, owner: Option<&String>, form: &str) -> Option<String> {
        let is_it = |wanted: &Discarded| wanted.form == form && wanted.owner.as_ref() == owner;
        if !self.0.with(|wanted| wanted.as_ref().is_some_and(is_it)) {
            return None;
        }
        self.0.try_update(Option::take).flatten().map(|wanted| wanted.content)
    }
}

impl Discarded {
    /// Says what was discarded, and offers to bring it back.
    pub(super) fn offer(self, toasts: Toasts, text: String) {
        toasts.undoable(text, Action::new(self, bring_back), None);
    }
}

fn bring_back(discarded: &Discarded) {
    WantedBack::expect().0.set(Some(discarded.clone()));
    let router = Router::expect();
    if untrack(|| router.address()) != discarded.address {
        LeaveGuard::expect().go(router, &discarded.address);
    }
}
