//! A save that the account refuses, or fails: the words are where they belong, and the form stays.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS, on, until};

async fn new_form() -> Page {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Piano tuners").await;
    page.choose("Staff").await;
    page
}

async fn form_of(name: &str) -> Page {
    let account = Account::fresh().await;
    let segment = account.the(name).await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at(name).await;
    page.type_into("Name", "Another name").await;
    page
}

async fn create(page: &Page) {
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.is_asked_nothing().await;
}

/// The same, with an answer that is about the fields: the summary of them takes focus.
async fn create_in_vain(page: &Page) {
    create(page).await;
    until("the summary to take focus", || page.element("#errors:focus")).await;
}

async fn save(page: &Page) {
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.is_asked_nothing().await;
}

#[wasm_bindgen_test]
async fn what_the_server_says_of_a_field_stands_at_the_field() {
    let page = new_form().await;
    // The API's own example.
    let body = json!({ "errors": {
        "user_type": ["value `foo` invalid; must be either `staff` or `signed_in_users`"]
    } });
    page.meets(on("POST", SEGMENTS).answers(400, body)).await;
    create_in_vain(&page).await;
    let words = "Zendesk didn’t accept this: “value `foo` invalid; must be either `staff` or \
                 `signed_in_users`”.";
    page.sees_in("Segment details", words).await;
    page.sees("Fix 1 problem to").await;
    page.click_link(&format!("User type: {words}")).await;
    assert!(page.focused().starts_with("Signed-in users"));
    page.choose("Signed-in users").await;
    page.sees_no_more("`foo`").await;
    create(&page).await;
    page.sees("Created “Piano tuners”").await;
}

#[wasm_bindgen_test]
async fn several_fields_and_several_messages_all_find_their_place() {
    let page = new_form().await;
    let body = json!({ "errors": {
        "name": ["is taken", "is too long"],
        "tags": ["has too many"],
        "colour": ["is not green"],
    } });
    page.meets(on("POST", SEGMENTS).answers(422, body)).await;
    create_in_vain(&page).await;
    page.sees("Fix 4 problems to").await;
    page.has_error(
        "Name",
        "Zendesk didn’t accept this: “is taken”. Zendesk didn’t accept this: “is too long”.",
    )
    .await;
    page.has_error("Required tags", "Zendesk didn’t accept this: “has too many”.").await;
    page.sees("“colour: is not green”").await;
    page.holds("Name", "Piano tuners").await;
}

#[wasm_bindgen_test]
async fn editing_the_field_takes_the_servers_words_away() {
    let page = new_form().await;
    let body = json!({ "errors": { "name": ["is taken"] } });
    page.meets(on("POST", SEGMENTS).answers(400, body)).await;
    create_in_vain(&page).await;
    page.has_error("Name", "Zendesk didn’t accept this: “is taken”.").await;
    page.type_into("Name", "Piano tuners 2").await;
    page.has_error("Name", "").await;
    page.sees_no_more("Fix 1 problem").await;
}

#[wasm_bindgen_test]
async fn an_error_of_no_known_shape_is_shown_whole() {
    let page = new_form().await;
    page.meets(on("POST", SEGMENTS).answers(400, "The frobnicator is out of tune (code 17)")).await;
    create(&page).await;
    page.sees("Zendesk didn’t accept this").await;
    page.sees("Zendesk said: “The frobnicator is out of tune (code 17)”.").await;
    page.sees("Your changes aren’t saved yet, but they’re still here.").await;
    page.holds("Name", "Piano tuners").await;
    page.click_button("Retry").await;
    page.is_asked("Create “Piano tuners”?").await;
}

#[wasm_bindgen_test]
async fn a_title_and_a_message_are_both_shown() {
    let page = new_form().await;
    let body = json!({ "error": { "title": "Invalid attribute", "message": "The name is odd." } });
    page.meets(on("POST", SEGMENTS).answers(400, body)).await;
    create(&page).await;
    page.sees("Zendesk said: “Invalid attribute: The name is odd”.").await;
}

