//! Looking suggestions up: how often, for which text, and what is said about it.

use serde_json::json;
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
    page.sees_in("people", "Tomas Riedl Agent · agent@sandbox.test").await;
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

/// A form in an account of that many groups.
async fn form_with_groups(count: u64) -> crate::support::Page {
    let page = form("Signed-in users").await;
    let group = |id: u64| json!({ "id": id, "name": format!("Group {id:04}"), "deleted": false });
    let groups: Vec<_> = (1..=count).map(group).collect();
    let answer = json!({ "groups": groups, "meta": { "has_more": false }, "links": {} });
    page.meets(on("GET", "/api/v2/groups").answers(200, answer)).await;
    page.choose("Staff").await;
    page.focus(GROUPS).await;
    page.press("ArrowDown").await;
    page.sees(&format!("{count} groups")).await;
    page
}

#[wasm_bindgen_test]
async fn of_a_long_list_only_the_options_in_view_are_in_the_page() {
    let page = form_with_groups(3_000).await;
    let rendered = || page.elements("#groups-list [role=option]").len();
    assert!(rendered() <= 100, "{}", rendered());
    page.press("End").await;
    assert_eq!(active(&page, GROUPS).as_deref(), Some("Group 3000"));
    assert!(rendered() <= 100, "{}", rendered());
    let id = page.field(GROUPS).get_attribute("aria-activedescendant").unwrap();
    let last = page.element(&format!("#{id}")).unwrap();
    assert_eq!(last.get_attribute("aria-posinset").as_deref(), Some("3000"));
    assert_eq!(last.get_attribute("aria-setsize").as_deref(), Some("3000"));
    let list = page.element("#groups-list").unwrap().get_bounding_client_rect();
    let place = last.get_bounding_client_rect();
    assert!(place.top() >= list.top() && place.bottom() <= list.bottom() + 1.0, "in view");
    page.press("ArrowDown").await;
    assert_eq!(active(&page, GROUPS).as_deref(), Some("Group 0001"));
    page.press("ArrowUp Enter").await;
    page.sees_in("Chosen groups", "Group 3000").await;
}

#[wasm_bindgen_test]
async fn scrolling_a_long_list_brings_its_options() {
    let page = form_with_groups(1_000).await;
    page.element("#groups-list").unwrap().set_scroll_top(500 * 32);
    until("the options in the middle", || {
        options(&page).iter().any(|label| label == "Group 0505").then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_popup_covers_no_error_of_its_own_field() {
    let page = form("Staff").await;
    page.focus(TAGS).await;
    page.paste("say\"hi\" gold").await;
    page.focus("Name").await;
    page.sees("isn’t a valid tag").await;
    page.focus(TAGS).await;
    page.type_text("v").await;
    page.sees("Type to search tags").await;
    until("the popup below the error, or above the field", || {
        let rect = |selector: &str| page.element(selector).unwrap().get_bounding_client_rect();
        let popup = rect("#tags-list + .combobox__foot");
        let error = rect("#tags-error");
        (popup.top() >= error.bottom() || popup.bottom() <= rect("#tags-box").top()).then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_popup_stays_in_the_window() {
    let page = form("Staff").await;
    page.focus(PEOPLE).await;
    page.field(PEOPLE).scroll_into_view_with_bool(false);
    page.type_text("an").await;
    page.sees_in("people", "@").await;
    until("the popup in the window", || {
        let foot = page.element("#people-list + .combobox__foot")?.get_bounding_client_rect();
        let bar = page.element(".save-bar")?.get_bounding_client_rect();
        (foot.bottom() <= bar.top() + 1.0).then_some(())
    })
    .await;
}
