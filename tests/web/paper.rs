//! What is printed: whole, and without what only a screen can use.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::support::{Account, Page, shown_text};

fn is_seen(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    rect.width() > 0.0 && rect.height() > 0.0
}

/// The rows whose text does not fit.
fn cut(page: &Page, selector: &str) -> Vec<String> {
    let is_cut = |element: &Element| {
        element.scroll_width() > element.client_width() + 1
            || element.scroll_height() > element.client_height() + 1
    };
    page.elements(selector).iter().filter(|element| is_cut(element)).map(shown_text).collect()
}

#[wasm_bindgen_test]
async fn a_list_is_printed_whole_with_nothing_but_the_list() {
    let page = Page::open("/segments?sort=name").await;
    page.sees("40 segments").await;
    page.sees("Halden School of Music").await;
    let _paper = page.is_printed().await;
    assert_eq!(page.rows().len(), 40);
    for hidden in ["#nav", ".toolbar", ".page__actions", "tbody .check", "tbody .c-menu button"] {
        assert!(!page.element(hidden).is_some_and(|element| is_seen(&element)), "{hidden}");
    }
    assert!(is_seen(&page.element("h1").unwrap()));
    assert_eq!(cut(&page, "tbody .name-cell a, tbody .rule, tbody .chip"), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn names_of_segments_in_the_groups_list_are_printed_in_full() {
    let page = Page::open("/permission-groups").await;
    page.sees("10 permission groups").await;
    page.sees("Repair bench leads").await;
    let _paper = page.is_printed().await;
    let parts = "tbody .name-cell a, tbody .holders, tbody .chip__label, tbody .holders__and";
    assert_eq!(cut(&page, parts), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn the_matrix_is_printed_with_the_names_of_its_rows_and_columns() {
    let page = Page::open("/permission-groups/matrix").await;
    page.sees("15 segments × 10 groups").await;
    page.click_on("[aria-label='Field service, Dealer portal: Publish']").await;
    page.sees("1 unsaved change").await;
    let paper = page.is_printed().await;
    assert!(!is_seen(&page.element(".matrix-box").unwrap()));
    let tables = page.elements(".paper-matrix table");
    assert_eq!(tables.len(), 2, "8 groups a table");
    let heads: Vec<String> =
        page.elements(".paper-matrix th[colspan]").iter().map(shown_text).collect();
    assert_eq!(heads.len(), 10);
    assert_eq!(heads[..2], ["Admins", "Editors and publishers"]);
    for table in &tables {
        assert_eq!(table.query_selector_all("tbody tr").unwrap().length(), 15);
        assert!(is_seen(table));
    }
    let lines: Vec<String> =
        page.elements(".paper-matrix tbody tr").iter().map(shown_text).collect();
    assert!(
        lines.iter().any(|line| line.starts_with("Content team") && line.contains("(✓) ✓")),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line.starts_with("Field service") && line.ends_with("(✓) ✓ •")),
        "{lines:?}"
    );
    drop(paper);
    page.settles().await;
    assert!(page.elements(".paper-matrix table").is_empty());
}

#[wasm_bindgen_test]
async fn a_form_is_printed_with_all_that_it_holds() {
    let account = Account::fresh().await;
    let many = account.the("Stage piano specialists").await;
    let page = Page::open_on(account, &format!("/segments/{}", many.id)).await;
    page.is_at("Stage piano specialists").await;
    page.sees("more").await;
    let all = many.tags.len() + many.or_tags.len() + many.group_ids.len();
    assert!(page.elements(".chip--input").len() < all);
    let paper = page.is_printed().await;
    assert_eq!(page.elements(".chip--input").len(), all);
    let buttons = page.elements("main button");
    assert!(!buttons.is_empty() && !buttons.iter().any(is_seen));
    drop(paper);
    page.settles().await;
    assert!(page.elements(".chip--input").len() < all);
}
