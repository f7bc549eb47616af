//! What surrounds every screen: where one is, who one is, and how it looks.

use leptos::prelude::{document, window};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, until};

#[wasm_bindgen_test]
async fn it_says_whose_account_it_is_and_who_is_signed_in() {
    let page = Page::open("/segments").await;
    page.sees_in("Main", "Fernhollow Sandbox · Enterprise").await;
    page.sees_in("Main", "Marta Lindqvist Help center manager").await;
}

#[wasm_bindgen_test]
async fn focus_moves_to_the_heading_after_a_navigation_but_not_at_the_first_page() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    assert_ne!(page.focused(), "User segments");
    page.click_link("Tour crew").await;
    page.has_focus_on("Tour crew").await;
    assert!(page.element("h1:focus").is_some());
    page.click_link("Segments").await;
    page.has_focus_on("User segments").await;
}

#[wasm_bindgen_test]
async fn the_current_place_is_marked_in_the_navigation() {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    let current = page.element("nav[aria-label=Main] [aria-current=page]");
    assert!(current.is_some());
    page.sees_in("Breadcrumb", "Segments New segment").await;
}

#[wasm_bindgen_test]
async fn an_address_that_leads_nowhere_says_so_and_leads_back() {
    let page = Page::open("/no/such/page").await;
    page.is_at("Page not found").await;
    page.sees("The link may be outdated or mistyped.").await;
    page.click_link("Go to user segments").await;
    page.is_at("User segments").await;
}

#[wasm_bindgen_test]
async fn an_id_that_is_none_leads_nowhere() {
    let page = Page::open("/segments/abc").await;
    page.is_at("Page not found").await;
}

#[wasm_bindgen_test]
async fn the_theme_is_chosen_and_kept() {
    let page = Page::open("/segments").await;
    page.sees_in("Main", "Marta Lindqvist").await;
    let light = background();
    page.pick("Marta Lindqvist Help center manager: settings", "Dark theme").await;
    until("another ground", || (background() != light).then_some(())).await;
    let root = document().document_element().unwrap();
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    let storage = window().local_storage().unwrap().unwrap();
    assert_eq!(storage.get_item("guidepost.theme").unwrap().as_deref(), Some("dark"));
    page.pick("Marta Lindqvist Help center manager: settings", "System theme").await;
    assert_eq!(root.get_attribute("data-theme"), None);
    assert_eq!(storage.get_item("guidepost.theme").unwrap(), None);
}

fn background() -> String {
    let root = document().document_element().unwrap();
    let style = window().get_computed_style(&root).unwrap().unwrap();
    style.get_property_value("background-color").unwrap()
}

#[wasm_bindgen_test]
async fn every_control_of_the_screens_has_a_name() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    assert_eq!(nameless(&page), Vec::<String>::new());
    page.click_link("VIP care team").await;
    page.is_at("VIP care team").await;
    page.sees_in("Used by", "1 topic").await;
    assert_eq!(nameless(&page), Vec::<String>::new());
}

fn nameless(page: &Page) -> Vec<String> {
    let controls = page.elements("button, a[href], input, select, textarea, [role=listbox]");
    let nameless =
        controls.into_iter().filter(|control| crate::support::name_of(control).is_empty());
    nameless.map(|control| control.outer_html()).collect()
}

#[wasm_bindgen_test]
async fn no_id_stands_twice_in_a_page() {
    let page = Page::open("/segments").await;
    page.sees("40 segments").await;
    page.click_link("VIP care team").await;
    page.is_at("VIP care team").await;
    let mut ids: Vec<String> = page.elements("[id]").iter().map(web_sys::Element::id).collect();
    ids.sort();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all);
}
