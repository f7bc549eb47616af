//! Keyboard shortcuts of a page. They rest while somebody types, while a dialog is open, and with modifier keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// True when keys belong to the element that has focus.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    let types = target
        .closest(
            "input:not([type=checkbox]):not([type=radio]), textarea, select, [role=menu], dialog",
        )
        .ok()
        .flatten();
    types.is_some()
}

/// Runs `handle` for keys that nobody else wants, as long as the caller's component lives. It returns true for a key
/// it took.
pub fn on_shortcut(handle: impl Fn(&KeyboardEvent) -> bool + 'static) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let modified =
            event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing();
        let modal = document().query_selector("dialog[open]").ok().flatten().is_some();
        if modified || modal || event.default_prevented() || is_typing(&event) {
            return;
        }
        if handle(&event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}
