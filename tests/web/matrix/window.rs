//! Only what is in view is in the page.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open_on, prepared, scroller};

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
