//! Opening, moving, choosing and closing.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{GROUPS, ORGANIZATIONS, active, form, is_open, options, suggests};

const ALL: [&str; 8] = [
    "Billing",
    "Content team",
    "Dealer relations",
    "Luthier desk",
    "Reed and action shop",
    "Repair bench",
    "Support Tier 2",
    "Warranty",
];

#[wasm_bindgen_test]
async fn it_is_a_combobox_with_a_list_of_its_own() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    let input = page.field(GROUPS);
    let attribute = |name| input.get_attribute(name).unwrap_or_default();
    assert_eq!(attribute("role"), "combobox");
    assert_eq!(attribute("aria-autocomplete"), "list");
    assert_eq!(attribute("aria-expanded"), "false");
    let list = page.element(&format!("#{}", attribute("aria-controls"))).unwrap();
    assert_eq!(list.get_attribute("role").as_deref(), Some("listbox"));
    assert_eq!(list.get_attribute("aria-multiselectable").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn focus_alone_opens_nothing() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.settles().await;
    assert!(!is_open(&page, GROUPS));
    assert!(options(&page).is_empty());
}

#[wasm_bindgen_test]
async fn arrow_down_opens_the_list_and_moves_in_it_round_and_round() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    suggests(&page, &ALL).await;
    assert!(is_open(&page, GROUPS));
    assert_eq!(active(&page, GROUPS), None);
    page.press("ArrowDown").await;
    assert_eq!(active(&page, GROUPS).as_deref(), Some("Billing"));
    page.press("ArrowDown ArrowDown").await;
    assert_eq!(active(&page, GROUPS).as_deref(), Some("Dealer relations"));
    page.press("ArrowUp ArrowUp ArrowUp").await;
    assert_eq!(active(&page, GROUPS).as_deref(), Some("Warranty"));
    page.press("ArrowDown").await;
    assert_eq!(active(&page, GROUPS).as_deref(), Some("Billing"));
    assert_eq!(page.focused(), GROUPS, "focus stays in the input");
}

#[wasm_bindgen_test]
async fn arrow_up_opens_it_and_begins_at_the_end() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowUp").await;
    suggests(&page, &ALL).await;
    page.press("ArrowUp").await;
    assert_eq!(active(&page, GROUPS).as_deref(), Some("Warranty"));
}

#[wasm_bindgen_test]
async fn home_and_end_go_to_the_ends() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    suggests(&page, &ALL).await;
    page.press("End").await;
    assert_eq!(active(&page, GROUPS).as_deref(), Some("Warranty"));
    page.press("Home").await;
    assert_eq!(active(&page, GROUPS).as_deref(), Some("Billing"));
}

#[wasm_bindgen_test]
async fn exactly_one_suggestion_looks_active() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    suggests(&page, &ALL).await;
    page.press("ArrowDown ArrowDown").await;
    let marked = page.elements(".option.is-active");
    assert_eq!(marked.len(), 1);
    let named = page.field(GROUPS).get_attribute("aria-activedescendant");
    assert_eq!(Some(marked[0].id()), named);
}

#[wasm_bindgen_test]
async fn enter_adds_the_active_suggestion_and_says_so() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    suggests(&page, &ALL).await;
    page.press("ArrowDown Enter").await;
    page.sees_in("Chosen groups", "Billing").await;
    assert!(page.description_of(GROUPS).contains("Added Billing."));
    let chosen = page.element("#groups-option-0").unwrap();
    assert_eq!(chosen.get_attribute("aria-selected").as_deref(), Some("true"));
    let other = page.element("#groups-option-1").unwrap();
    assert_eq!(other.get_attribute("aria-selected").as_deref(), Some("false"));
    assert!(is_open(&page, GROUPS), "more can be added");
    page.sees("1 of 50").await;
}

#[wasm_bindgen_test]
async fn enter_on_what_is_chosen_keeps_it() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    suggests(&page, &ALL).await;
    page.press("ArrowDown Enter").await;
    page.sees("1 of 50").await;
    page.press("Enter").await;
    assert!(page.description_of(GROUPS).contains("Billing is already chosen."));
    page.type_text("bil").await;
    suggests(&page, &["Billing"]).await;
    page.press("Enter").await;
    page.holds(GROUPS, "").await;
    page.sees("1 of 50").await;
    page.sees_in("Chosen groups", "Billing").await;
}

#[wasm_bindgen_test]
async fn a_click_on_what_is_chosen_takes_it_out() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    suggests(&page, &ALL).await;
    page.click_on("#groups-option-0").await;
    page.sees("1 of 50").await;
    page.click_on("#groups-option-0").await;
    page.sees("0 of 50").await;
    assert!(page.description_of(GROUPS).contains("Removed Billing."));
}

#[wasm_bindgen_test]
async fn what_was_typed_makes_the_first_match_the_active_one() {
    let page = form("Signed-in users").await;
    page.focus(ORGANIZATIONS).await;
    page.type_text("klav").await;
    suggests(&page, &["Klavierhaus Zöllner"]).await;
    assert_eq!(active(&page, ORGANIZATIONS).as_deref(), Some("Klavierhaus Zöllner"));
    page.press("Enter").await;
    page.sees_in("Chosen organizations", "Klavierhaus Zöllner").await;
    page.holds(ORGANIZATIONS, "").await;
}

#[wasm_bindgen_test]
async fn escape_closes_first_and_then_clears() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.type_text("re").await;
    suggests(&page, &["Reed and action shop", "Repair bench", "Dealer relations"]).await;
    page.press("Escape").await;
    assert!(!is_open(&page, GROUPS));
    assert_eq!(page.field(GROUPS).get_attribute("aria-activedescendant"), None);
    page.holds(GROUPS, "re").await;
    page.press("Escape").await;
    page.holds(GROUPS, "").await;
}

#[wasm_bindgen_test]
async fn alt_and_arrow_up_close_it() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    suggests(&page, &ALL).await;
    page.press("Alt+ArrowUp").await;
    assert!(!is_open(&page, GROUPS));
}

#[wasm_bindgen_test]
async fn leaving_the_field_closes_it() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    suggests(&page, &ALL).await;
    page.focus("Name").await;
    assert!(!is_open(&page, GROUPS));
}

#[wasm_bindgen_test]
async fn enter_in_the_field_never_sends_the_form() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("Enter").await;
    page.type_text("zzz").await;
    page.sees("No matches").await;
    page.press("Enter").await;
    page.settles().await;
    assert!(!page.shows("Fix 1 problem"));
}

#[wasm_bindgen_test]
async fn a_click_on_a_suggestion_adds_it_and_focus_stays() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    suggests(&page, &ALL).await;
    let option: web_sys::HtmlElement =
        wasm_bindgen::JsCast::unchecked_into(page.element("#groups-option-7").unwrap());
    option.click();
    page.sees_in("Chosen groups", "Warranty").await;
    assert_eq!(page.focused(), GROUPS);
}
