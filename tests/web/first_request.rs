//! What the page asks for before the app is there.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, SEGMENTS};

#[wasm_bindgen_test]
async fn the_page_asks_early_for_what_the_app_asks_for_first() {
    let page = Page::open("/segments").await;
    let first = page.asked("GET", SEGMENTS).into_iter().next().unwrap().path;
    let early = format!("href=\"{}\"", first.replace('&', "&amp;"));
    assert!(include_str!("../../index.html").contains(&early), "{early}");
}
