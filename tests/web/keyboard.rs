//! The list by keyboard.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, shown_text};

async fn list() -> Page {
    let page = Page::open("/segments?sort=name").await;
    page.sees("40 segments").await;
    page
}

fn row_of_cursor(page: &Page) -> String {
    let name = page.element("tbody tr:focus-within .table__name");
    name.map(|name| shown_text(&name)).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_slash_moves_to_the_search() {
    let page = list().await;
    page.press("/").await;
    page.has_focus_on("Search segments").await;
    page.holds("Search segments", "").await;
}

#[wasm_bindgen_test]
async fn j_and_k_move_a_cursor_and_enter_opens_its_row() {
    let page = list().await;
    page.press("j j j").await;
    assert_eq!(row_of_cursor(&page), "All registered owners");
    page.press("k ArrowDown ArrowDown").await;
    assert_eq!(row_of_cursor(&page), "Artist roster");
    page.press("Enter").await;
    page.is_at("Artist roster").await;
}

#[wasm_bindgen_test]
async fn the_cursor_is_the_focus_and_says_its_row() {
    let page = list().await;
    page.press("j").await;
    page.has_focus_on("Agents and admins").await;
    page.press("j j").await;
    page.has_focus_on("All registered owners").await;
    page.press("End").await;
    page.has_focus_on("日本の特約店").await;
    page.press("Home k").await;
    page.has_focus_on("Agents and admins").await;
}

#[wasm_bindgen_test]
async fn keys_act_on_the_row_that_has_focus_and_on_no_other() {
    let page = list().await;
    page.press("j j j").await;
    page.has_focus_on("All registered owners").await;
    page.focus_button("User type").await;
    page.press("x e Delete").await;
    page.settles().await;
    page.is_at("User segments").await;
    assert!(!page.shows("selected"));
    page.is_asked_nothing().await;
    page.press("j").await;
    page.has_focus_on("All registered owners").await;
}

#[wasm_bindgen_test]
async fn arrows_are_the_pages_while_focus_is_elsewhere() {
    let page = list().await;
    page.press("ArrowDown End Home").await;
    page.settles().await;
    assert_eq!(row_of_cursor(&page), "");
    page.type_into("Search segments", "").await;
    page.press("Enter").await;
    page.has_focus_on("Agents and admins").await;
    page.press("ArrowDown").await;
    page.has_focus_on("Signed-in users").await;
}

#[wasm_bindgen_test]
async fn delete_is_about_the_selection_when_there_is_one() {
    let account = Account::fresh().await;
    for name in ["Made up A", "Made up B", "Made up C"] {
        account.create(json!({ "name": name })).await;
    }
    let page = Page::open_on(account, "/segments?q=made&sort=name").await;
    page.lists(&["Made up A", "Made up B", "Made up C"]).await;
    page.press("j x j x j").await;
    page.has_focus_on("Made up C").await;
    page.press("Delete").await;
    page.is_asked("Delete 2 segments?").await;
    page.press("Escape").await;
    page.has_focus_on("Made up C").await;
}

#[wasm_bindgen_test]
async fn x_selects_and_escape_lets_go() {
    let page = list().await;
    page.press("j j j x j x").await;
    page.sees("2 selected").await;
    page.press("Escape").await;
    page.sees_no_more("2 selected").await;
    assert_eq!(row_of_cursor(&page), "Artist roster");
}

#[wasm_bindgen_test]
async fn a_built_in_row_can_be_neither_selected_nor_deleted() {
    let page = list().await;
    page.press("j x Delete").await;
    page.settles().await;
    assert_eq!(row_of_cursor(&page), "Agents and admins");
    assert!(!page.shows("selected"));
    assert!(!page.shows("Deleted"));
}

#[wasm_bindgen_test]
async fn n_begins_a_new_segment() {
    let page = list().await;
    page.press("n").await;
    page.is_at("New segment").await;
    page.is_addressed("/segments/new").await;
}

#[wasm_bindgen_test]
async fn keys_rest_while_somebody_types() {
    let page = list().await;
    page.type_into("Search segments", "jnx").await;
    page.sees("No segment matches").await;
    page.is_addressed("/segments?q=jnx&sort=name").await;
}

#[wasm_bindgen_test]
async fn a_question_mark_lists_the_keys_and_escape_closes_them() {
    let page = list().await;
    page.press("?").await;
    page.is_asked("Keyboard shortcuts").await;
    page.sees("Next row").await;
    page.press("Escape").await;
    page.is_asked_nothing().await;
}

#[wasm_bindgen_test]
async fn a_menu_is_moved_in_by_arrows_and_escape_gives_focus_back() {
    let page = list().await;
    page.click_button("Actions for Artist roster").await;
    page.has_focus_on("Edit").await;
    page.press("ArrowDown").await;
    assert_eq!(page.focused(), "Duplicate");
    page.press("End").await;
    assert_eq!(page.focused(), "Delete…");
    page.press("ArrowDown").await;
    assert_eq!(page.focused(), "Edit");
    page.press("Escape").await;
    page.has_focus_on("Actions for Artist roster").await;
    assert!(page.element("[role=menu]").is_none());
}
