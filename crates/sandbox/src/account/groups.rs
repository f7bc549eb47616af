//! Groups of agents in the database.

use guidepost_model::{GroupId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row};

use super::row::{id, time};
use crate::paging::{Listing, Order, Page, PageRequest};

const COLUMNS: &str = "id, name, description, is_default, deleted, created_at, updated_at";

/// A group as it is stored. A deleted one stays, marked as such.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: GroupId,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) default: bool,
    pub(crate) deleted: bool,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// A page of the account's groups, deleted ones too unless they are excluded.
pub(crate) fn groups(
    connection: &Connection,
    exclude_deleted: bool,
    page: &PageRequest,
) -> rusqlite::Result<Page<Group>> {
    let listing = Listing {
        columns: COLUMNS,
        from: "groups",
        join: "",
        condition: if exclude_deleted { "deleted = 0" } else { "1" },
        key: "id",
        order: Order::Ascending,
        parameters: Vec::new(),
    };
    listing.page(connection, page, read)
}

/// One group.
pub(crate) fn group(connection: &Connection, id: GroupId) -> rusqlite::Result<Option<Group>> {
    let sql = format!("SELECT {COLUMNS} FROM groups WHERE id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.0], read).optional()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group {
        id: id(row, "id")?,
        name: row.get("name")?,
        description: row.get("description")?,
        default: row.get("is_default")?,
        deleted: row.get("deleted")?,
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
    })
}
