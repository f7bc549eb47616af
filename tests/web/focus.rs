//! Focus is never lost: whatever removes the focused element names its heir.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page};

async fn list() -> Page {
    let page = Page::open("/segments?sort=name").await;
    page.sees("40 segments").await;
    page
}

/// Three segments that nothing uses.
async fn made_up() -> Page {
    let account = Account::fresh().await;
    for name in ["Made up A", "Made up B", "Made up C"] {
        account.create(json!({ "name": name, "tags": ["made_up"] })).await;
    }
    let page = Page::open_on(account, "/segments?q=made&sort=name").await;
    page.lists(&["Made up A", "Made up B", "Made up C"]).await;
    page
}

#[wasm_bindgen_test]
async fn a_filter_keeps_it_when_it_is_chosen_and_when_it_is_removed() {
    let page = list().await;
    page.pick("User type", "Staff").await;
    page.has_focus_on("User type: Staff. Remove filter").await;
    page.press("Enter").await;
    page.has_focus_on("User type").await;
}

#[wasm_bindgen_test]
async fn clearing_all_filters_leaves_it_to_the_first_one() {
    let page = list().await;
    page.pick("Origin", "Custom").await;
    page.click_button("Clear all").await;
    page.has_focus_on("User type").await;
}

#[wasm_bindgen_test]
async fn clearing_a_search_without_results_leaves_it_to_the_search() {
    let page = list().await;
    page.type_into("Search segments", "nowhere").await;
    page.click_button("Clear search and filters").await;
    page.has_focus_on("Search segments").await;
}

#[wasm_bindgen_test]
async fn the_button_that_clears_the_search_leaves_it_there() {
    let page = list().await;
    page.type_into("Search segments", "tour").await;
    page.click_button("Clear search").await;
    page.has_focus_on("Search segments").await;
    page.holds("Search segments", "").await;
    page.sees("40 segments").await;
    assert!(!page.offers("Clear search"));
}

#[wasm_bindgen_test]
async fn clearing_the_selection_leaves_it_to_the_box_of_all() {
    let page = made_up().await;
    page.select("Made up A", false).await;
    page.click_button("Clear selection").await;
    page.has_focus_on("Select all segments that are listed").await;
}

#[wasm_bindgen_test]
async fn a_dialog_that_is_closed_gives_it_back() {
    let page = made_up().await;
    page.select("Made up A", false).await;
    page.focus_button("Export…").await;
    page.press("Enter").await;
    page.is_asked("Export 1 segment").await;
    page.press("Escape").await;
    page.has_focus_on("Export…").await;
}
