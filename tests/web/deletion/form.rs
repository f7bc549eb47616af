//! Deleting from the form, and what becomes of unsaved changes in it.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{is_gone, list_with_unused};
use crate::support::{Page, SEGMENTS, on};

#[wasm_bindgen_test]
async fn deleting_from_the_form_leads_back_to_the_list() {
    let (page, segment) = list_with_unused().await;
    page.click_link("Nobody’s").await;
    page.is_at("Nobody’s").await;
    page.click_button("Delete…").await;
    page.is_at("User segments").await;
    page.is_addressed("/segments?q=nobody").await;
    page.sees("Deleted “Nobody’s”").await;
    page.click_button("Undo").await;
    page.row("Nobody’s").await;
    assert!(page.account.find(segment.id).await.is_some());
}

async fn delete_with_changes(page: &Page) {
    page.click_link("Nobody’s").await;
    page.is_at("Nobody’s").await;
    page.type_into("Name", "Somebody’s").await;
    page.click_button("Delete…").await;
    page.is_at("User segments").await;
    page.settles().await;
    page.is_asked_nothing().await;
}

#[wasm_bindgen_test]
async fn unsaved_changes_go_with_the_segment() {
    let (page, segment) = list_with_unused().await;
    delete_with_changes(&page).await;
    page.click_button("Dismiss").await;
    is_gone(&page, &segment).await;
}

#[wasm_bindgen_test]
async fn unsaved_changes_are_back_after_an_undo() {
    let (page, _) = list_with_unused().await;
    delete_with_changes(&page).await;
    page.click_button("Undo").await;
    page.row("Nobody’s").await;
    page.click_link("Nobody’s").await;
    page.holds("Name", "Somebody’s").await;
}

#[wasm_bindgen_test]
async fn unsaved_changes_are_back_after_a_refusal() {
    let (page, _) = list_with_unused().await;
    page.meets(on("DELETE", SEGMENTS).answers(403, "Not today")).await;
    delete_with_changes(&page).await;
    page.click_button("Dismiss").await;
    page.sees("Couldn’t delete “Nobody’s”.").await;
    page.click_link("Nobody’s").await;
    page.holds("Name", "Somebody’s").await;
}
