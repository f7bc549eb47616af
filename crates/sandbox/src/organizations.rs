//! Organizations of end users. For agents.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{OrganizationId, Timestamp, UserId};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    account::{self, Organization, OrganizationFilter},
    address::Address,
    auth::Staff,
    counted::counted,
    error::ApiError,
    include::Included,
    many::many,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
    users::refuse_nobody,
};

pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::Support, &address)?;
    answer(&sandbox, &OrganizationFilter::All, &page, &query, &address)
}

pub(crate) async fn count(State(sandbox): State<Sandbox>, _: Staff) -> Result<Response, ApiError> {
    let all = &OrganizationFilter::All;
    counted(&sandbox, |connection| Ok(account::count_organizations(connection, all)?))
}

/// How many organizations a user is in.
pub(crate) async fn count_of_user(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(user): Id<UserId>,
) -> Result<Response, ApiError> {
    counted(&sandbox, |connection| {
        refuse_nobody(connection, user)?;
        Ok(account::count_organizations(connection, &OrganizationFilter::Of(user))?)
    })
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
    answer(&sandbox, &OrganizationFilter::Beginning(name.to_owned()), &page, &query, &address)
}

/// The organization with this `name`, or with this `external_id`. Knows offset paging only, and without either of
/// the two there is nothing to look for; both are assumed.
pub(crate) async fn search(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read_offset(&query, Api::Support)?;
    let filter = match (query.get("external_id"), query.get("name")) {
        (Some(id), _) => OrganizationFilter::ExternalId(id.to_owned()),
        (None, Some(name)) => OrganizationFilter::Name(name.to_owned()),
        (None, None) => return Err(ApiError::missing("name")),
    };
    answer(&sandbox, &filter, &page, &query, &address)
}

/// The organizations that a user is in.
pub(crate) async fn of_user(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(user): Id<UserId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::Support, &address)?;
    sandbox.account().read(|connection| refuse_nobody(connection, user))?;
    answer(&sandbox, &OrganizationFilter::Of(user), &page, &query, &address)
}

/// What can come with organizations: Zendesk documents abilities, and the account has none.
const WITH_ORGANIZATIONS: &[&str] = &[];

/// The organizations with these `ids` or `external_ids`, as far as there are any.
pub(crate) async fn show_many(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let (many, page) = many(&query)?;
    answer(&sandbox, &OrganizationFilter::Many(many), &page, &query, &address)
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<OrganizationId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    Included::read(&query, WITH_ORGANIZATIONS)?;
    let found = sandbox.account().read(|connection| account::organization(connection, id))?;
    let found = found.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "organization": body(found, &address) })).into_response())
}

/// The tags of an organization.
pub(crate) async fn tags(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<OrganizationId>,
) -> Result<Response, ApiError> {
    let found = sandbox.account().read(|connection| account::organization(connection, id))?;
    let found = found.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "tags": found.tags })).into_response())
}

fn answer(
    sandbox: &Sandbox,
    filter: &OrganizationFilter,
    page: &PageRequest,
    query: &Query,
    address: &Address,
) -> Result<Response, ApiError> {
    Included::read(query, WITH_ORGANIZATIONS)?;
    let found =
        sandbox.account().read(|connection| account::organizations(connection, filter, page))?;
    Ok(paged(&found.map(|found| body(found, address)), "organizations", Api::Support, address))
}

#[derive(Serialize, ToSchema)]
#[schema(as = Organization, description = "An organization of end users.")]
pub(crate) struct Body {
    url: String,
    #[schema(value_type = u64)]
    id: OrganizationId,
    name: String,
    shared_tickets: bool,
    shared_comments: bool,
    external_id: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    domain_names: Vec<String>,
    details: Option<String>,
    notes: Option<String>,
    group_id: Option<u64>,
    tags: Vec<String>,
    organization_fields: Value,
}

pub(crate) fn body(organization: Organization, address: &Address) -> Body {
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
