//! Unsaved boxes survive a reload, and are forgotten when they are saved or given up.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{address, form_of, new_form, save};
use crate::support::until;

const BACK: &str = "Unsaved changes restored";

#[wasm_bindgen_test]
async fn a_group_that_was_begun_is_back_after_a_reload() {
    let page = new_form().await;
    page.type_into("Name", "Half done").await;
    page.choose("Field service: publish").await;
    page.reload();
    page.sees(BACK).await;
    page.holds("Name", "Half done").await;
    page.sees_in("Effective access", "People in Field service can edit and publish.").await;
}

#[wasm_bindgen_test]
async fn changes_are_back_in_their_own_form_until_they_are_saved() {
    let (page, group) = form_of("Tour support").await;
    page.choose("Field service: edit").await;
    let other = page.account.group("Repair manuals").await;
    page.go_to(&address(&other));
    page.is_at("Repair manuals").await;
    page.settles().await;
    assert!(!page.shows(BACK));
    page.go_to(&address(&group));
    page.sees(BACK).await;
    page.sees("1 unsaved change").await;
    save(&page).await;
    page.sees("Saved “Tour support”").await;
    page.go_to(&address(&group));
    page.is_at("Tour support").await;
    page.sees("staff segments").await;
    assert!(!page.shows(BACK));
}

#[wasm_bindgen_test]
async fn the_draft_of_a_deleted_group_can_become_a_new_one() {
    let (page, group) = form_of("Tour support").await;
    page.choose("Field service: edit").await;
    page.account.delete_group(group.id).await;
    page.reload();
    page.is_at("Permission group not found").await;
    page.click_link("Use your unsaved changes for a new one").await;
    page.is_at("New permission group").await;
    page.holds("Name", "Tour support").await;
    until("its box", || {
        page.element("[aria-label='Field service: edit']:checked").is_some().then_some(())
    })
    .await;
}
