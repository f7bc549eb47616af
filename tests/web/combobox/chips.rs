//! What is chosen, and how it is taken out again.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{PEOPLE, TAGS, form, suggests};
use crate::support::{Page, on, shown_text, until};

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
    page.has_focus_on(TAGS).await;
    page.click_button("Show fewer").await;
    until("the first chips", || (chosen(&page).len() == 13).then_some(())).await;
    page.has_focus_on(TAGS).await;
}

#[wasm_bindgen_test]
async fn end_users_are_set_apart_among_staff_and_a_warning_says_that_they_are_let_in() {
    let page = form("Staff").await;
    let user = |id: u64, name: &str, role: &str| json!({ "id": id, "name": name, "email": format!("{id}@example.com"), "role": role });
    let users = [
        user(901, "Wu End", "end-user"),
        user(902, "Wu Agent", "agent"),
        user(903, "Wu Customer", "end-user"),
        user(904, "Wu Admin", "admin"),
    ];
    let answer = json!({ "users": users, "next_page": null, "count": 4 });
    page.meets(on("GET", "/api/v2/users/autocomplete").answers(200, answer).times(9)).await;
    page.focus(PEOPLE).await;
    page.type_text("wu").await;
    suggests(&page, &["Wu Agent", "Wu Admin", "Wu End", "Wu Customer"]).await;
    let dividers = page.elements(".option-section");
    assert_eq!(dividers.iter().map(shown_text).collect::<Vec<_>>(), ["End users"]);
    let list = shown_text(&page.element("#people-list").unwrap());
    assert!(list.contains("Wu Agent Agent · 902@example.com"), "{list}");
    assert!(list.find("End users") < list.find("Wu End End user"), "{list}");
    page.press("ArrowDown ArrowDown Enter").await;
    let warning =
        "Wu End is an end user. People added individually are included whatever their role.";
    page.sees_in("People added individually", "Wu End 901@example.com End user").await;
    page.sees(warning).await;
    assert!(page.element(".people .badge--warning").is_some());
    page.type_into("Name", "Bench").await;
    page.press("Control+s").await;
    page.is_asked("Create “Bench”?").await;
    page.sees(warning).await;
}

#[wasm_bindgen_test]
async fn end_users_are_at_home_among_signed_in_users() {
    let page = form("Signed-in users").await;
    page.focus(PEOPLE).await;
    page.type_text("wu@").await;
    page.sees_in("people", "End user · wu@keys-and-coffee.example").await;
    assert!(page.elements(".option-section").is_empty());
    page.press("Enter").await;
    page.sees_in("People added individually", "End user").await;
    page.settles().await;
    assert!(!page.shows("is an end user"));
}

#[wasm_bindgen_test]
async fn people_stand_below_with_their_addresses() {
    let page = form("Staff").await;
    page.focus(PEOPLE).await;
    page.type_text("tomas").await;
    page.sees_in("people", "agent@sandbox.test").await;
    page.press("Enter").await;
    page.sees_in("People added individually", "Tomas Riedl agent@sandbox.test Agent").await;
    page.sees("1 of 50").await;
    page.click_button("Remove Tomas Riedl").await;
    page.sees_no_more("agent@sandbox.test").await;
    page.has_focus_on(PEOPLE).await;
}
