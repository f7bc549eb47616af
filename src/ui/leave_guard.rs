//! Asks before a form with unsaved changes is left: by a link, by going back or forward, by closing the tab.
//!
//! The router has no hook for this, but its link handler respects a default that was already prevented. Going back
//! can't be prevented either: the address is put back before the router hears of it.

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent};

use super::{Router, on_window, on_window_first, shared};

/// Where somebody was going when they were asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    /// To an address of this app.
    To(String),
    /// Back or forward in the history.
    Back,
}

impl Leaving {
    /// Leaves after all.
    pub fn go(&self, router: Router) {
        match self {
            Self::To(path) => router.go(path),
            Self::Back => {
                if let Ok(history) = window().history() {
                    let _ = history.back();
                }
            }
        }
    }
}

/// The form that is asked when somebody goes back or forward, if one is open.
#[derive(Clone, Copy)]
pub struct LeaveGuard(StoredValue<Option<Guarded>>);

#[derive(Clone, Copy)]
struct Guarded {
    dirty: Signal<bool>,
    ask: Callback<Leaving>,
    /// The form's own address.
    here: Signal<String>,
}

impl LeaveGuard {
    /// Listens from now on, and has to before the router does: an event of the window itself goes to its listeners in
    /// the order in which they came, whether they capture it or not.
    pub fn install() -> Self {
        let guarded = StoredValue::new(None::<Guarded>);
        on_window(ev::popstate, move |event| {
            let Some(Some(Guarded { dirty, ask, here })) = guarded.try_get_value() else { return };
            let here = here.get_untracked();
            if dirty.get_untracked() && current_address() != here {
                event.stop_immediate_propagation();
                if let Ok(history) = window().history() {
                    let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&here));
                }
                ask.run(Leaving::Back);
            }
        });
        Self(guarded)
    }

    /// The guard of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// Goes to an address of this app. Where that would lose something, its form is asked first, as for a link.
    pub fn go(self, router: Router, to: &str) {
        match self.0.try_get_value().flatten() {
            Some(Guarded { dirty, ask, .. }) if dirty.try_get_untracked() == Some(true) => {
                ask.run(Leaving::To(to.to_owned()));
            }
            _ => router.go(to),
        }
    }
}

/// As long as the caller's component lives and `dirty` holds, leaving calls `ask` instead.
pub fn guard_leaving(dirty: Signal<bool>, ask: Callback<Leaving>) {
    let router = Router::expect();
    let here = Signal::derive(move || router.address());
    let LeaveGuard(guarded) = LeaveGuard::expect();
    guarded.set_value(Some(Guarded { dirty, ask, here }));
    on_cleanup(move || {
        // The form that comes next may be there already.
        guarded.try_update_value(|guarded| guarded.take_if(|guarded| guarded.dirty == dirty));
    });
    on_window_first(ev::click, move |event| {
        if let Some(target) = internal_link(&event)
            && dirty.get_untracked()
        {
            event.prevent_default();
            event.stop_propagation();
            ask.run(Leaving::To(target));
        }
    });
    on_window(ev::beforeunload, move |event| {
        if dirty.get_untracked() {
            event.prevent_default();
        }
    });
}

fn current_address() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// The address of this app that a plain click leads to.
fn internal_link(click: &MouseEvent) -> Option<String> {
    if click.button() != 0
        || click.ctrl_key()
        || click.meta_key()
        || click.shift_key()
        || click.alt_key()
    {
        return None;
    }
    let link = click.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let target = link.get_attribute("href")?;
    (target.starts_with('/') && !link.has_attribute("target")).then_some(target)
}
