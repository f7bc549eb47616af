//! A save that the account refuses: the words are where they belong, and the form stays.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{create, form_of, new_form, save};
use crate::support::{GROUPS, on, until};

#[wasm_bindgen_test]
async fn what_the_server_says_of_a_field_stands_at_the_field() {
    let page = new_form().await;
    page.type_into("Name", "Press room").await;
    page.choose("Field service: edit").await;
    let body = json!({ "errors": { "name": ["is taken"], "edit": ["is odd"] } });
    page.meets(on("POST", GROUPS).answers(422, body)).await;
    create(&page).await;
    page.sees("Fix 2 problems to").await;
    until("the summary to take focus", || page.element("#errors:focus")).await;
    page.has_error("Name", "Zendesk didn’t accept this: “is taken”.").await;
    page.sees_in("Permission group details", "Zendesk didn’t accept this: “is odd”.").await;
    page.click_link("Edit: Zendesk didn’t accept this: “is odd”.").await;
    until("the table to take focus", || page.element("#privileges:focus")).await;
    page.type_into("Name", "Press rooms").await;
    page.choose("Field service: edit").await;
    page.sees_no_more("Fix 1 problem").await;
    create(&page).await;
    page.sees("Created “Press rooms”").await;
}

#[wasm_bindgen_test]
async fn a_role_that_may_not_save_is_told_and_keeps_the_form() {
    let (page, group) = form_of("Tour support").await;
    page.choose("Field service: edit").await;
    let body = json!({ "error": { "title": "Forbidden", "message": "You do not have access." } });
    page.meets(on("PUT", GROUPS).answers(403, body)).await;
    save(&page).await;
    page.is_asked_nothing().await;
    page.sees("You don’t have permission").await;
    page.sees("Your changes aren’t saved yet, but they’re still here.").await;
    page.sees("1 unsaved change").await;
    assert_eq!(page.account.group("Tour support").await.edit, group.edit);
}

#[wasm_bindgen_test]
async fn a_group_that_does_not_exist_is_said_not_to() {
    let (page, _) = form_of("Tour support").await;
    page.go_to("/permission-groups/7");
    page.is_at("Permission group not found").await;
    page.sees("This permission group doesn’t exist").await;
    assert!(page.offers("Go to permission groups"));
}
