//! Brands, each with a help center of its own. For agents.

mod host;

pub(crate) use host::{OfHost, to_primary};

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{BrandId, Role, Timestamp};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{
    account::{self, Brand, User},
    address::Address,
    auth::Staff,
    error::ApiError,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
};

pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    Staff(caller): Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::Support, &address)?;
    let brands = sandbox.account().read(|connection| account::brands(connection, &page))?;
    Ok(paged(&brands.map(|brand| body(brand, &caller, &address)), "brands", Api::Support, &address))
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Staff(caller): Staff,
    Id(id): Id<BrandId>,
    address: Address,
) -> Result<Response, ApiError> {
    let brand = sandbox.account().read(|connection| account::brand(connection, id))?;
    let brand = brand.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "brand": body(brand, &caller, &address) })).into_response())
}

#[derive(Serialize, ToSchema)]
#[schema(as = Brand, description = "A brand, with a help center of its own.")]
pub(crate) struct Body {
    url: String,
    #[schema(value_type = u64)]
    id: BrandId,
    name: String,
    brand_url: String,
    subdomain: String,
    /// For admins only. No brand of the sandbox has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    host_mapping: Option<Option<String>>,
    has_help_center: bool,
    help_center_state: &'static str,
    active: bool,
    default: bool,
    is_deleted: bool,
    logo: Option<String>,
    ticket_form_ids: Vec<u64>,
    signature_template: &'static str,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

fn body(brand: Brand, caller: &User, address: &Address) -> Body {
    Body {
        url: address.at(&format!("/api/v2/brands/{}.json", brand.id)),
        id: brand.id,
        name: brand.name,
        brand_url: address.origin.help_center(&brand.subdomain),
        subdomain: brand.subdomain,
        host_mapping: (caller.role == Role::Admin).then_some(None),
        has_help_center: true,
        help_center_state: "enabled",
        active: true,
        default: brand.default,
        is_deleted: false,
        logo: None,
        ticket_form_ids: Vec::new(),
        signature_template: "{{agent.signature}}",
        created_at: brand.created_at,
        updated_at: brand.updated_at,
    }
}
