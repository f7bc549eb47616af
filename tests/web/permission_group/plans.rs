//! What the plan does not have is shown as such, with the reason.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{address, create, ids, is_locked, save};
use crate::support::{Account, GROUPS, Page, on, until};

async fn form_on(plan: &str, name: &str) -> Page {
    let account = Account::fresh().await;
    let group = account.group(name).await;
    let page = Page::open_on_plan(account, plan, &address(&group)).await;
    page.is_at(name).await;
    page
}

#[wasm_bindgen_test]
async fn on_professional_edit_is_locked_and_follows_publish() {
    let page = form_on("professional", "Tour support").await;
    page.sees("On Professional only Publish can be set, and Edit follows it.").await;
    page.sees("staff segments").await;
    until("edit to be locked", || (!page.offers("Field service: edit")).then_some(())).await;
    page.choose("Field service: publish").await;
    let implied = "Field service: edit, included in Publish";
    until("edit to follow", || page.element(&format!("[aria-label='{implied}']"))).await;
    page.sees_in("Effective access", "People in Field service can edit and publish.").await;
    save(&page).await;
    page.sees("Saved “Tour support”").await;
    let stored = page.account.group("Tour support").await;
    assert_eq!(stored.publish, ids(&page.account, &["Field service"]).await);
    assert_eq!(stored.edit.len(), 2, "what Enterprise left stays");
}

#[wasm_bindgen_test]
async fn what_is_left_from_enterprise_is_told_apart() {
    let page = form_on("professional", "Tour support").await;
    page.sees("Edit has no effect on Professional").await;
    let left = "Tour crew: edit, no effect on Professional";
    until("what is left", || page.element(&format!("[aria-label='{left}']"))).await;
    let edit = page.field(left);
    assert!(is_locked(&edit) && edit.checked());
    page.sees_in("Effective access", "Only help center managers can edit and publish.").await;
}

#[wasm_bindgen_test]
async fn a_copy_on_professional_leaves_behind_what_is_not_in_effect() {
    let account = Account::fresh().await;
    let group = account.group("Repair manuals").await;
    let from = format!("/permission-groups/new?from={}", group.id);
    let page = Page::open_on_plan(account, "professional", &from).await;
    page.is_at("Duplicate permission group").await;
    page.sees("staff segments").await;
    create(&page).await;
    page.sees("Created “Copy of Repair manuals”").await;
    let copy = page.account.group("Copy of Repair manuals").await;
    assert!(copy.edit.is_empty());
    assert_eq!(copy.publish, group.publish);
}

#[wasm_bindgen_test]
async fn a_draft_from_another_plan_can_be_mended() {
    let account = Account::fresh().await;
    let page = Page::open_on(account, "/permission-groups/new").await;
    page.is_at("New permission group").await;
    page.type_into("Name", "Half done").await;
    page.choose("Tour crew: edit").await;
    page.sees_in("Effective access", "People in Tour crew can edit").await;
    page.is_on_plan("professional");
    page.reload();
    page.sees("Unsaved changes restored").await;
    page.click_button("Review & create").await;
    page.sees("Edit without Publish needs the Enterprise plan.").await;
    page.choose("Tour crew: edit, no effect on Professional").await;
    page.sees_no_more("needs the Enterprise plan").await;
}

#[wasm_bindgen_test]
async fn on_lite_a_group_is_only_to_be_read() {
    let page = form_on("lite", "Repair manuals").await;
    page.sees("On Lite you can’t create or edit permission groups.").await;
    page.sees_in("Effective access", "Repair bench leads").await;
    assert!(page.element("form").is_none());
    assert!(!page.offers("Duplicate"));
    page.go_to("/permission-groups/new");
    page.is_at("New permission group").await;
    page.sees("On Lite you can’t create or edit permission groups.").await;
    assert!(page.element("form").is_none());
}

#[wasm_bindgen_test]
async fn a_plan_that_the_account_refuses_for_is_told_in_its_words() {
    let account = Account::fresh().await;
    let group = account.group("Tour support").await;
    let page = Page::open_on(account, &address(&group)).await;
    page.is_at("Tour support").await;
    page.choose("Field service: edit").await;
    let body = json!({ "errors": { "edit": ["needs the Enterprise plan"] } });
    page.meets(on("PUT", GROUPS).answers(422, body)).await;
    save(&page).await;
    page.sees("Edit: Zendesk didn’t accept this: “needs the Enterprise plan”.").await;
}
