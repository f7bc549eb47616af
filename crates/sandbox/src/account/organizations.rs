//! Organizations in the database.

use guidepost_model::{OrganizationId, Timestamp, UserId};
use rusqlite::{Connection, OptionalExtension, Row, types::Value};

use super::{
    Many,
    row::{id, json, time},
};
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

/// Which organizations are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OrganizationFilter {
    All,
    /// Those whose name begins so.
    Beginning(String),
    /// The one with this name, in capitals or not.
    Name(String),
    /// The one that another system knows by this id.
    ExternalId(String),
    /// These, as far as there are any.
    Many(Many),
    /// Those that this user is in.
    Of(UserId),
}

/// A page of organizations.
pub(crate) fn organizations(
    connection: &Connection,
    filter: &OrganizationFilter,
    page: &PageRequest,
) -> rusqlite::Result<Page<Organization>> {
    filter.listing().page(connection, page, read)
}

/// How many organizations there are.
pub(crate) fn count_organizations(
    connection: &Connection,
    filter: &OrganizationFilter,
) -> rusqlite::Result<u64> {
    filter.listing().count(connection)
}

impl OrganizationFilter {
    fn listing(&self) -> Listing<'static> {
        let (condition, parameter) = match self {
            Self::All => ("1", None),
            // A range and not LIKE: it uses the index, and '%' in what was typed means itself. U+10FFFF sorts after
            // every character a name can go on with.
            Self::Beginning(name) => (
                "search_key >= ?1 AND search_key < ?1 || char(0x10FFFF)",
                Some(Value::Text(search_key(name))),
            ),
            Self::Name(name) => ("search_key = ?1", Some(Value::Text(search_key(name)))),
            Self::ExternalId(id) => ("external_id = ?1", Some(Value::Text(id.clone()))),
            Self::Many(many) => {
                let (condition, ids) = many.condition();
                (condition, Some(ids))
            }
            Self::Of(user) => (
                "id IN (SELECT organization_id FROM organization_memberships WHERE user_id = ?1)",
                Some(Value::Integer(user.0.cast_signed())),
            ),
        };
        Listing {
            columns: COLUMNS,
            from: "organizations",
            join: "",
            condition,
            key: "id",
            order: Order::Ascending,
            parameters: parameter.into_iter().collect(),
        }
    }
}

/// One organization.
pub(crate) fn organization(
    connection: &Connection,
    id: OrganizationId,
) -> rusqlite::Result<Option<Organization>> {
    let sql = format!("SELECT {COLUMNS} FROM organizations WHERE id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.0], read).optional()
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
