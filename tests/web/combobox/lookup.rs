//! Looking suggestions up: how often, for which text, and what is said about it.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{GROUPS, ORGANIZATIONS, PEOPLE, TAGS, active, form, options, suggests};
use crate::support::{on, until};

const LOOKUP: &str = "/api/v2/organizations/autocomplete";

#[wasm_bindgen_test]
async fn too_few_letters_ask_for_more() {
    let page = form("Signed-in users").await;
    page.focus(ORGANIZATIONS).await;
    page.type_text("k").await;
    page.sees("Type at least 2 letters.").await;
    page.type_text("l").await;
    page.sees_in("organizations", "Klavierhaus Zöllner").await;
}

#[wasm_bindgen_test]
async fn somebody_who_types_on_is_asked_about_once() {
    let page = form("Signed-in users").await;
    page.focus(ORGANIZATIONS).await;
    page.type_text("klavier").await;
    suggests(&page, &["Klavierhaus Zöllner"]).await;
    let asked = page.asked("GET", LOOKUP);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(asked[0].path.ends_with("name=klavier"));
}

#[wasm_bindgen_test]
async fn a_late_answer_never_takes_the_place_of_a_newer_one() {
    let page = form("Signed-in users").await;
    page.meets(on("GET", LOOKUP).delayed(1_500)).await;
    page.focus(ORGANIZATIONS).await;
    page.type_text("ha").await;
    until("the first lookup", || (page.asked("GET", LOOKUP).len() == 1).then_some(())).await;
    assert!(options(&page).is_empty());
    page.sees("Searching…").await;
    page.type_text("rbour").await;
    suggests(&page, &["Harbour Street Keys"]).await;
    let asked = page.asked("GET", LOOKUP);
    assert!(asked[0].path.ends_with("name=ha") && asked[0].aborted, "{asked:?}");
    assert!(asked[1].path.ends_with("name=harbour") && !asked[1].aborted, "{asked:?}");
}

#[wasm_bindgen_test]
async fn leaving_the_field_gives_the_lookup_up() {
    let page = form("Signed-in users").await;
    page.meets(on("GET", LOOKUP).delayed(1_500)).await;
    page.focus(ORGANIZATIONS).await;
    page.type_text("klav").await;
    until("the lookup", || (page.asked("GET", LOOKUP).len() == 1).then_some(())).await;
    page.focus("Name").await;
    until("the lookup to be aborted", || page.asked("GET", LOOKUP)[0].aborted.then_some(())).await;
}

#[wasm_bindgen_test]
async fn how_many_there_are_is_announced() {
    let page = form("Signed-in users").await;
    page.focus(ORGANIZATIONS).await;
    page.type_text("klavierh").await;
    page.sees("1 match").await;
    assert!(page.description_of(ORGANIZATIONS).contains("1 match"));
    page.type_text("zz").await;
    page.sees("No matches").await;
    assert!(page.description_of(ORGANIZATIONS).contains("No matches"));
}

#[wasm_bindgen_test]
async fn a_lookup_that_failed_says_why_and_the_next_one_works() {
    let page = form("Signed-in users").await;
    page.meets(on("GET", LOOKUP).answers(422, "The database is tired")).await;
    page.focus(ORGANIZATIONS).await;
    page.type_text("klav").await;
    page.sees("Zendesk didn’t accept this. Zendesk said: “The database is tired”.").await;
    assert!(page.description_of(ORGANIZATIONS).contains("The database is tired"));
    page.type_text("i").await;
    suggests(&page, &["Klavierhaus Zöllner"]).await;
}

#[wasm_bindgen_test]
async fn tags_in_use_are_suggested_even_when_the_lookup_fails() {
    let page = form("Staff").await;
    // The list is loaded beside the form: its tags are known.
    page.meets(on("GET", "/api/v2/autocomplete/tags").answers(422, "No").times(9)).await;
    until("the list of segments", || {
        page.element(".nav__count").filter(|count| count.text_content() != Some(String::new()))
    })
    .await;
    page.focus(TAGS).await;
    page.type_text("warranty_").await;
    suggests(&page, &["warranty_ext", "warranty_plus"]).await;
}

#[wasm_bindgen_test]
async fn the_letters_that_match_are_marked() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.type_text("tier").await;
    suggests(&page, &["Support Tier 2"]).await;
    let mark = page.element("#groups-list mark").unwrap();
    assert_eq!(mark.text_content().as_deref(), Some("Tier"));
}

#[wasm_bindgen_test]
async fn people_are_told_apart_by_their_addresses() {
    let page = form("Staff").await;
    page.focus(PEOPLE).await;
    page.type_text("agent@").await;
    page.sees_in("people", "Tomas Riedl agent@sandbox.test").await;
    assert_eq!(active(&page, PEOPLE).as_deref(), Some("Tomas Riedl"));
}

#[wasm_bindgen_test]
async fn groups_are_fetched_once_and_filtered_here() {
    let page = form("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    page.sees_in("groups", "Warranty").await;
    page.type_text("bil").await;
    suggests(&page, &["Billing"]).await;
    assert!(page.asked("GET", "/api/v2/groups").len() <= 1);
}
