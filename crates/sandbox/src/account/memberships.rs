//! Who is in which group and organization, in the database.

use guidepost_model::{GroupId, OrganizationId, Timestamp, UserId};
use rusqlite::{Connection, OptionalExtension, Row, types::Value};

use super::row::{id, time, to_json};
use crate::paging::{Listing, Order, Page, PageRequest};

/// One membership. It is as old as its user, which is assumed: nobody has ever joined later.
#[derive(Debug)]
pub(crate) struct Membership<T> {
    pub(crate) id: u64,
    pub(crate) user_id: UserId,
    /// The group or organization.
    pub(crate) of: T,
    /// The first of the user's.
    pub(crate) default: bool,
    pub(crate) created_at: Timestamp,
    /// The organization's name; answers about groups have none.
    pub(crate) name: Option<String>,
}

/// Whose memberships are listed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Members<T> {
    Everybody,
    User(UserId),
    Of(T),
    /// Those in what was not deleted: in all of it, or in one.
    Assignable(Option<T>),
}

/// What somebody is a member of, as its table has it.
pub(crate) trait Joined: From<u64> + Copy {
    const TABLE: &'static str;
    const COLUMN: &'static str;
    /// The column of a user that names the default one.
    const DEFAULT: &'static str;
    /// Where the name comes from that an answer has, as `JOIN …` and a column.
    const NAME: (&'static str, &'static str);
    /// The ids of those that were not deleted.
    const LIVE: &'static str;

    fn number(self) -> u64;
}

impl Joined for GroupId {
    const TABLE: &'static str = "group_memberships";
    const COLUMN: &'static str = "group_id";
    const DEFAULT: &'static str = "default_group_id";
    const NAME: (&'static str, &'static str) = ("", "NULL");
    const LIVE: &'static str = "SELECT id FROM groups WHERE deleted = 0";

    fn number(self) -> u64 {
        self.0
    }
}

impl Joined for OrganizationId {
    const TABLE: &'static str = "organization_memberships";
    const COLUMN: &'static str = "organization_id";
    const DEFAULT: &'static str = "organization_id";
    const NAME: (&'static str, &'static str) = (
        "JOIN organizations ON organizations.id = organization_memberships.organization_id",
        "organizations.name",
    );
    const LIVE: &'static str = "SELECT id FROM organizations";

    fn number(self) -> u64 {
        self.0
    }
}

/// A page of the memberships in groups, or in organizations.
pub(crate) fn memberships<T: Joined>(
    connection: &Connection,
    members: Members<T>,
    page: &PageRequest,
) -> rusqlite::Result<Page<Membership<T>>> {
    let (table, column, live) = (T::TABLE, T::COLUMN, T::LIVE);
    let (condition, parameters) = match members {
        Members::Everybody => ("1".to_owned(), Vec::new()),
        Members::User(user) => ("user_id = ?1".to_owned(), vec![number(user.0)]),
        Members::Of(one) => (format!("{table}.{column} = ?1"), vec![number(one.number())]),
        Members::Assignable(None) => (format!("{table}.{column} IN ({live})"), Vec::new()),
        Members::Assignable(Some(one)) => {
            (format!("{table}.{column} = ?1 AND ?1 IN ({live})"), vec![number(one.number())])
        }
    };
    let listing = Listing {
        columns: &columns::<T>(),
        from: table,
        join: &join::<T>(),
        condition: &condition,
        key: &format!("{table}.id"),
        order: Order::Ascending,
        parameters,
    };
    listing.page(connection, page, read)
}

/// One membership.
pub(crate) fn membership<T: Joined>(
    connection: &Connection,
    id: u64,
) -> rusqlite::Result<Option<Membership<T>>> {
    let (columns, join, table) = (columns::<T>(), join::<T>(), T::TABLE);
    let sql = format!("SELECT {columns} FROM {table} {join} WHERE {table}.id = ?1");
    connection.prepare_cached(&sql)?.query_row([id], read).optional()
}

/// The groups or organizations that any of these users is in.
pub(crate) fn joined_by<T: Joined>(
    connection: &Connection,
    users: &[u64],
) -> rusqlite::Result<Vec<u64>> {
    of_many(connection, T::COLUMN, T::TABLE, "user_id", users)
}

/// The users who are in any of these groups or organizations.
pub(crate) fn members_of<T: Joined>(
    connection: &Connection,
    of: &[u64],
) -> rusqlite::Result<Vec<u64>> {
    of_many(connection, "user_id", T::TABLE, T::COLUMN, of)
}

fn of_many(
    connection: &Connection,
    wanted: &str,
    table: &str,
    known: &str,
    ids: &[u64],
) -> rusqlite::Result<Vec<u64>> {
    let sql = format!(
        "SELECT DISTINCT {wanted} FROM {table} WHERE {known} IN (SELECT value FROM json_each(?1))"
    );
    connection.prepare_cached(&sql)?.query_map([to_json(ids)], |row| row.get(0))?.collect()
}

fn columns<T: Joined>() -> String {
    let (table, column, default, (_, name)) = (T::TABLE, T::COLUMN, T::DEFAULT, T::NAME);
    format!(
        "{table}.id AS id, user_id, {table}.{column} AS joined, users.{default} IS {table}.{column} AS is_default,
         users.created_at AS created_at, {name} AS name"
    )
}

fn join<T: Joined>() -> String {
    format!("JOIN users ON users.id = user_id {}", T::NAME.0)
}

fn number(id: u64) -> Value {
    Value::Integer(id.cast_signed())
}

fn read<T: Joined>(row: &Row<'_>) -> rusqlite::Result<Membership<T>> {
    Ok(Membership {
        id: row.get("id")?,
        user_id: id(row, "user_id")?,
        of: id(row, "joined")?,
        default: row.get("is_default")?,
        created_at: time(row, "created_at")?,
        name: row.get("name")?,
    })
}
