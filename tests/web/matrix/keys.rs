//! The matrix by keyboard alone.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, scroller};

/// Focus on the first privilege of the first segment that was prepared.
async fn begun() -> crate::support::Page {
    let page = open().await;
    page.cell("Aa tuners, A guides: Edit").await.focus().unwrap();
    page
}

#[wasm_bindgen_test]
async fn arrows_move_in_two_dimensions() {
    let page = begun().await;
    page.press("ArrowRight").await;
    page.has_focus_on("Aa tuners, A guides: Publish").await;
    page.press("ArrowDown").await;
    page.has_focus_on("Ab movers, A guides: Publish").await;
    page.press("ArrowRight").await;
    page.has_focus_on("Ab movers, B notes: Edit").await;
    page.press("ArrowUp").await;
    page.has_focus_on("Aa tuners, B notes: Edit").await;
    page.press("ArrowLeft").await;
    page.has_focus_on("Aa tuners, A guides: Publish").await;
}

#[wasm_bindgen_test]
async fn home_and_end_go_to_the_ends_of_the_row_and_with_control_of_the_matrix() {
    let page = begun().await;
    page.press("Home").await;
    page.has_focus_on("Aa tuners").await;
    page.press("End").await;
    // The last group by name.
    let last = last_group(&page).await;
    page.has_focus_on(&format!("Aa tuners, {last}: Publish")).await;
    page.press("Control+End").await;
    page.has_focus_on(&format!("Warranty reviewers, {last}: Publish")).await;
    let bottom = scroller();
    assert!(bottom.scroll_top() > 0, "it comes into view");
    page.press("Control+Home").await;
    page.has_focus_on("Agents and admins, Admins: Edit, not granted, locked").await;
    assert_eq!(bottom.scroll_top(), 0);
}

#[wasm_bindgen_test]
async fn enter_switches_and_space_is_the_checkbox_s_own() {
    let page = begun().await;
    page.press("Enter").await;
    page.is_switched("Aa tuners, A guides: Edit", true).await;
    page.sees("1 unsaved change").await;
    page.press("Enter").await;
    page.is_switched("Aa tuners, A guides: Edit", false).await;
    let cell = page.cell("Aa tuners, A guides: Edit").await;
    assert_eq!((cell.tag_name().as_str(), cell.type_().as_str()), ("INPUT", "checkbox"));
}

#[wasm_bindgen_test]
async fn names_are_reached_too_and_lead_to_what_they_name() {
    let page = begun().await;
    page.press("ArrowUp ArrowUp ArrowUp").await;
    page.has_focus_on("A guides").await;
    page.press("ArrowRight").await;
    page.has_focus_on("B notes").await;
    page.press("ArrowDown ArrowDown").await;
    page.press("Home").await;
    page.has_focus_on("Aa tuners").await;
    page.press("Enter").await;
    page.is_at("Aa tuners").await;
}

#[wasm_bindgen_test]
async fn the_matrix_is_one_stop_for_tab() {
    let page = begun().await;
    let stops = || page.elements(".matrix [tabindex='0']").len();
    assert_eq!(stops(), 1);
    page.press("ArrowDown ArrowRight PageDown End").await;
    page.settles().await;
    assert_eq!(stops(), 1);
}

#[wasm_bindgen_test]
async fn where_focus_is_stays_when_it_is_scrolled_away() {
    let page = begun().await;
    let scroller = scroller();
    scroller.set_scroll_top(scroller.scroll_height());
    scroller.set_scroll_left(scroller.scroll_width());
    page.cell("Warranty reviewers, Tour support: Edit").await;
    assert_eq!(page.focused(), "Aa tuners, A guides: Edit");
    page.press("ArrowDown").await;
    page.has_focus_on("Ab movers, A guides: Edit").await;
    assert!(scroller.scroll_top() < 100, "the keys bring it back into view");
}

async fn last_group(page: &crate::support::Page) -> String {
    let groups = page.account.all_groups().await;
    let custom = groups.into_iter().filter(|group| !group.built_in);
    custom.map(|group| group.name).max_by_key(|name| guidepost_model::fold(name)).unwrap()
}

#[wasm_bindgen_test]
async fn the_first_stop_is_a_privilege_that_can_be_switched() {
    let page = open().await;
    let stop = page.element(".matrix [tabindex='0']").unwrap();
    let label = stop.get_attribute("aria-label").unwrap();
    assert_eq!(label, "Agents and admins, A guides: Edit");
}
