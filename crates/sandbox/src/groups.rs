//! Groups of agents. For agents.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{GroupId, Timestamp, UserId};
use rusqlite::Connection;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    account::{self, Group, GroupFilter},
    address::Address,
    auth::Staff,
    counted::counted,
    error::ApiError,
    include::Included,
    paging::{Api, PageRequest, paged_with},
    path::{Id, parse_id},
    query::Query,
    sandbox::Sandbox,
    sideload::{self, Sideloaded},
    users::refuse_nobody,
};

/// All groups, deleted ones too unless `exclude_deleted=true`, as Zendesk documents it; those of one user with
/// `user_id`.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let of = query.get("user_id").map(|id| parse_id(id, "user_id")).transpose()?;
    let exclude_deleted = query.flag("exclude_deleted")? == Some(true);
    page(&sandbox, GroupFilter { exclude_deleted, of }, &query, &address)
}

/// The groups that tickets can be given to: in the sandbox all that were not deleted.
pub(crate) async fn assignable(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, GroupFilter { exclude_deleted: true, of: None }, &query, &address)
}

/// The groups that a user is in.
pub(crate) async fn of_user(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(user): Id<UserId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, GroupFilter { exclude_deleted: false, of: Some(user) }, &query, &address)
}

/// That deleted groups are counted, as they are listed, is assumed.
pub(crate) async fn count(State(sandbox): State<Sandbox>, _: Staff) -> Result<Response, ApiError> {
    counted(&sandbox, |connection| Ok(account::count_groups(connection, GroupFilter::default())?))
}

/// How many groups a user is in.
pub(crate) async fn count_of_user(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(user): Id<UserId>,
) -> Result<Response, ApiError> {
    let filter = GroupFilter { exclude_deleted: false, of: Some(user) };
    counted(&sandbox, |connection| {
        refuse_nobody(connection, user)?;
        Ok(account::count_groups(connection, filter)?)
    })
}

fn page(
    sandbox: &Sandbox,
    filter: GroupFilter,
    query: &Query,
    address: &Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(query, Api::Support, address)?;
    let included = Included::read(query, WITH_GROUPS)?;
    let (groups, more) = sandbox.account().read(|connection| {
        if let Some(user) = filter.of {
            refuse_nobody(connection, user)?;
        }
        let groups = account::groups(connection, filter, &page)?;
        let more = sideloaded(connection, &groups.items, &included, address)?;
        Ok::<_, ApiError>((groups, more))
    })?;
    let groups = groups.map(|group| body(group, address));
    Ok(paged_with(&groups, "groups", Api::Support, address, &more))
}

/// What can come with groups.
pub(crate) const WITH_GROUPS: &[&str] = &["users"];

/// The agents of these groups, where they are asked for.
fn sideloaded(
    connection: &Connection,
    groups: &[Group],
    included: &Included,
    address: &Address,
) -> rusqlite::Result<Sideloaded> {
    if !included.has("users") {
        return Ok(Vec::new());
    }
    let groups: Vec<GroupId> = groups.iter().map(|group| group.id).collect();
    let members = sideload::members(connection, &groups)?;
    Ok(vec![("users", sideload::users(connection, members, address)?)])
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<GroupId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let included = Included::read(&query, WITH_GROUPS)?;
    let (group, more) = sandbox.account().read(|connection| {
        let group = account::group(connection, id)?.ok_or(ApiError::RecordNotFound)?;
        let more = sideloaded(connection, std::slice::from_ref(&group), &included, &address)?;
        Ok::<_, ApiError>((group, more))
    })?;
    Ok(Json(sideload::object("group", body(group, &address), more)).into_response())
}

#[derive(Serialize, ToSchema)]
#[schema(as = Group, description = "A group of agents.")]
pub(crate) struct Body {
    url: String,
    #[schema(value_type = u64)]
    id: GroupId,
    is_public: bool,
    name: String,
    description: String,
    default: bool,
    deleted: bool,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

pub(crate) fn body(group: Group, address: &Address) -> Body {
    Body {
        url: address.at(&format!("/api/v2/groups/{}.json", group.id)),
        id: group.id,
        is_public: true,
        name: group.name,
        description: group.description,
        default: group.default,
        deleted: group.deleted,
        created_at: group.created_at,
        updated_at: group.updated_at,
    }
}
