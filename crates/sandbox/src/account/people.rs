//! Users in the database, and what membership in segments asks of them.

use guidepost_model::{GroupId, OrganizationId, Person, Role, Timestamp, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::row::{id, json, time, to_json};
use crate::paging::{Listing, Order, Page, PageRequest};

const COLUMNS: &str = "users.id, users.name, users.email, role, manager, organization_id, default_group_id, \
                       locale, tags, created_at, updated_at";

/// A user as it is stored.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) id: UserId,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) role: Role,
    /// May manage the help center.
    pub(crate) manager: bool,
    pub(crate) organization_id: Option<OrganizationId>,
    pub(crate) default_group_id: Option<GroupId>,
    pub(crate) locale: String,
    pub(crate) tags: Vec<String>,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// How users are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Finding {
    /// Every word stands whole in the name or is the e-mail address.
    Words,
    /// Every word is the beginning of one in the name or of the e-mail address.
    Beginnings,
}

/// One user.
pub(crate) fn user(connection: &Connection, id: UserId) -> rusqlite::Result<Option<User>> {
    let sql = format!("SELECT {COLUMNS} FROM users WHERE id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.0], read).optional()
}

/// The user with this e-mail address.
pub(crate) fn user_by_email(
    connection: &Connection,
    email: &str,
) -> rusqlite::Result<Option<User>> {
    let sql = format!("SELECT {COLUMNS} FROM users WHERE email = ?1");
    connection.prepare_cached(&sql)?.query_row([email], read).optional()
}

/// Those of these users that there are.
pub(crate) fn users_by_id(
    connection: &Connection,
    ids: &[u64],
    page: &PageRequest,
) -> rusqlite::Result<Page<User>> {
    let listing = Listing {
        columns: COLUMNS,
        from: "users",
        join: "",
        condition: "id IN (SELECT value FROM json_each(?1))",
        key: "id",
        order: Order::Ascending,
        parameters: vec![to_json(ids).into()],
    };
    listing.page(connection, page, read)
}

/// A page of the users that the text finds; of none when there is no word in it.
pub(crate) fn users_found(
    connection: &Connection,
    text: &str,
    finding: Finding,
    page: &PageRequest,
) -> rusqlite::Result<Page<User>> {
    let wanted = match_expression(text, finding);
    let listing = Listing {
        columns: COLUMNS,
        from: "user_words",
        join: "JOIN users ON users.id = user_words.rowid",
        condition: "user_words MATCH ?1",
        key: "user_words.rowid",
        order: Order::Ascending,
        parameters: vec![wanted.into()],
    };
    listing.page(connection, page, read)
}

/// A query of SQLite's full text search. Each word is quoted, so nothing in it is an operator; a word without a
/// letter or digit finds nothing, and so does an empty text.
fn match_expression(text: &str, finding: Finding) -> String {
    let star = if finding == Finding::Beginnings { "*" } else { "" };
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.replace(['"', '\0'], ""))
        .map(|word| format!("\"{word}\"{star}"))
        .collect();
    if words.is_empty() { "\"\"".to_owned() } else { words.join(" ") }
}

/// What membership asks of a user, loaded once for all segments.
pub(crate) fn facts(connection: &Connection, user: &User) -> rusqlite::Result<Person> {
    let mut groups =
        connection.prepare_cached("SELECT group_id FROM group_memberships WHERE user_id = ?1")?;
    let mut organizations = connection.prepare_cached(
        "SELECT organizations.id, tags
         FROM organization_memberships JOIN organizations ON organizations.id = organization_id
         WHERE user_id = ?1",
    )?;
    let organizations: Vec<(OrganizationId, Vec<String>)> = organizations
        .query_map([user.id.0], |row| Ok((id(row, "id")?, json(row, "tags")?)))?
        .collect::<Result<_, _>>()?;
    Ok(Person {
        id: user.id,
        role: user.role.clone(),
        tags: user.tags.clone(),
        organization_tags: organizations.iter().flat_map(|(_, tags)| tags.clone()).collect(),
        organization_ids: organizations.iter().map(|(id, _)| *id).collect(),
        group_ids: groups
            .query_map([user.id.0], |row| id(row, "group_id"))?
            .collect::<Result<_, _>>()?,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: id(row, "id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        role: match row.get_ref("role")?.as_str()? {
            "end-user" => Role::EndUser,
            "agent" => Role::Agent,
            "admin" => Role::Admin,
            other => Role::Other(other.to_owned()),
        },
        manager: row.get("manager")?,
        organization_id: row.get::<_, Option<u64>>("organization_id")?.map(OrganizationId),
        default_group_id: row.get::<_, Option<u64>>("default_group_id")?.map(GroupId),
        locale: row.get("locale")?,
        tags: json(row, "tags")?,
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
    })
}
