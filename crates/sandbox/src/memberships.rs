//! Memberships in groups and in organizations, both nearly of one shape. For agents.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{GroupId, OrganizationId, UserId};
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::{
    account::{self, Members, Membership},
    address::Address,
    auth::Staff,
    error::ApiError,
    include::Included,
    paging::{Api, PageRequest, paged_with},
    path::{Id, MembershipId},
    query::Query,
    sandbox::Sandbox,
    sideload::{self, Sideload, Sideloaded, once},
    users::refuse_nobody,
};

/// What one can be a member of.
pub(crate) trait Club:
    Sideload + std::fmt::Display + serde::Serialize + Send + 'static
{
    /// What can come with memberships.
    const WITH: &'static [&'static str];
    /// The key of a list, and the last part of its path.
    const LIST: &'static str;
    /// The key of one membership.
    const ONE: &'static str;

    fn exists(self, connection: &Connection) -> rusqlite::Result<bool>;
}

impl Club for GroupId {
    const WITH: &'static [&'static str] = &["users", "groups"];
    const LIST: &'static str = "group_memberships";
    const ONE: &'static str = "group_membership";

    fn exists(self, connection: &Connection) -> rusqlite::Result<bool> {
        Ok(account::group(connection, self)?.is_some())
    }
}

impl Club for OrganizationId {
    const WITH: &'static [&'static str] = &["users", "organizations"];
    const LIST: &'static str = "organization_memberships";
    const ONE: &'static str = "organization_membership";

    fn exists(self, connection: &Connection) -> rusqlite::Result<bool> {
        Ok(account::organization(connection, self)?.is_some())
    }
}

/// All memberships.
pub(crate) async fn list<T: Club>(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, Members::<T>::Everybody, &query, &address)
}

/// Those of one user.
pub(crate) async fn of_user<T: Club>(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(user): Id<UserId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, Members::<T>::User(user), &query, &address)
}

/// Those in one group.
pub(crate) async fn of_group(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(group): Id<GroupId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, Members::Of(group), &query, &address)
}

/// Those in groups that tickets can be given to. That these are all memberships in groups that were not deleted is
/// assumed.
pub(crate) async fn assignable(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, Members::<GroupId>::Assignable(None), &query, &address)
}

/// The same of one group.
pub(crate) async fn assignable_of_group(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(group): Id<GroupId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, Members::Assignable(Some(group)), &query, &address)
}

/// Those in one organization.
pub(crate) async fn of_organization(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(organization): Id<OrganizationId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, Members::Of(organization), &query, &address)
}

/// One membership. Its id is a number like that of a user.
pub(crate) async fn show<T: Club>(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<UserId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    one::<T>(&sandbox, id.0, |_| true, &query, &address)
}

/// One membership of a user; somebody else's is not found, which is assumed.
pub(crate) async fn show_of_user<T: Club>(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(user): Id<UserId>,
    MembershipId(id): MembershipId,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    one::<T>(&sandbox, id, |membership| membership.user_id == user, &query, &address)
}

fn one<T: Club>(
    sandbox: &Sandbox,
    id: u64,
    is_meant: impl Fn(&Membership<T>) -> bool,
    query: &Query,
    address: &Address,
) -> Result<Response, ApiError> {
    let included = Included::read(query, T::WITH)?;
    let (found, more) = sandbox.account().read(|connection| {
        let found = account::membership::<T>(connection, id)?.filter(is_meant);
        let found = found.ok_or(ApiError::RecordNotFound)?;
        let more = sideloaded(connection, std::slice::from_ref(&found), &included, address)?;
        Ok::<_, ApiError>((found, more))
    })?;
    Ok(Json(sideload::object(T::ONE, body(found, address), more)).into_response())
}

/// The users of these memberships, and what they are in, where these are asked for.
fn sideloaded<T: Club>(
    connection: &Connection,
    memberships: &[Membership<T>],
    included: &Included,
    address: &Address,
) -> rusqlite::Result<Sideloaded> {
    let mut loaded = Vec::new();
    if included.has("users") {
        let users = once(memberships.iter().map(|one| one.user_id.0));
        loaded.push(("users", sideload::users(connection, users, address)?));
    }
    if included.has(T::KEY) {
        let ids = once(memberships.iter().map(|one| one.of.number()));
        loaded.push((T::KEY, T::load(connection, ids, address)?));
    }
    Ok(loaded)
}

fn page<T: Club>(
    sandbox: &Sandbox,
    members: Members<T>,
    query: &Query,
    address: &Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(query, Api::Support, address)?;
    let included = Included::read(query, T::WITH)?;
    let (found, more) = sandbox.account().read(|connection| {
        match members {
            Members::Everybody | Members::Assignable(None) => {}
            Members::User(user) => refuse_nobody(connection, user)?,
            Members::Of(club) | Members::Assignable(Some(club)) => {
                if !club.exists(connection)? {
                    return Err(ApiError::RecordNotFound);
                }
            }
        }
        let found = account::memberships(connection, members, &page)?;
        let more = sideloaded(connection, &found.items, &included, address)?;
        Ok::<_, ApiError>((found, more))
    })?;
    let found = found.map(|found| body(found, address));
    Ok(paged_with(&found, T::LIST, Api::Support, address, &more))
}

fn body<T: Club>(membership: Membership<T>, address: &Address) -> Value {
    let id = membership.id;
    let mut body = Map::new();
    body.insert("id".to_owned(), json!(id));
    body.insert("url".to_owned(), json!(address.at(&format!("/api/v2/{}/{id}.json", T::LIST))));
    body.insert("user_id".to_owned(), json!(membership.user_id));
    body.insert(T::COLUMN.to_owned(), json!(membership.of));
    // Documented of organizations only. Nobody's tickets are shared in the account.
    if let Some(name) = membership.name {
        body.insert("organization_name".to_owned(), json!(name));
        body.insert("view_tickets".to_owned(), json!(false));
    }
    body.insert("default".to_owned(), json!(membership.default));
    body.insert("created_at".to_owned(), json!(membership.created_at));
    // Nothing about a membership has ever changed.
    body.insert("updated_at".to_owned(), json!(membership.created_at));
    Value::Object(body)
}
