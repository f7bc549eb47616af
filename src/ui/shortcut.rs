//! Keyboard shortcuts of a page. They rest while somebody types, while a dialog is open, and with modifier keys. Those of
//! a single character can be switched off, for people who speak to their computer (WCAG 2.1.4).

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, Storage};

/// In the browser's storage: "off", or nothing.
const STORED: &str = "guidepost.single-keys";
/// On the page's root, so that hints of keys go with the keys.
const MARK: &str = "data-single-keys";
const OFF: &str = "off";

/// Whether keys of a single character are shortcuts.
pub fn single_keys_on() -> bool {
    let stored = storage().and_then(|storage| storage.get_item(STORED).ok().flatten());
    stored.as_deref() != Some(OFF)
}

/// Switches keys of a single character on or off, in this browser.
pub fn switch_single_keys(on: bool) {
    if let Some(storage) = storage() {
        let _ = if on { storage.remove_item(STORED) } else { storage.set_item(STORED, OFF) };
    }
    mark_single_keys();
}

/// Marks the page's root, for the style sheet.
pub fn mark_single_keys() {
    let Some(root) = document().document_element() else { return };
    let _ =
        if single_keys_on() { root.remove_attribute(MARK) } else { root.set_attribute(MARK, OFF) };
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

use super::on_window;

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
    on_window(leptos::ev::keydown, move |event| {
        let modified =
            event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing();
        let modal = document().query_selector("dialog[open], [aria-modal=true]").ok().flatten();
        if modified || modal.is_some() || event.default_prevented() || is_typing(&event) {
            return;
        }
        if event.key().chars().nth(1).is_none() && !single_keys_on() {
            return;
        }
        if handle(&event) {
            event.prevent_default();
        }
    });
}
