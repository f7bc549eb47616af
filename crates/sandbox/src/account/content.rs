//! What segments restrict: sections and topics, in the database.

use guidepost_model::{SectionId, SegmentId, TopicId};
use rusqlite::Connection;

use super::row::id;
use crate::paging::{Listing, Order, Page, PageRequest};

/// A section as the list of a segment's sections shows it.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) id: SectionId,
    pub(crate) name: String,
    pub(crate) locale: String,
    /// The brand whose help center it is in.
    pub(crate) subdomain: String,
}

/// A topic as the list of a segment's topics shows it.
#[derive(Debug)]
pub(crate) struct Topic {
    pub(crate) id: TopicId,
    pub(crate) name: String,
    /// The brand whose community it is in.
    pub(crate) subdomain: String,
}

/// A page of the sections that use a segment.
pub(crate) fn sections_of(
    connection: &Connection,
    segment: SegmentId,
    page: &PageRequest,
) -> rusqlite::Result<Page<Section>> {
    let listing = Listing {
        columns: "sections.id, sections.name, locale, subdomain",
        from: "sections",
        join: "JOIN brands ON brands.id = brand_id",
        condition: "user_segment_id = ?1",
        key: "sections.id",
        order: Order::Ascending,
        parameters: vec![segment.0.cast_signed().into()],
    };
    listing.page(connection, page, |row| {
        Ok(Section {
            id: id(row, "id")?,
            name: row.get("name")?,
            locale: row.get("locale")?,
            subdomain: row.get("subdomain")?,
        })
    })
}

/// A page of the topics that use a segment.
pub(crate) fn topics_of(
    connection: &Connection,
    segment: SegmentId,
    page: &PageRequest,
) -> rusqlite::Result<Page<Topic>> {
    let listing = Listing {
        columns: "topics.id, topics.name, subdomain",
        from: "topics",
        join: "JOIN brands ON brands.id = brand_id",
        condition: "user_segment_id = ?1",
        key: "topics.id",
        order: Order::Ascending,
        parameters: vec![segment.0.cast_signed().into()],
    };
    listing.page(connection, page, |row| {
        Ok(Topic { id: id(row, "id")?, name: row.get("name")?, subdomain: row.get("subdomain")? })
    })
}
