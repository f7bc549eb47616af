//! The table by keyboard.

use serde_json::json;
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

#[wasm_bindgen_test]
async fn a_box_that_is_out_of_sight_is_reached_too() {
    let account = Account::fresh().await;
    let group = account.group("Tour support").await;
    let segments = crews(&account, 200).await;
    let mut publishing = serde_json::to_value(&group).unwrap();
    publishing["publish"] = (900_001..900_199).map(|id| json!(id)).collect();
    let one = format!("/api/v2/guide{}", address(&group).replace('-', "_"));
    let page = Page::prepare(account).await;
    page.meets(on("GET", SEGMENTS).answers(200, segments)).await;
    page.meets(on("GET", &one).answers(200, json!({ "permission_group": publishing }))).await;
    page.go_to(&address(&group));
    page.sees("200 staff segments").await;
    page.focus("Crew 0000: edit").await;
    page.press("ArrowDown").await;
    page.has_focus_on("Crew 0199: edit").await;
    page.press("ArrowUp").await;
    page.has_focus_on("Crew 0000: edit").await;
}
