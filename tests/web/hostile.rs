//! Names and answers that nobody means well: what can't be seen, what turns the text around, what has no end.

use leptos::prelude::document;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS, on, shown_text, until};

/// 2^53 + 1, the first whole number that JavaScript can't hold.
const BEYOND_NUMBERS: u64 = 9_007_199_254_740_993;

/// The form of a segment of that name.
async fn opened(name: &str) -> Page {
    let account = Account::fresh().await;
    let segment = account.create(json!({ "name": name, "tags": ["kept"] })).await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.sees_in("Chosen tags", "kept").await;
    page
}

/// A segment as the account might answer, with a name that the sandbox would refuse.
fn segment_called(name: &str) -> Value {
    json!({
        "id": 1, "name": name, "user_type": "staff", "built_in": false,
        "group_ids": [], "organization_ids": [], "tags": [], "or_tags": [], "added_user_ids": [],
    })
}

#[wasm_bindgen_test]
async fn names_that_differ_by_what_cannot_be_seen_look_different_in_the_list() {
    let account = Account::fresh().await;
    for name in ["Zz crew", "Zz\u{200b} crew", "Zz\u{ad} crew", "Zz\u{a0}crew"] {
        account.create(json!({ "name": name })).await;
    }
    let page = Page::open_on(account, "/segments?q=zz&sort=name").await;
    page.sees("4 of").await;
    let mut rows = page.rows();
    rows.sort();
    assert_eq!(rows, ["Zz crew", "ZzU+00A0crew", "ZzU+00AD crew", "ZzU+200B crew"]);
    let mark = page.element(".hidden-mark[title='zero width space']").unwrap();
    assert_eq!(shown_text(&mark), "U+200B");
    assert!(page.offers("Select Zz[U+200B] crew"), "boxes are named apart too");
    assert!(page.offers("Actions for Zz[U+00AD] crew"));
}

#[wasm_bindgen_test]
async fn a_name_that_turns_the_text_leaves_the_apps_words_alone() {
    let page = opened("abc\u{202e}").await;
    page.sees("abcU+202E").await;
    until("the title", || (document().title() == "abc[U+202E] · Guidepost").then_some(())).await;
    page.focus("Required tags").await;
    page.type_text("more,").await;
    page.click_button("Review & save").await;
    page.is_asked("Save 1 change to “abc[U+202E]”?").await;
    page.click_button("Save changes").await;
    page.sees("Saved “abc[U+202E]”").await;
    let whole = document().body().unwrap().inner_text();
    assert!(!whole.contains('\u{202e}'));
}

#[wasm_bindgen_test]
async fn a_name_from_right_to_left_is_isolated_in_a_message() {
    let page = opened("צוות").await;
    page.focus("Required tags").await;
    page.type_text("more,").await;
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
    page.sees("Saved “\u{2068}צוות\u{2069}”").await;
}

#[wasm_bindgen_test]
async fn a_name_without_anything_to_see_is_unnamed() {
    let page = Page::prepare(Account::fresh().await).await;
    let answer = json!({
        "user_segments": [segment_called("\u{200b}\u{2060}")], "next_page": null, "count": 1,
    });
    page.meets(on("GET", SEGMENTS).answers(200, answer)).await;
    page.go_to("/segments");
    page.row("Unnamed segment").await;
    assert!(page.offers("Unnamed segment"), "there is a link to click");
}

#[wasm_bindgen_test]
async fn what_cannot_be_seen_is_named_under_the_field_while_it_is_typed() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "Tour\u{200b} crew").await;
    let note = "This name contains an invisible character (zero width space).";
    page.sees(note).await;
    assert!(page.description_of("Name").contains(note));
    page.type_into("Name", "\u{200b}").await;
    page.leave_the_field().await;
    page.has_error("Name", "Enter a name.").await;
    page.type_into("Name", "Piano tuners").await;
    page.sees_no_more("This name contains").await;
}

#[wasm_bindgen_test]
async fn a_name_that_another_one_has_is_said_under_the_field() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.type_into("Name", "vip  CARE team").await;
    page.sees("Another segment has the same name.").await;
    page.type_into("Name", "VIP care team 2").await;
    page.sees_no_more("has the same name").await;
}