#[wasm_bindgen_test]
async fn a_role_that_may_not_save_is_told_and_keeps_the_form() {
    let page = form_of("Tour crew").await;
    let body = json!({ "error": { "title": "Forbidden", "message": "You do not have access." } });
    page.meets(on("PUT", SEGMENTS).answers(403, body)).await;
    save(&page).await;
    page.sees("You don’t have permission").await;
    page.sees("Only help center managers can change this. Zendesk said: “Forbidden: You do not have access”.")
        .await;
    page.holds("Name", "Another name").await;
}

#[wasm_bindgen_test]
async fn a_conflict_that_the_server_sees_is_told() {
    let page = form_of("Tour crew").await;
    let body = json!({ "error": "DatabaseConflict", "description": "Try again" });
    page.meets(on("PUT", SEGMENTS).answers(409, body)).await;
    save(&page).await;
    page.sees("Something else changed it first").await;
    page.sees("“DatabaseConflict: Try again”").await;
    save(&page).await;
    page.sees("Saved “Another name”").await;
}

#[wasm_bindgen_test]
async fn a_save_waits_out_the_pause_that_the_account_asks_for() {
    let page = form_of("Tour crew").await;
    page.meets(on("PUT", SEGMENTS).asks_for_pause(1)).await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.is_asked_nothing().await;
    page.sees("Saved “Another name”").await;
    assert_eq!(page.asked("PUT", SEGMENTS).len(), 2);
    assert_eq!(page.account.named("Another name").await.len(), 1);
}

#[wasm_bindgen_test]
async fn an_ended_session_asks_to_sign_in_and_keeps_the_form() {
    let page = form_of("Tour crew").await;
    let body = json!({ "error": "Couldn't authenticate you" });
    page.meets(on("PUT", SEGMENTS).answers(401, body)).await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.is_asked("Sign in again to continue").await;
    page.sees("You’ve been signed out of Zendesk. Your changes are still here.").await;
    page.click_button("Sign in").await;
    page.is_asked_nothing().await;
    // Nobody has to press it again.
    page.sees("Saved “Another name”").await;
    page.holds("Name", "Another name").await;
    page.sees_no_more("You’ve been signed out").await;
}

#[wasm_bindgen_test]
async fn whoever_does_not_sign_in_at_once_still_can() {
    let page = form_of("Tour crew").await;
    let body = json!({ "error": "Couldn't authenticate you" });
    page.meets(on("PUT", SEGMENTS).answers(401, body)).await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.is_asked("Sign in again to continue").await;
    page.press("Escape").await;
    page.is_asked_nothing().await;
    page.sees("You’ve been signed out").await;
    page.click_button("Sign in").await;
    page.is_asked("Sign in again to continue").await;
    page.click_button("Sign in").await;
    page.sees("Saved “Another name”").await;
}

#[wasm_bindgen_test]
async fn a_failure_of_the_server_while_saving_is_told_and_nothing_is_sent_twice() {
    let page = form_of("Tour crew").await;
    page.meets(on("PUT", SEGMENTS).answers(503, "<html>Sorry</html>")).await;
    save(&page).await;
    page.sees("Zendesk returned an error (503)").await;
    page.sees("Try again in a moment.").await;
    assert_eq!(page.asked("PUT", SEGMENTS).len(), 1);
    page.holds("Name", "Another name").await;
}

#[wasm_bindgen_test]
async fn an_answer_that_is_no_json_is_told_apart() {
    let page = form_of("Tour crew").await;
    page.meets(on("PUT", SEGMENTS).answers(200, "<html>Welcome to the airport</html>")).await;
    save(&page).await;
    page.sees("This isn’t an answer from Zendesk").await;
    page.sees("A proxy or sign-in page may be in between.").await;
    page.holds("Name", "Another name").await;
}
