//! Deleting a permission group: confirmed unless it is known that nothing uses it. And what permission groups lose with
//! a segment.

use guidepost_model::PermissionGroup;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{ARTICLES, LIST};
use crate::support::{Account, GROUPS, Page, on, until};

async fn delete(page: &Page, name: &str) {
    page.row(name).await;
    page.pick(&format!("Actions for {name}"), "Delete…").await;
}

/// The list of an account with one brand, which has a group that no article uses.
async fn list_with_unused() -> (Page, PermissionGroup) {
    let account = Account::fresh().await;
    let group = account.create_group(json!({ "name": "Nobody’s" })).await;
    let page = Page::open_on_one_brand(account, "/permission-groups?q=nobody").await;
    page.row("Nobody’s").await;
    (page, group)
}

#[wasm_bindgen_test]
async fn a_group_that_is_known_to_be_unused_goes_at_once_and_undo_brings_it_back() {
    let (page, group) = list_with_unused().await;
    delete(&page, "Nobody’s").await;
    page.sees("Deleted “Nobody’s”").await;
    page.sees("No permission group matches").await;
    page.click_button("Undo").await;
    page.row("Nobody’s").await;
    assert!(page.asked("DELETE", GROUPS).is_empty());
    assert!(page.account.all_groups().await.contains(&group));
}

#[wasm_bindgen_test]
async fn it_is_deleted_when_the_time_for_undoing_is_over() {
    let (page, group) = list_with_unused().await;
    delete(&page, "Nobody’s").await;
    page.sees("Deleted “Nobody’s”").await;
    page.click_button("Dismiss").await;
    is_gone(&page, &group).await;
    page.sees("8 of 200").await;
}

#[wasm_bindgen_test]
async fn by_a_key_it_is_confirmed_even_if_nothing_uses_it() {
    let (page, group) = list_with_unused().await;
    page.press("j Delete").await;
    page.is_asked("Delete “Nobody’s”?").await;
    page.sees("Not used by any article.").await;
    assert!(page.asked("DELETE", GROUPS).is_empty());
    page.click_button("Delete permission group").await;
    page.sees("Deleted “Nobody’s”").await;
    is_gone(&page, &group).await;
}

#[wasm_bindgen_test]
async fn a_proxys_page_is_no_deletion() {
    let (page, group) = list_with_unused().await;
    page.meets(on("DELETE", GROUPS).answers(200, "<!doctype html>")).await;
    delete(&page, "Nobody’s").await;
    page.click_button("Dismiss").await;
    page.sees("Couldn’t delete “Nobody’s”. This isn’t an answer from Zendesk.").await;
    page.row("Nobody’s").await;
    assert!(page.account.all_groups().await.contains(&group));
}

#[wasm_bindgen_test]
async fn a_deletion_whose_page_ended_too_early_is_told_of_at_the_next_start() {
    let (page, _) = list_with_unused().await;
    delete(&page, "Nobody’s").await;
    page.sees("Deleted “Nobody’s”").await;
    page.reload();
    page.is_asked("“Nobody’s” wasn’t deleted").await;
    page.click_button("Keep it").await;
    page.row("Nobody’s").await;
}

#[wasm_bindgen_test]
async fn a_deletion_that_is_refused_brings_the_row_back() {
    let (page, _) = list_with_unused().await;
    page.meets(on("DELETE", GROUPS).answers(403, "Not today")).await;
    delete(&page, "Nobody’s").await;
    page.click_button("Dismiss").await;
    page.sees("Couldn’t delete “").await;
    page.sees("“Not today”").await;
    page.row("Nobody’s").await;
}

#[wasm_bindgen_test]
async fn a_used_group_asks_for_its_name_and_says_what_becomes_of_its_articles() {
    let page = Page::open(LIST).await;
    let name = "Recalls and legal notices";
    delete(&page, name).await;
    page.is_asked("Delete “Recalls and legal notices”?").await;
    page.sees("9 articles will have no permission group.").await;
    page.sees("assume that only help center managers can edit them").await;
    assert!(!page.offers("Delete permission group"));
    let group = page.account.group(name).await;
    page.type_into("Type Recalls and legal notices to confirm", name).await;
    page.click_button("Delete permission group").await;
    page.sees("Deleted “Recalls and legal notices”").await;
    page.is_asked_nothing().await;
    is_gone(&page, &group).await;
    page.sees("7 of 200").await;
}

