//! Groups of agents. For agents.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{GroupId, Timestamp};
use serde::Serialize;
use serde_json::json;

use crate::{
    account::{self, Group},
    address::Address,
    auth::Staff,
    error::ApiError,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
};

/// All groups, deleted ones too unless `exclude_deleted=true`, as Zendesk documents it.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::Support)?;
    let exclude_deleted = query.get("exclude_deleted") == Some("true");
    let groups =
        sandbox.account().read(|connection| account::groups(connection, exclude_deleted, &page))?;
    Ok(paged(&groups.map(|group| body(group, &address)), "groups", Api::Support, &address))
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<GroupId>,
    address: Address,
) -> Result<Response, ApiError> {
    let group = sandbox.account().read(|connection| account::group(connection, id))?;
    let group = group.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "group": body(group, &address) })).into_response())
}

#[derive(Serialize)]
struct Body {
    url: String,
    id: GroupId,
    is_public: bool,
    name: String,
    description: String,
    default: bool,
    deleted: bool,
    created_at: Timestamp,
    updated_at: Timestamp,
}

fn body(group: Group, address: &Address) -> Body {
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
