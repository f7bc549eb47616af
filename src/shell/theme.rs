//! Light, dark, or as the system has it. The choice is kept in this browser; `theme.js` applies it before the first
//! paint.

use leptos::prelude::*;

const KEY: &str = "guidepost.theme";

/// The chosen theme; `None` for the system's.
pub(super) fn current() -> Option<String> {
    document().document_element()?.get_attribute("data-theme")
}

/// Chooses a theme.
pub(super) fn choose(theme: Option<&str>) {
    let storage = window().local_storage().ok().flatten();
    let root = document().document_element();
    match theme {
        Some(theme) => {
            root.map(|root| root.set_attribute("data-theme", theme));
            storage.map(|storage| storage.set_item(KEY, theme));
        }
        None => {
            root.map(|root| root.remove_attribute("data-theme"));
            storage.map(|storage| storage.remove_item(KEY));
        }
    }
}
