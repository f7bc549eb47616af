//! Tags as tickets use them.

use guidepost_model::{limits, tag};
use rusqlite::Connection;

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
