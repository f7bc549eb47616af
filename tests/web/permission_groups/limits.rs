//! What the plan and Zendesk's limit allow.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LIST, cell};
use crate::support::{Account, Page};

#[wasm_bindgen_test]
async fn a_full_account_says_why_there_can_be_no_more_and_still_scrolls() {
    let account = Account::fresh().await;
    for at in 0..192 {
        account.create_group(json!({ "name": format!("Made up {at:03}") })).await;
    }
    let page = Page::open_on(account, LIST).await;
    page.sees("202 permission groups, built-ins first").await;
    page.sees("200 of 200").await;
    page.sees("Limit reached (200 of 200). Delete a permission group to add one.").await;
    assert!(!page.offers("New group"));
    let button = page.element("[aria-describedby=limit-note]").unwrap();
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    page.row("Admins").await;
    let rows = page.rows().len();
    assert!((10..60).contains(&rows), "{rows} rows are in the page");
    page.press("n").await;
    page.settles().await;
    page.is_addressed(LIST).await;
}

#[wasm_bindgen_test]
async fn lite_can_neither_create_nor_change_and_says_so() {
    let page = Page::open_on_plan(Account::fresh().await, "lite", LIST).await;
    page.sees("10 permission groups").await;
    page.sees("On Lite you can’t create or edit permission groups.").await;
    assert!(!page.offers("New group"));
    page.press("n").await;
    page.settles().await;
    page.is_addressed(LIST).await;
    page.click_button("Actions for Dealer portal").await;
    page.has_focus_on("View").await;
    assert!(!page.offers("Duplicate"));
}

#[wasm_bindgen_test]
async fn on_professional_editing_follows_publishing() {
    let page = Page::open_on_plan(Account::fresh().await, "professional", LIST).await;
    page.sees("10 permission groups").await;
    page.sees_no_more("Training crew").await;
    assert_eq!(cell(&page, "Public guides", "edit").await, "All publishers");
    assert_eq!(cell(&page, "Tour support", "edit").await, "Only help center managers");
    page.type_into("Search permission groups", "training").await;
    page.sees("No permission group matches").await;
}

#[wasm_bindgen_test]
async fn an_account_without_groups_of_its_own_invites_to_create_one() {
    let account = Account::fresh().await;
    for group in account.all_groups().await.iter().filter(|group| !group.built_in) {
        account.delete_group(group.id).await;
    }
    let page = Page::open_on(account, LIST).await;
    page.sees("Only the built-in permission groups so far").await;
    page.row("Admins").await;
    assert_eq!(page.rows().len(), 2);
    page.click_on(".empty__actions a").await;
    page.is_addressed("/permission-groups/new").await;
}
