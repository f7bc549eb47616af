//! Somebody else changes or deletes the segment while its form is open.

use guidepost_model::UserSegment;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS};

const TITLE: &str = "Someone else changed this segment";

/// The form of a segment, open.
async fn form() -> (Page, UserSegment) {
    let account = Account::fresh().await;
    let fields = json!({ "name": "Gold", "tags": ["gold", "dealer"], "or_tags": ["north"] });
    let segment = account.create(fields).await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Gold").await;
    (page, segment)
}

async fn save(page: &Page) {
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
}

#[wasm_bindgen_test]
async fn both_changed_the_same_field_so_one_of_them_is_chosen() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.account.change(segment.id, json!({ "name": "Gold only" })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.sees("Choose which version of each field to keep. 1 of 1 left.").await;
    page.sees("Gold Gold and silver").await;
    page.sees("Gold Gold only").await;
    page.sees("Not decided yet").await;
    assert!(page.asked("PUT", SEGMENTS).is_empty(), "nothing is written over unasked");
    assert!(!page.offers("Save merged version"));
    page.choose("Name: yours").await;
    page.sees("Every field is decided.").await;
    page.click_button("Save merged version").await;
    page.sees("Saved “Gold and silver”").await;
    assert_eq!(page.account.find(segment.id).await.unwrap().name, "Gold and silver");
}

#[wasm_bindgen_test]
async fn different_fields_are_merged_by_field() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold dealers in the north").await;
    page.account
        .change(segment.id, json!({ "tags": ["gold"], "or_tags": ["north", "west"] }))
        .await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.sees("Every field is decided.").await;
    page.sees("no change").await;
    page.click_button("Save merged version").await;
    page.sees("Saved “Gold dealers in the north”").await;
    let stored = page.account.find(segment.id).await.unwrap();
    assert_eq!(stored.name, "Gold dealers in the north");
    assert_eq!(stored.tags, ["gold"]);
    assert_eq!(stored.or_tags, ["north", "west"]);
}

#[wasm_bindgen_test]
async fn their_change_can_be_undone_by_choosing_mine() {
    let (page, segment) = form().await;
    page.focus("Required tags").await;
    page.type_text("vip,").await;
    page.account.change(segment.id, json!({ "tags": ["dealer"] })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.choose("Required tags: yours").await;
    page.click_button("Save merged version").await;
    page.sees("Saved “Gold”").await;
    assert_eq!(page.account.find(segment.id).await.unwrap().tags, ["gold", "dealer", "vip"]);
}

#[wasm_bindgen_test]
async fn choosing_theirs_everywhere_leaves_nothing_to_save() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.account.change(segment.id, json!({ "name": "Gold only" })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.choose("Name: theirs").await;
    page.click_button("Save merged version").await;
    page.sees("Nothing left to save").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Gold only").await;
    assert!(page.asked("PUT", SEGMENTS).is_empty());
}

#[wasm_bindgen_test]
async fn discarding_my_changes_shows_theirs() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.account.change(segment.id, json!({ "name": "Gold only" })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.click_button("Discard my changes").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Gold only").await;
    page.sees_no_more("unsaved change").await;
}

#[wasm_bindgen_test]
async fn keep_editing_decides_nothing_and_the_next_save_asks_again() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.account.change(segment.id, json!({ "name": "Gold only" })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Gold and silver").await;
    save(&page).await;
    page.is_asked(TITLE).await;
}

#[wasm_bindgen_test]
async fn a_second_change_during_the_decision_is_seen_too() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.account.change(segment.id, json!({ "name": "Gold only" })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.choose("Name: yours").await;
    page.account.change(segment.id, json!({ "name": "Gold at last" })).await;
    page.click_button("Save merged version").await;
    page.sees("Gold at last").await;
    page.is_asked(TITLE).await;
    assert!(page.asked("PUT", SEGMENTS).is_empty());
}

#[wasm_bindgen_test]
async fn the_same_change_by_both_is_no_conflict_to_decide() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.focus("Required tags").await;
    page.type_text("vip,").await;
    page.account.change(segment.id, json!({ "name": "Gold and silver" })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.sees("Every field is decided.").await;
    page.click_button("Save merged version").await;
    page.sees("Saved “Gold and silver”").await;
    assert_eq!(page.account.find(segment.id).await.unwrap().tags, ["gold", "dealer", "vip"]);
}

#[wasm_bindgen_test]
async fn a_segment_that_was_deleted_meanwhile_can_be_created_anew() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.account.delete(segment.id).await;
    save(&page).await;
    page.is_asked("Someone else deleted this segment").await;
    page.click_button("Recreate segment").await;
    page.is_at("New segment").await;
    page.holds("Name", "Gold and silver").await;
    page.sees_in("Chosen tags", "gold").await;
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.sees("Created “Gold and silver”").await;
    let stored = page.account.the("Gold and silver").await;
    assert_ne!(stored.id, segment.id);
    assert_eq!(stored.tags, ["gold", "dealer"]);
}

