//! The navigation of a narrow page.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, until};

fn is_inert(page: &Page) -> bool {
    page.element("#main").is_some_and(|main| main.has_attribute("inert"))
}

async fn open_drawer(page: &Page) {
    page.sees("40 segments").await;
    page.focus_button("Open navigation").await;
    page.press("Enter").await;
    page.has_focus_on_start("Segments").await;
}

#[wasm_bindgen_test]
async fn it_takes_focus_and_the_page_behind_it_rests() {
    let page = Page::open("/segments").await;
    let _narrow = page.is_narrow();
    open_drawer(&page).await;
    let drawer = page.element("[role=dialog][aria-modal=true]").expect("the drawer is a dialog");
    assert_eq!(crate::support::name_of(&drawer), "Navigation");
    assert!(is_inert(&page));
    page.press("j n ?").await;
    page.settles().await;
    page.is_at("User segments").await;
    assert!(page.element("dialog[open]").is_none());
}

#[wasm_bindgen_test]
async fn escape_closes_it_and_gives_focus_back() {
    let page = Page::open("/segments").await;
    let _narrow = page.is_narrow();
    open_drawer(&page).await;
    page.press("Escape").await;
    page.has_focus_on("Open navigation").await;
    assert!(!is_inert(&page));
    assert!(page.element("[role=dialog]").is_none());
}

#[wasm_bindgen_test]
async fn a_menu_in_it_takes_its_own_escape() {
    let page = Page::open("/segments").await;
    let _narrow = page.is_narrow();
    open_drawer(&page).await;
    page.click_button("Marta Lindqvist Help center manager: settings").await;
    page.has_focus_on("System theme").await;
    page.press("Escape").await;
    page.has_focus_on("Marta Lindqvist Help center manager: settings").await;
    assert!(is_inert(&page));
    page.click_button("Close navigation").await;
    page.has_focus_on("Open navigation").await;
}

#[wasm_bindgen_test]
async fn a_link_closes_it_also_where_one_is_already() {
    let page = Page::open("/segments").await;
    let _narrow = page.is_narrow();
    open_drawer(&page).await;
    page.press("Enter").await;
    until("the page to be free", || (!is_inert(&page)).then_some(())).await;
    page.has_focus_on("Open navigation").await;

    open_drawer(&page).await;
    page.click_on("#nav a[href='/permission-groups']").await;
    page.is_at("Permission groups").await;
    page.has_focus_on("Permission groups").await;
    assert!(!is_inert(&page));
}
