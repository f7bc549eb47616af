//! Several segments at once: selecting them, and deleting them one by one.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, SEGMENTS, on, until};

/// A list of four segments that nothing uses.
async fn list() -> Page {
    let account = Account::fresh().await;
    for name in ["Made up A", "Made up B", "Made up C", "Made up D"] {
        account.create(json!({ "name": name })).await;
    }
    let page = Page::open_on_one_brand(account, "/segments?q=made&sort=name").await;
    page.lists(&["Made up A", "Made up B", "Made up C", "Made up D"]).await;
    page
}

#[wasm_bindgen_test]
async fn a_selection_is_counted_and_cleared() {
    let page = list().await;
    assert!(page.element(".bulk-bar").is_none());
    page.select("Made up A", false).await;
    page.select("Made up C", false).await;
    page.sees_in("Actions for 2 selected segments", "2 selected").await;
    page.select("Made up A", false).await;
    page.sees("1 selected").await;
    page.click_button("Clear selection").await;
    page.sees_no_more("selected").await;
}

#[wasm_bindgen_test]
async fn shift_selects_everything_between() {
    let page = list().await;
    page.select("Made up A", false).await;
    page.select("Made up C", true).await;
    page.sees("3 selected").await;
}

#[wasm_bindgen_test]
async fn all_that_is_listed_is_selected_but_never_a_built_in_one() {
    let page = list().await;
    page.choose("Select all segments that are listed").await;
    page.sees("4 selected").await;
    page.type_into("Search segments", "").await;
    page.sees("44 segments").await;
    page.sees("4 selected").await;
    page.choose("Select all segments that are listed").await;
    page.sees("42 selected").await;
    page.type_into("Search segments", "made").await;
    page.sees("42 selected, 38 hidden by filters").await;
    page.choose("Select all segments that are listed").await;
    page.sees("38 selected, 38 hidden by filters").await;
}

#[wasm_bindgen_test]
async fn what_is_selected_and_not_listed_any_more_is_said() {
    let page = list().await;
    page.select("Made up A", false).await;
    page.select("Made up B", false).await;
    page.type_into("Search segments", "made b").await;
    page.lists(&["Made up B"]).await;
    page.sees("2 selected, 1 hidden by filters").await;
}

#[wasm_bindgen_test]
async fn several_unused_ones_are_confirmed_and_deleted() {
    let page = list().await;
    page.choose("Select all segments that are listed").await;
    page.click_button("Delete…").await;
    page.is_asked("Delete 4 segments?").await;
    page.sees("4 segments aren’t used by any article, section, topic or permission group.").await;
    assert!(page.element("dialog .impact-list use[href='#i-check']").is_some());
    page.sees("Made up A not used").await;
    page.sees("Made up D not used").await;
    page.click_button("Delete 4 segments").await;
    page.sees("Deleted 4 segments").await;
    page.is_asked_nothing().await;
    page.sees("No segment matches").await;
    page.sees_no_more("selected").await;
    assert_eq!(page.account.all().await.len(), 40);
}

#[wasm_bindgen_test]
async fn with_a_used_one_among_them_the_number_is_typed() {
    let account = Account::fresh().await;
    let page = Page::open_on_one_brand(account, "/segments?q=dealers&sort=name").await;
    page.lists(&["Gold dealers", "Silver dealers"]).await;
    page.choose("Select all segments that are listed").await;
    page.click_button("Delete…").await;
    page.is_asked("Delete 2 segments?").await;
    page.sees("3 sections will become visible to everyone").await;
    page.sees_in("What deleting the segment does", "articles will become visible to everyone")
        .await;
    page.sees("Gold dealers 23 articles, 2 sections, 2 topics").await;
    assert!(!page.offers("Delete 2 segments"));
    page.type_into("Type delete 2 to confirm", "delete 2").await;
    page.click_button("Delete 2 segments").await;
    page.sees("Deleted 2 segments").await;
    assert!(page.account.named("Gold dealers").await.is_empty());
}

