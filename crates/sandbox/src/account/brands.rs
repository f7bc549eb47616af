//! Brands in the database.

use guidepost_model::{BrandId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row};

use super::row::{id, time};
use crate::paging::{Listing, Order, Page, PageRequest};

const COLUMNS: &str = "id, name, subdomain, is_default, created_at, updated_at";

/// A brand as it is stored: a help center with an address of its own.
#[derive(Debug)]
pub(crate) struct Brand {
    pub(crate) id: BrandId,
    pub(crate) name: String,
    pub(crate) subdomain: String,
    pub(crate) default: bool,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// A page of the account's brands.
pub(crate) fn brands(connection: &Connection, page: &PageRequest) -> rusqlite::Result<Page<Brand>> {
    let listing = Listing {
        columns: COLUMNS,
        from: "brands",
        join: "",
        condition: "1",
        key: "id",
        order: Order::Ascending,
        parameters: Vec::new(),
    };
    listing.page(connection, page, read)
}

/// One brand.
pub(crate) fn brand(connection: &Connection, id: BrandId) -> rusqlite::Result<Option<Brand>> {
    let sql = format!("SELECT {COLUMNS} FROM brands WHERE id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.0], read).optional()
}

/// The brand with this subdomain, which is in lower case.
pub(crate) fn brand_of_subdomain(
    connection: &Connection,
    subdomain: &str,
) -> rusqlite::Result<Option<Brand>> {
    let sql = format!("SELECT {COLUMNS} FROM brands WHERE subdomain = ?1");
    connection.prepare_cached(&sql)?.query_row([subdomain], read).optional()
}

/// The brand of requests that name none.
pub(crate) fn default_brand(connection: &Connection) -> rusqlite::Result<Brand> {
    let sql = format!("SELECT {COLUMNS} FROM brands ORDER BY is_default DESC, id LIMIT 1");
    connection.prepare_cached(&sql)?.query_row([], read)
}

/// The account's own subdomain.
pub(crate) fn primary_subdomain(connection: &Connection) -> rusqlite::Result<String> {
    connection.prepare_cached("SELECT subdomain FROM account")?.query_row([], |row| row.get(0))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Brand> {
    Ok(Brand {
        id: id(row, "id")?,
        name: row.get("name")?,
        subdomain: row.get("subdomain")?,
        default: row.get("is_default")?,
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
    })
}
