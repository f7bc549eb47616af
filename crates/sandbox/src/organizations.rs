//! Organizations of end users. For agents.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{OrganizationId, Timestamp};
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    account::{self, Organization},
    address::Address,
    auth::Staff,
    error::ApiError,
    many::ids,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
};

pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::Support)?;
    answer(&sandbox, None, &page, &address)
}

/// Those whose name begins with `name`. Knows offset paging only. Without a name there is nothing to complete:
/// 400, which is assumed.
pub(crate) async fn autocomplete(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read_offset(&query, Api::Support)?;
    let name = query.get("name").filter(|name| !name.trim().is_empty());
    let name = name.ok_or_else(|| ApiError::missing("name"))?;
    answer(&sandbox, Some(name), &page, &address)
}

/// The organizations with these `ids`, as far as there are any.
pub(crate) async fn show_many(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let (ids, page) = ids(&query)?;
    let found = sandbox
        .account()
        .read(|connection| account::organizations_by_id(connection, &ids, &page))?;
    Ok(paged(&found.map(|found| body(found, &address)), "organizations", Api::Support, &address))
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<OrganizationId>,
    address: Address,
) -> Result<Response, ApiError> {
    let found = sandbox.account().read(|connection| account::organization(connection, id))?;
    let found = found.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "organization": body(found, &address) })).into_response())
}

fn answer(
    sandbox: &Sandbox,
    beginning: Option<&str>,
    page: &PageRequest,
    address: &Address,
) -> Result<Response, ApiError> {
    let found =
        sandbox.account().read(|connection| account::organizations(connection, beginning, page))?;
    Ok(paged(&found.map(|found| body(found, address)), "organizations", Api::Support, address))
}

#[derive(Serialize)]
struct Body {
    url: String,
    id: OrganizationId,
    name: String,
    shared_tickets: bool,
    shared_comments: bool,
    external_id: Option<String>,
    created_at: Timestamp,
    updated_at: Timestamp,
    domain_names: Vec<String>,
    details: Option<String>,
    notes: Option<String>,
    group_id: Option<u64>,
    tags: Vec<String>,
    organization_fields: Value,
}

fn body(organization: Organization, address: &Address) -> Body {
    Body {
        url: address.at(&format!("/api/v2/organizations/{}.json", organization.id)),
        id: organization.id,
        name: organization.name,
        shared_tickets: false,
        shared_comments: false,
        external_id: organization.external_id,
        created_at: organization.created_at,
        updated_at: organization.updated_at,
        domain_names: organization.domain_names,
        details: None,
        notes: None,
        group_id: None,
        tags: organization.tags,
        organization_fields: json!({}),
    }
}
