//! Leaving a form with unsaved changes asks first, whichever way one goes.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, until};

const TITLE: &str = "Leave without saving?";

/// From the list into the form of a segment, with its name changed.
async fn changed_form() -> Page {
    let page = Page::open("/segments?q=tour").await;
    page.click_link("Tour crew").await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page
}

#[wasm_bindgen_test]
async fn a_link_asks_and_keep_editing_stays() {
    let page = changed_form().await;
    let here = page.address();
    page.click_link("Segments").await;
    page.is_asked(TITLE).await;
    page.sees("You have unsaved changes to name.").await;
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    assert_eq!(page.address(), here);
    page.holds("Name", "Tour crews").await;
}

#[wasm_bindgen_test]
async fn discard_leaves_to_where_the_link_led() {
    let page = changed_form().await;
    page.click_link("Segments").await;
    page.is_asked(TITLE).await;
    page.click_button("Leave without saving").await;
    page.is_at("User segments").await;
    page.is_addressed("/segments?q=tour").await;
    page.click_link("Tour crew").await;
    page.is_at("Tour crew").await;
    page.holds("Name", "Tour crew").await;
}

#[wasm_bindgen_test]
async fn going_back_asks_and_the_address_stays() {
    let page = changed_form().await;
    let here = page.address();
    page.go_back();
    page.is_asked(TITLE).await;
    assert_eq!(page.address(), here);
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    page.holds("Name", "Tour crews").await;
    assert_eq!(page.address(), here);
}

#[wasm_bindgen_test]
async fn discard_goes_back_when_back_was_asked_for() {
    let page = changed_form().await;
    page.go_back();
    page.is_asked(TITLE).await;
    page.click_button("Leave without saving").await;
    page.is_at("User segments").await;
    page.is_addressed("/segments?q=tour").await;
    page.row("Tour crew").await;
}

#[wasm_bindgen_test]
async fn going_back_a_second_time_asks_again() {
    let page = changed_form().await;
    page.go_back();
    page.is_asked(TITLE).await;
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    page.go_back();
    page.is_asked(TITLE).await;
}

#[wasm_bindgen_test]
async fn saving_instead_of_leaving_is_offered() {
    let page = changed_form().await;
    page.click_link("Segments").await;
    page.is_asked(TITLE).await;
    page.click_button("Save first…").await;
    page.is_asked("Save 1 change to “Tour crew”?").await;
    page.click_button("Save changes").await;
    page.sees("Saved “Tour crews”").await;
}

#[wasm_bindgen_test]
async fn closing_the_tab_asks_only_when_something_would_be_lost() {
    let page = changed_form().await;
    assert!(!page.happens("beforeunload"), "the browser is told to ask");
    page.type_into("Name", "Tour crew").await;
    until("nothing to save", || (!page.shows("unsaved change")).then_some(())).await;
    assert!(page.happens("beforeunload"));
}

#[wasm_bindgen_test]
async fn a_form_without_changes_is_left_without_a_question() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, "/segments").await;
    page.row("Tour crew").await;
    page.click_link("Tour crew").await;
    page.is_at("Tour crew").await;
    page.go_back();
    page.is_at("User segments").await;
    page.go_to(&format!("/segments/{}", segment.id));
    page.is_at("Tour crew").await;
    page.click_link("Segments").await;
    page.is_at("User segments").await;
}

#[wasm_bindgen_test]
async fn a_link_inside_the_form_asks_too() {
    let page = changed_form().await;
    page.click_link("Duplicate").await;
    page.is_asked(TITLE).await;
    page.click_button("Leave without saving").await;
    page.is_at("Duplicate segment").await;
    page.holds("Name", "Copy of Tour crew").await;
}

#[wasm_bindgen_test]
async fn what_was_discarded_on_leaving_can_be_brought_back() {
    let page = changed_form().await;
    let here = page.address();
    page.click_link("Segments").await;
    page.is_asked(TITLE).await;
    page.click_button("Leave without saving").await;
    page.is_at("User segments").await;
    page.sees("Discarded 1 change").await;
    page.click_button("Undo").await;
    page.is_addressed(&here).await;
    page.holds("Name", "Tour crews").await;
    page.sees("1 unsaved change").await;
}

#[wasm_bindgen_test]
async fn a_message_that_leads_elsewhere_asks_too() {
    let page = changed_form().await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.sees("Saved “Tour crews”").await;
    page.is_asked_nothing().await;
    page.type_into("Name", "Touring crew").await;
    page.click_button("View in list").await;
    page.is_asked(TITLE).await;
}
