//! Whatever keeps a screen from its data has a designed answer.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS, hurry, on};

async fn page_that_meets(fault: crate::support::Fault) -> Page {
    let page = Page::prepare(Account::fresh().await).await;
    page.meets(fault).await;
    page
}

#[wasm_bindgen_test]
async fn an_agent_is_told_who_can_see_segments() {
    let page = Page::open_as("agent-token", "/segments").await;
    page.sees("You need to be a help center manager").await;
    page.sees("Ask an account admin for the role, or switch account.").await;
    page.sees("Tomas Riedl Agent").await;
    assert!(page.rows().is_empty());
}

#[wasm_bindgen_test]
async fn an_agent_who_follows_a_link_to_a_segment_is_told_too() {
    let account = Account::fresh().await;
    let segment = account.the("Gold dealers").await;
    let page = Page::open_as("agent-token", &format!("/segments/{}", segment.id)).await;
    page.sees("You don’t have permission").await;
    page.sees("Only help center managers can change this.").await;
}

#[wasm_bindgen_test]
async fn an_ended_session_asks_to_sign_in_and_goes_on() {
    let fault = on("GET", SEGMENTS).answers(401, json!({ "error": "Couldn't authenticate you" }));
    let page = page_that_meets(fault).await;
    page.go_to("/segments");
    page.is_asked("Sign in again to continue").await;
    page.click_button("Sign in").await;
    page.is_asked_nothing().await;
    page.sees("40 segments, built-ins first").await;
}

#[wasm_bindgen_test]
async fn a_sign_in_that_fails_says_why() {
    let page = Page::open_as("wrong-token", "/segments").await;
    page.is_asked("Sign in again to continue").await;
    page.click_button("Sign in").await;
    page.sees("You’ve been signed out. Sign in to continue.").await;
    page.is_asked("Sign in again to continue").await;
}

#[wasm_bindgen_test]
async fn a_segment_that_does_not_exist_has_a_page_that_leads_back() {
    let page = Page::open("/segments/123456789").await;
    page.is_at("Segment not found").await;
    page.sees("It may have been deleted, or the link may be mistyped.").await;
    page.click_link("Go to user segments").await;
    page.is_at("User segments").await;
}

#[wasm_bindgen_test]
async fn a_pause_is_shown_counted_down_and_over_by_itself() {
    let page = page_that_meets(on("GET", SEGMENTS).asks_for_pause(1)).await;
    page.go_to("/segments");
    page.sees("Zendesk asked for a pause").await;
    page.sees("Resuming in 0:01. 1 request waiting.").await;
    page.sees("40 segments, built-ins first").await;
    page.sees_no_more("Zendesk asked for a pause").await;
}

#[wasm_bindgen_test]
async fn a_pause_can_be_stopped_and_tried_again_later() {
    let page = page_that_meets(on("GET", SEGMENTS).asks_for_pause(60)).await;
    page.go_to("/segments");
    page.sees("Resuming in").await;
    page.click_button("Stop").await;
    page.sees("Stopped waiting for the request limit").await;
    page.sees_no_more("Zendesk asked for a pause").await;
    page.click_button("Retry").await;
    page.sees("40 segments, built-ins first").await;
}

#[wasm_bindgen_test]
async fn a_passing_failure_of_the_server_is_not_even_seen() {
    let page = page_that_meets(on("GET", SEGMENTS).answers(503, "Unavailable").times(2)).await;
    hurry(10);
    page.go_to("/segments");
    page.sees("40 segments, built-ins first").await;
    assert_eq!(page.asked("GET", SEGMENTS).len(), 3);
    assert!(!page.shows("Zendesk returned an error (500)"));
}

#[wasm_bindgen_test]
async fn a_failure_that_stays_is_told_after_four_attempts_and_retry_works() {
    let page = page_that_meets(on("GET", SEGMENTS).answers(500, "Broken").times(4)).await;
    hurry(10);
    page.go_to("/segments");
    page.sees("Zendesk returned an error (500)").await;
    page.sees("“Broken”. Try again in a moment.").await;
    assert_eq!(page.asked("GET", SEGMENTS).len(), 4);
    page.click_button("Retry").await;
    page.sees("40 segments, built-ins first").await;
    assert!(!page.shows("Zendesk returned an error (500)"));
}

#[wasm_bindgen_test]
async fn what_was_loaded_before_the_failure_stays_readable() {
    let account = Account::fresh().await;
    account.create_many(70).await;
    let page = Page::prepare(account).await;
    page.meets(on("GET", SEGMENTS).skipping(1).answers(500, "Broken").times(4)).await;
    hurry(10);
    page.go_to("/segments");
    page.sees("The 100 segments below were loaded before that; there may be more.").await;
    assert!(!page.rows().is_empty());
    page.click_button("Retry").await;
    page.sees("110 segments, built-ins first").await;
}

#[wasm_bindgen_test]
async fn an_account_that_cannot_be_reached_is_told_and_retry_works() {
    let page = page_that_meets(on("GET", SEGMENTS).loses_the_connection()).await;
    hurry(10);
    page.go_to("/segments");
    page.sees("Can’t reach Zendesk").await;
    page.sees("Check the connection, then try again.").await;
    page.is_well_again().await;
    page.click_button("Retry").await;
    page.sees("40 segments, built-ins first").await;
}