#[wasm_bindgen_test]
async fn whoever_keeps_editing_a_deleted_segment_keeps_the_text() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.account.delete(segment.id).await;
    save(&page).await;
    page.is_asked("Someone else deleted this segment").await;
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Gold and silver").await;
}

#[wasm_bindgen_test]
async fn different_items_of_one_list_are_merged_and_the_result_is_shown() {
    let (page, segment) = form().await;
    page.focus("Required tags").await;
    page.type_text("vip,").await;
    page.account.change(segment.id, json!({ "tags": ["gold", "theirs"] })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.sees("Every field is decided.").await;
    page.sees("Both changes").await;
    let result = page.element(".merge td:last-child").unwrap();
    let chips: Vec<_> = page
        .elements(".merge td:last-child .chip")
        .iter()
        .map(crate::support::shown_text)
        .collect();
    assert_eq!(chips, ["gold", "theirs", "vip"], "{}", crate::support::shown_text(&result));
    page.click_button("Save merged version").await;
    page.sees("Saved “Gold”").await;
    assert_eq!(page.account.find(segment.id).await.unwrap().tags, ["gold", "theirs", "vip"]);
}

#[wasm_bindgen_test]
async fn coming_back_after_a_while_shows_what_somebody_else_changed() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.account.change(segment.id, json!({ "tags": ["gold"] })).await;
    page.happens("focus");
    page.settles().await;
    assert!(!page.shows(TITLE), "it was read a moment ago");
    page.time_passes(61);
    page.happens("focus");
    page.sees(TITLE).await;
    page.holds("Name", "Gold and silver").await;
    page.click_button("Merge…").await;
    page.is_asked(TITLE).await;
    page.click_button("Save merged version").await;
    page.sees("Saved “Gold and silver”").await;
    page.sees_no_more(TITLE).await;
    assert_eq!(page.account.find(segment.id).await.unwrap().tags, ["gold"]);
}

#[wasm_bindgen_test]
async fn a_form_without_changes_follows_what_somebody_else_saved() {
    let (page, segment) = form().await;
    page.account.change(segment.id, json!({ "name": "Gold only" })).await;
    page.time_passes(61);
    page.happens("focus");
    page.sees("Someone else changed this segment. It’s up to date now.").await;
    page.holds("Name", "Gold only").await;
    assert!(!page.shows("unsaved change"));
}

#[wasm_bindgen_test]
async fn coming_back_after_a_while_shows_that_somebody_else_deleted_it() {
    let (page, segment) = form().await;
    page.type_into("Name", "Gold and silver").await;
    page.account.delete(segment.id).await;
    page.time_passes(61);
    page.happens("focus");
    page.sees("Someone else deleted this segment").await;
    page.click_button("Recreate segment").await;
    page.is_at("New segment").await;
    page.holds("Name", "Gold and silver").await;
}
