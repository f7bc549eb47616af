//! Search on both axes, and the filters.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{MATRIX, open};
use crate::support::{Page, shown_text, until};

/// Waits until the matrix has exactly these rows and columns.
#[track_caller]
fn is_made_of(
    page: &Page,
    segments: &'static [&'static str],
    groups: &'static [&'static str],
) -> impl Future<Output = ()> {
    let _ = page;
    until(format!("{segments:?} × {groups:?}"), move || {
        let names = |selector: &str| -> Vec<String> {
            let found = leptos::prelude::document().query_selector_all(selector).unwrap();
            (0..found.length())
                .map(|at| {
                    shown_text(&wasm_bindgen::JsCast::unchecked_into(found.item(at).unwrap()))
                })
                .collect()
        };
        let rows = names(".matrix__row a");
        let columns = names(".matrix__group");
        (rows == segments && columns == groups).then_some(())
    })
}

#[wasm_bindgen_test]
async fn each_axis_has_a_search_of_its_own_in_the_address() {
    let page = open().await;
    page.type_into("Search segments", "aa").await;
    page.type_into("Search permission groups", "notes").await;
    is_made_of(&page, &["Aa tuners"], &["B notes", "Firmware notes"]).await;
    page.is_addressed(&format!("{MATRIX}?segment=aa&group=notes")).await;
    page.reload();
    is_made_of(&page, &["Aa tuners"], &["B notes", "Firmware notes"]).await;
    page.sees("1 segment × 2 groups").await;
    page.type_into("Search segments", "nobody at all").await;
    page.sees("No results").await;
    page.click_button("Clear search and filters").await;
    page.cell("Aa tuners, A guides: Edit").await;
    page.is_addressed(MATRIX).await;
}

#[wasm_bindgen_test]
async fn granted_anything_leaves_the_segments_that_hold_a_privilege_in_the_groups_shown() {
    let page = open().await;
    page.type_into("Search permission groups", "B notes").await;
    page.click_button("With access").await;
    is_made_of(&page, &["Aa tuners"], &["B notes"]).await;
    page.is_addressed(&format!("{MATRIX}?group=B%20notes&granted=true")).await;
}

#[wasm_bindgen_test]
async fn changed_leaves_the_rows_and_columns_with_changes() {
    let page = open().await;
    page.switch("Ab movers, A guides: Edit").await;
    page.switch("Aa tuners, B notes: Edit").await;
    page.click_button("Changed 2").await;
    is_made_of(&page, &["Aa tuners", "Ab movers"], &["A guides", "B notes"]).await;
    page.switch("Ab movers, A guides: Edit").await;
    is_made_of(&page, &["Aa tuners"], &["B notes"]).await;
}

#[wasm_bindgen_test]
async fn only_staff_segments_stand_in_the_rows_the_built_in_one_first() {
    let page = open().await;
    page.sees("Agents and admins").await;
    assert!(!page.shows("Gold dealers"), "a segment of signed-in users");
    let first = page.element(".matrix__row a").unwrap();
    assert_eq!(shown_text(&first), "Agents and admins");
}

#[wasm_bindgen_test]
async fn the_slash_searches_segments_and_tab_leads_on_to_groups() {
    let page = open().await;
    page.press("/").await;
    page.has_focus_on("Search segments").await;
    let boxes = page.elements(".toolbar--matrix input[type=search]");
    assert_eq!(boxes.len(), 2);
    assert!(page.element("#matrix-segments ~ .kbd").is_some());
    assert_eq!(page.element("#matrix-groups ~ .kbd").unwrap().text_content().unwrap(), "");
}
