//! A click anywhere in a row opens it.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, MouseEvent, MouseEventInit};

use crate::support::Page;

const OPENED: &str = "window.openedByTest ??= []; \
    window.open = (address) => { window.openedByTest.push(address); return null; }; \
    window.openedByTest.length = 0; window.openedByTest";

async fn list() -> Page {
    let page = Page::open("/segments?q=tour%20crew&sort=name").await;
    page.sees("of 40 segments").await;
    page
}

async fn cell(page: &Page, name: &str, class: &str) -> Element {
    page.row(name).await.query_selector(class).unwrap().unwrap()
}

fn click(target: &Element, kind: &str, options: &MouseEventInit) {
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = MouseEvent::new_with_mouse_event_init_dict(kind, options).unwrap();
    target.dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn a_click_beside_the_name_opens_the_segment() {
    let page = list().await;
    cell(&page, "Tour crew", ".c-who").await.unchecked_into::<HtmlElement>().click();
    page.is_at("Tour crew").await;
}

#[wasm_bindgen_test]
async fn a_click_on_or_beside_a_control_does_not() {
    let page = list().await;
    for class in [".c-check", ".c-menu", ".c-check input"] {
        cell(&page, "Tour crew", class).await.unchecked_into::<HtmlElement>().click();
        page.settles().await;
        page.is_at("User segments").await;
    }
    page.sees("1 selected").await;
}

#[wasm_bindgen_test]
async fn with_ctrl_or_the_middle_button_it_opens_in_a_new_tab() {
    let page = list().await;
    let opened: js_sys::Array = js_sys::eval(OPENED).unwrap().unchecked_into();
    let who = cell(&page, "Tour crew", ".c-who").await;
    let ctrl = MouseEventInit::new();
    ctrl.set_ctrl_key(true);
    click(&who, "click", &ctrl);
    let middle = MouseEventInit::new();
    middle.set_button(1);
    click(&who, "auxclick", &middle);
    let right = MouseEventInit::new();
    right.set_button(2);
    click(&who, "auxclick", &right);
    page.settles().await;
    let id = page.account.the("Tour crew").await.id;
    let address = format!("/segments/{id}");
    let opened: Vec<String> = opened.iter().filter_map(|address| address.as_string()).collect();
    assert_eq!(opened, [address.clone(), address]);
    page.is_at("User segments").await;
}

#[wasm_bindgen_test]
async fn marking_text_opens_nothing() {
    let page = list().await;
    let who = cell(&page, "Tour crew", ".c-who").await;
    let selection = window().get_selection().unwrap().unwrap();
    selection.select_all_children(&who).unwrap();
    click(&who, "click", &MouseEventInit::new());
    page.settles().await;
    page.is_at("User segments").await;
    selection.remove_all_ranges().unwrap();
    assert!(document().get_selection().unwrap().unwrap().is_collapsed());
}
