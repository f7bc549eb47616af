//! Categories of help centers in the database.

use guidepost_model::{BrandId, CategoryId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter, types::Value};

use super::{
    Sight,
    articles::in_locale,
    row::{id, time, to_json},
};
use crate::paging::{Listing, Order, Page, PageRequest, SortKey, Sorting};

const COLUMNS: &str = "categories.id, categories.name, locale, subdomain, position, \
                       categories.created_at AS created_at, categories.updated_at AS updated_at";

const OF_BRAND: &str = "JOIN brands ON brands.id = brand_id";

/// What categories can be sorted by.
pub(crate) const CATEGORY_KEYS: &[SortKey] = &[
    SortKey { name: "position", expression: "position" },
    SortKey { name: "created_at", expression: "categories.created_at" },
    SortKey { name: "updated_at", expression: "categories.updated_at" },
];

/// A category as it is stored.
#[derive(Debug)]
pub(crate) struct Category {
    pub(crate) id: CategoryId,
    pub(crate) name: String,
    pub(crate) locale: String,
    /// The brand whose help center it is in.
    pub(crate) subdomain: String,
    /// Within its brand.
    pub(crate) position: i64,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// A page of the categories of a brand's help center that somebody sees, in one locale or in all of them.
pub(crate) fn categories(
    connection: &Connection,
    brand: BrandId,
    locale: Option<&str>,
    sight: &Sight,
    sorting: &Sorting,
    page: &PageRequest,
) -> rusqlite::Result<Page<Category>> {
    let mut parameters = vec![brand.0.cast_signed().into()];
    let visible = visible(sight, &mut parameters);
    let in_locale = in_locale(locale, &mut parameters);
    let listing = Listing {
        columns: COLUMNS,
        from: "categories",
        join: OF_BRAND,
        condition: &format!("brand_id = ?1 AND {visible} AND {in_locale}"),
        key: "categories.id",
        order: Order::Ascending,
        parameters,
    };
    listing.sorted_page(connection, sorting, page, read)
}

/// One category of a brand's help center, if somebody sees it.
pub(crate) fn category(
    connection: &Connection,
    brand: BrandId,
    locale: Option<&str>,
    sight: &Sight,
    id: CategoryId,
) -> rusqlite::Result<Option<Category>> {
    let mut parameters = vec![brand.0.cast_signed().into(), id.0.cast_signed().into()];
    let visible = visible(sight, &mut parameters);
    let in_locale = in_locale(locale, &mut parameters);
    let sql = format!(
        "SELECT {COLUMNS} FROM categories {OF_BRAND}
         WHERE brand_id = ?1 AND categories.id = ?2 AND {visible} AND {in_locale}"
    );
    connection.prepare_cached(&sql)?.query_row(params_from_iter(parameters), read).optional()
}

/// Those of these categories that somebody sees.
pub(crate) fn categories_by_id(
    connection: &Connection,
    ids: &[CategoryId],
    sight: &Sight,
) -> rusqlite::Result<Vec<Category>> {
    let mut parameters = vec![to_json(ids).into()];
    let visible = visible(sight, &mut parameters);
    let sql = format!(
        "SELECT {COLUMNS} FROM categories {OF_BRAND}
         WHERE categories.id IN (SELECT value FROM json_each(?1)) AND {visible} ORDER BY categories.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    statement.query_map(params_from_iter(parameters), read)?.collect()
}

/// A category is seen by whoever sees one of its sections; an empty one by those who see everything.
fn visible(sight: &Sight, parameters: &mut Vec<Value>) -> String {
    if matches!(sight, Sight::Everything) {
        return "1".to_owned();
    }
    let visible = sight.of_segment(parameters);
    format!("EXISTS (SELECT 1 FROM sections WHERE category_id = categories.id AND {visible})")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Category> {
    Ok(Category {
        id: id(row, "id")?,
        name: row.get("name")?,
        locale: row.get("locale")?,
        subdomain: row.get("subdomain")?,
        position: row.get("position")?,
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
    })
}
