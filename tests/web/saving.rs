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
async fn a_new_segment_is_reviewed_created_and_shown_on_its_own_page() {
    let page = filled_in("  Piano tuners ").await;
    page.focus("Required tags").await;
    page.type_text("tuner,").await;
    page.click_button("Review & create").await;
    page.is_asked("Create “Piano tuners”?").await;
    page.sees("Staff who have tuner.").await;
    assert!(page.account.named("Piano tuners").await.is_empty(), "a look changes nothing");
    page.click_button("Create segment").await;
    page.is_at("Piano tuners").await;
    page.sees("Created “Piano tuners”").await;
    let stored = page.account.the("Piano tuners").await;
    page.is_addressed(&format!("/segments/{}", stored.id)).await;
    page.click_button("View in list").await;
    page.is_at("User segments").await;
    page.is_addressed("/segments").await;
    page.sees("39 of 200").await;
    let row = page.row("Piano tuners").await;
    assert!(row.class_list().contains("is-flash"));
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
    page.is_at("VIP care").await;
    page.sees("Updated just now").await;
    page.sees_no_more("unsaved change").await;
    page.click_button("View in list").await;
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
    page.click_button("View in list").await;
    page.is_addressed("/segments?type=staff&sort=name").await;
    page.row("Tour crews").await;
}

#[wasm_bindgen_test]
async fn after_creating_going_back_leads_to_the_list_and_not_to_an_empty_form() {
    let page = filled_in("Piano tuners").await;
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.is_at("Piano tuners").await;
    page.go_back();
    page.is_at("User segments").await;
}

#[wasm_bindgen_test]
async fn what_is_changed_after_saving_is_saved_too() {
    let page = changed_form().await;
    save(&page).await;
    page.sees("Saved “Tour crews”").await;
    page.sees_no_more("unsaved change").await;
    page.type_into("Name", "Touring crew").await;
    save(&page).await;
    page.sees("Saved “Touring crew”").await;
    page.account.the("Touring crew").await;
}

/// From the list into the form of a segment, with its name changed.
async fn changed_form() -> Page {
    let page = Page::open("/segments?q=tour").await;
    page.click_link("Tour crew").await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page
}

async fn save(page: &Page) {
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
}

#[wasm_bindgen_test]
async fn going_back_while_it_is_being_saved_waits_for_the_answer() {
    let page = changed_form().await;
    page.meets(on("PUT", SEGMENTS).delayed(600)).await;
    save(&page).await;
    page.sees("Saving…").await;
    page.go_back();
    page.sees("You’ll leave this page once it’s saved.").await;
    page.is_asked("Save 1 change to “Tour crew”?").await;
    page.is_at("User segments").await;
    page.sees("Saved “Tour crews”").await;
    page.row("Tour crews").await;
}

#[wasm_bindgen_test]
async fn going_back_while_it_is_being_created_waits_for_the_answer() {
    let page = filled_in("Piano tuners").await;
    page.meets(on("POST", SEGMENTS).delayed(600)).await;
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.sees("Saving…").await;
    page.go_back();
    page.sees("You’ll leave this page once it’s saved.").await;
    page.is_at("User segments").await;
    page.sees("Created “Piano tuners”").await;
    page.row("Piano tuners").await;
    assert!(page.kept_drafts().is_empty());
}

#[wasm_bindgen_test]
async fn whoever_wanted_to_leave_stays_when_saving_fails() {
    let page = changed_form().await;
    page.meets(on("PUT", SEGMENTS).answers(403, "").delayed(400)).await;
    save(&page).await;
    page.go_back();
    page.sees("You don’t have permission").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Tour crews").await;
    page.sees("1 unsaved change").await;
}

#[wasm_bindgen_test]
async fn what_is_typed_while_the_request_is_out_stays_unsaved() {
    let page = changed_form().await;
    page.meets(on("PUT", SEGMENTS).delayed(600)).await;
    save(&page).await;
    page.sees("Saving…").await;
    page.sets_behind_the_dialog("name", "Tour crews and drivers");
    page.sees("Saved “Tour crews”").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Tour crews and drivers").await;
    page.sees("1 unsaved change").await;
    assert_eq!(page.kept_drafts()[0].record["content"]["draft"]["name"], "Tour crews and drivers");
    page.account.the("Tour crews").await;
}

#[wasm_bindgen_test]
async fn only_what_changed_is_sent_so_that_nothing_else_is_written_over() {
    let page = changed_form().await;
    let segment = page.account.the("Tour crew").await;
    let path = format!("{SEGMENTS}/{}", segment.id);
    // The app reads the segment, and somebody else saves before it writes.
    page.meets(on("GET", &path).delayed(800)).await;
    let reads = page.asked("GET", &path).len();
    save(&page).await;
    until("the segment to be read", || (page.asked("GET", &path).len() > reads).then_some(()))
        .await;
    page.settles().await;
    page.account.change(segment.id, json!({ "tags": ["theirs"] })).await;
    page.sees("Saved “Tour crews”").await;
    let stored = page.account.find(segment.id).await.unwrap();
    assert_eq!((stored.name.as_str(), stored.tags), ("Tour crews", vec!["theirs".to_owned()]));
}

#[wasm_bindgen_test]
async fn enter_in_the_name_goes_on_to_the_review() {
    let page = changed_form().await;
    page.focus("Name").await;
    page.press("Enter").await;
    page.is_asked("Save 1 change to “Tour crew”?").await;
}

#[wasm_bindgen_test]
async fn an_older_answer_does_not_take_back_what_was_saved() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::prepare(account).await;
    // The list is read before the change, and arrives after it. The segment itself is spared.
    page.meets(on("GET", &format!("{SEGMENTS}/")).delayed(0).times(1_000)).await;
    page.meets(on("GET", SEGMENTS).delayed(2_500)).await;
    page.go_to(&format!("/segments/{}", segment.id));
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    save(&page).await;
    page.sees("Saved “Tour crews”").await;
    page.click_button("View in list").await;
    page.sees("40 segments, built-ins first").await;
    page.row("Tour crews").await;
    assert!(!page.rows().contains(&"Tour crew".to_owned()));
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
