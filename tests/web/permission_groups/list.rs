//! What the list says of each group.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{LIST, cell, list};
use crate::support::{Account, GROUPS, Page, on, shown_text, until};

#[wasm_bindgen_test]
async fn every_group_is_listed_and_the_built_in_ones_first() {
    let page = list().await;
    page.is_at("Permission groups").await;
    page.row("Admins").await;
    let mut built_in = page.rows();
    built_in.truncate(2);
    built_in.sort();
    assert_eq!(built_in, ["Admins", "Editors and publishers"]);
    assert_eq!(page.rows().len(), 10);
    assert_eq!(shown_text(&page.element("[role=meter]").unwrap()), "8 of 200 custom");
    let table = page.element("table.permission-groups").unwrap();
    assert_eq!(table.get_attribute("aria-rowcount").as_deref(), Some("11"));
}

#[wasm_bindgen_test]
async fn who_can_publish_is_named_and_who_can_edit_beside_them() {
    let page = list().await;
    page.sees("Repair bench leads").await;
    assert_eq!(cell(&page, "Repair manuals", "publish").await, "Content team, Repair bench leads");
    assert_eq!(
        cell(&page, "Public guides", "edit").await,
        "Dealer desk, Training crew, 2 more and all publishers"
    );
    let row = page.row("Public guides").await;
    let holders = row.query_selector(".c-edit .holders").unwrap().unwrap();
    let all = "Dealer desk, Training crew, Translators, VIP care team and all publishers";
    assert_eq!(holders.get_attribute("title").as_deref(), Some(all));
    assert_eq!(cell(&page, "Editors and publishers", "edit").await, "All publishers");
    assert_eq!(cell(&page, "Tour support", "edit").await, "Stage piano specialists, Tour crew");
}

#[wasm_bindgen_test]
async fn a_group_that_nobody_but_managers_can_publish_is_marked_unless_it_is_built_in() {
    let page = list().await;
    let marked =
        |row: &web_sys::Element| row.query_selector(".name-cell__warning:not([hidden])").unwrap();
    for group in ["Recalls and legal notices", "Tour support"] {
        assert_eq!(cell(&page, group, "publish").await, "Only help center managers");
        assert!(marked(&page.row(group).await).is_some(), "{group}");
    }
    assert_eq!(cell(&page, "Admins", "publish").await, "Only help center managers");
    for group in ["Admins", "Public guides"] {
        assert!(marked(&page.row(group).await).is_none(), "{group}");
    }
}

#[wasm_bindgen_test]
async fn the_navigation_says_where_one_is_and_how_many_groups_there_are_once_that_is_known() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.settles().await;
    assert!(page.asked("GET", GROUPS).is_empty(), "nobody asks for the number alone");
    page.click_link("Permission groups").await;
    page.sees_in("Main", "Permission groups 8").await;
    let current = page.element("nav[aria-label=Main] [aria-current=page]").unwrap();
    assert_eq!(current.get_attribute("href").as_deref(), Some(LIST));
    let tab = page.element(".tabs [aria-current=page]").unwrap();
    assert_eq!(shown_text(&tab), "Groups");
}

#[wasm_bindgen_test]
async fn the_keys_move_in_the_list_and_open_a_group() {
    let page = Page::open("/permission-groups?sort=name").await;
    page.sees("10 permission groups").await;
    let group = page.account.group("Dealer portal").await;
    page.press("j j j").await;
    let name = page.element("tbody tr:focus-within .table__name").unwrap();
    assert_eq!(shown_text(&name), "Dealer portal");
    page.press("Enter").await;
    page.is_addressed(&format!("/permission-groups/{}", group.id)).await;
}

#[wasm_bindgen_test]
async fn n_begins_a_new_group_and_the_menu_leads_to_a_copy() {
    let page = list().await;
    page.press("n").await;
    page.is_addressed("/permission-groups/new").await;
    page.go_back();
    page.sees("10 permission groups").await;
    let group = page.account.group("Dealer portal").await;
    page.pick("Actions for Dealer portal", "Duplicate").await;
    page.is_addressed(&format!("/permission-groups/new?from={}", group.id)).await;
}

#[wasm_bindgen_test]
async fn a_name_of_a_segment_that_no_longer_exists_is_marked() {
    let account = Account::fresh().await;
    let gone = serde_json::json!({
        "permission_groups": [{ "id": 7, "name": "Left over", "publish": [4_711], "edit": [] }]
    });
    let page = Page::prepare(account).await;
    page.meets(on("GET", GROUPS).answers(200, gone)).await;
    page.go_to(LIST);
    page.row("Left over").await;
    until("the mark", || page.element(".chip--missing")).await;
    assert_eq!(cell(&page, "Left over", "publish").await, "deleted segment");
}

#[wasm_bindgen_test]
async fn a_slow_answer_shows_that_it_is_loading() {
    let page = Page::prepare(Account::fresh().await).await;
    page.meets(on("GET", GROUPS).delayed(600)).await;
    page.go_to(LIST);
    page.sees("Loading permission groups").await;
    page.sees("10 permission groups").await;
    assert!(!page.shows("Loading permission groups"));
}
