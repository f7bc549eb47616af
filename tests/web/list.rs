//! The list of user segments: complete, with names in place of ids, and honest about how far it is.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS, on, shown_text};

#[wasm_bindgen_test]
async fn every_segment_is_listed_and_the_built_in_ones_first() {
    let page = Page::open("/segments").await;
    page.is_at("User segments").await;
    page.sees("40 segments, built-ins first").await;
    page.lists_first(&["Agents and admins", "Signed-in users"]).await;
    let table = page.element("table.segments").unwrap();
    assert_eq!(table.get_attribute("aria-rowcount").as_deref(), Some("41"));
    assert_eq!(shown_text(&page.element("[role=meter]").unwrap()), "38 of 200 custom");
}

#[wasm_bindgen_test]
async fn the_root_address_leads_to_the_list() {
    let page = Page::open("/").await;
    page.is_at("User segments").await;
    page.is_addressed("/segments").await;
}

#[wasm_bindgen_test]
async fn criteria_are_read_by_name() {
    let page = Page::open("/segments?q=vip").await;
    page.sees("Staff in Support Tier 2 or Billing with all of vip_care, plus 3 people").await;
}

#[wasm_bindgen_test]
async fn names_of_organizations_are_asked_for_together() {
    let page = Page::open("/segments").await;
    page.row("Conservatory program").await;
    page.sees("Northgate Conservatory or Halden School of Music").await;
    let asked = page.asked("GET", "/organizations/show_many");
    assert!(asked.len() <= 2, "{asked:?}");
}

#[wasm_bindgen_test]
async fn what_was_deleted_is_marked_and_not_shown_as_a_number() {
    let page = Page::open("/segments?q=lapsed").await;
    page.sees("Keys & Coffee or deleted organization").await;
    page.type_into("Search segments", "luthier desk").await;
    page.sees("Luthier desk or deleted group").await;
    assert!(page.element(".chip--missing").is_some());
}

#[wasm_bindgen_test]
async fn markup_in_a_name_is_text() {
    let page = Page::open("/segments?q=price").await;
    let row = page.row("Price list <b>2027</b> readers").await;
    assert!(row.query_selector("b").unwrap().is_none_or(|bold| shown_text(&bold) != "2027"));
}

#[wasm_bindgen_test]
async fn pages_arrive_with_progress_and_then_the_count() {
    let account = Account::fresh().await;
    account.create_many(70).await;
    let page = Page::prepare(account).await;
    page.meets(on("GET", SEGMENTS).skipping(1).delayed(700)).await;
    page.go_to("/segments");
    page.sees("Loading… 100 so far").await;
    assert!(!page.rows().is_empty(), "the first page is there to be read");
    page.sees("110 segments, built-ins first").await;
}

#[wasm_bindgen_test]
async fn a_slow_first_page_shows_that_it_is_loading() {
    let page = Page::prepare(Account::fresh().await).await;
    page.meets(on("GET", SEGMENTS).delayed(600)).await;
    page.go_to("/segments");
    page.sees("Loading segments").await;
    page.sees("40 segments, built-ins first").await;
    assert!(!page.shows("Loading segments"));
}

#[wasm_bindgen_test]
async fn at_the_limit_the_button_says_why_there_can_be_no_more() {
    let account = Account::fresh().await;
    account.create_many(162).await;
    let page = Page::open_on(account, "/segments").await;
    page.sees("200 of 200").await;
    page.sees("Limit reached (200 of 200). Delete a segment to add one.").await;
    assert!(!page.offers("New segment"));
    let button = page.element("[aria-describedby=limit-note]").unwrap();
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn an_account_without_segments_of_its_own_invites_to_create_one() {
    let account = Account::fresh().await;
    for segment in account.all().await.iter().filter(|segment| !segment.built_in) {
        account.delete(segment.id).await;
    }
    let page = Page::open_on(account, "/segments").await;
    page.sees("Only the built-in segments so far").await;
    page.lists(&["Agents and admins", "Signed-in users"]).await;
    page.click_on(".empty__actions a").await;
    page.is_at("New segment").await;
}

#[wasm_bindgen_test]
async fn a_type_that_is_not_known_yet_is_listed_too() {
    let page = Page::prepare(Account::fresh().await).await;
    let segment = json!({ "id": 7, "user_type": "light_agents", "name": "From the future" });
    page.meets(on("GET", SEGMENTS).answers(200, json!({ "user_segments": [segment] }))).await;
    page.go_to("/segments");
    page.row("From the future").await;
    page.sees("Everyone of the type “light_agents”").await;
}

#[wasm_bindgen_test]
async fn a_segment_without_a_name_can_be_opened_like_any_other() {
    let page = Page::prepare(Account::fresh().await).await;
    let segment = json!({ "id": 7, "name": "", "user_type": "staff", "tags": ["nameless"] });
    page.meets(on("GET", SEGMENTS).answers(200, json!({ "user_segments": [segment] }))).await;
    page.go_to("/segments");
    let row = page.row("Unnamed segment").await;
    let link = row.query_selector("a[href='/segments/7']").unwrap().unwrap();
    assert_eq!(shown_text(&link), "Unnamed segment");
}
