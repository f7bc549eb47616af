//! Unsaved work survives a reload, and is forgotten when it is saved or given up.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS, on};

const BACK: &str = "Unsaved changes restored";

#[wasm_bindgen_test]
async fn a_new_segment_that_was_begun_is_back_after_a_reload() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Half done").await;
    page.choose("Staff").await;
    page.type_into("Groups", "Bil").await;
    page.sees_in("groups", "Billing").await;
    page.press("Enter").await;
    page.focus("Alternative tags").await;
    page.type_text("gold,").await;
    page.reload();
    page.sees(BACK).await;
    page.holds("Name", "Half done").await;
    page.sees_in("Summary", "Staff in Billing who have gold.").await;
}

#[wasm_bindgen_test]
async fn discarding_it_forgets_it() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Half done").await;
    page.reload();
    page.sees(BACK).await;
    page.click_button("Discard changes").await;
    page.sees_no_more(BACK).await;
    page.holds("Name", "").await;
    page.reload();
    page.is_at("New segment").await;
    page.settles().await;
    assert!(!page.shows(BACK));
    page.holds("Name", "").await;
}

#[wasm_bindgen_test]
async fn changes_to_a_segment_are_back_in_its_own_form_only() {
    let account = Account::fresh().await;
    let (mine, other) = (account.the("Tour crew").await, account.the("Translators").await);
    let page = Page::open_on(account, &format!("/segments/{}", mine.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page.go_to(&format!("/segments/{}", other.id));
    page.is_at("Translators").await;
    assert!(!page.shows(BACK));
    page.go_to("/segments/new");
    page.is_at("New segment").await;
    assert!(!page.shows(BACK));
    page.go_to(&format!("/segments/{}", mine.id));
    page.sees(BACK).await;
    page.holds("Name", "Tour crews").await;
    page.sees("1 unsaved change").await;
}

#[wasm_bindgen_test]
async fn nothing_is_kept_of_a_form_that_was_saved() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "All done").await;
    page.choose("Staff").await;
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.sees("Created “All done”").await;
    page.go_to("/segments/new");
    page.is_at("New segment").await;
    page.settles().await;
    assert!(!page.shows(BACK));
    page.holds("Name", "").await;
}

#[wasm_bindgen_test]
async fn text_that_is_back_to_what_it_was_is_no_draft() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour").await;
    page.type_into("Name", "Tour crew").await;
    page.reload();
    page.is_at("Tour crew").await;
    page.settles().await;
    assert!(!page.shows(BACK));
}

#[wasm_bindgen_test]
async fn a_draft_is_compared_with_what_it_began_from_when_somebody_saved_meanwhile() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page.account.change(segment.id, json!({ "name": "Crew" })).await;
    page.reload();
    page.sees(BACK).await;
    page.holds("Name", "Tour crews").await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.is_asked("Someone else changed this segment").await;
    page.sees("Tour crew Crew").await;
}

#[wasm_bindgen_test]
async fn the_draft_of_a_deleted_segment_can_become_a_new_one() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page.account.delete(segment.id).await;
    page.reload();
    page.is_at("Segment not found").await;
    page.click_link("Use your unsaved changes for a new one").await;
    page.is_at("New segment").await;
    page.holds("Name", "Tour crews").await;
    page.sees_in("Summary", "Staff who have at least one of tour_2025 or tour_2026.").await;
}

#[wasm_bindgen_test]
async fn a_draft_that_cannot_be_read_counts_as_none() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Half done").await;
    let mut kept = page.kept_drafts().remove(0);
    page.click_button("Discard").await;
    kept.record["content"]["draft"] = json!(7);
    kept.record["open"] = json!(false);
    page.another_tab_keeps(&kept);
    page.reload();
    page.is_at("New segment").await;
    page.settles().await;
    assert!(!page.shows(BACK));
}

#[wasm_bindgen_test]
async fn discarded_changes_can_be_brought_back_with_their_draft() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page.sees("1 unsaved change").await;
    page.click_button("Discard").await;
    page.sees("Discarded 1 change").await;
    page.holds("Name", "Tour crew").await;
    assert!(page.kept_drafts().is_empty());
    page.settles().await;
    page.press("Control+z").await;
    page.holds("Name", "Tour crews").await;
    page.sees("1 unsaved change").await;
    page.reload();
    page.sees(BACK).await;
    page.holds("Name", "Tour crews").await;
}

