//! Only the account says that something is gone: the documented answer, or a look at it.

use guidepost_model::UserSegment;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{delete, list_with_unused, looks};
use crate::support::{Fault, Page, SEGMENTS, hurry, on, until};

const PROXY_PAGE: &str = "<!doctype html><title>Sign in to the network</title>";

/// Deletes the unused segment under a failure.
async fn delete_under(faults: impl IntoIterator<Item = Fault>) -> (Page, UserSegment) {
    let (page, segment) = list_with_unused().await;
    for fault in faults {
        page.meets(fault).await;
    }
    delete(&page, "Nobody’s").await;
    page.click_button("Dismiss").await;
    until("the request", || (page.asked("DELETE", SEGMENTS).len() == 1).then_some(())).await;
    (page, segment)
}

async fn is_kept(fault: Fault) {
    let (page, segment) = delete_under([fault]).await;
    page.sees("Couldn’t delete “Nobody’s”.").await;
    page.row("Nobody’s").await;
    assert!(page.account.find(segment.id).await.is_some());
}

async fn is_deleted(faults: impl IntoIterator<Item = Fault>) {
    let (page, segment) = delete_under(faults).await;
    until("the look at the account", || (looks(&page, &segment) == 1).then_some(())).await;
    page.settles().await;
    page.sees("No segment matches").await;
    assert!(!page.shows("Couldn’t delete"), "it is gone");
    assert!(page.account.find(segment.id).await.is_none());
}

#[wasm_bindgen_test]
async fn a_proxys_page_with_status_200_deleted_nothing() {
    is_kept(on("DELETE", SEGMENTS).answers(200, PROXY_PAGE)).await;
}

#[wasm_bindgen_test]
async fn another_success_than_the_documented_one_deleted_nothing() {
    is_kept(on("DELETE", SEGMENTS).answers(202, json!({ "status": "queued" }))).await;
}

#[wasm_bindgen_test]
async fn a_gateways_404_deleted_nothing() {
    let (page, _) = delete_under([on("DELETE", SEGMENTS).answers(404, PROXY_PAGE)]).await;
    page.sees("Couldn’t delete “Nobody’s”. This isn’t an answer from Zendesk.").await;
    page.row("Nobody’s").await;
}

#[wasm_bindgen_test]
async fn a_404_in_the_accounts_own_words_is_looked_up_too() {
    let gone = json!({ "error": "RecordNotFound", "description": "Not found" });
    is_kept(on("DELETE", SEGMENTS).answers(404, gone)).await;
}

#[wasm_bindgen_test]
async fn a_failure_of_the_server_after_it_deleted_is_a_deletion() {
    is_deleted([on("DELETE", SEGMENTS).answers(504, "Gateway timeout").after_it_took_effect()])
        .await;
}

#[wasm_bindgen_test]
async fn a_proxys_page_after_it_deleted_is_a_deletion() {
    is_deleted([on("DELETE", SEGMENTS).answers(200, PROXY_PAGE).after_it_took_effect()]).await;
}

#[wasm_bindgen_test]
async fn where_a_gateway_answers_for_the_object_the_list_decides() {
    let (page, segment) = list_with_unused().await;
    page.meets(on("DELETE", SEGMENTS).answers(504, "Gateway timeout")).await;
    delete(&page, "Nobody’s").await;
    let path = format!("{SEGMENTS}/{}", segment.id);
    page.sees("Deleted “Nobody’s”").await;
    page.meets(on("GET", &path).answers(404, PROXY_PAGE)).await;
    page.click_button("Dismiss").await;
    page.sees("Couldn’t delete “Nobody’s”.").await;
    page.row("Nobody’s").await;
}

#[wasm_bindgen_test]
async fn where_the_account_does_not_answer_it_is_not_known() {
    let (page, segment) = list_with_unused().await;
    delete(&page, "Nobody’s").await;
    page.sees("Deleted “Nobody’s”").await;
    let path = format!("{SEGMENTS}/{}", segment.id);
    page.meets(on("GET", &path).answers(422, "Not now")).await;
    page.meets(on("DELETE", SEGMENTS).answers(504, "Gateway timeout").after_it_took_effect()).await;
    page.click_button("Dismiss").await;
    page.sees("It isn’t known whether “Nobody’s” was deleted.").await;
    page.click_button("Retry").await;
    page.sees("“Nobody’s” is already deleted").await;
    page.sees("No segment matches").await;
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_looked_up() {
    let (page, segment) = list_with_unused().await;
    hurry(20);
    page.meets(on("DELETE", SEGMENTS).loses_the_connection()).await;
    delete(&page, "Nobody’s").await;
    page.sees("Couldn’t delete “Nobody’s”.").await;
    page.row("Nobody’s").await;
    assert!(page.account.find(segment.id).await.is_some());
}

#[wasm_bindgen_test]
async fn a_segment_that_is_gone_already_counts_as_deleted() {
    let (page, segment) = list_with_unused().await;
    delete(&page, "Nobody’s").await;
    page.sees("Deleted “Nobody’s”").await;
    page.account.delete(segment.id).await;
    page.click_button("Dismiss").await;
    until("the request", || (page.asked("DELETE", SEGMENTS).len() == 1).then_some(())).await;
    page.sees_no_more("Deleted").await;
    page.settles().await;
    assert!(!page.shows("Couldn’t delete"));
    page.sees("No segment matches").await;
}

#[wasm_bindgen_test]
async fn confirmed_deletions_are_looked_up_too() {
    let page = Page::open("/segments?q=gold").await;
    page.row("Gold dealers").await;
    page.meets(on("DELETE", SEGMENTS).answers(200, PROXY_PAGE)).await;
    delete(&page, "Gold dealers").await;
    page.type_into("Type Gold dealers to confirm", "Gold dealers").await;
    page.press("Enter").await;
    page.is_asked("“Gold dealers” wasn’t deleted").await;
    page.sees("Gold dealers: This isn’t an answer from Zendesk").await;
    page.click_button("Retry failed").await;
    page.sees("Deleted “Gold dealers”").await;
    page.is_asked_nothing().await;
    assert!(page.account.named("Gold dealers").await.is_empty());
}
