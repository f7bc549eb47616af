//! Keys of a single character can be switched off, and all keys are on one sheet.

use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, shown_text};

const MENU: &str = "Marta Lindqvist Help center manager: settings";

/// The switch is kept in the browser: no other test may find it off.
struct SwitchedOn;

impl Drop for SwitchedOn {
    fn drop(&mut self) {
        let storage = window().local_storage().unwrap().unwrap();
        storage.remove_item("guidepost.single-keys").unwrap();
    }
}

async fn list() -> Page {
    let page = Page::open("/segments?sort=name").await;
    page.sees("40 segments").await;
    page
}

#[wasm_bindgen_test]
async fn single_keys_rest_once_they_are_switched_off_and_work_again_afterwards() {
    let _restored = SwitchedOn;
    let page = list().await;
    page.pick(MENU, "Single-key shortcuts").await;
    for key in ["n", "c", "/", "?", "#", "j"] {
        page.press(key).await;
        page.settles().await;
        assert_ne!(page.focused(), "Search segments", "{key}");
        assert!(page.element("dialog[open]").is_none(), "{key}");
        assert_eq!(page.element("h1").map(|h1| shown_text(&h1)).as_deref(), Some("User segments"));
    }
    let hint = page.element(".toolbar__search .kbd").unwrap();
    assert_eq!(hint.get_bounding_client_rect().width(), 0.0, "the hint goes with the key");

    page.reload();
    page.sees("40 segments").await;
    page.press("n").await;
    page.settles().await;
    page.is_at("User segments").await;

    page.pick(MENU, "Single-key shortcuts").await;
    page.press("n").await;
    page.is_at("New segment").await;
}

#[wasm_bindgen_test]
async fn the_sheet_opens_from_the_menu_and_has_the_switch_too() {
    let _restored = SwitchedOn;
    let page = list().await;
    page.pick(MENU, "Keyboard shortcuts").await;
    page.is_asked("Keyboard shortcuts").await;
    page.choose("Single-key shortcuts").await;
    page.press("Escape").await;
    page.is_asked_nothing().await;
    page.has_focus_on(MENU).await;
    page.leave_the_field().await;
    page.press("n").await;
    page.settles().await;
    page.is_at("User segments").await;
}

#[wasm_bindgen_test]
async fn every_key_is_on_the_sheet() {
    let page = list().await;
    page.press("?").await;
    page.is_asked("Keyboard shortcuts").await;
    let keys: Vec<String> = page.elements(".help kbd").iter().map(shown_text).collect();
    let all = [
        "/", "n", "c", "j", "k", "↓", "↑", "Enter", "o", "e", "x", "Delete", "#", "Esc", "?", "\\",
        "Space", "Home", "End", "PgUp", "PgDn", "Ctrl", "S", "←", "→",
    ];
    for key in all {
        assert!(keys.contains(&key.to_owned()), "{key} is missing in {keys:?}");
    }
}