#[wasm_bindgen_test]
async fn one_that_fails_does_not_stop_the_rest() {
    let page = list().await;
    let failing = page.account.the("Made up B").await;
    let refusal = json!({ "error": "Locked", "description": "An import uses it" });
    let path = format!("{SEGMENTS}/{}", failing.id);
    page.meets(on("DELETE", &path).answers(409, refusal)).await;
    page.choose("Select all segments that are listed").await;
    page.click_button("Delete…").await;
    page.click_button("Delete 4 segments").await;
    page.sees("3 of 4, 1 failed").await;
    page.is_asked("Deleted 3 of 4 segments").await;
    page.sees(
        "Made up B: Something else changed it first. Zendesk said: “Locked: An import uses it”",
    )
    .await;
    let left = page.account.all().await.len();
    assert_eq!(left, 41);

    page.click_button("Retry failed").await;
    page.sees("Deleted 4 segments").await;
    assert_eq!(page.asked("DELETE", SEGMENTS).len(), 5, "what is done is never done again");
    assert!(page.account.find(failing.id).await.is_none());
}

#[wasm_bindgen_test]
async fn what_failed_stays_selected_when_the_dialog_is_closed() {
    let page = list().await;
    let failing = page.account.the("Made up B").await;
    let path = format!("{SEGMENTS}/{}", failing.id);
    page.meets(on("DELETE", &path).answers(409, "Locked")).await;
    page.choose("Select all segments that are listed").await;
    page.click_button("Delete…").await;
    page.click_button("Delete 4 segments").await;
    page.sees("3 of 4, 1 failed").await;
    page.click_button("Close").await;
    page.is_asked_nothing().await;
    page.lists(&["Made up B"]).await;
    page.sees("1 selected").await;
}

#[wasm_bindgen_test]
async fn stopping_begins_nothing_further_and_resume_goes_on() {
    let page = list().await;
    page.meets(on("DELETE", SEGMENTS).delayed(1_000)).await;
    page.choose("Select all segments that are listed").await;
    page.click_button("Delete…").await;
    page.click_button("Delete 4 segments").await;
    page.click_button("Stop").await;
    page.sees("1 of 4").await;
    until("the way on", || page.offers("Resume").then_some(())).await;
    assert_eq!(page.account.all().await.len(), 43);
    page.click_button("Resume").await;
    page.sees("Deleted 4 segments").await;
    assert_eq!(page.account.all().await.len(), 40);
}

#[wasm_bindgen_test]
async fn progress_is_told_to_those_who_listen() {
    let page = list().await;
    page.meets(on("DELETE", SEGMENTS).skipping(2).delayed(1_000)).await;
    page.choose("Select all segments that are listed").await;
    page.click_button("Delete…").await;
    page.click_button("Delete 4 segments").await;
    page.sees("2 of 4").await;
    let bar = page.element("[role=progressbar]").unwrap();
    assert_eq!(bar.get_attribute("aria-valuenow").as_deref(), Some("2"));
    assert_eq!(bar.get_attribute("aria-valuemax").as_deref(), Some("4"));
    page.sees("Deleted 4 segments").await;
}

#[wasm_bindgen_test]
async fn one_that_is_selected_is_confirmed_too() {
    let page = list().await;
    page.select("Made up A", false).await;
    page.click_button("Delete…").await;
    page.is_asked("Delete “Made up A”?").await;
    page.sees("Not used by any article, section, topic or permission group.").await;
    page.click_button("Delete segment").await;
    page.sees("Deleted “Made up A”").await;
}

#[wasm_bindgen_test]
async fn without_the_articles_of_other_brands_nothing_is_ticked_as_unused() {
    let account = Account::fresh().await;
    account.create(json!({ "name": "Made up A" })).await;
    account.create(json!({ "name": "Made up B" })).await;
    let page = Page::open_on(account, "/segments?q=made").await;
    page.row("Made up A").await;
    page.choose("Select all segments that are listed").await;
    page.click_button("Delete…").await;
    page.is_asked("Delete 2 segments?").await;
    page.sees("2 segments aren’t used by any section, topic or permission group.").await;
    page.sees("Articles of other brands weren’t checked").await;
    assert!(page.element("dialog .impact-list use[href='#i-check']").is_none());
    assert!(!page.offers("Delete 2 segments"), "it is typed");
}

