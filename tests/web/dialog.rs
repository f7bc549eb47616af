//! Dialogs: where focus goes, and what closes them.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::{Page, on, until};

async fn review() -> Page {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.choose("Staff").await;
    page.type_into("Name", "Piano tuners").await;
    page.press("Control+s").await;
    page.is_asked("Create “Piano tuners”?").await;
    page
}

#[wasm_bindgen_test]
async fn a_dialog_takes_focus_and_gives_it_back() {
    let page = review().await;
    page.has_focus_on("Create segment").await;
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    page.has_focus_on("Name").await;
}

#[wasm_bindgen_test]
async fn a_dialog_is_modal_and_named_by_its_title() {
    let page = review().await;
    let dialog = page.element("dialog[open]").unwrap();
    assert!(dialog.matches(":modal").unwrap());
    let title = dialog.get_attribute("aria-labelledby").unwrap();
    let title = document().get_element_by_id(&title).unwrap();
    assert_eq!(title.text_content().as_deref(), Some("Create “Piano tuners”?"));
}

#[wasm_bindgen_test]
async fn a_click_beside_a_dialog_closes_nothing() {
    let page = review().await;
    let dialog = page.element("dialog[open]").unwrap();
    dialog.unchecked_ref::<HtmlElement>().click();
    page.settles().await;
    page.is_asked("Create “Piano tuners”?").await;
}

#[wasm_bindgen_test]
async fn a_dialog_does_not_close_while_it_saves() {
    let page = review().await;
    page.meets(on("POST", crate::support::SEGMENTS).delayed(1_000)).await;
    page.click_button("Create segment").await;
    page.sees("Saving…").await;
    page.press("Escape").await;
    page.sees("Saving…").await;
    assert!(!page.offers("Keep editing"));
    page.sees("Created “Piano tuners”").await;
}

#[wasm_bindgen_test]
async fn letters_typed_in_a_dialog_are_no_shortcuts() {
    let page = Page::open("/segments?q=gold").await;
    page.row("Gold dealers").await;
    page.pick("Actions for Gold dealers", "Delete…").await;
    page.type_into("Type Gold dealers to confirm", "jnx?").await;
    page.holds("Type Gold dealers to confirm", "jnx?").await;
    page.is_asked("Delete “Gold dealers”?").await;
    page.click_button("Cancel").await;
    until("focus back on the row’s menu", || {
        (page.focused() == "Actions for Gold dealers").then_some(())
    })
    .await;
}
