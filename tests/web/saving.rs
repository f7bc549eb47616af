//! Saving as it goes when nothing goes wrong: a look at what changes, and back to where one was.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS, on, until};

/// A form with a name and a type, one click from the review.
async fn filled_in(name: &str) -> Page {
    let page = Page::open("/segments").await;
    page.click_link("New segment").await;
    page.type_into("Name", name).await;
    page.choose("Staff").await;
    page
}

#[wasm_bindgen_test]
async fn a_new_segment_is_reviewed_created_and_shown_in_the_list() {
    let page = filled_in("  Piano tuners ").await;
    page.focus("Required tags").await;
    page.type_text("tuner,").await;
    page.click_button("Review & create").await;
    page.is_asked("Create “Piano tuners”?").await;
    page.sees("Staff who have tuner.").await;
    assert!(page.account.named("Piano tuners").await.is_empty(), "a look changes nothing");
    page.click_button("Create segment").await;
    page.is_at("User segments").await;
    page.is_addressed("/segments").await;
    page.sees("Created “Piano tuners”").await;
    page.sees("39 of 200").await;
    let row = page.row("Piano tuners").await;
    assert!(row.class_list().contains("is-flash"));
    let stored = page.account.the("Piano tuners").await;
    assert_eq!(stored.tags, ["tuner"]);
    assert_eq!(stored.user_type.as_str(), "staff");
}

#[wasm_bindgen_test]
async fn keep_editing_leads_back_to_the_form_as_it_was() {
    let page = filled_in("Piano tuners").await;
    page.click_button("Review & create").await;
    page.is_asked("Create “Piano tuners”?").await;
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Piano tuners").await;
    page.click_button("Review & create").await;
    page.is_asked("Create “Piano tuners”?").await;
    page.press("Escape").await;
    page.is_asked_nothing().await;
    assert!(page.asked("POST", SEGMENTS).is_empty());
}

#[wasm_bindgen_test]
async fn a_segment_that_lets_everyone_in_is_said_so_before_it_is_created() {
    let page = filled_in("Everyone here").await;
    page.click_button("Review & create").await;
    page.is_asked("Create “Everyone here”?").await;
    page.sees("No conditions set. All agents and admins are included.").await;
}

#[wasm_bindgen_test]
async fn a_change_is_shown_as_what_comes_and_what_goes() {
    let account = Account::fresh().await;
    let segment = account.the("VIP care team").await;
    let page = Page::open_on(account, "/segments?q=vip").await;
    page.click_link("VIP care team").await;
    page.is_at("VIP care team").await;
    page.type_into("Name", "VIP care").await;
    page.click_button("Remove vip_care").await;
    page.type_text("vip,").await;
    page.click_button("Remove Noor Haddad").await;
    page.sees("3 unsaved changes").await;
    page.sees("Name, Required tags and People added individually").await;
    page.click_button("Review & save").await;
    page.is_asked("Save 3 changes to “VIP care team”?").await;
    page.sees("Name VIP care team VIP care Required tags vip vip_care People Noor Haddad").await;
    page.click_button("Save changes").await;
    page.sees("Saved “VIP care”").await;
    page.is_addressed("/segments?q=vip").await;
    page.row("VIP care").await;

    let stored = page.account.find(segment.id).await.unwrap();
    assert_eq!(stored.name, "VIP care");
    assert_eq!(stored.tags, ["vip"]);
    assert_eq!(stored.group_ids, segment.group_ids);
    assert_eq!(stored.added_user_ids, segment.added_user_ids[1..]);
}

#[wasm_bindgen_test]
async fn an_emptied_list_is_emptied_in_the_account() {
    let account = Account::fresh().await;
    let segment = account.the("VIP care team").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("VIP care team").await;
    page.click_button("Remove vip_care").await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.sees("Saved “VIP care team”").await;
    assert!(page.account.find(segment.id).await.unwrap().tags.is_empty());
}

#[wasm_bindgen_test]
async fn after_saving_the_list_is_where_it_was() {
    let account = Account::fresh().await;
    let page = Page::open_on(account, "/segments?type=staff&sort=name").await;
    page.click_link("Tour crew").await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.is_addressed("/segments?type=staff&sort=name").await;
    page.row("Tour crews").await;
}

#[wasm_bindgen_test]
async fn a_double_click_creates_one_segment() {
    let page = filled_in("Only once").await;
    page.meets(on("POST", SEGMENTS).delayed(800)).await;
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.sees("Saving…").await;
    page.click_on("#review .btn--primary").await;
    page.sees("Created “Only once”").await;
    assert_eq!(page.account.named("Only once").await.len(), 1);
    assert_eq!(page.asked("POST", SEGMENTS).len(), 1);
}

#[wasm_bindgen_test]
async fn what_zendesk_stored_otherwise_than_sent_is_shown() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.focus("Required tags").await;
    page.type_text("on_road,rested,").await;
    let mut stored = serde_json::to_value(&segment).unwrap();
    stored["tags"] = json!(["on_road"]);
    let answer = json!({ "user_segment": stored });
    page.meets(on("PUT", SEGMENTS).answers(200, answer)).await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.sees("Zendesk saved something different from what was sent").await;
    until("the form to hold what is stored", || {
        page.element("#tags-box .chip").filter(|_| page.elements("#tags-box .chip").len() == 1)
    })
    .await;
    let shown: Vec<_> =
        page.elements(".notices .delta--cut").iter().map(crate::support::shown_text).collect();
    assert_eq!(shown, ["rested"]);
    assert!(!page.shows("unsaved change"));
}
