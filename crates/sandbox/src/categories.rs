//! Categories of a brand's help center. For everyone: those they may see.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{CategoryId, Timestamp};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{
    account::{self, CATEGORY_KEYS, Category},
    address::{Address, slug},
    auth::Anyone,
    brands::OfHost,
    error::ApiError,
    paging::{Api, PageRequest, Sorting, paged_with},
    path::{Id, Locale},
    query::Query,
    sandbox::Sandbox,
};

/// The categories of the brand that the host names, with or without a locale in the path.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let address = address.of_brand(brand.id);
    let sorting = Sorting::read(&query, CATEGORY_KEYS)?;
    let page = PageRequest::read_sorted(&query, Api::HelpCenter, &address, &sorting)?;
    let categories = sandbox.account().read(|connection| {
        let sight = sandbox.account().sight(connection, user.as_ref(), sandbox.settings().plan)?;
        let locale = locale.as_deref();
        account::categories(connection, brand.id, locale, &sight, &sorting, &page)
    })?;
    let categories = categories.map(|category| body(category, &address));
    let more = sorting.told(&page);
    Ok(paged_with(&categories, "categories", Api::HelpCenter, &address, &more))
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    Id(id): Id<CategoryId>,
    address: Address,
) -> Result<Response, ApiError> {
    let category = sandbox.account().read(|connection| {
        let sight = sandbox.account().sight(connection, user.as_ref(), sandbox.settings().plan)?;
        account::category(connection, brand.id, locale.as_deref(), &sight, id)
    })?;
    let category = category.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "category": body(category, &address) })).into_response())
}

#[derive(Serialize, ToSchema)]
#[schema(as = Category, description = "A category of sections, with the keys of recorded answers.")]
pub(crate) struct Body {
    #[schema(value_type = u64)]
    id: CategoryId,
    url: String,
    html_url: String,
    position: i64,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    name: String,
    description: &'static str,
    locale: String,
    source_locale: String,
    outdated: bool,
}

pub(crate) fn body(category: Category, address: &Address) -> Body {
    let Category { id, name, locale, subdomain, position, created_at, updated_at } = category;
    Body {
        id,
        url: address.at(&format!("/api/v2/help_center/{locale}/categories/{id}.json")),
        html_url: address
            .in_help_center(&subdomain, &format!("{locale}/categories/{id}-{}", slug(&name))),
        position,
        created_at,
        updated_at,
        name,
        description: "",
        source_locale: locale.clone(),
        locale,
        outdated: false,
    }
}