#[wasm_bindgen_test]
async fn what_is_typed_after_a_discard_stays_when_it_is_undone() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.type_into("Name", "Tour crews").await;
    page.click_button("Remove tour_2025").await;
    page.sees("2 unsaved changes").await;
    page.click_button("Discard").await;
    page.type_into("Name", "Touring").await;
    page.click_button("Undo").await;
    page.sees("2 unsaved changes").await;
    page.holds("Name", "Touring").await;
}

/// `users/me` answers with somebody else.
fn somebody_else() -> crate::support::Fault {
    let user = json!({ "user": { "id": 4711, "name": "Ada Winter", "role": "admin" } });
    on("GET", "/api/v2/users/me").answers(200, user).times(1_000)
}

#[wasm_bindgen_test]
async fn what_one_person_typed_is_not_shown_to_the_next() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Half done").await;
    page.meets(somebody_else()).await;
    page.reload();
    page.sees("Ada Winter").await;
    page.settles().await;
    page.holds("Name", "").await;
    assert!(!page.shows(BACK));
    page.type_into("Name", "Hers").await;
    page.is_well_again().await;
    page.reload();
    page.sees(BACK).await;
    page.holds("Name", "Half done").await;
}

#[wasm_bindgen_test]
async fn when_somebody_else_signs_in_the_open_form_is_theirs_and_empty() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Half done").await;
    page.choose("Staff").await;
    page.meets(somebody_else()).await;
    let ended = json!({ "error": "Couldn't authenticate you" });
    page.meets(on("POST", SEGMENTS).answers(401, ended)).await;
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.is_asked("Sign in again to continue").await;
    page.click_button("Sign in").await;
    page.is_asked_nothing().await;
    page.sees("Ada Winter").await;
    page.holds("Name", "").await;
    page.settles().await;
    assert!(page.account.named("Half done").await.is_empty(), "nothing is sent in her name");
    let kept = page.kept_drafts();
    assert_eq!(kept[0].record["content"]["draft"]["name"], "Half done", "it waits for its writer");
}

#[wasm_bindgen_test]
async fn a_draft_waits_until_it_is_known_who_is_signed_in() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Half done").await;
    page.meets(on("GET", "/api/v2/users/me").delayed(700)).await;
    page.reload();
    page.is_at("New segment").await;
    assert!(!page.shows(BACK));
    page.sees(BACK).await;
    page.holds("Name", "Half done").await;
}

#[wasm_bindgen_test]
async fn two_new_drafts_in_two_tabs_are_both_kept() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "In tab A").await;
    let other = page.kept_drafts().remove(0).of_another_tab();
    page.click_button("Discard").await;
    page.another_tab_keeps(&other);
    page.sees("There is a newer draft in another tab").await;
    page.sees("“In tab A”, changed at").await;
    page.type_into("Name", "In tab B").await;
    page.reload();
    page.sees(BACK).await;
    page.holds("Name", "In tab B").await;
    assert!(page.kept_drafts().contains(&other), "another tab's draft is left alone");
    page.click_button("Discard").await;
    page.holds("Name", "").await;
    assert_eq!(page.kept_drafts(), [other]);
}

#[wasm_bindgen_test]
async fn another_tabs_draft_can_be_taken_over_without_losing_ones_own() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "In tab A").await;
    let other = page.kept_drafts().remove(0).of_another_tab();
    page.another_tab_keeps(&other);
    page.type_into("Name", "In tab B").await;
    page.click_button("Use it here").await;
    page.holds("Name", "In tab A").await;
    page.sees("There is another unsaved draft").await;
    page.sees("“In tab B”").await;
    page.click_button("Use it here").await;
    page.holds("Name", "In tab B").await;
    assert!(page.kept_drafts().contains(&other));
}

#[wasm_bindgen_test]
async fn a_draft_that_nobody_came_back_to_is_removed_after_four_weeks() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Half done").await;
    page.time_passes(27 * 24 * 3_600);
    page.reload();
    page.sees(BACK).await;
    // Looking at it counts as coming back.
    page.time_passes(56 * 24 * 3_600);
    page.reload();
    page.is_at("New segment").await;
    page.settles().await;
    assert!(!page.shows(BACK));
    assert!(page.kept_drafts().is_empty());
}

#[wasm_bindgen_test]
async fn changes_that_the_browser_cannot_keep_are_said_to_be() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Tour crew").await;
    page.has_full_storage();
    page.type_into("Name", "Tour crews").await;
    page.sees("This browser can’t keep your changes. Save before you leave.").await;
}
