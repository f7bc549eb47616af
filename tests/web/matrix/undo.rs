//! Taking back what was switched, before it is saved.

use wasm_bindgen_test::wasm_bindgen_test;

use super::open;

#[wasm_bindgen_test]
async fn switches_are_undone_one_by_one_and_said() {
    let page = open().await;
    page.switch("Ab movers, A guides: Publish").await;
    page.switch("Aa tuners, B notes: Edit").await;
    page.sees("2 unsaved changes").await;
    page.press("Control+z").await;
    page.sees("Undone: Aa tuners, B notes: Edit").await;
    page.is_switched("Aa tuners, B notes: Edit", true).await;
    page.has_focus_on("Aa tuners, B notes: Edit").await;
    page.sees("1 unsaved change").await;
    page.press("Control+z").await;
    page.sees("Undone: Ab movers, A guides: Publish").await;
    page.is_switched("Ab movers, A guides: Publish", false).await;
    page.has_focus_on("Ab movers, A guides: Publish").await;
    page.sees_no_more("unsaved change").await;
    page.press("Control+z").await;
    page.settles().await;
    assert!(!page.shows("unsaved change"), "nothing is left to undo");
    page.switch("Ab movers, C wiki: Edit").await;
    page.sees_no_more("Undone").await;
}

#[wasm_bindgen_test]
async fn a_switch_moved_to_and_fro_is_undone_step_by_step() {
    let page = open().await;
    let cell = "Ab movers, A guides: Publish";
    for _ in 0..3 {
        page.switch(cell).await;
    }
    for on in [false, true, false] {
        page.press("Control+z").await;
        page.is_switched(cell, on).await;
    }
}

#[wasm_bindgen_test]
async fn a_filled_range_is_one_step() {
    let page = open().await;
    page.switch("Aa tuners, A guides: Publish").await;
    page.click_with_shift("Ab movers, B notes: Publish").await;
    page.sees("4 unsaved changes").await;
    page.press("Control+z").await;
    page.sees("Undone: 3 changes").await;
    page.sees("1 unsaved change").await;
    page.is_switched("Aa tuners, A guides: Publish", true).await;
}

#[wasm_bindgen_test]
async fn what_is_saved_is_not_undone() {
    let page = open().await;
    page.switch("Ab movers, A guides: Publish").await;
    page.click_button("Review & save 1 group").await;
    page.press("Control+z").await;
    page.click_button("Save 1 permission group").await;
    page.sees("Saved 1 permission group").await;
    page.is_asked_nothing().await;
    page.press("Control+z").await;
    page.settles().await;
    page.is_switched("Ab movers, A guides: Publish", true).await;
    assert!(!page.shows("unsaved change"));
}

#[wasm_bindgen_test]
async fn a_field_and_a_message_that_offers_undo_have_the_key_first() {
    let page = open().await;
    page.switch("Ab movers, A guides: Publish").await;
    page.click_button("Discard").await;
    page.sees("Discarded 1 change").await;
    page.switch("Aa tuners, B notes: Publish").await;
    page.press("Control+z").await;
    page.is_switched("Ab movers, A guides: Publish", true).await;
    page.is_switched("Aa tuners, B notes: Publish", true).await;
    page.press("/ Control+z").await;
    page.has_focus_on("Search segments").await;
    page.settles().await;
    page.is_switched("Aa tuners, B notes: Publish", true).await;
    page.cell("Ab movers, B notes: Publish").await.focus().unwrap();
    page.press("Control+z").await;
    page.is_switched("Aa tuners, B notes: Publish", false).await;
    page.sees("1 unsaved change").await;
}