#[wasm_bindgen_test]
async fn where_other_brands_are_not_looked_up_it_is_confirmed_too() {
    let page = Page::open(LIST).await;
    delete(&page, "Firmware notes").await;
    page.is_asked("Delete “Firmware notes”?").await;
    page.sees("No article of this brand uses it.").await;
    page.sees("Articles of other brands weren’t checked").await;
    assert!(!page.offers("Delete permission group"));
    page.click_button("Cancel").await;
    page.is_asked_nothing().await;
    assert!(page.asked("DELETE", GROUPS).is_empty());
}

#[wasm_bindgen_test]
async fn where_the_articles_could_not_be_counted_that_is_said() {
    let page = Page::prepare(Account::fresh().await).await;
    page.meets(on("GET", ARTICLES).answers(422, "Not now").times(2)).await;
    page.go_to(LIST);
    page.sees("Couldn’t count articles.").await;
    delete(&page, "Dealer portal").await;
    page.is_asked("Delete “Dealer portal”?").await;
    page.sees("Articles weren’t checked. Articles with this permission group will have none.")
        .await;
    assert!(!page.offers("Delete permission group"));
}

#[wasm_bindgen_test]
async fn a_refusal_after_the_confirmation_is_told_and_can_be_tried_again() {
    let page = Page::open(LIST).await;
    let group = page.account.group("Dealer portal").await;
    page.meets(on("DELETE", GROUPS).answers(409, "Locked")).await;
    delete(&page, "Dealer portal").await;
    page.type_into("Type Dealer portal to confirm", "Dealer portal").await;
    page.press("Enter").await;
    page.is_asked("“Dealer portal” wasn’t deleted").await;
    page.sees("0 of 1, 1 failed").await;
    page.sees("Dealer portal: Something else changed it first.").await;
    page.click_button("Retry failed").await;
    page.sees("Deleted “Dealer portal”").await;
    is_gone(&page, &group).await;
}

#[wasm_bindgen_test]
async fn a_built_in_group_cannot_be_deleted() {
    let page = Page::open("/permission-groups?sort=name").await;
    page.row("Admins").await;
    page.press("j Delete").await;
    page.settles().await;
    page.is_asked_nothing().await;
    page.click_button("Actions for Admins").await;
    page.has_focus_on("View").await;
    assert!(!page.offers("Delete…"));
}

#[wasm_bindgen_test]
async fn deleting_a_segment_names_the_permission_groups_that_lose_it() {
    let page = Page::open("/segments?q=dealer%20desk").await;
    delete(&page, "Dealer desk").await;
    page.is_asked("Delete “Dealer desk”?").await;
    page.sees("Removed from 2 permission groups").await;
    page.sees("Dealer portal").await;
    page.sees("Public guides").await;
    assert!(!page.offers("Delete segment"));
}

#[wasm_bindgen_test]
async fn where_the_permission_groups_are_not_known_no_segment_is_deleted() {
    let page = Page::prepare(Account::fresh().await).await;
    page.meets(on("GET", GROUPS).answers(422, "Not now")).await;
    page.go_to("/segments?q=dealer%20desk");
    delete(&page, "Dealer desk").await;
    page.is_asked("Delete “Dealer desk”?").await;
    page.sees("Couldn’t check what uses it, so nothing was deleted.").await;
    page.click_button("Retry").await;
    page.sees("Removed from 2 permission groups").await;
}

async fn is_gone(page: &Page, group: &PermissionGroup) {
    until("the deletion", || {
        let sent = page.asked("DELETE", &group.id.to_string());
        (!sent.is_empty()).then_some(())
    })
    .await;
    // The request is under way: the account answers those that follow after it.
    for _ in 0..100 {
        if page.account.all_groups().await.iter().all(|other| other.id != group.id) {
            return;
        }
    }
    panic!("“{}” is still there", group.name);
}