#[wasm_bindgen_test]
async fn hidden_ones_are_named_and_can_be_left_out() {
    let page = list().await;
    page.choose("Select all segments that are listed").await;
    page.sees("4 selected").await;
    page.type_into("Search segments", "made b").await;
    page.lists(&["Made up B"]).await;
    page.click_button("Delete…").await;
    page.is_asked("Delete 4 segments?").await;
    page.sees("3 of them are hidden by filters").await;
    page.sees("Made up A Hidden by filters").await;
    page.click_button("Leave out 3 hidden").await;
    page.is_asked("Delete “Made up B”?").await;
    page.click_button("Delete segment").await;
    page.sees("Deleted “Made up B”").await;
    assert_eq!(page.account.all().await.len(), 43);
}

#[wasm_bindgen_test]
async fn closing_the_dialog_in_the_middle_tells_the_sum_and_shows_it_again() {
    let page = list().await;
    page.meets(on("DELETE", SEGMENTS).answers(409, "Locked")).await;
    page.meets(on("DELETE", SEGMENTS).times(2).delayed(1_000)).await;
    page.choose("Select all segments that are listed").await;
    page.click_button("Delete…").await;
    page.click_button("Delete 4 segments").await;
    page.sees("1 failed").await;
    page.click_on(".dialog__close").await;
    page.is_asked_nothing().await;
    page.sees("Deleted 1 of 4 segments: 1 failed, 2 not tried").await;
    page.click_button("Show").await;
    page.is_asked("Deleted 1 of 4 segments").await;
    page.sees("1 of 4, 1 failed, 2 not tried").await;
    page.sees("Something else changed it first").await;
    page.click_button("Retry failed").await;
    page.sees("Deleted 4 segments").await;
    assert_eq!(page.account.all().await.len(), 40);
}

#[wasm_bindgen_test]
async fn a_proxys_page_in_the_middle_is_no_deletion() {
    let page = list().await;
    let failing = page.account.the("Made up C").await;
    let path = format!("{SEGMENTS}/{}", failing.id);
    page.meets(on("DELETE", &path).answers(200, "<!doctype html>")).await;
    page.choose("Select all segments that are listed").await;
    page.click_button("Delete…").await;
    page.click_button("Delete 4 segments").await;
    page.is_asked("Deleted 3 of 4 segments").await;
    page.sees("Made up C: This isn’t an answer from Zendesk").await;
    assert!(page.account.find(failing.id).await.is_some());
    page.click_button("Close").await;
    page.lists(&["Made up C"]).await;
}

#[wasm_bindgen_test]
async fn the_bar_follows_the_heads_of_the_table() {
    let page = list().await;
    page.select("Made up D", false).await;
    page.sees("1 selected").await;
    let stops: Vec<String> = page
        .elements(".table-box button, .table-box input")
        .iter()
        .map(crate::support::name_of)
        .collect();
    let wanted = ["Select all segments that are listed", "Name", "Updated"];
    assert_eq!(&stops[..3], wanted);
    assert!(stops[3..7].contains(&"Delete…".to_owned()), "{stops:?}");
    let bar = page.element(".bulk-bar").unwrap().get_bounding_client_rect();
    let height = leptos::prelude::window().inner_height().unwrap().as_f64().unwrap();
    assert!(bar.bottom() <= height && bar.top() > height - 120.0, "it is seen at the lower edge");
}

#[wasm_bindgen_test]
async fn on_a_narrow_page_the_whole_bar_can_be_reached() {
    let page = list().await;
    page.select("Made up D", false).await;
    page.sees("1 selected").await;
    let _narrow = page.is_narrow();
    let bar = page.element(".bulk-bar").unwrap().get_bounding_client_rect();
    for button in page.elements(".bulk-bar button") {
        let place = button.get_bounding_client_rect();
        let inside = place.left() >= bar.left() && place.right() <= bar.right();
        assert!(inside, "{}", crate::support::name_of(&button));
    }
    let check = page.element("thead .check").unwrap().get_bounding_client_rect();
    assert_eq!((check.width(), check.height()), (16.0, 16.0));
}

