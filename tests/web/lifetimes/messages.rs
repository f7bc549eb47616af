//! Messages: what they offer works from another page, they wait while nobody can see them, and they can be reached by
//! keyboard.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS, hide_tab, hurry, on, until};

/// The list of an account that has a segment nothing uses.
async fn list_with_unused() -> Page {
    let account = Account::fresh().await;
    account.create(json!({ "name": "Nobody’s" })).await;
    let page = Page::open_on_one_brand(account, "/segments?q=nobody").await;
    page.row("Nobody’s").await;
    page
}

async fn delete(page: &Page) {
    page.pick("Actions for Nobody’s", "Delete…").await;
    page.sees("Deleted “Nobody’s”").await;
}

#[wasm_bindgen_test]
async fn show_all_leads_back_to_the_list_from_another_page() {
    let page = Page::open("/segments?q=Tour").await;
    page.row("Tour crew").await;
    page.click_link("New segment").await;
    page.type_into("Name", "Hidden one").await;
    page.choose("Staff").await;
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.click_button("View in list").await;
    until("“Show all”", || page.offers("Show all").then_some(())).await;
    page.visit("/permission-groups").await;
    page.is_at("Permission groups").await;
    page.click_button("Show all").await;
    page.is_at("User segments").await;
    page.is_addressed("/segments").await;
    page.row("Hidden one").await;
}

#[wasm_bindgen_test]
async fn show_all_of_a_permission_group_leads_back_to_its_list_from_a_form() {
    let page = Page::open("/permission-groups?q=zzz").await;
    page.sees("No permission group matches").await;
    page.visit("/permission-groups/new").await;
    page.type_into("Name", "Hidden group").await;
    page.click_button("Review & create").await;
    page.click_button("Create permission group").await;
    page.click_button("View in list").await;
    until("“Show all”", || page.offers("Show all").then_some(())).await;
    page.visit("/segments/new").await;
    page.is_at("New segment").await;
    page.click_button("Show all").await;
    page.is_at("Permission groups").await;
    page.is_addressed("/permission-groups").await;
    page.row("Hidden group").await;
}

#[wasm_bindgen_test]
async fn undo_works_from_another_page() {
    let page = list_with_unused().await;
    delete(&page).await;
    page.visit("/permission-groups/matrix").await;
    page.is_at("Permission matrix").await;
    page.click_button("Undo").await;
    page.visit("/segments?q=nobody").await;
    page.row("Nobody’s").await;
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
}

#[wasm_bindgen_test]
async fn what_failed_can_be_tried_again_from_another_page() {
    let page = list_with_unused().await;
    page.meets(on("DELETE", SEGMENTS).answers(403, "Not today.")).await;
    delete(&page).await;
    page.click_button("Dismiss").await;
    page.sees("Couldn’t delete “Nobody’s”").await;
    page.visit("/permission-groups/new").await;
    page.is_at("New permission group").await;
    page.click_button("Retry").await;
    page.sees("Deleted “Nobody’s”").await;
}

#[wasm_bindgen_test]
async fn control_and_z_undoes_while_it_is_offered() {
    let page = list_with_unused().await;
    delete(&page).await;
    page.press("Control+z").await;
    page.sees_no_more("Deleted “Nobody’s”").await;
    page.row("Nobody’s").await;
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
}

#[wasm_bindgen_test]
async fn in_a_field_control_and_z_is_the_field_s() {
    let page = list_with_unused().await;
    delete(&page).await;
    page.focus("Search segments").await;
    page.press("Control+z").await;
    page.settles().await;
    assert!(page.offers("Undo"));
    page.click_button("Undo").await;
}

#[wasm_bindgen_test]
async fn f6_moves_focus_to_the_newest_message_and_back() {
    let page = list_with_unused().await;
    delete(&page).await;
    page.focus("Search segments").await;
    page.press("F6").await;
    page.has_focus_on("Undo").await;
    page.press("F6").await;
    page.has_focus_on("Search segments").await;
    page.press("F6").await;
    page.press("Escape").await;
    page.has_focus_on("Search segments").await;
    page.press("F6 Enter").await;
    page.has_focus_on("Search segments").await;
    page.row("Nobody’s").await;
}

#[wasm_bindgen_test]
async fn a_message_waits_while_the_tab_is_hidden_or_it_has_focus() {
    let page = list_with_unused().await;
    delete(&page).await;
    hurry(100);
    hide_tab(true);
    page.happens("visibilitychange");
    for _ in 0..60 {
        page.settles().await;
    }
    assert!(page.offers("Undo"), "nobody could see it");
    page.press("F6").await;
    hide_tab(false);
    page.happens("visibilitychange");
    for _ in 0..60 {
        page.settles().await;
    }
    assert!(page.offers("Undo"), "somebody is in it");
    page.press("F6").await;
    page.sees_no_more("Deleted “Nobody’s”").await;
}

#[wasm_bindgen_test]
async fn a_message_is_read_once_and_an_error_at_once() {
    let page = list_with_unused().await;
    page.meets(on("DELETE", SEGMENTS).answers(403, "Not today.")).await;
    delete(&page).await;
    let lives = |text: &str| {
        let regions = page.elements("[aria-live], [role=status], [role=alert], [role=log]");
        regions
            .into_iter()
            .filter(|region| region.text_content().unwrap_or_default().contains(text))
            .map(|region| region.get_attribute("role").unwrap_or_default())
            .collect::<Vec<_>>()
    };
    assert_eq!(lives("Deleted “Nobody’s”"), ["status"]);
    page.click_button("Dismiss").await;
    page.sees("Couldn’t delete “Nobody’s”").await;
    assert_eq!(lives("Couldn’t delete “Nobody’s”"), ["alert"]);
}