#[wasm_bindgen_test]
async fn an_answer_that_does_not_come_is_given_up() {
    let page = page_that_meets(on("GET", SEGMENTS).delayed(30_000).times(4)).await;
    hurry(200);
    page.go_to("/segments");
    page.sees("Zendesk didn’t answer in time").await;
    assert!(page.asked("GET", SEGMENTS).iter().all(|asked| asked.aborted));
}

#[wasm_bindgen_test]
async fn a_proxys_page_in_place_of_an_answer_is_told_apart() {
    let page =
        page_that_meets(on("GET", SEGMENTS).answers(200, "<html>Sign in to the Wi-Fi</html>"));
    let page = page.await;
    page.go_to("/segments");
    page.sees("This isn’t an answer from Zendesk").await;
    page.sees("Status 200").await;
    page.sees("A proxy or sign-in page may be in between.").await;
    page.click_button("Retry").await;
    page.sees("40 segments, built-ins first").await;
}

#[wasm_bindgen_test]
async fn a_segments_page_that_fails_to_load_can_be_tried_again() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::prepare(account).await;
    let path = format!("{SEGMENTS}/{}", segment.id);
    page.meets(on("GET", &path).answers(422, "Not now")).await;
    page.go_to(&format!("/segments/{}", segment.id));
    page.sees("Zendesk said: “Not now”.").await;
    page.click_button("Retry").await;
    page.is_at("Tour crew").await;
    page.holds("Name", "Tour crew").await;
}

#[wasm_bindgen_test]
async fn what_uses_a_segment_can_fail_by_itself() {
    let account = Account::fresh().await;
    let segment = account.the("Gold dealers").await;
    let page = Page::prepare(account).await;
    let path = format!("{SEGMENTS}/{}/sections", segment.id);
    page.meets(on("GET", &path).answers(422, "Not now")).await;
    page.go_to(&format!("/segments/{}", segment.id));
    page.sees_in("Used by", "Zendesk said: “Not now”.").await;
    page.holds("Name", "Gold dealers").await;
    page.click_button("Retry").await;
    page.sees_in("Used by", "2 sections").await;
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_said_until_it_is_back() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.happens("offline");
    page.sees("You are offline").await;
    page.sees("You can keep reading and editing.").await;
    assert!(!page.rows().is_empty());
    page.happens("online");
    page.sees_no_more("You are offline").await;
}

#[wasm_bindgen_test]
async fn a_list_that_failed_loads_by_itself_when_the_connection_is_back() {
    let page = page_that_meets(on("GET", SEGMENTS).loses_the_connection()).await;
    hurry(10);
    page.go_to("/segments");
    page.sees("Can’t reach Zendesk").await;
    page.is_well_again().await;
    page.happens("offline");
    page.happens("online");
    page.sees("40 segments, built-ins first").await;
}

#[wasm_bindgen_test]
async fn a_list_that_leads_back_to_a_page_ends_and_may_be_incomplete() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let body = json!({
        "user_segments": [segment],
        "meta": { "has_more": true, "after_cursor": "again" },
    });
    let page = Page::prepare(account).await;
    page.meets(on("GET", SEGMENTS).answers(200, body).times(1_000)).await;
    page.go_to("/segments");
    page.sees("The list may be incomplete").await;
    page.lists(&["Tour crew"]).await;
    assert_eq!(page.asked("GET", SEGMENTS).len(), 2);
}

#[wasm_bindgen_test]
async fn a_list_that_goes_on_after_an_empty_page_ends_and_may_be_incomplete() {
    let body = json!({ "permission_groups": [], "next_page": "https://x.test/?page=2" });
    let page = page_that_meets(on("GET", crate::support::GROUPS).answers(200, body)).await;
    page.go_to("/permission-groups");
    page.sees("The list may be incomplete").await;
    assert_eq!(page.asked("GET", crate::support::GROUPS).len(), 1);
}

#[wasm_bindgen_test]
async fn a_server_that_says_when_to_come_back_is_asked_again_then() {
    let unavailable = on("GET", SEGMENTS).answers(503, "Unavailable").retry_after(1);
    let page = page_that_meets(unavailable).await;
    // The app's own waits are over at once; the account's is by the clock.
    hurry(100);
    page.go_to("/segments");
    page.sees("Zendesk asked for a pause").await;
    page.sees("40 segments, built-ins first").await;
}

#[wasm_bindgen_test]
async fn a_form_that_could_not_be_opened_opens_when_the_connection_is_back() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::prepare(account).await;
    hurry(10);
    page.meets(on("GET", &format!("{SEGMENTS}/")).loses_the_connection()).await;
    page.go_to(&format!("/segments/{}", segment.id));
    page.sees("Can’t reach Zendesk").await;
    page.is_well_again().await;
    page.happens("offline");
    page.happens("online");
    page.is_at("Tour crew").await;
    page.holds("Name", "Tour crew").await;
}
