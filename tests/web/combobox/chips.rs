//! What is chosen, and how it is taken out again.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{PEOPLE, TAGS, form};
use crate::support::{Page, shown_text, until};

fn chosen(page: &Page) -> Vec<String> {
    let chips = page.elements("#tags-box .chip__label");
    chips.iter().map(shown_text).collect()
}

async fn form_with_tags(tags: &str) -> Page {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.paste(tags).await;
    page
}

async fn holds(page: &Page, tags: &[&str]) {
    until(format!("the tags {tags:?}"), || (chosen(page) == tags).then_some(())).await;
}

#[wasm_bindgen_test]
async fn backspace_in_the_empty_input_takes_out_the_last() {
    let page = form_with_tags("gold silver bronze").await;
    page.press("Backspace").await;
    holds(&page, &["gold", "silver"]).await;
    assert!(page.description_of(TAGS).contains("Removed bronze."));
    assert_eq!(page.focused(), TAGS);
}

#[wasm_bindgen_test]
async fn backspace_after_text_takes_a_letter_only() {
    let page = form_with_tags("gold silver").await;
    page.type_text("br").await;
    page.press("Backspace").await;
    page.holds(TAGS, "b").await;
    holds(&page, &["gold", "silver"]).await;
}

#[wasm_bindgen_test]
async fn arrow_left_goes_into_the_chips_and_delete_takes_them_out() {
    let page = form_with_tags("gold silver bronze").await;
    page.press("ArrowLeft").await;
    assert_eq!(page.focused(), "Remove bronze");
    page.press("ArrowLeft").await;
    assert_eq!(page.focused(), "Remove silver");
    page.press("Delete").await;
    holds(&page, &["gold", "bronze"]).await;
    page.has_focus_on("Remove bronze").await;
    assert!(page.description_of(TAGS).contains("Removed silver."));
    page.press("Delete").await;
    holds(&page, &["gold"]).await;
    page.has_focus_on(TAGS).await;
}

#[wasm_bindgen_test]
async fn backspace_on_a_chip_goes_on_to_the_one_before() {
    let page = form_with_tags("gold silver bronze").await;
    page.press("ArrowLeft Backspace").await;
    holds(&page, &["gold", "silver"]).await;
    page.has_focus_on("Remove silver").await;
}

#[wasm_bindgen_test]
async fn arrow_right_and_escape_lead_back_to_the_input() {
    let page = form_with_tags("gold silver").await;
    page.press("ArrowLeft ArrowLeft").await;
    assert_eq!(page.focused(), "Remove gold");
    page.press("ArrowRight ArrowRight").await;
    page.has_focus_on(TAGS).await;
    page.press("ArrowLeft ArrowLeft Escape").await;
    page.has_focus_on(TAGS).await;
    holds(&page, &["gold", "silver"]).await;
}

#[wasm_bindgen_test]
async fn a_click_on_the_cross_takes_it_out() {
    let page = form_with_tags("gold silver").await;
    page.click_button("Remove gold").await;
    holds(&page, &["silver"]).await;
    page.has_focus_on(TAGS).await;
}

#[wasm_bindgen_test]
async fn many_chips_are_folded_and_unfolded() {
    let tags: Vec<String> = (0..20).map(|at| format!("tag_{at:02}")).collect();
    let page = form_with_tags(&tags.join(" ")).await;
    page.sees("20 of 50").await;
    assert_eq!(chosen(&page).len(), 13);
    page.click_button("+ 7 more").await;
    until("all chips", || (chosen(&page).len() == 20).then_some(())).await;
}

#[wasm_bindgen_test]
async fn people_stand_below_with_their_addresses() {
    let page = form("Staff").await;
    page.focus(PEOPLE).await;
    page.type_text("tomas").await;
    page.sees_in("people", "agent@sandbox.test").await;
    page.press("Enter").await;
    page.sees_in("People added individually", "Tomas Riedl agent@sandbox.test").await;
    page.sees("1 of 50").await;
    page.click_button("Remove Tomas Riedl").await;
    page.sees_no_more("agent@sandbox.test").await;
    page.has_focus_on(PEOPLE).await;
}
