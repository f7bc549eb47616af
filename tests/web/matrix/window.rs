//! Only what is in view is in the page.

use leptos::prelude::document;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{MATRIX, open, open_on, prepared, scroller};
use crate::support::Page;

#[wasm_bindgen_test]
async fn many_groups_and_segments_cost_what_is_in_view() {
    let account = prepared().await;
    for at in 0..60 {
        account.create_group(json!({ "name": format!("Made up {at:02}") })).await;
    }
    let page = open_on(account).await;
    let cells = || page.elements(".matrix .cell").len();
    assert!(cells() < 1_000, "{} cells", cells());
    let scroller = scroller();
    assert!(scroller.scroll_width() > 60 * 120);
    scroller.set_scroll_left(40 * 120);
    page.cell("Aa tuners, Made up 35: Publish").await;
    assert!(page.element("input[aria-label='Ab movers, B notes: Publish']").is_none());
    assert!(cells() < 1_200, "{} cells", cells());
    let grid = page.element("[role=grid]").unwrap();
    assert_eq!(grid.get_attribute("aria-colcount").unwrap(), "147", "names, 10 + 3 + 60 groups");
}

#[wasm_bindgen_test]
async fn the_grid_takes_the_height_that_is_left() {
    let page = open().await;
    let height =
        |selector: &str| page.element(selector).unwrap().get_bounding_client_rect().height();
    let window = leptos::prelude::window().inner_height().unwrap().as_f64().unwrap();
    assert_eq!(height(".page"), window.max(560.0), "the page does not scroll");
    let scroller = scroller();
    assert!(scroller.scroll_height() > scroller.client_height(), "the grid does");
    let bottom =
        |selector: &str| page.element(selector).unwrap().get_bounding_client_rect().bottom();
    let left = bottom(".page") - bottom(".matrix-foot");
    assert!((0.0..=20.0).contains(&left), "{left} pixels are left under it");
    page.switch("Aa tuners, A guides: Publish").await;
    page.sees("1 unsaved change").await;
    let left = page.element(".save-bar").unwrap().get_bounding_client_rect().top()
        - bottom(".matrix-foot");
    assert!((0.0..=20.0).contains(&left), "{left} pixels are left above the bar");
}

#[wasm_bindgen_test]
async fn a_filtered_grid_is_as_wide_as_its_columns() {
    let page = Page::open_on(prepared().await, &format!("{MATRIX}?group=guides")).await;
    page.cell("Aa tuners, A guides: Publish").await;
    let width = |selector: &str| page.element(selector).unwrap().get_bounding_client_rect().width();
    assert!(width(".matrix-box") - width(".matrix") < 20.0);
}

#[wasm_bindgen_test]
async fn wide_text_is_not_cut_in_the_head() {
    let page = open().await;
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
         word-spacing: 0.16em !important; }",
    ));
    document().head().unwrap().append_child(&style).unwrap();
    let heads = page.elements(".matrix__group-head, .matrix__privilege, .matrix__corner");
    let cut: Vec<String> = heads
        .into_iter()
        .filter(|head| {
            head.scroll_height() > head.client_height() + 1
                || head.scroll_width() > head.client_width() + 1
        })
        .filter_map(|head| head.text_content())
        .collect();
    style.remove();
    assert!(cut.is_empty(), "{cut:?}");
}
