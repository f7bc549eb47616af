//! What a cell shows and does.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::{MATRIX, open};
use crate::support::until;

#[wasm_bindgen_test]
async fn publish_shows_edit_as_implied_which_cannot_be_switched() {
    let page = open().await;
    let implied = "Aa tuners, C wiki: Edit, included in Publish";
    page.is_switched(implied, true).await;
    assert_eq!(page.cell(implied).await.get_attribute("aria-disabled").unwrap(), "true");
    page.switch(implied).await;
    page.is_switched(implied, true).await;
    page.sees("Publish includes edit. Remove Publish to change it.").await;
    assert!(!page.shows("unsaved change"));
    page.switch("Aa tuners, C wiki: Publish").await;
    page.sees_no_more("Remove Publish to change it.").await;
}

#[wasm_bindgen_test]
async fn granting_publish_implies_edit_and_taking_it_back_leaves_the_edit_that_was_there() {
    let page = open().await;
    page.switch("Aa tuners, B notes: Publish").await;
    page.is_switched("Aa tuners, B notes: Edit, included in Publish", true).await;
    assert!(!page.is_marked("Aa tuners, B notes: Edit, included in Publish"), "it had edit before");
    page.switch("Aa tuners, B notes: Publish").await;
    page.is_switched("Aa tuners, B notes: Edit", true).await;
    page.sees_no_more("unsaved change").await;
}

#[wasm_bindgen_test]
async fn a_changed_cell_is_marked_until_it_is_as_before() {
    let page = open().await;
    page.switch("Ab movers, A guides: Publish").await;
    page.sees("1 unsaved change").await;
    assert!(page.is_marked("Ab movers, A guides: Publish"));
    let follows = "Ab movers, A guides: Edit, included in Publish";
    assert!(!page.is_marked(follows), "as many marks as are counted");
    page.switch("Aa tuners, B notes: Edit").await;
    page.sees("2 unsaved changes").await;
    page.sees("A guides, B notes").await;
    assert!(page.is_marked("Aa tuners, B notes: Edit"), "a removal is a change too");
    page.click_button("Discard").await;
    page.sees_no_more("unsaved change").await;
    page.is_switched("Aa tuners, B notes: Edit", true).await;
    assert!(!page.is_marked("Aa tuners, B notes: Edit"));
}

#[wasm_bindgen_test]
async fn built_in_groups_are_shown_and_not_switched() {
    let page = open().await;
    page.sees("Editors and publishers").await;
    page.sees("Content team, Editors and publishers: Publish, granted, locked").await;
    assert!(page.element("input[aria-label*='Editors and publishers']").is_none());
    let cell = page.element(".cell.matrix__locked").unwrap();
    cell.unchecked_ref::<HtmlElement>().click();
    page.sees("Built into Zendesk. You can’t edit or delete it.").await;
}

#[wasm_bindgen_test]
async fn rows_and_columns_have_totals_that_count_the_changes() {
    let page = open().await;
    let row_total = |name: &str| {
        let row = page.element(&format!(".matrix__row a[title^='{name}']")).unwrap();
        let row = row.closest(".matrix__row").unwrap().unwrap();
        row.query_selector(".matrix__total").unwrap().unwrap().text_content().unwrap()
    };
    assert_eq!(row_total("Aa tuners"), "2 / 1", "edit in B notes, publish in C wiki");
    assert_eq!(row_total("Ab movers"), "0 / 0");
    page.switch("Ab movers, A guides: Publish").await;
    assert_eq!(row_total("Ab movers"), "1 / 1");
    assert_eq!(row_total("Aa tuners"), "2 / 1");
    let edit = page.cell("Ab movers, A guides: Edit, included in Publish").await;
    let column = edit.closest("td").unwrap().unwrap().get_attribute("aria-colindex").unwrap();
    let head = page.element(&format!(".matrix__privilege[aria-colindex='{column}']")).unwrap();
    assert_eq!(head.text_content().unwrap(), "Edit1");
}

#[wasm_bindgen_test]
async fn the_column_of_the_focus_is_marked_up_to_its_name() {
    let page = open().await;
    let marked = || page.elements(".matrix__privilege.is-crossed");
    assert!(marked().is_empty());
    let cell = page.cell("Aa tuners, B notes: Publish").await;
    cell.focus().unwrap();
    page.settles().await;
    let column = cell.closest("td").unwrap().unwrap();
    assert_eq!(marked().len(), 1);
    assert_eq!(marked()[0].get_attribute("aria-colindex"), column.get_attribute("aria-colindex"));
    let mark = page.element(".matrix__column-mark").unwrap().get_bounding_client_rect();
    let cell = column.get_bounding_client_rect();
    assert!((mark.left() - cell.left()).abs() < 2.0, "{} beside {}", mark.left(), cell.left());
}

