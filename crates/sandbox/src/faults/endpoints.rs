//! `/sandbox/…`: no part of Zendesk. For managers, and only in a sandbox that was started for it.

use axum::{
    Json,
    extract::State,
    http::{HeaderValue, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::Value;

use super::{Fault, headers::Changes};
use crate::{auth::Manager, body::JsonBody, error::ApiError, query::Query, sandbox::Sandbox};

/// Adds a fault. 201, with the fault as it was understood.
pub(crate) async fn add(
    State(sandbox): State<Sandbox>,
    _: Manager,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    // Derived readers take a list of an object's values for the object.
    if body.is_array() || body.get("action").is_some_and(Value::is_array) {
        return Err(ApiError::field("fault", "must be an object, and its action too"));
    }
    let mut fault: Fault = serde_json::from_value(body)
        .map_err(|error| ApiError::field("fault", error.to_string()))?;
    // Requests are compared without it.
    if let Some(path) = fault.path.strip_suffix(".json") {
        fault.path = path.to_owned();
    }
    if fault.times == 0 {
        return Err(ApiError::field("times", "must be at least 1"));
    }
    if fault.action.status.is_some_and(|status| !(200..600).contains(&status)) {
        return Err(ApiError::field("status", "must be from 200 to 599"));
    }
    if fault.action.content_type.as_deref().is_some_and(|text| HeaderValue::from_str(text).is_err())
    {
        return Err(ApiError::field("content_type", "cannot stand in a header"));
    }
    if let Err(problem) = Changes::read(&fault.action.headers) {
        return Err(ApiError::field("headers", problem));
    }
    let answer = (StatusCode::CREATED, Json(fault.clone())).into_response();
    sandbox.faults().lock().push(fault);
    Ok(answer)
}

/// The faults that still wait, or those with the `tag`.
pub(crate) async fn list(State(sandbox): State<Sandbox>, _: Manager, query: Query) -> Response {
    let faults = sandbox.faults().lock();
    let wanted: Vec<&Fault> = faults.iter().filter(|fault| is_tagged(fault, &query)).collect();
    Json(serde_json::json!({ "faults": wanted })).into_response()
}

/// Removes all faults, or those with the `tag`. 204.
pub(crate) async fn clear(State(sandbox): State<Sandbox>, _: Manager, query: Query) -> StatusCode {
    sandbox.faults().lock().retain(|fault| !is_tagged(fault, &query));
    StatusCode::NO_CONTENT
}

/// The account as it was on the first day, and no faults. 204.
pub(crate) async fn reset(
    State(sandbox): State<Sandbox>,
    _: Manager,
) -> Result<StatusCode, ApiError> {
    sandbox.account().reset()?;
    sandbox.faults().lock().clear();
    Ok(StatusCode::NO_CONTENT)
}

fn is_tagged(fault: &Fault, query: &Query) -> bool {
    query.get("tag").is_none_or(|tag| fault.tag.as_deref() == Some(tag))
}
