//! Search, filters and sort order, all of it in the address.

use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, on};

const SEARCH: &str = "Search segments";

#[wasm_bindgen_test]
async fn a_name_is_found_without_its_accents() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.type_into(SEARCH, "handler").await;
    page.lists(&["Händler DACH"]).await;
    page.sees("1 of 40 segments").await;
    page.type_into(SEARCH, "lodzi").await;
    page.lists(&["Warsztaty w Łodzi i Gdańsku"]).await;
}

#[wasm_bindgen_test]
async fn a_tag_finds_its_segments() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.type_into(SEARCH, "preorder").await;
    page.lists(&["Early orders 2027"]).await;
}

#[wasm_bindgen_test]
async fn a_group_finds_its_segments() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.type_into(SEARCH, "billing").await;
    page.lists(&["VIP care team"]).await;
}

#[wasm_bindgen_test]
async fn an_organization_finds_its_segments_once_its_name_is_known() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.type_into(SEARCH, "zollner").await;
    page.lists(&["Gold dealers", "Price list <b>2027</b> readers"]).await;
    page.type_into(SEARCH, "響").await;
    page.lists(&["Gold dealers", "日本の特約店"]).await;
}

#[wasm_bindgen_test]
async fn every_word_must_be_found_in_any_order() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.type_into(SEARCH, "dealers gold").await;
    page.lists(&["Gold dealers"]).await;
}

#[wasm_bindgen_test]
async fn no_result_says_what_was_looked_for_and_how_to_go_back() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.pick("User type", "Staff").await;
    page.type_into(SEARCH, "nowhere").await;
    page.sees("No segment matches").await;
    page.sees(
        "No results for “nowhere” in names, tags, groups, organizations or people of staff segments.",
    )
    .await;
    page.click_button("Clear search and filters").await;
    page.sees("40 segments").await;
    page.is_addressed("/segments").await;
    page.holds(SEARCH, "").await;
}

#[wasm_bindgen_test]
async fn what_is_searched_for_survives_a_reload_and_is_no_step_in_the_history() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    let steps = window().history().unwrap().length().unwrap();
    page.type_into(SEARCH, "tour & b").await;
    page.is_addressed("/segments?q=tour%20%26%20b").await;
    assert_eq!(window().history().unwrap().length().unwrap(), steps);
    page.reload();
    page.lists(&[]).await;
    page.sees("No results for “tour & b”").await;
    page.holds(SEARCH, "tour & b").await;
}

#[wasm_bindgen_test]
async fn filters_are_steps_that_back_takes_back() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.pick("User type", "Staff").await;
    page.is_addressed("/segments?type=staff").await;
    page.pick("Origin", "Built-in").await;
    page.is_addressed("/segments?type=staff&origin=built_in").await;
    page.lists(&["Agents and admins"]).await;
    page.go_back();
    page.is_addressed("/segments?type=staff").await;
    page.row("Dealer desk").await;
    assert!(!page.shows("Gold dealers"));
    page.go_back();
    page.is_addressed("/segments").await;
    page.sees("40 segments").await;
}

#[wasm_bindgen_test]
async fn a_filter_that_is_set_is_taken_off_by_a_click() {
    let page = Page::open("/segments?origin=built_in").await;
    page.lists(&["Agents and admins", "Signed-in users"]).await;
    page.click_button("Origin: Built-in. Remove filter").await;
    page.sees("40 segments").await;
    page.is_addressed("/segments").await;
}

#[wasm_bindgen_test]
async fn a_shared_link_shows_the_same_list() {
    let page = Page::open("/segments?q=dealer&type=signed_in_users&origin=custom&sort=name").await;
    page.lists(&["Distributors Asia-Pacific", "Gold dealers", "Händler DACH", "Silver dealers"])
        .await;
    page.sees("Signed-in users").await;
    assert!(page.offers("User type: Signed-in users. Remove filter"));
    assert!(page.offers("Sort: Name, A to Z"));
}

