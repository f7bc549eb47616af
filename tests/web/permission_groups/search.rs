//! Search and sort order, in the address.

use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LIST, list};
use crate::support::Page;

const SEARCH: &str = "Search permission groups";

#[wasm_bindgen_test]
async fn a_group_is_found_by_its_name_and_by_those_of_its_segments() {
    let page = list().await;
    page.press("/").await;
    page.has_focus_on(SEARCH).await;
    page.type_text("legal").await;
    page.lists(&["Recalls and legal notices"]).await;
    page.sees("1 of 10 permission groups").await;
    page.type_into(SEARCH, "training crew").await;
    page.lists(&["Dealer portal", "Public guides"]).await;
    page.type_into(SEARCH, "dealer 日本").await;
    page.sees("No permission group matches").await;
}

#[wasm_bindgen_test]
async fn no_result_says_what_was_looked_for_and_how_to_go_back() {
    let page = Page::open("/permission-groups?q=nowhere&sort=name").await;
    page.sees("No results for “nowhere” in names of groups or segments.").await;
    page.click_button("Clear search").await;
    page.is_addressed("/permission-groups?sort=name").await;
    page.sees("10 permission groups").await;
}

#[wasm_bindgen_test]
async fn what_is_searched_for_survives_a_reload_and_is_no_step_in_the_history() {
    let page = list().await;
    let steps = window().history().unwrap().length().unwrap();
    page.type_into(SEARCH, "portal").await;
    page.is_addressed("/permission-groups?q=portal").await;
    assert_eq!(window().history().unwrap().length().unwrap(), steps);
    page.reload();
    page.lists(&["Dealer portal"]).await;
    page.holds(SEARCH, "portal").await;
}

#[wasm_bindgen_test]
async fn a_column_sorts_once_more_turns_the_order_round_and_back_takes_it_back() {
    let page = Page::open("/permission-groups?q=tour").await;
    page.lists(&["Tour support"]).await;
    page.type_into(SEARCH, "content").await;
    page.click_button("Name").await;
    page.is_addressed("/permission-groups?q=content&sort=name").await;
    page.lists(&[
        "Editors and publishers",
        "Dealer portal",
        "Firmware notes",
        "Internal wiki",
        "Public guides",
        "Repair manuals",
        "日本語ガイド",
    ])
    .await;
    page.click_button("Name").await;
    page.is_addressed("/permission-groups?q=content&sort=-name").await;
    let head = page.element("th.c-name[aria-sort]").unwrap();
    assert_eq!(head.get_attribute("aria-sort").as_deref(), Some("descending"));
    page.lists_first(&["Editors and publishers", "日本語ガイド"]).await;
    page.click_button("Updated").await;
    page.is_addressed("/permission-groups?q=content").await;
    page.lists_first(&["Editors and publishers", "Dealer portal"]).await;
    page.go_back();
    page.is_addressed("/permission-groups?q=content&sort=-name").await;
    assert!(page.offers("Sort: Name, Z to A"));
}

#[wasm_bindgen_test]
async fn a_search_of_the_other_list_is_not_taken_along() {
    let page = Page::open("/segments?q=dealer").await;
    page.sees("of 40 segments").await;
    page.click_link("Permission groups").await;
    page.is_addressed(LIST).await;
    page.holds(SEARCH, "").await;
    page.sees("10 permission groups").await;
}
