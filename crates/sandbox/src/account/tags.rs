//! Tags as tickets use them.

use guidepost_model::{limits, tag};
use rusqlite::Connection;

use crate::paging::{Listing, Order, Page, PageRequest};

/// A tag, and on how many tickets it is.
#[derive(Debug)]
pub(crate) struct UsedTag {
    pub(crate) name: String,
    pub(crate) count: u64,
}

/// A page of the tags on tickets, the most used ones first.
pub(crate) fn used_tags(
    connection: &Connection,
    page: &PageRequest,
) -> rusqlite::Result<Page<UsedTag>> {
    let listing = Listing {
        columns: "tag, uses",
        from: "(SELECT tag, uses, row_number() OVER (ORDER BY uses DESC, tag) AS rank FROM ticket_tags)",
        join: "",
        condition: "1",
        key: "rank",
        order: Order::Ascending,
        parameters: Vec::new(),
    };
    listing.page(connection, page, |row| {
        Ok(UsedTag { name: row.get("tag")?, count: row.get("uses")? })
    })
}

/// The most used tags in which a word begins so: at most as many as Zendesk suggests.
pub(crate) fn suggested_tags(
    connection: &Connection,
    beginning: &str,
) -> rusqlite::Result<Vec<String>> {
    let beginning = tag::normalize(beginning);
    let mut statement = connection.prepare_cached(
        "SELECT tag FROM ticket_tags WHERE instr(tag, ?1) > 0 ORDER BY uses DESC, tag",
    )?;
    let mut suggested = Vec::new();
    let mut rows = statement.query([&beginning])?;
    while let Some(row) = rows.next()? {
        let found: String = row.get(0)?;
        if tag::matches(&found, &beginning) {
            suggested.push(found);
        }
        if suggested.len() == limits::TAG_SUGGESTIONS {
            break;
        }
    }
    Ok(suggested)
}