#[wasm_bindgen_test]
async fn changes_survive_a_reload_and_can_be_discarded_then() {
    let page = open().await;
    page.switch("Ab movers, A guides: Edit").await;
    page.sees("1 unsaved change").await;
    page.reload();
    page.sees("Unsaved changes restored").await;
    page.is_switched("Ab movers, A guides: Edit", true).await;
    assert!(page.is_marked("Ab movers, A guides: Edit"));
    page.click_button("Discard changes").await;
    page.is_switched("Ab movers, A guides: Edit", false).await;
    page.reload();
    page.cell("Ab movers, A guides: Edit").await;
    assert!(!page.shows("Unsaved changes restored"));
}

#[wasm_bindgen_test]
async fn leaving_with_changes_asks_first() {
    let page = open().await;
    page.switch("Ab movers, A guides: Edit").await;
    page.click_on(".nav__link[href='/segments']").await;
    page.is_asked("Leave without saving?").await;
    page.sees("You have unsaved changes to the matrix.").await;
    page.click_button("Keep editing").await;
    page.is_asked_nothing().await;
    page.is_addressed(MATRIX).await;
}

#[wasm_bindgen_test]
async fn a_group_without_publish_is_marked_as_it_stands_with_the_changes() {
    let page = open().await;
    page.switch("Aa tuners, C wiki: Publish").await;
    let head = page.element("[title='C wiki']").unwrap().parent_element().unwrap();
    assert!(head.text_content().unwrap().contains("Managers only"));
    page.switch("Aa tuners, C wiki: Publish").await;
    page.settles().await;
    assert!(!head.text_content().unwrap().contains("Managers only"));
}

#[wasm_bindgen_test]
async fn the_whole_cell_is_there_to_be_hit() {
    let page = open().await;
    let cell = page.cell("Ab movers, A guides: Edit").await.closest("td").unwrap().unwrap();
    cell.unchecked_ref::<HtmlElement>().click();
    page.is_switched("Ab movers, A guides: Edit", true).await;
    page.has_focus_on("Ab movers, A guides: Edit").await;
    let implied = page.cell("Aa tuners, C wiki: Edit, included in Publish").await;
    implied.closest("td").unwrap().unwrap().unchecked_ref::<HtmlElement>().click();
    page.settles().await;
    page.sees("1 unsaved change").await;
}

#[wasm_bindgen_test]
async fn the_tooltip_of_a_name_has_its_rule() {
    let page = open().await;
    let title_of = |name: &str| {
        let links = page.elements(".matrix a");
        let link = links.into_iter().find(|link| link.text_content().as_deref() == Some(name));
        link.and_then(|link| link.get_attribute("title")).unwrap_or_default()
    };
    let cell = page.cell("Aa tuners, B notes: Edit").await;
    cell.focus().unwrap();
    page.press("Home").await;
    page.has_focus_on("Aa tuners").await;
    until("the segment's rule", || title_of("Aa tuners").contains("made_up").then_some(())).await;
    cell.focus().unwrap();
    page.press("ArrowUp ArrowUp ArrowUp").await;
    page.has_focus_on("B notes").await;
    until("what the group grants", || {
        title_of("B notes").contains("People in Aa tuners can edit").then_some(())
    })
    .await;
    page.switch("Ab movers, B notes: Edit").await;
    cell.focus().unwrap();
    page.press("ArrowUp ArrowUp ArrowUp").await;
    until("with the changes", || {
        title_of("B notes").contains("Aa tuners and Ab movers").then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_click_with_shift_switches_all_cells_from_the_last_one_on() {
    let page = open().await;
    page.switch("Aa tuners, A guides: Edit").await;
    page.click_with_shift("Ab movers, C wiki: Edit").await;
    for group in ["A guides", "B notes", "C wiki"] {
        page.is_switched(&format!("Ab movers, {group}: Edit"), true).await;
    }
    page.is_switched("Aa tuners, A guides: Edit", true).await;
    // B notes had it, and in C wiki it comes with publish.
    page.sees("4 unsaved changes").await;
}
