//! The table by keyboard.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{address, crews, form_of};
use crate::support::{Account, Page, SEGMENTS, on};

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
async fn an_implied_box_is_reached_and_stays_as_it_is() {
    let (page, _) = form_of("Tour support").await;
    page.choose("Dealer desk: publish").await;
    page.focus("Content team: edit").await;
    page.press("ArrowDown").await;
    let implied = "Dealer desk: edit, included in Publish";
    page.has_focus_on(implied).await;
    page.field(implied).click();
    page.settles().await;
    assert!(page.field(implied).checked());
    page.press("ArrowRight").await;
    page.has_focus_on("Dealer desk: publish").await;
}

#[wasm_bindgen_test]
async fn a_box_that_is_out_of_sight_is_reached_too() {
    let account = Account::fresh().await;
    let group = account.group("Tour support").await;
    let segments = crews(&account, 200).await;
    let page = Page::prepare(account).await;
    page.meets(on("GET", SEGMENTS).answers(200, segments)).await;
    page.go_to(&address(&group));
    page.sees("200 staff segments").await;
    page.focus("Crew 0000: edit").await;
    assert!(page.element("[aria-label='Crew 0060: edit']").is_none());
    for next in 1..=60 {
        page.press("ArrowDown").await;
        page.has_focus_on(&format!("Crew {next:04}: edit")).await;
    }
}
