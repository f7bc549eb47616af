//! "Summary": the sentence beside the form, which follows what is typed.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::Page;

const WORDS: &str = "Summary";

#[wasm_bindgen_test]
async fn the_sentence_follows_every_change() {
    let page = Page::open("/segments/new").await;
    page.sees_in(WORDS, "Choose a user type to see who’s included.").await;
    page.choose("Staff").await;
    page.sees_in(WORDS, "All agents and admins.").await;
    page.type_into("Groups", "Bil").await;
    page.sees_in("groups", "Billing").await;
    page.press("Enter").await;
    page.sees_in(WORDS, "Staff in Billing.").await;
    page.focus("Required tags").await;
    page.type_text("vip_care,").await;
    page.sees_in(WORDS, "Staff in Billing who have vip_care.").await;
    page.type_text("lead,").await;
    page.sees_in(WORDS, "who have both vip_care and lead.").await;
    page.focus("Alternative tags").await;
    page.type_text("k88 k61 ").await;
    page.sees_in(WORDS, "both vip_care and lead and at least one of k88 or k61.").await;
    page.focus("Groups").await;
    page.press("Backspace").await;
    page.sees_in(WORDS, "Staff who have both vip_care and lead").await;
}

#[wasm_bindgen_test]
async fn only_added_people_is_told_as_such() {
    let page = Page::open("/segments/new").await;
    page.choose("Signed-in users").await;
    page.type_into("People added individually", "Noor").await;
    page.sees_in("people", "Noor Haddad").await;
    page.press("Enter").await;
    page.sees_in(WORDS, "Only 1 person, added individually.").await;
}

#[wasm_bindgen_test]
async fn what_is_odd_is_said_before_it_is_saved() {
    let page = Page::open("/segments/new").await;
    page.choose("Signed-in users").await;
    page.sees_in(WORDS, "No conditions set. Everyone who is signed in is included.").await;
    page.focus("Required tags").await;
    page.type_text("gold,").await;
    page.sees_no_more("Nothing restricts this segment").await;
    page.focus("Alternative tags").await;
    page.type_text("gold,silver,").await;
    page.sees_in(WORDS, "“gold” is in both lists.").await;
}

#[wasm_bindgen_test]
async fn the_sentence_is_read_out_as_it_changes() {
    let page = Page::open("/segments/new").await;
    page.choose("Staff").await;
    let rule = page.element(".panel .rule--prose").unwrap();
    let live = rule.closest("[aria-live=polite]").unwrap();
    assert!(live.is_some());
}
