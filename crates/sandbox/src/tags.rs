//! Tags. For agents.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::tag;
use serde_json::json;

use crate::{account, auth::Staff, error::ApiError, query::Query, sandbox::Sandbox};

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
