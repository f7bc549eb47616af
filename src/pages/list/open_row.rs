//! A click anywhere in a row opens it, as its link does. The link stays what keyboards and screen readers use.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use crate::ui::Router;

/// What takes clicks itself, and the cells around boxes and menus, where a click is a miss.
const CONTROLS: &str = "a, button, input, label, [role=menu], .c-check, .c-menu";

/// Opens the row that was clicked: with Ctrl, Cmd or the middle button in a new tab.
pub(super) fn open_row(event: &MouseEvent, router: Router) {
    let Some(address) = address_of(event) else { return };
    match event.button() {
        0 if event.shift_key() || event.alt_key() => {}
        0 if !event.ctrl_key() && !event.meta_key() => router.go(&address),
        0 | 1 => {
            let _ = window().open_with_url_and_target_and_features(&address, "_blank", "noopener");
        }
        _ => {}
    }
}

/// Where the row leads; nothing for a click that was meant for something else.
fn address_of(event: &MouseEvent) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let on_control = target.closest(CONTROLS).ok()?.is_some();
    if event.default_prevented() || on_control || has_selected_text() {
        return None;
    }
    target.closest("tr").ok()??.query_selector("a.table__name").ok()??.get_attribute("href")
}

/// Somebody marked text in the row to copy it: the click ends that.
fn has_selected_text() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}
