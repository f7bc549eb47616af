//! What a plan can't do is shown as such, with the reason.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{MATRIX, prepared};
use crate::support::{GROUPS, Page};

async fn on_plan(plan: &str) -> Page {
    Page::open_on_plan(prepared().await, plan, MATRIX).await
}

#[wasm_bindgen_test]
async fn on_professional_only_publish_is_switched_and_edit_follows_it() {
    let page = on_plan("professional").await;
    page.sees("Professional plan: only Publish can be set, and Edit follows it.").await;
    page.sees("Ab movers, A guides: Edit, not granted, locked").await;
    page.switch("Ab movers, A guides: Publish").await;
    page.sees("Ab movers, A guides: Edit, included in Publish, locked").await;
    let reason =
        page.element("td[title='On Professional only Publish can be set, and Edit follows it.']");
    assert!(reason.is_some(), "the reason is at the cell");
    page.click_button("Review & save 1 group").await;
    page.click_button("Save 1 permission group").await;
    page.sees("Saved 1 permission group").await;
    let stored = page.stored("A guides").await;
    assert_eq!((stored.edit.len(), stored.publish.len()), (0, 1));
}

#[wasm_bindgen_test]
async fn an_edit_left_from_enterprise_is_said_not_to_be_in_effect() {
    let page = on_plan("professional").await;
    page.sees("Aa tuners, B notes: Edit, listed, but this plan does not use it").await;
}

#[wasm_bindgen_test]
async fn on_lite_nothing_is_switched() {
    let page = on_plan("lite").await;
    page.sees("On Lite you can’t create or edit permission groups.").await;
    page.sees("Aa tuners, C wiki: Publish, granted, locked").await;
    page.settles().await;
    assert!(page.element(".matrix input").is_none());
    assert!(page.asked("PUT", GROUPS).is_empty());
}
