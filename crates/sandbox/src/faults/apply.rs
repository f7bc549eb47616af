//! Strikes requests: the layer between the router and what reads answers across origins.

use std::time::Duration;

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::Value;

use super::{Action, Connection, Delivery, When, headers::Changes};
use crate::{headers::JSON, sandbox::Sandbox};

pub(crate) async fn apply(
    State(sandbox): State<Sandbox>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    let spared = !sandbox.settings().faults || path.starts_with("/sandbox/");
    if spared {
        return next.run(request).await;
    }
    let Some(action) = sandbox.faults().strike(request.method(), path, request.headers()) else {
        return next.run(request).await;
    };
    let mut response = match (action.replaces(), action.when) {
        (true, When::Before) => replacement(&action),
        (true, When::After) => {
            next.run(request).await;
            replacement(&action)
        }
        (false, _) => next.run(request).await,
    };
    if let Some(seconds) = action.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(content_type) = action.content_type.as_deref().and_then(|text| text.parse().ok()) {
        response.headers_mut().insert(header::CONTENT_TYPE, content_type);
    }
    let connection = match (action.drop, action.truncate) {
        (true, _) => Connection::Closed,
        (false, true) => Connection::CutShort,
        (false, false) => Connection::Kept,
    };
    // What cannot be set was refused when the fault was added.
    if let Ok(changes) = Changes::read(&action.headers) {
        response.extensions_mut().insert(changes);
    }
    let delay = Duration::from_millis(action.delay_ms.into());
    response.extensions_mut().insert(Delivery { delay, connection });
    response
}

fn replacement(action: &Action) -> Response {
    let status = action.status.and_then(|status| StatusCode::from_u16(status).ok());
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    let (content_type, body) = match &action.body {
        None => (JSON, String::new()),
        Some(Value::String(body)) => (text, body.clone()),
        Some(json) => (JSON, json.to_string()),
    };
    (status.unwrap_or(StatusCode::OK), [(header::CONTENT_TYPE, content_type)], Body::from(body))
        .into_response()
}
