//! Labels of articles in the database.

use guidepost_model::{BrandId, Timestamp};
use rusqlite::Connection;

use super::row::time;
use crate::paging::{Listing, Order, Page, PageRequest};

/// A label that some article of a help center has.
#[derive(Debug)]
pub(crate) struct Label {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) created_at: Timestamp,
}

/// A page of the labels of a brand's help center.
pub(crate) fn labels(
    connection: &Connection,
    brand: BrandId,
    page: &PageRequest,
) -> rusqlite::Result<Page<Label>> {
    let listing = Listing {
        columns: "id, name, created_at",
        from: "labels",
        join: "",
        condition: "brand_id = ?1",
        key: "id",
        order: Order::Ascending,
        parameters: vec![brand.0.cast_signed().into()],
    };
    listing.page(connection, page, |row| {
        Ok(Label {
            id: row.get("id")?,
            name: row.get("name")?,
            created_at: time(row, "created_at")?,
        })
    })
}
