//! Headers that recorded answers of Zendesk have, whatever they answer. A layer adds them, so that no handler forgets one.

use axum::{
    http::{HeaderValue, header},
    response::Response,
};

/// One client library reads no JSON that does not name its charset.
pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json; charset=utf-8");

/// Of what can be kept, and of refusals and answers without a body.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("max-age=0, private, must-revalidate");
const NEVER_KEEP: HeaderValue = HeaderValue::from_static("no-cache");

/// Names the charset of JSON, and says how long an answer is good where its handler did not.
pub(crate) async fn recorded(mut response: Response) -> Response {
    let has_body = response.status() != 204;
    let kept = if response.status().is_success() && has_body { ASK_AGAIN } else { NEVER_KEEP };
    let headers = response.headers_mut();
    if headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json") {
        headers.insert(header::CONTENT_TYPE, JSON);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(kept);
    response
}
