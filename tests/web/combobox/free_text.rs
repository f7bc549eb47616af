//! Tags that nobody suggests: typed, pasted, or left behind in the input.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{GROUPS, TAGS, form, is_open, suggests};
use crate::support::{Page, shown_text, until};

async fn holds(page: &Page, tags: &[&str]) {
    until(format!("the tags {tags:?}"), || {
        let chips = page.elements("#tags-box .chip__label");
        let chosen: Vec<String> = chips.iter().map(shown_text).collect();
        (chosen == tags).then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_comma_a_space_or_a_semicolon_ends_a_tag() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.type_text("Gold,silver bronze;").await;
    holds(&page, &["gold", "silver", "bronze"]).await;
    page.holds(TAGS, "").await;
    assert!(page.description_of(TAGS).contains("Added bronze."));
}

#[wasm_bindgen_test]
async fn enter_takes_the_text_when_no_suggestion_is_active() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.type_text("gol").await;
    page.sees("gold").await;
    page.press("Enter").await;
    holds(&page, &["gol"]).await;
}

#[wasm_bindgen_test]
async fn enter_takes_the_suggestion_that_was_moved_to() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.type_text("preord").await;
    suggests(&page, &["preorder_2027"]).await;
    page.press("ArrowDown Enter").await;
    holds(&page, &["preorder_2027"]).await;
    page.holds(TAGS, "").await;
}

#[wasm_bindgen_test]
async fn a_pasted_list_becomes_tags_at_once() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.paste("VIP, gold\nbeta  gold;k88").await;
    holds(&page, &["vip", "gold", "beta", "k88"]).await;
    assert!(page.description_of(TAGS).contains("Added 4 tags."));
    page.sees("4 of 50").await;
}

#[wasm_bindgen_test]
async fn a_pasted_word_stays_text() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.paste("gold").await;
    page.holds(TAGS, "gold").await;
    holds(&page, &[]).await;
}

#[wasm_bindgen_test]
async fn a_tag_is_added_once() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.paste("gold silver").await;
    page.type_text("GOLD,").await;
    holds(&page, &["gold", "silver"]).await;
    page.holds(TAGS, "").await;
}

#[wasm_bindgen_test]
async fn what_was_typed_counts_when_the_field_is_left() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.type_text("gold").await;
    page.focus("Name").await;
    holds(&page, &["gold"]).await;
    assert!(!is_open(&page, TAGS));
}

#[wasm_bindgen_test]
async fn where_only_what_exists_can_be_chosen_text_is_not_taken() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.type_text("Nobody,").await;
    page.sees("No matches").await;
    page.press("Enter").await;
    page.focus("Name").await;
    page.settles().await;
    assert!(page.element("#groups-box .chip").is_none());
}

#[wasm_bindgen_test]
async fn tags_of_the_accounts_own_segments_are_suggested_too() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.click_link("New segment").await;
    page.is_at("New segment").await;
    page.focus(TAGS).await;
    page.type_text("apac").await;
    page.sees_in("tags", "apac").await;
}
