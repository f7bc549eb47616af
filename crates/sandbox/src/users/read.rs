//! Lists of users, some by their ids, and one of them.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{GroupId, OrganizationId, UserId};
use serde_json::json;

use super::{
    body::{anonymous, body},
    page,
    sideload::UserSideloads,
};
use crate::{
    account::{self, ROLES, User, UserFilter},
    address::Address,
    auth::{Anyone, Staff},
    counted::counted,
    error::ApiError,
    many::many,
    paging::{Api, PageRequest},
    path::Id,
    query::Query,
    sandbox::Sandbox,
    sideload,
};

/// All users, or those of some roles, or the one with an external id.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let request = PageRequest::read(&query, Api::Support, &address)?;
    let filter = match query.get("external_id") {
        Some(id) => UserFilter::ExternalId(id.to_owned()),
        None => roles(&query)?,
    };
    page(&sandbox, &query, &address, |connection| account::users(connection, &filter, &request))
}

pub(crate) async fn count(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
) -> Result<Response, ApiError> {
    let filter = roles(&query)?;
    counted(&sandbox, |connection| Ok(account::count_users(connection, &filter)?))
}

/// The agents of a group.
pub(crate) async fn of_group(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<GroupId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let request = PageRequest::read(&query, Api::Support, &address)?;
    let group = sandbox.account().read(|connection| account::group(connection, id))?;
    group.ok_or(ApiError::RecordNotFound)?;
    page(&sandbox, &query, &address, |connection| {
        account::users(connection, &UserFilter::InGroup(id), &request)
    })
}

/// The people of an organization.
pub(crate) async fn of_organization(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<OrganizationId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let request = PageRequest::read(&query, Api::Support, &address)?;
    let organization =
        sandbox.account().read(|connection| account::organization(connection, id))?;
    organization.ok_or(ApiError::RecordNotFound)?;
    page(&sandbox, &query, &address, |connection| {
        account::users(connection, &UserFilter::InOrganization(id), &request)
    })
}

/// Who is signed in. 200 for nobody, too, and for wrong passwords and API tokens, as recorded of a real account by
/// node-zendesk's tests of its `users.me()`; a wrong bearer token is refused. Zendesk adds an `authenticity_token` for writes from its own pages;
/// the sandbox asks for `Origin` instead, and a token here would only be a secret to leak.
pub(crate) async fn me(
    State(sandbox): State<Sandbox>,
    asker: Result<Anyone, ApiError>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    match asker {
        Ok(Anyone(Some(user))) => one(&sandbox, user, &query, &address),
        Ok(Anyone(None)) | Err(ApiError::NotAuthenticated) => {
            Ok(Json(json!({ "user": anonymous() })).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// A user, and what is to come with them.
fn one(
    sandbox: &Sandbox,
    user: User,
    query: &Query,
    address: &Address,
) -> Result<Response, ApiError> {
    let sideloads = UserSideloads::read(query)?;
    let more = sandbox
        .account()
        .read(|connection| sideloads.load(connection, std::slice::from_ref(&user), address))?;
    Ok(Json(sideload::object("user", body(user, address), more)).into_response())
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<UserId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let user = sandbox.account().read(|connection| account::user(connection, id))?;
    let user = user.ok_or(ApiError::RecordNotFound)?;
    one(&sandbox, user, &query, &address)
}

/// The tags of a user.
pub(crate) async fn tags(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<UserId>,
) -> Result<Response, ApiError> {
    let user = sandbox.account().read(|connection| account::user(connection, id))?;
    let user = user.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "tags": user.tags })).into_response())
}

/// The users with these `ids` or `external_ids`, as far as there are any.
pub(crate) async fn show_many(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let (many, request) = many(&query)?;
    page(&sandbox, &query, &address, |connection| {
        account::users(connection, &UserFilter::Many(many), &request)
    })
}

/// The parameters `role` and `role[]`. That a role which does not exist is refused is assumed.
fn roles(query: &Query) -> Result<UserFilter, ApiError> {
    let asked = query.all("role").chain(query.all("role[]"));
    let known = asked.map(|asked| {
        ROLES.into_iter().find(|role| *role == asked).ok_or_else(|| ApiError::InvalidAttribute {
            name: "role",
            message: format!("Invalid parameter: role must be one of {}", ROLES.join(", ")),
        })
    });
    Ok(UserFilter::Roles(known.collect::<Result<_, _>>()?))
}
