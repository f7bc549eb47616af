//! Requests and answers that get lost: nothing typed goes with them, and nothing is created twice.

use guidepost_model::UserSegment;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS, hurry, on};

const NAME: &str = "Piano tuners";

async fn new_form() -> Page {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", NAME).await;
    page.choose("Staff").await;
    page
}

async fn create(page: &Page) {
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
}

/// The form of a segment that exists, with another name in it.
async fn changed_form() -> (Page, UserSegment) {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    (page, segment)
}

async fn save(page: &Page) {
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
}

#[wasm_bindgen_test]
async fn a_lost_connection_keeps_the_form_and_saving_again_works() {
    let page = new_form().await;
    page.meets(on("POST", SEGMENTS).loses_the_connection()).await;
    create(&page).await;
    page.sees("Can’t reach Zendesk").await;
    page.sees("It hasn’t arrived so far. Your changes are still here.").await;
    page.is_asked_nothing().await;
    page.holds("Name", NAME).await;
    assert!(page.account.named(NAME).await.is_empty());
    page.is_well_again().await;
    create(&page).await;
    page.sees("Created “Piano tuners”").await;
    assert_eq!(page.account.named(NAME).await.len(), 1);
}

#[wasm_bindgen_test]
async fn a_lost_answer_to_a_creation_is_found_out_and_ends_as_created_once() {
    let page = new_form().await;
    page.meets(on("POST", SEGMENTS).loses_the_answer()).await;
    create(&page).await;
    page.sees("Created “Piano tuners”").await;
    page.is_at(NAME).await;
    assert_eq!(page.account.named(NAME).await.len(), 1);
    assert_eq!(page.asked("POST", SEGMENTS).len(), 1);
}

#[wasm_bindgen_test]
async fn a_failure_of_the_server_after_it_created_ends_as_created_once() {
    let page = new_form().await;
    page.meets(on("POST", SEGMENTS).answers(504, "Gateway timeout").after_it_took_effect()).await;
    create(&page).await;
    page.sees("Created “Piano tuners”").await;
    assert_eq!(page.account.named(NAME).await.len(), 1);
    assert_eq!(page.asked("POST", SEGMENTS).len(), 1);
}

#[wasm_bindgen_test]
async fn a_segment_of_the_same_content_that_was_there_before_is_not_taken_for_the_new_one() {
    let account = Account::fresh().await;
    let twin = account.create(serde_json::json!({ "name": NAME, "user_type": "staff" })).await;
    let page = Page::open_on(account, "/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", NAME).await;
    page.choose("Staff").await;
    page.meets(on("POST", SEGMENTS).loses_the_connection()).await;
    create(&page).await;
    page.sees("Can’t reach Zendesk").await;
    page.is_asked_nothing().await;
    assert_eq!(page.account.named(NAME).await, [twin]);
}

#[wasm_bindgen_test]
async fn while_it_is_not_known_nothing_is_sent_again() {
    let page = new_form().await;
    hurry(10);
    page.meets(on("POST", SEGMENTS).loses_the_answer()).await;
    // The list is read before the creation, and asked for after it.
    page.meets(on("GET", SEGMENTS).skipping(1).loses_the_connection()).await;
    create(&page).await;
    page.is_asked("It isn’t known whether the segment was created").await;
    page.sees("Guidepost checks what was saved before trying again.").await;
    page.sees("Can’t reach Zendesk").await;
    assert_eq!(page.asked("POST", SEGMENTS).len(), 1);
    page.click_button("Check again").await;
    page.settles().await;
    page.is_asked("It isn’t known whether the segment was created").await;
    page.is_well_again().await;
    page.click_button("Check again").await;
    page.sees("Created “Piano tuners”").await;
    assert_eq!(page.account.named(NAME).await.len(), 1);
    assert_eq!(page.asked("POST", SEGMENTS).len(), 1);
}

