//! The matrix when its lists can't be had.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{MATRIX, prepared};
use crate::support::{GROUPS, Page, SEGMENTS, on};

#[wasm_bindgen_test]
async fn a_list_that_cannot_be_had_is_named_and_can_be_asked_for_again() {
    for (list, name) in [(GROUPS, "permission groups"), (SEGMENTS, "segments")] {
        let page = Page::prepare(prepared().await).await;
        page.meets(on("GET", list).answers(422, "Not now")).await;
        page.go_to(MATRIX);
        page.sees(&format!("Not all {name} could be loaded.")).await;
        page.sees("Zendesk said: “Not now”.").await;
        assert!(page.element(".matrix").is_none());
        page.click_button("Retry").await;
        page.cell("Aa tuners, A guides: Publish").await;
        page.sees_no_more("could be loaded").await;
    }
}

#[wasm_bindgen_test]
async fn who_is_no_manager_is_told_so() {
    let page = Page::open_as("agent-token", MATRIX).await;
    page.sees("You need to be a help center manager").await;
    assert!(page.element(".matrix").is_none());
}
