//! Only the rows in view are in the page, whatever the length of the list.

use guidepost::ui::{VirtualRows, visible_rows};
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, until};

#[wasm_bindgen_test]
async fn two_hundred_rows_scroll_through_a_page_of_few() {
    let account = Account::fresh().await;
    account.create_many(160).await;
    let page = Page::open_on(account, "/segments?sort=name").await;
    page.sees("200 segments, built-ins first").await;
    page.lists_first(&["Agents and admins"]).await;
    let few = page.rows().len();
    assert!((10..60).contains(&few), "{few} rows are in the page");

    let table = page.element("table.segments").unwrap();
    let height = table.get_bounding_client_rect().height();
    assert!(height > 200.0 * 44.0, "the table leaves room for all rows: {height}");
    window().scroll_to_with_x_and_y(0.0, height);
    page.row("日本の特約店").await;
    assert!(page.rows().len() < 60);
    assert!(!page.rows().contains(&"Agents and admins".to_owned()));
    let moved = table.get_bounding_client_rect().height();
    assert!((moved - height).abs() < 1.0, "scrolling changes no height: {height}, {moved}");
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
        let row = page.element("tr.is-active")?;
        let place = row.get_bounding_client_rect();
        let view = window().inner_height().ok()?.as_f64()?;
        (place.top() >= 0.0 && place.bottom() <= view).then_some(())
    })
    .await;
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