#[wasm_bindgen_test]
async fn an_answer_that_takes_too_long_is_given_up_and_found_out() {
    let page = new_form().await;
    hurry(20);
    page.meets(on("POST", SEGMENTS).delayed(4_000)).await;
    create(&page).await;
    page.sees("Created “Piano tuners”").await;
    let sent = page.asked("POST", SEGMENTS);
    assert!(sent.len() == 1 && sent[0].aborted, "{sent:?}");
    assert_eq!(page.account.named(NAME).await.len(), 1);
}

#[wasm_bindgen_test]
async fn a_change_that_did_not_arrive_can_be_sent_again() {
    let (page, segment) = changed_form().await;
    page.meets(on("PUT", SEGMENTS).loses_the_connection()).await;
    save(&page).await;
    page.sees("Can’t reach Zendesk").await;
    page.holds("Name", "Tour crews").await;
    page.is_well_again().await;
    page.click_button("Retry").await;
    page.click_button("Save changes").await;
    page.sees("Saved “Tour crews”").await;
    assert_eq!(page.account.find(segment.id).await.unwrap().name, "Tour crews");
}

#[wasm_bindgen_test]
async fn a_lost_answer_to_a_change_that_took_place_is_found_out() {
    let (page, _) = changed_form().await;
    page.meets(on("PUT", SEGMENTS).loses_the_answer()).await;
    save(&page).await;
    page.sees("Saved “Tour crews”").await;
    page.is_at("Tour crews").await;
    assert_eq!(page.asked("PUT", SEGMENTS).len(), 1);
}

#[wasm_bindgen_test]
async fn a_change_whose_fate_was_not_known_is_no_conflict_with_oneself() {
    let (page, _) = changed_form().await;
    hurry(10);
    page.meets(on("PUT", SEGMENTS).loses_the_answer()).await;
    // The segment is read before the change, and asked for after it.
    page.meets(on("GET", SEGMENTS).skipping(1).loses_the_connection()).await;
    save(&page).await;
    page.sees("Can’t reach Zendesk").await;
    page.is_well_again().await;
    page.click_button("Retry").await;
    page.click_button("Save changes").await;
    page.sees("Saved “Tour crews”").await;
    page.is_at("Tour crews").await;
    assert_eq!(page.asked("PUT", SEGMENTS).len(), 1, "it is there already");
}

#[wasm_bindgen_test]
async fn another_success_than_the_documented_one_created_nothing() {
    let page = new_form().await;
    let segment =
        serde_json::json!({ "user_segment": { "id": 1, "name": NAME, "user_type": "staff" } });
    page.meets(on("POST", SEGMENTS).answers(200, segment)).await;
    create(&page).await;
    page.sees("It hasn’t arrived so far. Your changes are still here.").await;
    page.is_asked_nothing().await;
    page.holds("Name", NAME).await;
    assert!(page.account.named(NAME).await.is_empty());
    create(&page).await;
    page.sees("Created “Piano tuners”").await;
    assert_eq!(page.account.named(NAME).await.len(), 1);
}

/// What the dialog is called that keeps somebody from creating it twice.
const EXISTS: &str = "“Piano tuners” exists already";

#[wasm_bindgen_test]
async fn a_creation_that_arrived_unseen_is_offered_before_it_is_sent_again() {
    let page = new_form().await;
    hurry(10);
    page.meets(on("POST", SEGMENTS).loses_the_answer()).await;
    page.meets(on("GET", SEGMENTS).skipping(1).loses_the_connection()).await;
    create(&page).await;
    page.is_asked("It isn’t known whether the segment was created").await;
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    page.is_well_again().await;
    create(&page).await;
    page.is_asked(EXISTS).await;
    page.sees("A segment with exactly this content has existed since").await;
    assert_eq!(page.asked("POST", SEGMENTS).len(), 1);
    page.click_button("Open this segment").await;
    page.is_at(NAME).await;
    page.holds("Name", NAME).await;
    assert!(page.kept_drafts().is_empty());
    assert_eq!(page.account.named(NAME).await.len(), 1);
}

