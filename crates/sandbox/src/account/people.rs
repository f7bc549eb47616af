//! Users in the database, and what membership in segments asks of them.

use std::collections::BTreeSet;

use guidepost_model::{GroupId, OrganizationId, Person, Role, Timestamp, UserId};
use rusqlite::{Connection, OptionalExtension, Row, types::Value};

use super::{
    Many,
    row::{id, json, time},
};
use crate::paging::{Listing, Order, Page, PageRequest};

pub(super) const COLUMNS: &str = "users.id, users.name, users.email, role, manager, users.organization_id AS organization_id, \
                       default_group_id, \
                       locale, tags, external_id, users.created_at AS created_at, users.updated_at AS updated_at";

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
    pub(crate) external_id: Option<String>,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// Which users are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum UserFilter {
    /// Those of these roles; all users when there are none.
    Roles(BTreeSet<&'static str>),
    /// The one that another system knows by this id.
    ExternalId(String),
    /// These, as far as there are any.
    Many(Many),
    /// The agents of a group.
    InGroup(GroupId),
    /// The people of an organization.
    InOrganization(OrganizationId),
}

/// The roles that users can have.
pub(crate) const ROLES: [&str; 3] = [END_USER, "agent", "admin"];

const END_USER: &str = "end-user";

/// A page of users.
pub(crate) fn users(
    connection: &Connection,
    filter: &UserFilter,
    page: &PageRequest,
) -> rusqlite::Result<Page<User>> {
    filter.listing().page(connection, page, read)
}

/// How many users there are.
pub(crate) fn count_users(connection: &Connection, filter: &UserFilter) -> rusqlite::Result<u64> {
    filter.listing().count(connection)
}

impl UserFilter {
    fn listing(&self) -> Listing<'static> {
        let (condition, parameter) = match self {
            Self::Roles(roles) => of_roles(roles),
            Self::ExternalId(id) => ("external_id = ?1", Some(Value::Text(id.clone()))),
            Self::Many(many) => {
                let (condition, ids) = many.condition();
                (condition, Some(ids))
            }
            Self::InGroup(GroupId(id)) | Self::InOrganization(OrganizationId(id)) => {
                ("joined.id = ?1", Some(Value::Integer(id.cast_signed())))
            }
        };
        let (from, key) = match self {
            Self::Roles(_) | Self::ExternalId(_) | Self::Many(_) => ("users", "users.id"),
            Self::InGroup(_) => (IN_GROUP, "user_id"),
            Self::InOrganization(_) => (IN_ORGANIZATION, "user_id"),
        };
        Listing {
            columns: COLUMNS,
            from,
            join: if from == "users" { "" } else { "JOIN users ON users.id = user_id" },
            condition,
            key,
            order: Order::Ascending,
            parameters: parameter.into_iter().collect(),
        }
    }
}

const IN_GROUP: &str = "(SELECT user_id, group_id AS id FROM group_memberships) AS joined";

const IN_ORGANIZATION: &str =
    "(SELECT user_id, organization_id AS id FROM organization_memberships) AS joined";

/// A list of several roles is walked by id, past the few users that are not meant, where it holds end users, of whom
/// there are most; a list of staff alone is looked up by role.
fn of_roles(roles: &BTreeSet<&'static str>) -> (&'static str, Option<Value>) {
    let text = |role: &&'static str| Value::Text((*role).to_owned());
    match roles.len() {
        1 => ("role = ?1", roles.first().map(text)),
        2 if roles.contains(END_USER) => {
            ("role <> ?1", ROLES.iter().find(|role| !roles.contains(*role)).map(text))
        }
        2 => ("role IN ('agent', 'admin')", None),
        _ => ("1", None),
    }
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

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<User> {
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
        external_id: row.get("external_id")?,
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
    })
}
