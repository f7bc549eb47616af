//! A segment's page tells which permission groups give it what.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, GROUPS, Page, on};

const PRIVILEGES: &str = "Can edit and publish in";

async fn segment(account: Account, name: &str) -> Page {
    let segment = account.the(name).await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at(name).await;
    page
}

#[wasm_bindgen_test]
async fn groups_are_listed_by_what_they_give() {
    let page = segment(Account::fresh().await, "Firmware engineers").await;
    page.sees_in(PRIVILEGES, "Edit and publish in Firmware notes").await;
    page.sees_in(PRIVILEGES, "Edit in Repair manuals").await;
    page.click_link("Firmware notes").await;
    page.is_at("Firmware notes").await;
}

#[wasm_bindgen_test]
async fn a_segment_that_no_group_names_says_so() {
    let page = segment(Account::fresh().await, "Field service").await;
    page.sees_in(PRIVILEGES, "No permission group.").await;
}

#[wasm_bindgen_test]
async fn a_built_in_staff_segment_has_privileges_too() {
    let page = segment(Account::fresh().await, "Agents and admins").await;
    page.sees_in(PRIVILEGES, "Edit in Internal wiki").await;
}

#[wasm_bindgen_test]
async fn signed_in_users_have_none() {
    let page = segment(Account::fresh().await, "Gold dealers").await;
    page.sees_in("Used by", "sections").await;
    assert!(!page.shows("by permission group"));
}

#[wasm_bindgen_test]
async fn when_the_groups_cannot_be_had_there_is_a_way_to_try_again() {
    let account = Account::fresh().await;
    let crew = account.the("Tour crew").await;
    let page = Page::prepare(account).await;
    let body = json!({ "error": "Forbidden" });
    page.meets(on("GET", GROUPS).answers(403, body)).await;
    page.go_to(&format!("/segments/{}", crew.id));
    page.sees_in(PRIVILEGES, "You don’t have permission").await;
    page.click_button("Retry").await;
    page.sees_in(PRIVILEGES, "Edit in Tour support").await;
}
