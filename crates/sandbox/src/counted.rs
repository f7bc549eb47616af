//! How many of something there are. Zendesk keeps such counts for a while and says since when; the sandbox counts.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{error::ApiError, sandbox::Sandbox};

/// `{"count": {"value": …, "refreshed_at": …}}`
pub(crate) fn counted(
    sandbox: &Sandbox,
    count: impl FnOnce(&rusqlite::Connection) -> Result<u64, ApiError>,
) -> Result<Response, ApiError> {
    let value = sandbox.account().read(count)?;
    let now = sandbox.clock().now();
    Ok(Json(json!({ "count": { "value": value, "refreshed_at": now } })).into_response())
}
