//! Deleting one segment: at once with a way back where certainly nothing uses it, confirmed by its name otherwise.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{delete, is_gone, list_with_unused};
use crate::support::{Page, SEGMENTS, hurry, on, until};

#[wasm_bindgen_test]
async fn an_unused_segment_goes_at_once_and_undo_brings_it_back() {
    let (page, segment) = list_with_unused().await;
    delete(&page, "Nobody’s").await;
    page.sees("Deleted “Nobody’s”").await;
    page.sees("No segment matches").await;
    page.click_button("Undo").await;
    page.row("Nobody’s").await;
    page.sees_no_more("Deleted “Nobody’s”").await;
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
    assert!(page.account.find(segment.id).await.is_some());
}

#[wasm_bindgen_test]
async fn it_is_deleted_when_the_time_for_undoing_is_over() {
    let (page, segment) = list_with_unused().await;
    hurry(20);
    delete(&page, "Nobody’s").await;
    page.sees("Deleted “Nobody’s”").await;
    assert!(page.account.find(segment.id).await.is_some(), "there is still a way back");
    until("the request", || (page.asked("DELETE", SEGMENTS).len() == 1).then_some(())).await;
    page.sees_no_more("Deleted “Nobody’s”").await;
    page.sees("38 of 200").await;
    is_gone(&page, &segment).await;
}

#[wasm_bindgen_test]
async fn dismissing_the_message_ends_the_time_for_undoing() {
    let (page, segment) = list_with_unused().await;
    delete(&page, "Nobody’s").await;
    page.click_button("Dismiss").await;
    is_gone(&page, &segment).await;
}

#[wasm_bindgen_test]
async fn closing_the_page_ends_the_time_for_undoing() {
    let (page, segment) = list_with_unused().await;
    delete(&page, "Nobody’s").await;
    page.sees("Deleted “Nobody’s”").await;
    page.happens("pagehide");
    is_gone(&page, &segment).await;
}

#[wasm_bindgen_test]
async fn a_deletion_that_fails_afterwards_brings_the_row_back_and_offers_to_try_again() {
    let (page, segment) = list_with_unused().await;
    let refusal = serde_json::json!({ "error": { "title": "Forbidden", "message": "Not today." } });
    page.meets(on("DELETE", SEGMENTS).answers(403, refusal)).await;
    delete(&page, "Nobody’s").await;
    page.click_button("Dismiss").await;
    page.sees("Couldn’t delete “").await;
    page.sees("“Forbidden: Not today”.").await;
    page.row("Nobody’s").await;
    page.click_button("Retry").await;
    page.sees("Deleted “Nobody’s”").await;
    page.click_on(".toast:not(.toast--error) [aria-label=Dismiss]").await;
    is_gone(&page, &segment).await;
}

#[wasm_bindgen_test]
async fn a_used_segment_asks_for_its_name_and_names_what_becomes_visible() {
    let page = Page::open("/segments?q=gold").await;
    let segment = page.account.the("Gold dealers").await;
    page.row("Gold dealers").await;
    delete(&page, "Gold dealers").await;
    page.is_asked("Delete “Gold dealers”?").await;
    page.sees("This takes effect immediately and can’t be undone.").await;
    page.sees("2 sections will become visible to everyone").await;
    page.sees("Dealer price lists, Dealer marketing kit").await;
    page.sees("2 topics will become visible to everyone").await;
    assert!(!page.offers("Delete segment"));
    page.type_into("Type Gold dealers to confirm", "gold").await;
    assert!(!page.offers("Delete segment"));
    assert!(page.account.find(segment.id).await.is_some());
    page.type_into("Type Gold dealers to confirm", "Gold dealers").await;
    page.click_button("Delete segment").await;
    page.sees("Deleted “Gold dealers”").await;
    page.is_asked_nothing().await;
    is_gone(&page, &segment).await;
    until("the row to go", || (!page.rows().contains(&"Gold dealers".into())).then_some(())).await;
}

#[wasm_bindgen_test]
async fn enter_confirms_once_the_name_is_typed() {
    let page = Page::open("/segments?q=gold").await;
    let segment = page.account.the("Gold dealers").await;
    page.row("Gold dealers").await;
    delete(&page, "Gold dealers").await;
    page.type_into("Type Gold dealers to confirm", "Gold").await;
    page.press("Enter").await;
    page.settles().await;
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
    page.type_text(" dealers").await;
    page.press("Enter").await;
    page.sees("Deleted “Gold dealers”").await;
    is_gone(&page, &segment).await;
}

#[wasm_bindgen_test]
async fn cancel_and_escape_delete_nothing() {
    let page = Page::open("/segments?q=gold").await;
    page.row("Gold dealers").await;
    delete(&page, "Gold dealers").await;
    page.is_asked("Delete “Gold dealers”?").await;
    page.click_button("Cancel").await;
    page.is_asked_nothing().await;
    delete(&page, "Gold dealers").await;
    page.is_asked("Delete “Gold dealers”?").await;
    page.press("Escape").await;
    page.is_asked_nothing().await;
    page.row("Gold dealers").await;
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
}

#[wasm_bindgen_test]
async fn where_it_is_not_known_what_uses_it_nothing_is_deleted() {
    let (page, segment) = list_with_unused().await;
    let path = format!("{SEGMENTS}/{}/topics", segment.id);
    page.meets(on("GET", &path).answers(422, "Topics are being counted")).await;
    delete(&page, "Nobody’s").await;
    page.is_asked("Delete “Nobody’s”?").await;
    page.sees("Couldn’t check what uses it, so nothing was deleted.").await;
    page.sees("Topics are being counted").await;
    page.click_button("Retry").await;
    page.is_asked_nothing().await;
    page.sees("Deleted “Nobody’s”").await;
    page.click_button("Undo").await;
}

#[wasm_bindgen_test]
async fn a_lookup_that_takes_long_shows_and_can_be_cancelled() {
    let (page, segment) = list_with_unused().await;
    page.meets(on("GET", &format!("{SEGMENTS}/{}", segment.id)).times(2).delayed(1_500)).await;
    delete(&page, "Nobody’s").await;
    page.is_asked("Delete “Nobody’s”?").await;
    page.sees("Looking up what uses it…").await;
    page.click_button("Cancel").await;
    page.is_asked_nothing().await;
    page.row("Nobody’s").await;
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
}
