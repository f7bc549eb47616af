//! The table of staff segments: what it lists, what is implied and changed, search.

use guidepost_model::Privilege;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{address, crews, form_of, is_locked};
use crate::support::{Account, Page, SEGMENTS, on, until};

fn rows(page: &Page) -> Vec<String> {
    let names = page.elements(".privileges .table__name");
    names.iter().map(crate::support::shown_text).collect()
}

#[wasm_bindgen_test]
async fn publish_shows_edit_as_implied_and_gives_it_back() {
    let (page, _) = form_of("Tour support").await;
    page.choose("Tour crew: publish").await;
    let implied = "Tour crew: edit, included in Publish";
    until("edit to be implied", || page.element(&format!("[aria-label='{implied}']"))).await;
    let edit = page.field(implied);
    assert!(edit.checked() && is_locked(&edit));
    assert!(edit.class_list().contains("check--implied"));
    page.choose("Tour crew: publish").await;
    until("edit to stand by itself", || page.offers("Tour crew: edit").then_some(())).await;
    assert!(page.field("Tour crew: edit").checked(), "it was granted before");

    page.choose("Field service: publish").await;
    page.choose("Field service: publish").await;
    until("edit to be open", || page.offers("Field service: edit").then_some(())).await;
    assert!(!page.field("Field service: edit").checked());
}

#[wasm_bindgen_test]
async fn changed_cells_are_marked_until_they_are_what_they_were() {
    let (page, _) = form_of("Tour support").await;
    page.choose("Field service: edit").await;
    page.choose("Tour crew: edit").await;
    until("two marks", || (page.elements(".cell.is-changed").len() == 2).then_some(())).await;
    let color = |cell: &web_sys::Element| {
        let style = leptos::prelude::window().get_computed_style(cell).unwrap().unwrap();
        style.get_property_value("background-color").unwrap()
    };
    let changed = page.element(".cell.is-changed").unwrap();
    let beside = changed.next_element_sibling().unwrap();
    assert_ne!(color(&changed), color(&beside), "the tint shows on the row's own colour");
    page.choose("Field service: edit").await;
    page.choose("Tour crew: edit").await;
    until("no mark", || page.elements(".cell.is-changed").is_empty().then_some(())).await;
}

#[wasm_bindgen_test]
async fn built_in_segments_come_first_and_the_rest_by_name() {
    let (page, _) = form_of("Tour support").await;
    let rows = rows(&page);
    assert_eq!(rows[..3], ["Agents and admins", "Content team", "Dealer desk"]);
    assert!(!rows.contains(&"Gold dealers".to_owned()), "only staff can hold privileges");
    page.sees("Publish includes edit. Only staff segments can be chosen.").await;
}

#[wasm_bindgen_test]
async fn the_search_looks_in_names_tags_and_groups() {
    let (page, _) = form_of("Tour support").await;
    page.press("/").await;
    page.has_focus_on("Search segments").await;
    page.type_text("lead").await;
    until("one row", || (rows(&page) == ["Repair bench leads"]).then_some(())).await;
    page.type_into("Search segments", "billing").await;
    until("the segment of a group", || (rows(&page) == ["VIP care team"]).then_some(())).await;
    page.type_into("Search segments", "zzz").await;
    page.sees("No results for “zzz” in names, tags or groups.").await;
    page.click_button("Show all").await;
    until("all rows", || (rows(&page).len() > 10).then_some(())).await;
}

#[wasm_bindgen_test]
async fn enter_in_the_search_leads_to_the_first_box_and_saves_nothing() {
    let (page, _) = form_of("Tour support").await;
    page.type_into("Search segments", "lead").await;
    until("one row", || (rows(&page).len() == 1).then_some(())).await;
    page.press("Enter").await;
    page.has_focus_on("Repair bench leads: edit").await;
    page.is_asked_nothing().await;
}

#[wasm_bindgen_test]
async fn granted_only_keeps_what_is_taken_out_in_sight() {
    let (page, _) = form_of("Tour support").await;
    page.click_button("Granted only 2").await;
    let both = ["Stage piano specialists", "Tour crew"];
    until("two rows", || (rows(&page) == both).then_some(())).await;
    page.choose("Tour crew: edit").await;
    until("one granted", || page.offers("Granted only 1").then_some(())).await;
    assert_eq!(rows(&page), both);
}

#[wasm_bindgen_test]
async fn a_segment_that_is_not_of_staff_is_listed_to_be_taken_out() {
    let account = Account::fresh().await;
    let segment = account.the("Tour crew").await;
    // No request can make a group like this; an answer can.
    let group = account.group("Tour support").await;
    let stranger = account.the("Gold dealers").await;
    let mut odd = serde_json::to_value(&group).unwrap();
    odd["edit"] = json!([segment.id, stranger.id, 7]);
    let page = Page::prepare(account).await;
    let body = json!({ "permission_group": odd });
    page.meets(
        on("GET", &format!("/api/v2/guide/permission_groups/{}", group.id)).answers(200, body),
    )
    .await;
    page.go_to(&address(&group));
    page.is_at("Tour support").await;
    page.sees("Not staff").await;
    page.sees("deleted segment").await;
    page.type_into("Name", "Tour").await;
    page.click_button("Review & save").await;
    page.sees("1 segment isn’t a staff segment. Only staff segments can hold privileges.").await;
    page.choose("Gold dealers: edit").await;
    page.sees_no_more("1 segment is not of staff.").await;
    page.choose("deleted segment 7: edit").await;
    page.sees_in("Your changes", "Gold dealers").await;
}

#[wasm_bindgen_test]
async fn two_thousand_segments_cost_what_forty_cost() {
    let account = Account::fresh().await;
    let group = account.group("Tour support").await;
    let body = crews(&account, 2_000).await;
    let page = Page::prepare(account).await;
    page.meets(on("GET", SEGMENTS).answers(200, body)).await;
    page.go_to(&address(&group));
    page.sees("2000 staff segments").await;
    until("rows", || page.element("[aria-label='Crew 0000: edit']")).await;
    assert!(page.elements(".privileges tbody tr").len() < 60);
    page.type_into("Search segments", "1999").await;
    until("the last row", || page.element("[aria-label='Crew 1999: edit']")).await;
}

#[wasm_bindgen_test]
async fn without_segments_there_is_a_way_to_try_again() {
    let account = Account::fresh().await;
    let group = account.group("Tour support").await;
    let page = Page::prepare(account).await;
    let body = json!({ "error": { "title": "Forbidden", "message": "No." } });
    page.meets(on("GET", SEGMENTS).answers(403, body)).await;
    page.go_to(&address(&group));
    page.is_at("Tour support").await;
    page.sees("You don’t have permission").await;
    page.sees("Segments are missing here.").await;
    page.click_button("Retry").await;
    page.sees("staff segments").await;
    page.choose("Field service: edit").await;
}

#[wasm_bindgen_test]
async fn every_box_has_a_name_of_its_own() {
    let (page, _) = form_of("Tour support").await;
    let boxes = page.elements(".privileges input");
    let mut names: Vec<String> = boxes.iter().map(crate::support::name_of).collect();
    assert_eq!(names.len(), rows(&page).len() * Privilege::ALL.len());
    names.sort();
    names.dedup();
    assert_eq!(names.len(), boxes.len());
}
