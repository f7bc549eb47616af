//! Which rows of a list are in the page, and that they stay the same elements.

use guidepost::ui::{VirtualRows, visible_rows};
use leptos::prelude::window;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, EventInit, HtmlElement};

use crate::support::{Account, Page, SEGMENTS, on, shown_text, turn, until};

/// A list of four hundred, in the order of their names.
async fn four_hundred() -> Page {
    let page = Page::prepare(Account::fresh().await).await;
    let segment =
        |at: u32| json!({ "id": at + 1, "name": format!("Made up {at:03}"), "user_type": "staff" });
    let segments: Vec<Value> = (0..400).map(segment).collect();
    page.meets(on("GET", SEGMENTS).answers(200, json!({ "user_segments": segments }))).await;
    page.go_to("/segments?sort=name");
    page.sees("400 segments, built-ins first").await;
    page.row("Made up 000").await;
    page
}

fn height_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}

#[wasm_bindgen_test]
async fn four_hundred_rows_scroll_through_a_page_of_few() {
    let page = four_hundred().await;
    let few = page.rows().len();
    assert!((10..60).contains(&few), "{few} rows are in the page");

    let table = page.element("table.segments").unwrap();
    let height = height_of(&table);
    assert!(height > 400.0 * 44.0, "the table leaves room for all rows: {height}");
    window().scroll_to_with_x_and_y(0.0, height);
    page.row("Made up 399").await;
    assert!(page.rows().len() < 60);
    assert!(!page.rows().contains(&"Made up 000".to_owned()));
    let moved = height_of(&table);
    assert!((moved - height).abs() < 1.0, "scrolling changes no height: {height}, {moved}");
}

#[wasm_bindgen_test]
async fn a_list_that_is_not_very_long_is_in_the_page_whole() {
    let account = Account::fresh().await;
    account.create_many(160).await;
    let page = Page::open_on(account, "/segments?sort=name").await;
    page.sees("200 segments, built-ins first").await;
    until("every row to be in the page", || (page.rows().len() == 200).then_some(())).await;
    assert!(page.element(".spacer").is_none());
    assert_eq!(page.rows()[199], "日本の特約店");
    page.type_into("Search segments", "made up 0").await;
    until("every row that is found", || (page.rows().len() == 115).then_some(())).await;
}

#[wasm_bindgen_test]
async fn what_is_printed_has_every_row() {
    let page = four_hundred().await;
    let tell = |what| window().dispatch_event(&Event::new(what).unwrap()).unwrap();
    tell("beforeprint");
    turn().await;
    assert_eq!(page.rows().len(), 400);
    assert!(page.element(".spacer").is_none());
    tell("afterprint");
    turn().await;
    assert!(page.rows().len() < 60);
}

#[wasm_bindgen_test]
async fn a_row_is_the_same_element_as_long_as_it_is_listed() {
    let page = Page::open("/segments?sort=name").await;
    page.sees("40 segments").await;
    let row = page.row("Gold dealers").await;
    let is_same = || page.elements("tr[data-segment]").contains(&row);
    page.type_into("Search segments", "dealers").await;
    page.lists(&["Gold dealers", "Silver dealers"]).await;
    assert!(is_same());
    page.click_button("Name").await;
    page.lists(&["Silver dealers", "Gold dealers"]).await;
    assert!(is_same());
    assert_eq!(row.get_attribute("aria-rowindex").as_deref(), Some("3"));
}

#[wasm_bindgen_test]
async fn pages_that_arrive_later_leave_the_rows_that_are_there_alone() {
    let account = Account::fresh().await;
    account.create_many(70).await;
    let page = Page::prepare(account).await;
    page.meets(on("GET", SEGMENTS).skipping(1).delayed(500)).await;
    page.go_to("/segments?sort=name");
    page.sees("Loading… 100 so far").await;
    let first = page.row("Agents and admins").await;
    page.sees("110 segments, built-ins first").await;
    assert_eq!(page.row("Agents and admins").await, first);
}

#[wasm_bindgen_test]
async fn the_row_with_the_focus_stays_when_it_is_scrolled_away() {
    let page = four_hundred().await;
    let table = page.element("table.segments").unwrap();
    let height = height_of(&table);
    let row = page.row("Made up 003").await;
    let link: HtmlElement = row.query_selector("a").unwrap().unwrap().unchecked_into();
    link.focus().unwrap();
    window().scroll_to_with_x_and_y(0.0, height);
    page.row("Made up 399").await;
    assert_eq!(page.focused(), "Made up 003");
    assert_eq!(page.rows()[0], "Made up 003");
    assert!(page.rows().len() < 60);
    let moved = height_of(&table);
    assert!((moved - height).abs() < 1.0, "it takes the room that it had: {height}, {moved}");
    window().scroll_to_with_x_and_y(0.0, 0.0);
    page.row("Made up 000").await;
    assert_eq!(page.row("Made up 003").await, row);
    assert_eq!(page.rows()[..5], [0, 1, 2, 3, 4].map(|at| format!("Made up {at:03}")));
}

