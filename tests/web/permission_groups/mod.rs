//! The list of management permission groups.

mod articles;
mod deletion;
mod limits;
mod list;
mod search;
mod trouble;

use crate::support::{Page, shown_text};

const LIST: &str = "/permission-groups";
const ARTICLES: &str = "/api/v2/help_center/articles";

/// The list, once every group is in it.
async fn list() -> Page {
    let page = Page::open(LIST).await;
    page.sees("10 permission groups, built-ins first").await;
    page
}

/// What stands in a column of a group's row.
async fn cell(page: &Page, group: &str, column: &str) -> String {
    let cell = page.row(group).await.query_selector(&format!(".c-{column}")).unwrap();
    shown_text(&cell.expect("a row has every column"))
}