/// The names that a copy of what is listed would have, as the account has them.
async fn copies(page: &Page) -> Vec<String> {
    let all = page.account.all().await.into_iter().map(|segment| segment.name);
    let mut copies: Vec<String> = all.filter(|name| name.starts_with("Copy of ")).collect();
    copies.sort();
    copies
}

#[wasm_bindgen_test]
async fn several_segments_are_duplicated_with_all_that_they_hold() {
    let page = list().await;
    let tagged = page.account.the("Made up A").await;
    page.account.change(tagged.id, json!({ "tags": ["vip"] })).await;
    page.reload();
    page.lists(&["Made up A", "Made up B", "Made up C", "Made up D"]).await;
    page.select("Made up A", false).await;
    page.select("Made up C", false).await;
    page.click_button("Duplicate…").await;
    page.is_asked("Duplicate 2 segments?").await;
    page.sees("Copy of Made up A Copy of Made up C").await;
    assert!(page.asked("POST", SEGMENTS).is_empty());
    page.click_button("Duplicate 2 segments").await;
    page.sees("Duplicated 2 segments").await;
    page.is_asked_nothing().await;
    page.row("Copy of Made up A").await;
    page.row("Copy of Made up C").await;
    page.sees_no_more("selected").await;
    assert_eq!(page.account.the("Copy of Made up A").await.tags, ["vip"]);
    assert_eq!(copies(&page).await, ["Copy of Made up A", "Copy of Made up C"]);
}

#[wasm_bindgen_test]
async fn a_copy_that_fails_stops_no_other_and_is_tried_again_alone() {
    let page = list().await;
    page.meets(
        on("POST", SEGMENTS).answers(422, json!({ "error": "No", "description": "Not now" })),
    )
    .await;
    page.select("Made up A", false).await;
    page.select("Made up B", false).await;
    page.click_button("Duplicate…").await;
    page.click_button("Duplicate 2 segments").await;
    page.is_asked("Duplicated 1 of 2 segments").await;
    page.sees("1 of 2, 1 failed").await;
    page.sees("Copy of Made up A: ").await;
    assert_eq!(copies(&page).await, ["Copy of Made up B"]);
    page.click_button("Try again").await;
    page.sees("Duplicated 2 segments").await;
    assert_eq!(copies(&page).await, ["Copy of Made up A", "Copy of Made up B"]);
}

#[wasm_bindgen_test]
async fn a_copy_whose_answer_was_lost_is_not_created_twice() {
    let page = list().await;
    page.select("Made up A", false).await;
    page.click_button("Duplicate…").await;
    page.is_asked("Duplicate “Made up A”?").await;
    page.meets(on("POST", SEGMENTS).loses_the_answer().after_it_took_effect()).await;
    page.click_button("Duplicate 1 segment").await;
    page.sees("Duplicated 1 segment").await;
    assert_eq!(copies(&page).await, ["Copy of Made up A"]);
}

/// What Chromium does by itself when a connection that it had kept turns out to be closed.
#[wasm_bindgen_test]
async fn a_copy_that_the_browser_sent_twice_is_named() {
    let page = list().await;
    page.select("Made up A", false).await;
    page.select("Made up B", false).await;
    page.click_button("Duplicate…").await;
    page.is_asked("Duplicate 2 segments?").await;
    page.meets(on("POST", SEGMENTS).delayed(500)).await;
    page.click_button("Duplicate 2 segments").await;
    until("a copy is sent", || (!page.asked("POST", SEGMENTS).is_empty()).then_some(())).await;
    page.account.create(json!({ "name": "Copy of Made up A" })).await;
    page.sees("The connection broke, and “Copy of Made up A” was created twice").await;
}

#[wasm_bindgen_test]
async fn more_copies_than_the_account_has_room_for_are_refused() {
    let account = Account::fresh().await;
    account.create_many(161).await;
    let page = Page::open_on(account, "/segments?sort=name").await;
    page.sees("201 segments").await;
    page.select("All registered owners", false).await;
    page.select("Artist roster", false).await;
    page.click_button("Duplicate…").await;
    page.sees("This would make 201 custom segments. Zendesk allows 200.").await;
    assert!(page.element("dialog .btn--primary:disabled").is_some());
    page.click_button("Cancel").await;
    page.is_asked_nothing().await;
    page.sees("2 selected").await;
}
