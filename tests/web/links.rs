//! Which clicks on links the app takes over, and which are the browser's.

use std::{cell::Cell, rc::Rc};

use leptos::{ev, prelude::window_event_listener};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, MouseEvent, MouseEventInit};

use crate::support::Page;

/// Clicks, and tells whether the app took the click over. What it leaves to the browser the browser does not do here.
#[expect(clippy::disallowed_methods, reason = "the listener is removed before this returns")]
fn is_taken_over(link: &Element, how: &MouseEventInit) -> bool {
    let taken = Rc::new(Cell::new(false));
    let last = {
        let taken = taken.clone();
        window_event_listener(ev::click, move |event| {
            taken.set(event.default_prevented());
            event.prevent_default();
        })
    };
    how.set_bubbles(true);
    how.set_cancelable(true);
    let click = MouseEvent::new_with_mouse_event_init_dict("click", how).unwrap();
    link.dispatch_event(&click).unwrap();
    last.remove();
    taken.get()
}

#[wasm_bindgen_test]
async fn a_plain_click_on_a_link_is_the_apps_and_leads_there() {
    let page = Page::open("/segments").await;
    page.is_at("User segments").await;
    let link = page.element("a[href='/segments/new']").unwrap();
    assert!(is_taken_over(&link, &MouseEventInit::new()));
    page.is_at("New segment").await;
    page.is_addressed("/segments/new").await;
    page.go_back();
    page.is_at("User segments").await;
}

#[wasm_bindgen_test]
async fn a_click_for_a_new_tab_is_the_browsers() {
    let page = Page::open("/segments").await;
    page.is_at("User segments").await;
    let link = page.element("a[href='/segments/new']").unwrap();
    for modify in [
        MouseEventInit::set_ctrl_key,
        MouseEventInit::set_meta_key,
        MouseEventInit::set_shift_key,
        MouseEventInit::set_alt_key,
    ] {
        let how = MouseEventInit::new();
        modify(&how, true);
        assert!(!is_taken_over(&link, &how));
    }
    let middle = MouseEventInit::new();
    middle.set_button(1);
    assert!(!is_taken_over(&link, &middle));
    page.is_addressed("/segments").await;
}

#[wasm_bindgen_test]
async fn a_link_within_the_page_and_one_to_another_site_are_the_browsers() {
    let page = Page::open("/segments").await;
    page.is_at("User segments").await;
    let skip = page.element("a.skip-link").unwrap();
    assert!(!is_taken_over(&skip, &MouseEventInit::new()));
    skip.set_attribute("href", "https://support.zendesk.com/hc").unwrap();
    assert!(!is_taken_over(&skip, &MouseEventInit::new()));
    page.is_at("User segments").await;
}
