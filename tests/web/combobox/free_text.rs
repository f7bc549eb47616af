//! Tags that nobody suggests: typed, pasted, or left behind in the input.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{GROUPS, ORGANIZATIONS, PEOPLE, TAGS, form, is_open, suggests};
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
    assert!(page.description_of(TAGS).contains("Added gold, silver, bronze."));
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
    assert!(page.description_of(TAGS).contains("Added vip, gold, beta, k88."));
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
    page.has_error(GROUPS, "").await;
    page.focus("Name").await;
    page.has_error(GROUPS, "Choose a group or clear the text.").await;
    assert!(page.element("#groups-box .chip").is_none());
    page.focus(GROUPS).await;
    page.type_text("x").await;
    page.has_error(GROUPS, "").await;
}

#[wasm_bindgen_test]
async fn text_that_chooses_nothing_keeps_the_form_from_being_saved() {
    let page = form("Signed-in users").await;
    page.type_into("Name", "Piano tuners").await;
    page.focus(ORGANIZATIONS).await;
    page.type_text("repwar").await;
    page.focus(PEOPLE).await;
    page.type_text("nobody").await;
    page.press("Control+s").await;
    page.sees("Fix 2 problems to create").await;
    page.is_asked_nothing().await;
    until("focus on the summary", || {
        let focused = leptos::prelude::document().active_element()?;
        (focused.id() == "errors").then_some(())
    })
    .await;
    let error = "Choose an organization or clear the text.";
    page.has_error(ORGANIZATIONS, error).await;
    page.has_error(PEOPLE, "Choose a person or clear the text.").await;
    page.click_link(&format!("Organizations: {error}")).await;
    page.has_focus_on(ORGANIZATIONS).await;
    page.type_into(ORGANIZATIONS, "").await;
    page.sees("Fix 1 problem to create").await;
    page.type_into(PEOPLE, "").await;
    page.sees_no_more("Fix 1 problem").await;
    page.press("Control+s").await;
    page.is_asked("Create “Piano tuners”?").await;
}

#[wasm_bindgen_test]
async fn text_in_a_field_that_no_longer_applies_is_no_error() {
    let page = form("Staff").await;
    page.type_into("Name", "Piano tuners").await;
    page.focus(GROUPS).await;
    page.type_text("repwar").await;
    page.choose("Signed-in users").await;
    page.click_button("Review & create").await;
    page.is_asked("Create “Piano tuners”?").await;
}

#[wasm_bindgen_test]
async fn a_list_of_thousands_is_cut_to_what_can_be_looked_through() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    let tags: Vec<String> = (0..14_285).map(|at| format!("t{at:05}")).collect();
    page.paste(&tags.join(" ")).await;
    page.sees("100 of 50").await;
    page.sees("14185 more were left out. Zendesk allows 50 tags here.").await;
    page.has_error(TAGS, "Zendesk allows 50 tags here. Remove 50.").await;
    page.click_button("Remove t00000").await;
    page.sees("99 of 50").await;
    page.sees_no_more("left out").await;
}

#[wasm_bindgen_test]
async fn a_hundred_thousand_letters_without_a_space_are_one_tag_that_is_too_long() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.paste(&"x".repeat(100_000)).await;
    page.press("Enter").await;
    page.leave_the_field().await;
    page.sees("is too long. A tag can have up to 255 characters.").await;
    assert!(page.element("#tags-box .chip--wrong").is_some());
}

#[wasm_bindgen_test]
async fn only_the_wrong_tag_is_red() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.paste("gold say\"hi\"").await;
    holds(&page, &["gold", "say\"hi\""]).await;
    let wrong: Vec<String> =
        page.elements("#tags-box .chip--wrong .chip__label").iter().map(shown_text).collect();
    assert_eq!(wrong, ["say\"hi\""]);
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
