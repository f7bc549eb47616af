//! People and what they are members of, beside the records that refer to them: each once, by its id.

use guidepost_model::{GroupId, OrganizationId, UserId};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{
    account::{self, Joined, Many, OrganizationFilter, UserFilter},
    address::Address,
    groups, organizations,
    paging::PageRequest,
    users,
};

/// What comes with an answer, by its key.
pub(crate) type Sideloaded = Vec<(&'static str, Value)>;

/// So many numbers, each once.
pub(crate) fn once(ids: impl IntoIterator<Item = u64>) -> Vec<u64> {
    let mut ids: Vec<u64> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// All records with these ids, however many.
fn whole(ids: &[u64]) -> PageRequest {
    PageRequest::Offset { page: 1, size: ids.len().max(1) as u32 }
}

/// The users with these ids.
pub(crate) fn users(
    connection: &Connection,
    ids: Vec<u64>,
    address: &Address,
) -> rusqlite::Result<Value> {
    let page = whole(&ids);
    let found = account::users(connection, &UserFilter::Many(Many::Ids(ids)), &page)?;
    Ok(json!(found.map(|user| users::body(user, address)).items))
}

/// The groups with these ids.
pub(crate) fn groups(
    connection: &Connection,
    ids: &[u64],
    address: &Address,
) -> rusqlite::Result<Value> {
    let found = account::groups_by_id(connection, ids)?;
    Ok(found.into_iter().map(|group| json!(groups::body(group, address))).collect())
}

/// The organizations with these ids.
pub(crate) fn organizations(
    connection: &Connection,
    ids: Vec<u64>,
    address: &Address,
) -> rusqlite::Result<Value> {
    let page = whole(&ids);
    let filter = OrganizationFilter::Many(Many::Ids(ids));
    let found = account::organizations(connection, &filter, &page)?;
    Ok(json!(found.map(|one| organizations::body(one, address)).items))
}

/// The groups or organizations that any of these users is in.
pub(crate) fn joined<T: Joined>(
    connection: &Connection,
    users: &[UserId],
) -> rusqlite::Result<Vec<u64>> {
    let users: Vec<u64> = users.iter().map(|id| id.0).collect();
    account::joined_by::<T>(connection, &users)
}

/// The users who are in any of these groups.
pub(crate) fn members(connection: &Connection, groups: &[GroupId]) -> rusqlite::Result<Vec<u64>> {
    let groups: Vec<u64> = groups.iter().map(|id| id.0).collect();
    account::members_of::<GroupId>(connection, &groups)
}

/// How an answer names groups or organizations.
pub(crate) trait Sideload: Joined {
    const KEY: &'static str;

    fn load(connection: &Connection, ids: Vec<u64>, address: &Address) -> rusqlite::Result<Value>;
}

impl Sideload for GroupId {
    const KEY: &'static str = "groups";

    fn load(connection: &Connection, ids: Vec<u64>, address: &Address) -> rusqlite::Result<Value> {
        groups(connection, &ids, address)
    }
}

impl Sideload for OrganizationId {
    const KEY: &'static str = "organizations";

    fn load(connection: &Connection, ids: Vec<u64>, address: &Address) -> rusqlite::Result<Value> {
        organizations(connection, ids, address)
    }
}

/// An object as an answer, under its key and with what comes with it.
pub(crate) fn object(key: &str, object: impl serde::Serialize, more: Sideloaded) -> Value {
    let mut answer = serde_json::Map::new();
    answer.insert(key.to_owned(), json!(object));
    answer.extend(more.into_iter().map(|(key, value)| (key.to_owned(), value)));
    Value::Object(answer)
}
