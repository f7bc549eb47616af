//! Going back from every screen with the focus on each of its controls: an element that is taken out of the page while
//! it has focus is told so, and what hears it must still be there.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::support::{Account, Page, name_of, until};

const LIST: &str = "User segments";
const CONTROLS: &str = "a[href], button:not([disabled]), input:not([disabled]), [tabindex]";

/// A screen, and how one sees that all of it is there.
struct Screen {
    address: String,
    ready: fn(&Page) -> bool,
    /// What to type a name into, so that leaving asks.
    change: Option<&'static str>,
}

/// What can have focus in the part of the page that goes with its screen.
fn controls(page: &Page) -> Vec<HtmlElement> {
    let shown = |control: &Element| {
        let place = control.get_bounding_client_rect();
        place.width() > 0.0 && place.height() > 0.0
    };
    let main = page.element("main").unwrap();
    let found = main.query_selector_all(CONTROLS).unwrap();
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<Element>().ok())
        .filter(shown)
        .filter_map(|control| control.dyn_into::<HtmlElement>().ok())
        .filter(|control| control.tab_index() >= 0)
        .collect()
}

/// Focus as a click gives it: a box that suggests something opens.
fn point_at(control: &HtmlElement) {
    control.focus().unwrap();
    if control.get_attribute("role").as_deref() == Some("combobox") {
        control.click();
    }
}

async fn open(page: &Page, screen: &Screen) {
    page.visit(&screen.address).await;
    until("the whole screen", || (screen.ready)(page).then_some(())).await;
}

/// Goes back from each control, as the form is and with something typed.
async fn leave_from_everywhere(page: Page, screen: Screen) {
    page.is_at(LIST).await;
    open(&page, &screen).await;
    let count = controls(&page).len();
    assert!(count > 0, "{} has controls", screen.address);
    let ways: &[bool] = if screen.change.is_some() { &[false, true] } else { &[false] };
    for at in 0..count {
        for changed in ways {
            open(&page, &screen).await;
            if let (true, Some(field)) = (*changed, screen.change) {
                page.type_into(field, &format!("Left from {at}")).await;
            }
            let Some(control) = controls(&page).into_iter().nth(at) else { continue };
            let name = name_of(&control);
            point_at(&control);
            page.settles().await;
            page.go_back();
            if *changed {
                page.is_asked("Leave without saving?").await;
                page.click_button("Leave without saving").await;
            }
            page.is_at(LIST).await;
            page.settles().await;
            assert!(!page.has_crashed(), "leaving {} from “{name}”", screen.address);
        }
    }
}

async fn from_list() -> Page {
    Page::open("/segments").await
}

fn has_field(page: &Page) -> bool {
    page.element("form input").is_some()
}

fn has_used_by(page: &Page) -> bool {
    has_field(page) && page.shows("Used by") && page.element("form .chip").is_some()
}

fn has_matrix(page: &Page) -> bool {
    page.element(".matrix input").is_some()
}

#[wasm_bindgen_test]
async fn a_new_segment_is_left_from_anywhere() {
    let (address, change) = ("/segments/new".to_owned(), Some("Name"));
    leave_from_everywhere(from_list().await, Screen { address, ready: has_field, change }).await;
}

#[wasm_bindgen_test]
async fn a_segment_with_chips_is_left_from_anywhere() {
    let account = Account::fresh().await;
    let address = format!("/segments/{}", account.the("VIP care team").await.id);
    let page = Page::open_on(account, "/segments").await;
    let screen = Screen { address, ready: has_used_by, change: Some("Name") };
    leave_from_everywhere(page, screen).await;
}

#[wasm_bindgen_test]
async fn a_new_permission_group_is_left_from_anywhere() {
    let (address, change) = ("/permission-groups/new".to_owned(), Some("Name"));
    let ready = |page: &Page| page.element(".privileges .table__name").is_some();
    // The rows of its table are all alike.
    let page = Page::open_on(few_staff_segments().await, "/segments").await;
    leave_from_everywhere(page, Screen { address, ready, change }).await;
}

#[wasm_bindgen_test]
async fn the_permission_groups_are_left_from_anywhere() {
    let address = "/permission-groups".to_owned();
    let ready = |page: &Page| page.element("tr[data-permission-group]").is_some();
    leave_from_everywhere(from_list().await, Screen { address, ready, change: None }).await;
}

#[wasm_bindgen_test]
async fn the_matrix_is_left_from_anywhere() {
    let address = "/permission-groups/matrix".to_owned();
    let page = Page::open_on(few_staff_segments().await, "/segments").await;
    leave_from_everywhere(page, Screen { address, ready: has_matrix, change: None }).await;
}

#[wasm_bindgen_test]
async fn a_page_that_does_not_exist_is_left_from_anywhere() {
    let address = "/nowhere".to_owned();
    let ready = |page: &Page| page.shows("Page not found");
    leave_from_everywhere(from_list().await, Screen { address, ready, change: None }).await;
}

#[wasm_bindgen_test]
async fn the_list_is_left_from_anywhere() {
    let page = Page::open("/nowhere").await;
    page.is_at("Page not found").await;
    for at in 0.. {
        page.visit("/segments?q=dealer").await;
        page.row("Gold dealers").await;
        let Some(control) = controls(&page).into_iter().nth(at) else { break };
        point_at(&control);
        page.settles().await;
        page.go_back();
        page.is_at("Page not found").await;
        page.settles().await;
    }
}

#[wasm_bindgen_test]
async fn the_help_is_left_with_the_focus_in_it() {
    let page = from_list().await;
    page.is_at(LIST).await;
    page.press("?").await;
    page.is_asked("Keyboard shortcuts").await;
    page.visit("/permission-groups").await;
    page.press("Escape").await;
    page.is_at("Permission groups").await;
}

/// An account whose tables are short.
async fn few_staff_segments() -> Account {
    let account = Account::fresh().await;
    let staff = account.all().await.into_iter().filter(|segment| {
        !segment.built_in && segment.user_type.as_str() == "staff" && segment.name != "Tour crew"
    });
    for segment in staff.skip(2) {
        account.delete(segment.id).await;
    }
    account
}