#[wasm_bindgen_test]
async fn one_rows_menu_closes_when_that_of_another_is_opened() {
    let page = Page::open("/segments?q=dealers&sort=name").await;
    page.lists(&["Gold dealers", "Silver dealers"]).await;
    page.click_button("Actions for Gold dealers").await;
    page.has_focus_on("Edit").await;
    let button = page.element("[aria-label='Actions for Gold dealers']").unwrap();
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("true"));
    page.click_button("Actions for Silver dealers").await;
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("false"));
    page.settles().await;
    let menus = page.elements("[role=menu]");
    assert_eq!(menus.len(), 1);
    assert_eq!(menus[0].get_attribute("aria-label").as_deref(), Some("Actions for Silver dealers"));
    page.press("Escape").await;
    until("the menu to go", || page.element("[role=menu]").is_none().then_some(())).await;
    page.has_focus_on("Actions for Silver dealers").await;
}

#[wasm_bindgen_test]
async fn whoever_listens_hears_which_row_of_how_many_it_is() {
    let account = Account::fresh().await;
    account.create_many(160).await;
    let page = Page::open_on(account, "/segments?sort=name").await;
    page.sees("200 segments").await;
    window().scroll_to_with_x_and_y(0.0, 100_000.0);
    let last = page.row("日本の特約店").await;
    let at = last.get_attribute("aria-rowindex");
    let at: usize = at.and_then(|at| at.parse().ok()).unwrap();
    assert!(at > 190, "{at}");
}

#[wasm_bindgen_test]
async fn the_cursor_brings_its_row_into_view() {
    let account = Account::fresh().await;
    account.create_many(100).await;
    let page = Page::open_on(account, "/segments?sort=name").await;
    page.sees("140 segments").await;
    page.press("j End").await;
    until("the last row to be in view", || {
        let row = page.element("tbody tr:focus-within")?;
        let place = row.get_bounding_client_rect();
        let view = window().inner_height().ok()?.as_f64()?;
        (place.top() >= 0.0 && place.bottom() <= view).then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
async fn stacked_rows_have_room_for_all_that_they_say() {
    for (address, last) in
        [("/segments", "40 segments"), ("/permission-groups", "10 permission groups")]
    {
        let page = Page::open(address).await;
        page.sees(last).await;
        page.sees_no_more("…").await;
        let _narrow = page.is_narrow();
        for row in page.elements("tbody tr:not(.spacer)") {
            let (held, high) = (row.scroll_height(), row.client_height());
            assert!(held <= high, "{}: {held} of {high}", shown_text(&row));
        }
    }
}

#[wasm_bindgen_test]
fn a_list_shorter_than_the_view_is_rendered_whole() {
    let rows = visible_rows(5, 44, 8, 200.0, 900.0);
    assert_eq!(rows, VirtualRows { start: 0, end: 5, before: 0, after: 0 });
}

#[wasm_bindgen_test]
fn five_thousand_rows_cost_what_forty_cost() {
    let rows = visible_rows(5_000, 44, 8, -100_000.0, 900.0);
    assert!(rows.end - rows.start < 45, "{rows:?}");
    assert!(rows.start * 44 <= 100_000 && rows.end * 44 >= 100_900, "{rows:?}");
    assert_eq!(rows.before + (rows.end - rows.start) * 44 + rows.after, 5_000 * 44);
}

#[wasm_bindgen_test]
fn a_list_below_the_view_or_above_it_renders_little() {
    assert!(visible_rows(5_000, 44, 8, 2_000.0, 900.0).end <= 9);
    let above = visible_rows(100, 44, 8, -50_000.0, 900.0);
    assert_eq!((above.start, above.end, above.after), (100, 100, 0));
}

#[wasm_bindgen_test]
fn an_empty_list_takes_no_room() {
    let rows = visible_rows(0, 44, 8, 0.0, 900.0);
    assert_eq!(rows, VirtualRows { start: 0, end: 0, before: 0, after: 0 });
}

#[wasm_bindgen_test]
async fn a_row_that_is_pointed_at_says_its_rule_in_full_as_names_arrive() {
    let page = Page::prepare(Account::fresh().await).await;
    page.meets(on("GET", "/api/v2/organizations/show_many").delayed(300).times(5)).await;
    page.go_to("/segments?q=readers");
    let rule =
        page.row("Price list <b>2027</b> readers").await.query_selector(".rule").unwrap().unwrap();
    assert!(rule.get_attribute("title").is_none());
    let options = EventInit::new();
    options.set_bubbles(true);
    let over = Event::new_with_event_init_dict("mouseover", &options).unwrap();
    rule.dispatch_event(&over).unwrap();
    until("the tooltip with all names", || {
        let title = rule.get_attribute("title")?;
        (title.contains("Riverbend Guitars") && !title.contains('…')).then_some(())
    })
    .await;
    // The same elements, filled with another segment that is not pointed at.
    let body = rule.closest("tbody").unwrap().unwrap();
    body.dispatch_event(&Event::new_with_event_init_dict("mouseover", &options).unwrap()).unwrap();
    page.type_into("Search segments", "gold dealers").await;
    page.lists(&["Gold dealers"]).await;
    let row = page.row("Gold dealers").await;
    // It has none yet, or its own.
    for (part, own) in [(".table__name", "Gold dealers"), (".rule", "8 organizations")] {
        let title = row.query_selector(part).unwrap().unwrap().get_attribute("title");
        assert!(title.as_ref().is_none_or(|title| title.contains(own)), "{part}: {title:?}");
    }
}
