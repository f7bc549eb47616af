//! Whatever keeps the list from its data has a designed answer.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::LIST;
use crate::support::{Account, Fault, GROUPS, Page, hurry, on};

async fn list_that_meets(fault: Fault) -> Page {
    let page = Page::prepare(Account::fresh().await).await;
    page.meets(fault).await;
    hurry(10);
    page.go_to(LIST);
    page
}

#[wasm_bindgen_test]
async fn an_agent_is_told_who_can_see_permission_groups() {
    let page = Page::open_as("agent-token", LIST).await;
    page.sees("You need to be a help center manager").await;
    page.sees("Ask an account admin for the role, or switch account.").await;
    assert!(page.rows().is_empty());
    assert!(!page.offers("New group"));
    assert!(!page.offers("Search permission groups"));
}

#[wasm_bindgen_test]
async fn a_failure_that_stays_is_told_and_retry_works() {
    let page = list_that_meets(on("GET", GROUPS).answers(500, "Broken").times(4)).await;
    page.sees("Zendesk returned an error (500)").await;
    page.sees("“Broken”. Try again in a moment.").await;
    page.click_button("Retry").await;
    page.sees("10 permission groups, built-ins first").await;
    assert!(!page.shows("Zendesk returned an error (500)"));
}

#[wasm_bindgen_test]
async fn what_was_loaded_before_the_failure_stays_readable() {
    let account = Account::fresh().await;
    for at in 0..95 {
        account.create_group(json!({ "name": format!("Made up {at:03}") })).await;
    }
    let page = Page::prepare(account).await;
    page.meets(on("GET", GROUPS).skipping(1).answers(500, "Broken").times(4)).await;
    hurry(10);
    page.go_to(LIST);
    page.sees("The 100 permission groups below were loaded before that; there may be more.").await;
    assert!(!page.rows().is_empty());
    page.click_button("Retry").await;
    page.sees("105 permission groups, built-ins first").await;
}

#[wasm_bindgen_test]
async fn after_an_ended_session_the_list_loads_by_itself() {
    let refusal = json!({ "error": "Couldn't authenticate you" });
    let page = list_that_meets(on("GET", GROUPS).answers(401, refusal)).await;
    page.is_asked("Sign in again to continue").await;
    page.click_button("Sign in").await;
    page.is_asked_nothing().await;
    page.sees("10 permission groups, built-ins first").await;
}

#[wasm_bindgen_test]
async fn when_the_connection_is_back_the_list_loads_by_itself() {
    let page = list_that_meets(on("GET", GROUPS).loses_the_connection()).await;
    page.sees("Can’t reach Zendesk").await;
    page.is_well_again().await;
    page.happens("online");
    page.sees("10 permission groups, built-ins first").await;
}
