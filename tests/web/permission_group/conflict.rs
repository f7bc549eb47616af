//! Somebody else changes or deletes the group while its form is open.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{create, form_of, ids, save};
use crate::support::GROUPS;

const TITLE: &str = "Someone else changed this permission group";

#[wasm_bindgen_test]
async fn both_changed_edit_so_both_changes_are_saved() {
    let (page, group) = form_of("Tour support").await;
    page.choose("Field service: edit").await;
    let theirs = ids(&page.account, &["Tour crew"]).await;
    page.account.change_group(group.id, json!({ "edit": theirs })).await;
    save(&page).await;
    page.sees("Saved “Tour support” together with someone else’s changes").await;
    page.is_asked_nothing().await;
    page.sees_no_more("unsaved change").await;
    let stored = page.account.group("Tour support").await;
    assert_eq!(stored.edit, ids(&page.account, &["Tour crew", "Field service"]).await);
}

#[wasm_bindgen_test]
async fn different_fields_are_merged_by_field() {
    let (page, group) = form_of("Tour support").await;
    page.choose("Field service: publish").await;
    page.account.change_group(group.id, json!({ "name": "Touring" })).await;
    save(&page).await;
    page.sees("Saved “Touring” together with someone else’s changes").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Touring").await;
    let stored = page.account.group("Touring").await;
    assert_eq!(stored.publish, ids(&page.account, &["Field service"]).await);
    assert_eq!(stored.edit, group.edit);
}

#[wasm_bindgen_test]
async fn privileges_that_collide_are_a_question() {
    let (page, group) = form_of("Tour support").await;
    let [taken] = group.edit[..1] else { panic!("it has a segment to take") };
    let segments = page.account.all().await;
    let name = segments.into_iter().find(|segment| segment.id == taken).unwrap().name;
    page.choose(&format!("{name}: edit")).await;
    page.account.change_group(group.id, json!({ "publish": [taken] })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.sees("Every field is decided.").await;
    assert!(page.asked("PUT", GROUPS).is_empty(), "nothing is written over unasked");
    page.click_button("Save merged version").await;
    page.sees("Saved “Tour support”").await;
    let stored = page.account.group("Tour support").await;
    assert!(!stored.edit.contains(&taken), "mine");
    assert_eq!(stored.publish, [taken], "theirs");
}

#[wasm_bindgen_test]
async fn discarding_my_changes_shows_theirs() {
    let (page, group) = form_of("Tour support").await;
    page.type_into("Name", "Mine").await;
    page.account.change_group(group.id, json!({ "name": "Theirs" })).await;
    save(&page).await;
    page.is_asked(TITLE).await;
    page.click_button("Discard my changes").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Theirs").await;
    page.sees_no_more("unsaved change").await;
}

#[wasm_bindgen_test]
async fn a_group_that_was_deleted_meanwhile_can_be_created_anew() {
    let (page, group) = form_of("Tour support").await;
    page.choose("Field service: edit").await;
    page.account.delete_group(group.id).await;
    save(&page).await;
    page.is_asked("Someone else deleted this permission group").await;
    page.click_button("Recreate permission group").await;
    page.is_at("New permission group").await;
    page.holds("Name", "Tour support").await;
    create(&page).await;
    page.sees("Created “Tour support”").await;
    let stored = page.account.group("Tour support").await;
    assert_ne!(stored.id, group.id);
    assert_eq!(stored.edit.len(), 3);
}
