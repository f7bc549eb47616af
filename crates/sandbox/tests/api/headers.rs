//! Headers that recorded answers have.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use serde_json::json;

use crate::support::{SEGMENTS, TestSandbox};

#[tokio::test]
async fn json_names_its_charset_whatever_it_says() {
    let sandbox = TestSandbox::start();
    let created = json!({ "user_segment": { "name": "New", "user_type": "staff" } });
    for (answer, status) in [
        (sandbox.manager().get(SEGMENTS).await, 200),
        (sandbox.manager().post(SEGMENTS, created).await, 201),
        (sandbox.manager().post(SEGMENTS, json!({})).await, 400),
        (sandbox.nobody().get(SEGMENTS).await, 401),
        (sandbox.agent().get(SEGMENTS).await, 403),
        (sandbox.manager().get("/api/v2/nothing").await, 404),
        (sandbox.manager().put(SEGMENTS, json!({})).await, 405),
        (sandbox.nobody().post("/oauth/tokens", json!({})).await, 400),
        (sandbox.nobody().get("/openapi.json").await, 200),
    ] {
        assert_eq!(answer.status, status);
        let kind = answer.header(CONTENT_TYPE);
        assert_eq!(kind, Some("application/json; charset=utf-8"), "{status}");
    }
}

#[tokio::test]
async fn an_answer_says_how_long_it_is_good_as_recorded_ones_do() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment(json!({ "name": "Short-lived", "user_type": "staff" })).await;
    let path = format!("{SEGMENTS}/{}", segment["id"]);
    let again = "max-age=0, private, must-revalidate";
    for (answer, status, kept) in [
        (sandbox.manager().get(SEGMENTS).await, 200, again),
        (sandbox.manager().put(&path, json!({ "user_segment": {} })).await, 200, again),
        (sandbox.manager().delete(&path).await, 204, "no-cache"),
        (sandbox.manager().get(&path).await, 404, "no-cache"),
        (sandbox.agent().get(SEGMENTS).await, 403, "no-cache"),
        (sandbox.nobody().post("/oauth/tokens", json!({})).await, 400, "no-store"),
        (sandbox.nobody().get("/openapi").await, 200, "no-store"),
    ] {
        assert_eq!((answer.status, answer.header(CACHE_CONTROL)), (status, Some(kept)));
    }
}