#[wasm_bindgen_test]
async fn a_column_sorts_and_once_more_turns_the_order_round() {
    let page = Page::open("/segments?q=dealers").await;
    page.sees("of 40 segments").await;
    page.click_button("Name").await;
    page.is_addressed("/segments?q=dealers&sort=name").await;
    page.lists(&["Gold dealers", "Silver dealers"]).await;
    page.click_button("Name").await;
    page.is_addressed("/segments?q=dealers&sort=-name").await;
    page.lists(&["Silver dealers", "Gold dealers"]).await;
    let head = page.element("th.c-name[aria-sort]").unwrap();
    assert_eq!(head.get_attribute("aria-sort").as_deref(), Some("descending"));
}

#[wasm_bindgen_test]
async fn the_sort_menu_says_which_order_it_is() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.pick("Sort: Recently updated", "Least recently updated").await;
    page.is_addressed("/segments?sort=updated").await;
    assert!(page.offers("Sort: Least recently updated"));
    page.lists_first(&["Agents and admins", "Signed-in users", "All registered owners"]).await;
}

#[wasm_bindgen_test]
async fn the_plan_decides_what_can_be_applied() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.pick("Availability", "Needs a higher plan").await;
    page.is_addressed("/segments?applicable=false").await;
    page.sees("All segments work on this plan.").await;
}

#[wasm_bindgen_test]
async fn escape_clears_the_search() {
    let page = Page::open("/segments?q=vip").await;
    page.lists(&["VIP care team"]).await;
    page.focus(SEARCH).await;
    page.press("Escape").await;
    page.sees("40 segments").await;
    page.is_addressed("/segments").await;
}

#[wasm_bindgen_test]
async fn an_address_with_nonsense_in_it_shows_everything() {
    let page = Page::open("/segments?type=robots&sort=colour&applicable=perhaps&x=1").await;
    page.sees("40 segments, built-ins first").await;
}

#[wasm_bindgen_test]
async fn a_person_finds_their_segments_and_a_hint_says_what_is_looked_up() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.type_into(SEARCH, "noor haddad").await;
    page.sees("2 of 40 segments").await;
    page.sees_no_more("Looking up groups, organizations and people…").await;
}

#[wasm_bindgen_test]
async fn ids_user_types_and_words_of_different_fields_find_segments() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    let vip = page.account.the("VIP care team").await;
    page.type_into(SEARCH, &vip.id.to_string()).await;
    page.lists(&["VIP care team"]).await;
    page.type_into(SEARCH, "billing vip_care staff").await;
    page.lists(&["VIP care team"]).await;
}

#[wasm_bindgen_test]
async fn segments_that_refer_to_something_deleted_are_found() {
    let page = Page::open("/segments?sort=name").await;
    page.sees("40 segments").await;
    page.click_button("Needs attention").await;
    page.is_addressed("/segments?broken=true&sort=name").await;
    page.lists(&["Lapsed service plans", "Luthier desk"]).await;
    page.sees_no_more("Looking up").await;
    page.type_into(SEARCH, "tour").await;
    page.sees("of segments that need attention.").await;
    page.click_button("Clear search and filters").await;
    page.sees("40 segments").await;
}

#[wasm_bindgen_test]
async fn a_new_order_is_said() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    assert!(
        page.element(".toolbar__end [role=status]")
            .is_some_and(|said| said.text_content().unwrap_or_default().is_empty())
    );
    page.click_button("Name").await;
    page.sees("Sorted: Name, A to Z").await;
    assert!(page.offers("Sort: Name, A to Z"));
    page.click_button("Name").await;
    page.sees("Sorted: Name, Z to A").await;
}

#[wasm_bindgen_test]
async fn nothing_is_called_not_found_while_names_are_not_known() {
    let page = Page::prepare(Account::fresh().await).await;
    let organizations = on("GET", "/api/v2/organizations/show_many");
    page.meets(organizations.answers(403, "Not these.").times(1_000)).await;
    page.go_to("/segments");
    page.sees("40 segments").await;
    page.type_into(SEARCH, "riverbend").await;
    page.sees("No segment matches so far").await;
    page.sees("so there may be more").await;
}
