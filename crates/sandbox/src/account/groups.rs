//! Groups of agents in the database.

use guidepost_model::{GroupId, Timestamp, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::row::{id, time, to_json};
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

/// Which groups are meant.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct GroupFilter {
    pub(crate) exclude_deleted: bool,
    /// Those that this user is in.
    pub(crate) of: Option<UserId>,
}

/// A page of groups.
pub(crate) fn groups(
    connection: &Connection,
    filter: GroupFilter,
    page: &PageRequest,
) -> rusqlite::Result<Page<Group>> {
    filter.listing().page(connection, page, read)
}

/// How many groups there are.
pub(crate) fn count_groups(connection: &Connection, filter: GroupFilter) -> rusqlite::Result<u64> {
    filter.listing().count(connection)
}

impl GroupFilter {
    fn listing(self) -> Listing<'static> {
        Listing {
            columns: COLUMNS,
            from: "groups",
            join: "",
            condition: match (self.exclude_deleted, self.of) {
                (false, None) => "1",
                (true, None) => "deleted = 0",
                (false, Some(_)) => OF_USER,
                (true, Some(_)) => LIVE_OF_USER,
            },
            key: "id",
            order: Order::Ascending,
            parameters: self.of.map(|user| user.0.cast_signed().into()).into_iter().collect(),
        }
    }
}

const OF_USER: &str = "id IN (SELECT group_id FROM group_memberships WHERE user_id = ?1)";

const LIVE_OF_USER: &str =
    "deleted = 0 AND id IN (SELECT group_id FROM group_memberships WHERE user_id = ?1)";

/// One group.
pub(crate) fn group(connection: &Connection, id: GroupId) -> rusqlite::Result<Option<Group>> {
    let sql = format!("SELECT {COLUMNS} FROM groups WHERE id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.0], read).optional()
}

/// Those of these groups that there are.
pub(crate) fn groups_by_id(connection: &Connection, ids: &[u64]) -> rusqlite::Result<Vec<Group>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM groups WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id"
    );
    connection.prepare_cached(&sql)?.query_map([to_json(ids)], read)?.collect()
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
