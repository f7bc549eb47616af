//! Which names this server answers to. A page on the internet can point a name of its own at 127.0.0.1 and then
//! speak to whatever listens there as if it were its own site (DNS rebinding): so only names that mean this
//! machine everywhere are answered.

use axum::{
    extract::Request,
    http::{
        StatusCode,
        header::{CONTENT_TYPE, HOST},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use guidepost_sandbox::is_loopback;
use serde_json::json;

/// Passes on what is asked of this machine by one of its names.
pub(crate) async fn only_loopback(request: Request, next: Next) -> Response {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        let description = "A request needs one Host header.";
        return refusal(StatusCode::BAD_REQUEST, "BadRequest", description);
    };
    if host.to_str().is_ok_and(is_loopback) {
        return next.run(request).await;
    }
    let description = "This server answers to localhost, names below it, 127.0.0.1 and [::1] only.";
    refusal(StatusCode::FORBIDDEN, "Forbidden", description)
}

fn refusal(status: StatusCode, error: &str, description: &str) -> Response {
    let body = json!({ "error": error, "description": description }).to_string();
    (status, [(CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response()
}