#[wasm_bindgen_test]
async fn a_segments_own_name_is_no_other_ones() {
    let page = Page::open("/segments").await;
    page.row("VIP care team").await;
    page.click_link("VIP care team").await;
    page.holds("Name", "VIP care team").await;
    page.settles().await;
    assert!(!page.shows("has the same name"));
}

#[wasm_bindgen_test]
async fn a_tower_of_marks_stays_in_its_line() {
    let name = format!("Z{}algo", "\u{301}".repeat(60));
    let page = opened(&name).await;
    let marks = page.element(".page__title .hidden-mark").unwrap();
    assert_eq!(shown_text(&marks), "+56 marks");
}

#[wasm_bindgen_test]
async fn a_name_of_ten_thousand_letters_leaves_room_for_everything_else() {
    let page = opened(&"long ".repeat(2_000)).await;
    let height =
        |selector: &str| page.element(selector).unwrap().get_bounding_client_rect().height();
    assert!(height(".page__title") < 150.0);
    page.focus("Required tags").await;
    page.type_text("more,").await;
    page.click_button("Review & save").await;
    page.sees("Save changes").await;
    assert!(height(".dialog__title") < 150.0);
    page.click_button("Save changes").await;
    page.sees("Saved “long").await;
    assert!(height(".toast") < 200.0);
}

#[wasm_bindgen_test]
async fn ids_that_no_number_of_javascript_holds_are_kept() {
    let page = Page::prepare(Account::fresh().await).await;
    let mut segment = segment_called("Beyond");
    segment["id"] = json!(BEYOND_NUMBERS);
    segment["added_user_ids"] = json!([BEYOND_NUMBERS + 2]);
    let answer = json!({ "user_segment": segment });
    page.meets(on("GET", &format!("{SEGMENTS}/{BEYOND_NUMBERS}")).answers(200, answer)).await;
    let answer = json!({ "user_segments": [segment], "next_page": null, "count": 1 });
    page.meets(on("GET", SEGMENTS).answers(200, answer)).await;
    page.go_to("/segments");
    page.row("Beyond").await;
    page.click_link("Beyond").await;
    page.is_addressed("/segments/9007199254740993").await;
    page.sees_in("People added individually", "9007199254740995").await;
    assert!(!page.asked("GET", "ids=9007199254740995").is_empty());
}

#[wasm_bindgen_test]
async fn an_address_that_is_a_script_is_no_link() {
    let account = Account::fresh().await;
    let segment = account.the("Gold dealers").await;
    let page = Page::prepare(account).await;
    let section = |id: u64, address: &str| json!({ "id": id, "name": format!("Section {id}"), "html_url": address });
    let answer = json!({ "sections": [
        section(1, "javascript:alert(1)"),
        section(2, " JavaScript:alert(1)"),
        section(3, "data:text/html,<script>alert(1)</script>"),
        section(4, "//example.com"),
        section(5, "https://fernhollow.zendesk.com/hc/sections/5"),
    ], "next_page": null });
    page.meets(on("GET", &format!("{SEGMENTS}/{}/sections", segment.id)).answers(200, answer))
        .await;
    page.go_to(&format!("/segments/{}", segment.id));
    page.sees_in("Used by", "5 sections").await;
    let links: Vec<String> =
        page.elements(".uses a").iter().filter_map(|link| link.get_attribute("href")).collect();
    let section_links: Vec<&String> =
        links.iter().filter(|address| address.contains("/sections/5")).collect();
    assert_eq!(section_links.len(), 1);
    assert!(!links.iter().any(|address| !address.starts_with("https://")), "{links:?}");
    page.sees_in("Used by", "Section 1").await;
}

#[wasm_bindgen_test]
async fn an_answer_with_a_null_character_is_shown_with_a_mark() {
    let page = Page::prepare(Account::fresh().await).await;
    let segment = segment_called("no\0thing");
    let answer = json!({ "user_segments": [segment], "next_page": null, "count": 1 });
    page.meets(on("GET", SEGMENTS).answers(200, answer)).await;
    page.go_to("/segments");
    until("the row", || (page.rows() == ["noU+0000thing"]).then_some(())).await;
}
