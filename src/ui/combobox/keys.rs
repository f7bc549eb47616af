//! What the keys do in a combobox's input.

use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::Combo;

pub(super) fn keydown(combo: Combo, event: &KeyboardEvent) {
    // While an input method composes, keys belong to it.
    if event.is_composing() {
        return;
    }
    let empty = combo.text.with_untracked(String::is_empty);
    let open = combo.is_open_untracked();
    let taken = match event.key().as_str() {
        "ArrowDown" => {
            if !open {
                combo.open();
            } else if !event.alt_key() {
                combo.step(true);
            }
            true
        }
        "ArrowUp" => {
            if open && event.alt_key() {
                combo.close();
            } else if open {
                combo.step(false);
            } else {
                combo.open();
            }
            true
        }
        "Home" if open && combo.has_options() => {
            combo.activate(0);
            true
        }
        "End" if open && combo.has_options() => {
            combo.activate(combo.last_option());
            true
        }
        "Enter" => combo.accept() || open,
        "Escape" => {
            let closed = combo.close();
            if !closed && !empty {
                combo.text.set(String::new());
            }
            closed || !empty
        }
        "Backspace" if empty => {
            combo.remove_last();
            true
        }
        "ArrowLeft" if empty => focus_last_chip(event),
        _ => false,
    };
    if taken {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn focus_last_chip(event: &KeyboardEvent) -> bool {
    let chips = event
        .target()
        .and_then(|input| input.dyn_into::<web_sys::Element>().ok())
        .and_then(|input| input.closest(".combobox").ok().flatten())
        .and_then(|combobox| combobox.query_selector_all(".chip__remove").ok());
    let last = chips.and_then(|chips| chips.item(chips.length().checked_sub(1)?));
    let button = last.and_then(|last| last.dyn_into::<HtmlElement>().ok());
    button.is_some_and(|button| button.focus().is_ok())
}
