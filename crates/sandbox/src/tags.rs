//! Tags. For agents.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::tag;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{
    account,
    address::Address,
    auth::Staff,
    error::ApiError,
    paging::{Api, PageRequest, paged},
    query::Query,
    sandbox::Sandbox,
};

/// The tags on tickets, the most used ones first. Zendesk lists the 20,000 that were used most in the last 60 days;
/// the sandbox has fewer than that. The keys of a tag are assumed.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::Support, &address)?;
    let tags = sandbox.account().read(|connection| account::used_tags(connection, &page))?;
    let tags = tags.map(|tag| Body { name: tag.name, count: tag.count });
    Ok(paged(&tags, "tags", Api::Support, &address))
}

/// The most used ticket tags in which a word begins with `name`, 15 at most; none below two letters. A tag that
/// only users or organizations have is never among them, as in Zendesk.
pub(crate) async fn autocomplete(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
) -> Result<Response, ApiError> {
    let name = query.get("name").ok_or_else(|| ApiError::missing("name"))?;
    let tags = if tag::can_be_suggested(name.trim()) {
        sandbox.account().read(|connection| account::suggested_tags(connection, name))?
    } else {
        Vec::new()
    };
    Ok(Json(json!({ "tags": tags })).into_response())
}

#[derive(Serialize, ToSchema)]
#[schema(as = Tag, description = "A tag on tickets.")]
pub(crate) struct Body {
    name: String,
    /// On how many tickets it is.
    count: u64,
}
