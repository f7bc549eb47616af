//! Groups, organizations and people that a segment refers to and that were deleted in Zendesk: said in the list and under
//! the field, and taken out there.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, shown_text};

const NOTE: &str = "Refers to a deleted group. Nobody gets in through it.";
const OPENS: &str = "Once it’s removed, this list no longer limits who’s included.";

#[wasm_bindgen_test]
async fn a_row_says_what_is_gone_and_what_that_means() {
    let page = Page::open("/segments?q=luthier").await;
    page.sees(NOTE).await;
    let row = page.row("Luthier desk").await;
    assert!(row.scroll_height() <= row.client_height() + 1, "it fits the row's height");
    page.type_into("Search segments", "tour crew").await;
    page.sees_no_more(NOTE).await;
}

#[wasm_bindgen_test]
async fn a_deleted_group_is_taken_out_where_it_is_named() {
    let account = Account::fresh().await;
    let segment = account.the("Luthier desk").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Luthier desk").await;
    page.sees(NOTE).await;
    assert!(!page.shows(OPENS), "another group is left");
    page.click_button("Remove").await;
    page.sees_no_more(NOTE).await;
    page.has_focus_on("Groups").await;
    page.sees("1 unsaved change").await;
    assert!(page.offers("Remove Luthier desk"));
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.sees("Saved “Luthier desk”").await;
    let stored = page.account.the("Luthier desk").await;
    assert_eq!(stored.group_ids, segment.group_ids[..1]);
}

#[wasm_bindgen_test]
async fn removing_the_last_entry_of_a_condition_is_said_to_open_it() {
    let account = Account::fresh().await;
    let segment = account.the("Luthier desk").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.sees(NOTE).await;
    page.click_button("Remove Luthier desk").await;
    page.sees(&format!("{NOTE} {OPENS}")).await;
    let notes = page.elements(".field__message--warning");
    assert_eq!(notes.len(), 1, "{:?}", notes.iter().map(shown_text).collect::<Vec<_>>());
}
