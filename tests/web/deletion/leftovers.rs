//! A deletion that was announced outlives its page: the next one finishes it or says that it did not take place.

use leptos::prelude::window;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Storage;

use super::{delete, is_gone, list_with_unused, looks};
use crate::support::{Account, Page, SEGMENTS, hurry, on, until};

const PREFIX: &str = "guidepost.deleting.";

fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// The one deletion that is kept.
fn kept() -> Option<(String, Value)> {
    let storage = storage();
    let key = (0..storage.length().unwrap())
        .find_map(|at| storage.key(at).unwrap().filter(|key| key.starts_with(PREFIX)))?;
    let record = storage.get_item(&key).unwrap().unwrap();
    Some((key, serde_json::from_str(&record).unwrap()))
}

/// Deletes the segment, and the page is gone before the time for undoing is over.
async fn is_interrupted(page: &Page) {
    delete(page, "Nobody’s").await;
    page.sees("Deleted “Nobody’s”").await;
}

#[wasm_bindgen_test]
async fn a_page_that_ends_too_early_is_told_of_at_the_next_start_and_the_row_is_there() {
    let (page, segment) = list_with_unused().await;
    is_interrupted(&page).await;
    page.reload();
    page.is_asked("“Nobody’s” wasn’t deleted").await;
    page.sees("The page closed before Zendesk confirmed the deletion. It’s still there.").await;
    page.row("Nobody’s").await;
    page.click_button("Keep it").await;
    page.is_asked_nothing().await;
    assert_eq!(kept(), None);
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
    assert!(page.account.find(segment.id).await.is_some());
}

#[wasm_bindgen_test]
async fn it_can_be_deleted_then_as_it_was_before() {
    let (page, segment) = list_with_unused().await;
    is_interrupted(&page).await;
    page.reload();
    page.click_button("Delete now").await;
    page.sees("Deleted “Nobody’s”").await;
    page.sees("No segment matches").await;
    page.click_button("Dismiss").await;
    is_gone(&page, &segment).await;
    until("nothing to be kept", || kept().is_none().then_some(())).await;
}

#[wasm_bindgen_test]
async fn without_a_decision_it_is_told_of_again() {
    let (page, _) = list_with_unused().await;
    is_interrupted(&page).await;
    page.reload();
    page.is_asked("“Nobody’s” wasn’t deleted").await;
    page.press("Escape").await;
    page.is_asked_nothing().await;
    page.reload();
    page.is_asked("“Nobody’s” wasn’t deleted").await;
}

#[wasm_bindgen_test]
async fn what_is_used_by_now_is_not_deleted_unasked() {
    let account = Account::fresh().await;
    let segment = account.create(json!({ "name": "Nobody’s", "user_type": "staff" })).await;
    let page = Page::open_on_one_brand(account, "/segments?q=nobody").await;
    page.row("Nobody’s").await;
    is_interrupted(&page).await;
    let group = json!({ "name": "Since then", "edit": [], "publish": [segment.id.0] });
    page.account.create_group(group).await;
    page.reload();
    page.click_button("Delete now").await;
    page.is_asked("Delete “Nobody’s”?").await;
    page.sees("Removed from 1 permission group").await;
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
}

#[wasm_bindgen_test]
async fn one_that_took_place_after_all_is_not_told_of() {
    let (page, segment) = list_with_unused().await;
    is_interrupted(&page).await;
    page.account.delete(segment.id).await;
    page.reload();
    until("nothing to be kept", || kept().is_none().then_some(())).await;
    page.is_asked_nothing().await;
}

#[wasm_bindgen_test]
async fn a_request_that_was_sent_as_the_page_closed_gets_time_to_arrive() {
    let (page, segment) = list_with_unused().await;
    page.meets(on("DELETE", SEGMENTS).answers(500, "Broken").delayed(300)).await;
    hurry(20);
    is_interrupted(&page).await;
    // The page closes: its request is sent, and refused when nobody listens any more.
    page.happens("pagehide");
    let sent = kept().expect("it is kept until its outcome is known").1;
    assert!(sent["sent_at"].is_u64(), "{sent}");
    until("the request", || (page.asked("DELETE", SEGMENTS).len() == 1).then_some(())).await;
    page.reload();
    page.is_asked("“Nobody’s” wasn’t deleted").await;
    assert!(page.account.find(segment.id).await.is_some());
}

#[wasm_bindgen_test]
async fn undoing_and_finishing_leave_nothing_behind() {
    let (page, segment) = list_with_unused().await;
    is_interrupted(&page).await;
    assert!(kept().is_some());
    page.click_button("Undo").await;
    assert_eq!(kept(), None);
    page.row("Nobody’s").await;
    is_interrupted(&page).await;
    page.click_button("Dismiss").await;
    is_gone(&page, &segment).await;
    until("nothing to be kept", || kept().is_none().then_some(())).await;
}

#[wasm_bindgen_test]
async fn a_refusal_leaves_nothing_behind() {
    let (page, _) = list_with_unused().await;
    page.meets(on("DELETE", SEGMENTS).answers(403, "Not today")).await;
    is_interrupted(&page).await;
    page.click_button("Dismiss").await;
    page.sees("Couldn’t delete “Nobody’s”.").await;
    assert_eq!(kept(), None);
}

/// Changes what is kept, as if it was somebody else's or of another time.
fn change_kept(changes: Value) {
    let (key, mut record) = kept().expect("it is kept");
    record.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    storage().set_item(&key, &record.to_string()).unwrap();
}

#[wasm_bindgen_test]
async fn nobody_is_told_of_another_users_deletion() {
    let (page, _) = list_with_unused().await;
    is_interrupted(&page).await;
    change_kept(json!({ "user": 1 }));
    page.reload();
    page.row("Nobody’s").await;
    page.sees("1 segment").await;
    page.settles().await;
    page.is_asked_nothing().await;
    assert!(kept().is_some(), "its user is told");
}

#[wasm_bindgen_test]
async fn another_tabs_undo_is_left_alone_for_a_minute() {
    let (page, _) = list_with_unused().await;
    is_interrupted(&page).await;
    change_kept(json!({ "tab": "another" }));
    page.reload();
    page.row("Nobody’s").await;
    page.settles().await;
    page.is_asked_nothing().await;
    change_kept(json!({ "announced_at": 0 }));
    page.happens("online");
    page.is_asked("“Nobody’s” wasn’t deleted").await;
}

#[wasm_bindgen_test]
async fn a_decision_in_another_tab_is_followed() {
    let (page, segment) = list_with_unused().await;
    is_interrupted(&page).await;
    let (key, _) = kept().expect("it is kept");
    storage().remove_item(&key).unwrap();
    page.click_button("Dismiss").await;
    page.sees("“Nobody’s” was kept, as chosen in another tab").await;
    page.row("Nobody’s").await;
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
    assert!(page.account.find(segment.id).await.is_some());
}

#[wasm_bindgen_test]
async fn an_account_that_does_not_answer_is_asked_again_when_the_connection_is_back() {
    let (page, segment) = list_with_unused().await;
    is_interrupted(&page).await;
    let path = format!("{SEGMENTS}/{}", segment.id);
    page.meets(on("GET", &path).answers(422, "Not now")).await;
    page.reload();
    until("the look", || (looks(&page, &segment) == 1).then_some(())).await;
    page.row("Nobody’s").await;
    page.settles().await;
    page.is_asked_nothing().await;
    page.happens("online");
    page.is_asked("“Nobody’s” wasn’t deleted").await;
}
