//! Topics of communities in the database.

use guidepost_model::{BrandId, SegmentId, Timestamp, TopicId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::{
    Sight,
    row::{id, time},
};
use crate::paging::{Listing, Order, Page, PageRequest};

const COLUMNS: &str = "topics.id, topics.name, brand_id, subdomain, position, user_segment_id, \
                       topics.created_at AS created_at, topics.updated_at AS updated_at";

const OF_BRAND: &str = "JOIN brands ON brands.id = brand_id";

/// A topic as it is stored.
#[derive(Debug)]
pub(crate) struct Topic {
    pub(crate) id: TopicId,
    pub(crate) name: String,
    /// The brand whose community it is in.
    pub(crate) brand_id: BrandId,
    pub(crate) subdomain: String,
    pub(crate) position: i64,
    /// Who may see it; everyone when there is none.
    pub(crate) user_segment_id: Option<SegmentId>,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// A page of the topics of a brand's community that somebody sees.
pub(crate) fn topics(
    connection: &Connection,
    brand: BrandId,
    sight: &Sight,
    page: &PageRequest,
) -> rusqlite::Result<Page<Topic>> {
    let mut parameters = vec![brand.0.cast_signed().into()];
    let visible = sight.of_segment(&mut parameters);
    let condition = format!("brand_id = ?1 AND {visible}");
    listing(&condition, parameters).page(connection, page, read)
}

/// One topic of a brand's community, if somebody sees it.
pub(crate) fn topic(
    connection: &Connection,
    brand: BrandId,
    sight: &Sight,
    id: TopicId,
) -> rusqlite::Result<Option<Topic>> {
    let mut parameters = vec![brand.0.cast_signed().into(), id.0.cast_signed().into()];
    let visible = sight.of_segment(&mut parameters);
    let sql = format!(
        "SELECT {COLUMNS} FROM topics {OF_BRAND} WHERE brand_id = ?1 AND topics.id = ?2 AND {visible}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    statement.query_row(rusqlite::params_from_iter(parameters), read).optional()
}

/// A page of the topics that use a segment.
pub(crate) fn topics_of(
    connection: &Connection,
    segment: SegmentId,
    page: &PageRequest,
) -> rusqlite::Result<Page<Topic>> {
    listing("user_segment_id = ?1", vec![segment.0.cast_signed().into()])
        .page(connection, page, read)
}

fn listing(condition: &str, parameters: Vec<rusqlite::types::Value>) -> Listing<'_> {
    Listing {
        columns: COLUMNS,
        from: "topics",
        join: OF_BRAND,
        condition,
        key: "topics.id",
        order: Order::Ascending,
        parameters,
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Topic> {
    Ok(Topic {
        id: id(row, "id")?,
        name: row.get("name")?,
        brand_id: id(row, "brand_id")?,
        subdomain: row.get("subdomain")?,
        position: row.get("position")?,
        user_segment_id: row.get::<_, Option<u64>>("user_segment_id")?.map(SegmentId),
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
    })
}
