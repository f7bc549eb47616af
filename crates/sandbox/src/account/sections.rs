//! Sections of help centers in the database.

use guidepost_model::{BrandId, CategoryId, SectionId, SegmentId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row};

use super::{
    Sight,
    row::{id, time, to_json},
};
use crate::paging::{Listing, Order, Page, PageRequest, SortKey, Sorting};

const COLUMNS: &str = "sections.id, sections.name, category_id, locale, subdomain, position, sections.created_at AS created_at, \
                       sections.updated_at AS updated_at";

const OF_BRAND: &str = "JOIN brands ON brands.id = brand_id";

/// What sections can be sorted by.
pub(crate) const SECTION_KEYS: &[SortKey] = &[
    SortKey { name: "position", expression: "position" },
    SortKey { name: "created_at", expression: "sections.created_at" },
    SortKey { name: "updated_at", expression: "sections.updated_at" },
];

/// A section as it is stored.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) id: SectionId,
    pub(crate) name: String,
    pub(crate) category_id: Option<CategoryId>,
    pub(crate) locale: String,
    /// The brand whose help center it is in.
    pub(crate) subdomain: String,
    pub(crate) position: i64,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// A page of the sections of a brand's help center, or of one of its categories, that somebody sees, in one locale or in
/// all of them.
pub(crate) fn sections(
    connection: &Connection,
    brand: BrandId,
    category: Option<CategoryId>,
    locale: Option<&str>,
    sight: &Sight,
    sorting: &Sorting,
    page: &PageRequest,
) -> rusqlite::Result<Page<Section>> {
    let mut parameters = vec![brand.0.cast_signed().into()];
    let visible = sight.of_segment(&mut parameters);
    let in_locale = super::articles::in_locale(locale, &mut parameters);
    let mut condition = format!("brand_id = ?1 AND {visible} AND {in_locale}");
    if let Some(CategoryId(category)) = category {
        parameters.push(category.cast_signed().into());
        condition.push_str(&format!(" AND category_id = ?{}", parameters.len()));
    }
    let listing = Listing {
        columns: COLUMNS,
        from: "sections",
        join: OF_BRAND,
        condition: &condition,
        key: "sections.id",
        order: Order::Ascending,
        parameters,
    };
    listing.sorted_page(connection, sorting, page, read)
}

/// One section of a brand's help center, if somebody sees it.
pub(crate) fn section(
    connection: &Connection,
    brand: BrandId,
    locale: Option<&str>,
    sight: &Sight,
    id: SectionId,
) -> rusqlite::Result<Option<Section>> {
    let mut parameters = vec![brand.0.cast_signed().into(), id.0.cast_signed().into()];
    let visible = sight.of_segment(&mut parameters);
    let in_locale = super::articles::in_locale(locale, &mut parameters);
    let sql = format!(
        "SELECT {COLUMNS} FROM sections {OF_BRAND}
         WHERE brand_id = ?1 AND sections.id = ?2 AND {visible} AND {in_locale}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    statement.query_row(rusqlite::params_from_iter(parameters), read).optional()
}

/// Those of these sections that somebody sees.
pub(crate) fn sections_by_id(
    connection: &Connection,
    ids: &[SectionId],
    sight: &Sight,
) -> rusqlite::Result<Vec<Section>> {
    let mut parameters = vec![to_json(ids).into()];
    let visible = sight.of_segment(&mut parameters);
    let sql = format!(
        "SELECT {COLUMNS} FROM sections {OF_BRAND}
         WHERE sections.id IN (SELECT value FROM json_each(?1)) AND {visible} ORDER BY sections.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    statement.query_map(rusqlite::params_from_iter(parameters), read)?.collect()
}

/// A page of the sections that use a segment.
pub(crate) fn sections_of(
    connection: &Connection,
    segment: SegmentId,
    page: &PageRequest,
) -> rusqlite::Result<Page<Section>> {
    let listing = Listing {
        columns: COLUMNS,
        from: "sections",
        join: OF_BRAND,
        condition: "user_segment_id = ?1",
        key: "sections.id",
        order: Order::Ascending,
        parameters: vec![segment.0.cast_signed().into()],
    };
    listing.page(connection, page, read)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Section> {
    Ok(Section {
        id: id(row, "id")?,
        name: row.get("name")?,
        category_id: row.get::<_, Option<u64>>("category_id")?.map(CategoryId),
        locale: row.get("locale")?,
        subdomain: row.get("subdomain")?,
        position: row.get("position")?,
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
    })
}
