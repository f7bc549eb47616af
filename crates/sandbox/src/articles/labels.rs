//! The labels that articles have.

use axum::{extract::State, response::Response};
use guidepost_model::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    account,
    address::Address,
    auth::Staff,
    brands::OfHost,
    error::ApiError,
    paging::{Api, PageRequest, paged},
    query::Query,
    sandbox::Sandbox,
};

#[derive(Serialize, ToSchema)]
#[schema(as = Label, description = "A label that some article of the help center has.")]
pub(crate) struct Label {
    id: u64,
    url: String,
    name: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// All labels of the brand that the host names. For agents, which is documented. Nothing shows one label alone, so the
/// address that each has leads nowhere.
pub(crate) async fn labels(
    State(sandbox): State<Sandbox>,
    _: Staff,
    OfHost(brand): OfHost,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let address = address.of_brand(brand.id);
    let page = PageRequest::read(&query, Api::HelpCenter, &address)?;
    let labels =
        sandbox.account().read(|connection| account::labels(connection, brand.id, &page))?;
    let labels = labels.map(|label| Label {
        url: address.at(&format!("/api/v2/help_center/articles/labels/{}.json", label.id)),
        id: label.id,
        name: label.name,
        created_at: label.created_at,
        updated_at: label.created_at,
    });
    Ok(paged(&labels, "labels", Api::HelpCenter, &address))
}
