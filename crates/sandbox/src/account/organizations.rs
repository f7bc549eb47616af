//! Organizations in the database.

use guidepost_model::{OrganizationId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row};

use super::row::{id, json, time, to_json};
use crate::paging::{Listing, Order, Page, PageRequest};

const COLUMNS: &str = "id, name, domain_names, tags, external_id, created_at, updated_at";

/// An organization as it is stored.
#[derive(Debug)]
pub(crate) struct Organization {
    pub(crate) id: OrganizationId,
    pub(crate) name: String,
    pub(crate) domain_names: Vec<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) external_id: Option<String>,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// The form of a name in which its beginnings are looked up.
pub(crate) fn search_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// A page of the account's organizations; of those whose name begins so, if a beginning is given.
pub(crate) fn organizations(
    connection: &Connection,
    beginning: Option<&str>,
    page: &PageRequest,
) -> rusqlite::Result<Page<Organization>> {
    let beginning = beginning.map(search_key);
    // A range and not LIKE: it uses the index, and '%' in what was typed means itself. U+10FFFF sorts after
    // every character a name can go on with.
    let condition = match beginning {
        Some(_) => "search_key >= ?1 AND search_key < ?1 || char(0x10FFFF)",
        None => "1",
    };
    let listing = Listing {
        columns: COLUMNS,
        from: "organizations",
        join: "",
        condition,
        key: "id",
        order: Order::Ascending,
        parameters: beginning.map(Into::into).into_iter().collect(),
    };
    listing.page(connection, page, read)
}

/// One organization.
pub(crate) fn organization(
    connection: &Connection,
    id: OrganizationId,
) -> rusqlite::Result<Option<Organization>> {
    let sql = format!("SELECT {COLUMNS} FROM organizations WHERE id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.0], read).optional()
}

/// Those of these organizations that there are.
pub(crate) fn organizations_by_id(
    connection: &Connection,
    ids: &[u64],
    page: &PageRequest,
) -> rusqlite::Result<Page<Organization>> {
    let listing = Listing {
        columns: COLUMNS,
        from: "organizations",
        join: "",
        condition: "id IN (SELECT value FROM json_each(?1))",
        key: "id",
        order: Order::Ascending,
        parameters: vec![to_json(ids).into()],
    };
    listing.page(connection, page, read)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Organization> {
    Ok(Organization {
        id: id(row, "id")?,
        name: row.get("name")?,
        domain_names: json(row, "domain_names")?,
        tags: json(row, "tags")?,
        external_id: row.get("external_id")?,
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
    })
}
