//! Messages by keyboard: Control or Command and Z undoes, F6 moves focus to the newest message and back.

use std::cell::RefCell;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Toasts, region::element};
use crate::ui::{focus_first, is_typing, on_window};

thread_local! {
    /// What had focus before a message.
    static BEFORE: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Listens as long as the app is there.
pub(super) fn listen(toasts: Toasts) {
    on_window(ev::keydown, move |event| {
        let command = event.ctrl_key() != event.meta_key();
        let other = event.alt_key() || event.shift_key() || event.is_composing();
        if other || event.default_prevented() {
            return;
        }
        let taken = match event.key().as_str() {
            // In a field it is the field's own.
            "z" if command && !is_typing(&event) => toasts.undo_last(),
            "F6" if !command => go_or_return(toasts),
            "Escape" if !command => focused_message().is_some() && give_back(),
            _ => false,
        };
        if taken {
            event.prevent_default();
        }
    });
}

/// The message that has focus.
fn focused_message() -> Option<HtmlElement> {
    document().active_element()?.closest(".toast").ok()??.dyn_into().ok()
}

/// From the page to the newest message, and from a message to the page.
fn go_or_return(toasts: Toasts) -> bool {
    if focused_message().is_some() {
        return give_back();
    }
    // Behind a dialog nothing can be reached.
    if document().query_selector("dialog[open]").ok().flatten().is_some() {
        return false;
    }
    let newest = toasts.list.with_untracked(|list| list.last().map(|toast| toast.id));
    let button = newest.and_then(element).and_then(|toast| toast.query_selector("button").ok()?);
    let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let before = document().active_element().filter(|active| active.tag_name() != "BODY");
    BEFORE.set(before.and_then(|before| before.dyn_into().ok()));
    button.focus().is_ok()
}

/// Focus goes back to where it came from, or to what the page is about.
fn give_back() -> bool {
    match BEFORE.take().filter(|before| before.is_connected()) {
        Some(before) => before.focus().is_ok(),
        None => focus_first(&["h1[tabindex]", "#main"]),
    }
}

/// The message with the focus is about to leave.
pub(super) fn return_focus(id: u32) {
    if element(id).is_some_and(|toast| toast.matches(":focus-within").unwrap_or(false)) {
        give_back();
    }
}
