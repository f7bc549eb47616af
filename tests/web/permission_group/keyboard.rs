//! The table by keyboard.

use wasm_bindgen_test::wasm_bindgen_test;

use super::form_of;

#[wasm_bindgen_test]
async fn the_arrows_lead_from_box_to_box() {
    let (page, _) = form_of("Tour support").await;
    page.focus("Content team: edit").await;
    page.press("ArrowDown").await;
    page.has_focus_on("Dealer desk: edit").await;
    page.press("ArrowRight").await;
    page.has_focus_on("Dealer desk: publish").await;
    page.press("ArrowUp").await;
    page.has_focus_on("Content team: publish").await;
    page.press("ArrowLeft").await;
    page.has_focus_on("Content team: edit").await;
}

#[wasm_bindgen_test]
async fn at_the_edge_focus_stays() {
    let (page, _) = form_of("Tour support").await;
    page.focus("Agents and admins: edit").await;
    page.press("ArrowUp ArrowLeft").await;
    page.has_focus_on("Agents and admins: edit").await;
}

#[wasm_bindgen_test]
async fn an_implied_box_is_passed_over() {
    let (page, _) = form_of("Tour support").await;
    page.choose("Dealer desk: publish").await;
    page.focus("Content team: edit").await;
    page.press("ArrowDown").await;
    page.has_focus_on("Field service: edit").await;
    page.focus("Dealer desk: publish").await;
    page.press("ArrowLeft").await;
    page.has_focus_on("Dealer desk: publish").await;
}
