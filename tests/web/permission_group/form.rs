//! What is set in the form is what the account has afterwards.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::{address, create, form_of, ids, new_form, save};
use crate::support::{Account, GROUPS, Page, on, until};

const ACCESS: &str = "Effective access";

#[wasm_bindgen_test]
async fn a_new_group_is_reviewed_and_created_as_it_was_set() {
    let page = new_form().await;
    page.type_into("Name", "  Press room ").await;
    page.choose("Field service: edit").await;
    page.choose("Content team: publish").await;
    page.click_button("Review & create").await;
    page.is_asked("Create “Press room”?").await;
    page.sees("People in Content team can edit and publish. People in Field service can edit")
        .await;
    page.click_button("Create permission group").await;
    page.sees("Created “Press room”").await;
    let stored = page.account.group("Press room").await;
    page.is_addressed(&address(&stored)).await;
    assert_eq!(stored.edit, ids(&page.account, &["Field service"]).await);
    assert_eq!(stored.publish, ids(&page.account, &["Content team"]).await);
}

#[wasm_bindgen_test]
async fn a_change_is_shown_as_what_comes_and_what_goes() {
    let (page, group) = form_of("Tour support").await;
    page.holds("Name", "Tour support").await;
    page.choose("Field service: edit").await;
    page.choose("Tour crew: edit").await;
    page.sees("1 unsaved change Edit: Field service, Tour crew").await;
    page.sees_in("Your changes", "Edit Field service Tour crew").await;
    page.click_button("Review & save").await;
    page.is_asked("Save 1 change to “Tour support”?").await;
    page.sees("Edit Field service Tour crew").await;
    page.click_button("Save changes").await;
    page.sees("Saved “Tour support”").await;
    let stored = page.account.group("Tour support").await;
    assert_eq!(stored.id, group.id);
    assert_eq!(
        stored.edit,
        ids(&page.account, &["Stage piano specialists", "Field service"]).await
    );
    assert!(stored.publish.is_empty());
}

#[wasm_bindgen_test]
async fn a_name_is_asked_for_in_the_words_of_a_permission_group() {
    let page = new_form().await;
    page.sees_in("Unsaved changes", "New permission group").await;
    page.click_button("Review & create").await;
    page.sees("Fix 1 problem to").await;
    page.has_error("Name", "Enter a name.").await;
    assert!(page.asked("POST", GROUPS).is_empty());
}

#[wasm_bindgen_test]
async fn discard_puts_every_box_back() {
    let (page, _) = form_of("Tour support").await;
    page.choose("Field service: publish").await;
    page.choose("Tour crew: edit").await;
    page.sees("2 unsaved changes").await;
    page.click_button("Discard").await;
    page.sees_no_more("unsaved change").await;
    assert!(page.field("Tour crew: edit").checked());
    assert!(!page.field("Field service: publish").checked());
}

#[wasm_bindgen_test]
async fn control_s_opens_the_review() {
    let (page, _) = form_of("Tour support").await;
    page.choose("Field service: edit").await;
    page.press("Control+s").await;
    page.is_asked("Save 1 change to “Tour support”?").await;
}

#[wasm_bindgen_test]
async fn a_link_asks_before_changes_are_lost() {
    let (page, _) = form_of("Tour support").await;
    page.choose("Field service: edit").await;
    page.click_link("Field service").await;
    page.is_asked("Leave without saving?").await;
    page.sees("You have unsaved changes to edit.").await;
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    page.click_link("Field service").await;
    page.click_button("Leave without saving").await;
    page.is_at("Field service").await;
}

#[wasm_bindgen_test]
async fn a_segment_opens_from_its_row() {
    let (page, _) = form_of("Tour support").await;
    page.click_link("Tour crew").await;
    page.is_at("Tour crew").await;
}

#[wasm_bindgen_test]
async fn a_duplicate_begins_with_everything_but_the_id() {
    let account = Account::fresh().await;
    let original = account.group("Repair manuals").await;
    let page =
        Page::open_on(account, &format!("/permission-groups/new?from={}", original.id)).await;
    page.is_at("Duplicate permission group").await;
    page.holds("Name", "Copy of Repair manuals").await;
    page.sees_in(ACCESS, "Repair bench leads").await;
    create(&page).await;
    page.sees("Created “Copy of Repair manuals”").await;
    let copy = page.account.group("Copy of Repair manuals").await;
    assert_ne!(copy.id, original.id);
    assert_eq!((copy.edit, copy.publish), (original.edit, original.publish));
}

