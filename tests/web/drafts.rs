//! Unsaved work survives a reload, and is forgotten when it is saved or given up.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page};

const BACK: &str = "Unsaved changes restored";

#[wasm_bindgen_test]
async fn a_new_segment_that_was_begun_is_back_after_a_reload() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Half done").await;
    page.choose("Staff").await;
    page.type_into("Groups", "Bil").await;
    page.sees_in("groups", "Billing").await;
    page.press("Enter").await;
    page.focus("Alternative tags").await;
    page.type_text("gold,").await;
    page.reload();
    page.sees(BACK).await;
    page.holds("Name", "Half done").await;
    page.sees_in("Summary", "Staff in Billing who have gold.").await;
}

#[wasm_bindgen_test]
async fn discarding_it_forgets_it() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Half done").await;
    page.reload();
    page.sees(BACK).await;
    page.click_button("Discard changes").await;
    page.sees_no_more(BACK).await;
    page.holds("Name", "").await;
    page.reload();
    page.is_at("New segment").await;
    page.settles().await;
    assert!(!page.shows(BACK));
    page.holds("Name", "").await;
}

#[wasm_bindgen_test]
async fn changes_to_a_segment_are_back_in_its_own_form_only() {
    let account = Account::fresh().await;
    let (mine, other) = (account.the("Tour crew").await, account.the("Translators").await);
    let page = Page::open_on(account, &format!("/segments/{}", mine.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page.go_to(&format!("/segments/{}", other.id));
    page.is_at("Translators").await;
    assert!(!page.shows(BACK));
    page.go_to("/segments/new");
    page.is_at("New segment").await;
    assert!(!page.shows(BACK));
    page.go_to(&format!("/segments/{}", mine.id));
    page.sees(BACK).await;
    page.holds("Name", "Tour crews").await;
    page.sees("1 unsaved change").await;
}

#[wasm_bindgen_test]
async fn nothing_is_kept_of_a_form_that_was_saved() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "All done").await;
    page.choose("Staff").await;
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.sees("Created “All done”").await;
    page.go_to("/segments/new");
    page.is_at("New segment").await;
    page.settles().await;
    assert!(!page.shows(BACK));
    page.holds("Name", "").await;
}

#[wasm_bindgen_test]
async fn text_that_is_back_to_what_it_was_is_no_draft() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour").await;
    page.type_into("Name", "Tour crew").await;
    page.reload();
    page.is_at("Tour crew").await;
    page.settles().await;
    assert!(!page.shows(BACK));
}

#[wasm_bindgen_test]
async fn a_draft_is_compared_with_what_it_began_from_when_somebody_saved_meanwhile() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page.account.change(segment.id, json!({ "name": "Crew" })).await;
    page.reload();
    page.sees(BACK).await;
    page.holds("Name", "Tour crews").await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.is_asked("Someone else changed this segment").await;
    page.sees("Tour crew Crew").await;
}

#[wasm_bindgen_test]
async fn the_draft_of_a_deleted_segment_can_become_a_new_one() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page.account.delete(segment.id).await;
    page.reload();
    page.is_at("Segment not found").await;
    page.click_link("Use your unsaved changes for a new one").await;
    page.is_at("New segment").await;
    page.holds("Name", "Tour crews").await;
    page.sees_in("Summary", "Staff who have at least one of tour_2025 or tour_2026.").await;
}

#[wasm_bindgen_test]
async fn a_draft_that_cannot_be_read_counts_as_none() {
    let page = Page::prepare(Account::fresh().await).await;
    let storage = leptos::prelude::window().local_storage().unwrap().unwrap();
    storage.set_item("guidepost.draft.segment.new", "{\"draft\": 7").unwrap();
    page.go_to("/segments/new");
    page.is_at("New segment").await;
    page.settles().await;
    assert!(!page.shows(BACK));
}