#[wasm_bindgen_test]
async fn an_answer_about_another_object_saved_nothing() {
    let (page, segment) = changed_form().await;
    let other = serde_json::json!({ "user_segment": { "id": 1, "name": "Tour crews", "user_type": "staff" } });
    page.meets(on("PUT", SEGMENTS).answers(200, other)).await;
    save(&page).await;
    page.sees("It hasn’t arrived so far. Your changes are still here.").await;
    assert_eq!(page.account.find(segment.id).await.unwrap().name, "Tour crew");
    save(&page).await;
    page.sees("Saved “Tour crews”").await;
}

#[wasm_bindgen_test]
async fn what_was_typed_after_the_lost_creation_goes_into_the_segment_that_arrived() {
    let page = new_form().await;
    hurry(10);
    page.meets(on("POST", SEGMENTS).loses_the_answer()).await;
    page.meets(on("GET", SEGMENTS).skipping(1).loses_the_connection()).await;
    create(&page).await;
    page.is_asked("It isn’t known whether the segment was created").await;
    page.click_button("Keep editing").await;
    page.is_well_again().await;
    page.type_into("Name", "Piano movers").await;
    create(&page).await;
    page.is_asked(EXISTS).await;
    page.sees("What you sent before seems to have arrived").await;
    page.click_button("Open this segment").await;
    page.is_at(NAME).await;
    page.holds("Name", "Piano movers").await;
    page.sees("1 unsaved change").await;
    assert!(page.account.named("Piano movers").await.is_empty());
}

#[wasm_bindgen_test]
async fn after_a_reload_while_it_was_being_created_it_is_not_created_again() {
    let page = new_form().await;
    page.meets(on("POST", SEGMENTS).delayed(3_000)).await;
    create(&page).await;
    page.sees("Saving…").await;
    while page.account.named(NAME).await.is_empty() {
        page.settles().await;
    }
    page.reload();
    page.sees("Unsaved changes restored").await;
    page.sees("They were being sent when the page closed.").await;
    create(&page).await;
    page.is_asked(EXISTS).await;
    assert_eq!(page.asked("POST", SEGMENTS).len(), 1);
    page.click_button("Create another").await;
    page.sees("Created “Piano tuners”").await;
    assert_eq!(page.account.named(NAME).await.len(), 2, "asked for, and not by accident");
}

#[wasm_bindgen_test]
async fn a_creation_that_arrives_late_is_found_by_the_next_attempt() {
    let page = new_form().await;
    page.meets(on("POST", SEGMENTS).loses_the_connection()).await;
    create(&page).await;
    page.sees("It hasn’t arrived so far.").await;
    page.is_well_again().await;
    page.account.create(serde_json::json!({ "name": NAME, "user_type": "staff" })).await;
    create(&page).await;
    page.is_asked(EXISTS).await;
    assert_eq!(page.account.named(NAME).await.len(), 1);
}

#[wasm_bindgen_test]
async fn a_connection_that_goes_while_it_is_created_is_as_doubtful_as_a_lost_answer() {
    let page = new_form().await;
    page.meets(on("POST", SEGMENTS).loses_the_answer()).await;
    page.is_online(false);
    create(&page).await;
    page.sees("Created “Piano tuners”").await;
    assert_eq!(page.account.named(NAME).await.len(), 1);
    assert_eq!(page.asked("POST", SEGMENTS).len(), 1);
}

#[wasm_bindgen_test]
async fn a_save_that_failed_offline_goes_on_when_the_connection_is_back() {
    let (page, segment) = changed_form().await;
    hurry(10);
    page.is_online(false);
    page.meets(on("PUT", SEGMENTS).loses_the_connection()).await;
    save(&page).await;
    page.sees("You are offline").await;
    page.is_asked_nothing().await;
    page.is_well_again().await;
    page.is_online(true);
    page.happens("online");
    page.sees("Saved “Tour crews”").await;
    page.sees_no_more("You are offline").await;
    assert_eq!(page.account.find(segment.id).await.unwrap().name, "Tour crews");
}