#[wasm_bindgen_test]
async fn a_built_in_group_is_shown_and_not_edited() {
    let account = Account::fresh().await;
    let group = account.group("Editors and publishers").await;
    let page = Page::open_on(account, &address(&group)).await;
    page.is_at("Editors and publishers").await;
    page.sees("Built into Zendesk. You can’t edit or delete it.").await;
    page.sees_in(ACCESS, "People in Content team can edit and publish.").await;
    assert!(page.element("form").is_none());
    assert!(page.offers("Duplicate"));
}

#[wasm_bindgen_test]
async fn at_the_limit_of_the_account_a_new_group_is_refused_before_it_is_sent() {
    let account = Account::fresh().await;
    let custom = account.all_groups().await.iter().filter(|group| !group.built_in).count();
    for at in custom..200 {
        account.create_group(json!({ "name": format!("Made up {at:03}") })).await;
    }
    let page = Page::open_on(account, "/permission-groups/new").await;
    page.is_at("New permission group").await;
    page.sees_in("Main", "Permission groups 200").await;
    page.type_into("Name", "One more").await;
    page.choose("Field service: edit").await;
    page.click_button("Review & create").await;
    let full = "Limit reached (200 of 200). Delete a permission group to add one.";
    page.sees(full).await;
    assert!(page.asked("POST", GROUPS).is_empty());
}

#[wasm_bindgen_test]
async fn a_list_that_is_emptied_is_emptied_in_the_account() {
    let (page, group) = form_of("Dealer portal").await;
    page.choose("Content team: publish").await;
    page.choose("Dealer desk: publish").await;
    page.sees_in(ACCESS, "No segment can publish").await;
    save(&page).await;
    page.sees("Saved “Dealer portal”").await;
    let stored = page.account.group("Dealer portal").await;
    assert!(stored.publish.is_empty());
    assert_eq!(stored.edit, group.edit);
}

#[wasm_bindgen_test]
async fn while_it_loads_it_has_a_heading_and_its_fields_have_their_places() {
    let account = Account::fresh().await;
    let group = account.group("Tour support").await;
    let page = Page::prepare(account).await;
    page.meets(on("GET", &format!("{GROUPS}/{}", group.id)).delayed(600)).await;
    page.go_to(&address(&group));
    let boxes = until("the outline", || {
        let boxes = page.elements(".outline b");
        (boxes.len() == 3).then_some(boxes)
    })
    .await;
    assert!(page.element("h1").is_some(), "a heading");
    let top = |element: &Element| element.get_bounding_client_rect().top();
    let tops: Vec<f64> = boxes.iter().map(top).collect();
    page.is_at("Tour support").await;
    let places = ["#name", ".privileges-toolbar", ".panel"];
    for (place, outline) in places.iter().zip(tops) {
        let moved = top(&page.element(place).unwrap()) - outline;
        // The hint over the table is part of its frame.
        let allowed = if *place == ".privileges-toolbar" { 32.0 } else { 2.0 };
        assert!(moved.abs() <= allowed, "{place} moves by {moved}");
    }
}

#[wasm_bindgen_test]
async fn a_built_in_group_says_what_it_is() {
    let account = Account::fresh().await;
    let built_in = account.group("Editors and publishers").await;
    let page = Page::open_on(account, &address(&built_in)).await;
    page.is_at("Editors and publishers").await;
    page.sees_in("Details", "Type Built-in permission group").await;
    page.sees_in("Details", &format!("ID {}", built_in.id)).await;
    page.sees_in("Details", "Created").await;
    page.sees_in("Used by", "articles").await;
}

#[wasm_bindgen_test]
async fn the_head_tells_how_many_articles_a_group_is_on() {
    let (page, _) = form_of("Repair manuals").await;
    page.sees("On 32 articles").await;
}
