//! Requests a minute.

use axum::{
    body::Body,
    http::{HeaderName, Method, header::*},
};
use serde_json::json;

use crate::support::{Answer, SEGMENTS, TestSandbox};

fn told(answer: &Answer) -> (u16, Option<&str>, Option<&str>) {
    let header = |name| answer.header(HeaderName::from_static(name));
    let (limit, remaining) = (header("x-rate-limit"), header("x-rate-limit-remaining"));
    assert_eq!((header("rate-limit"), header("rate-limit-remaining")), (limit, remaining));
    (answer.status, limit, remaining)
}

#[tokio::test]
async fn every_answer_tells_the_limit_and_what_remains() {
    let sandbox = TestSandbox::with(|settings| settings.rate_limit = Some(3));
    assert_eq!(told(&sandbox.manager().get(SEGMENTS).await), (200, Some("3"), Some("2")));
    assert_eq!(told(&sandbox.nobody().get(SEGMENTS).await), (401, Some("3"), Some("1")));
    assert_eq!(told(&sandbox.agent().get("/api/v2/nothing").await), (404, Some("3"), Some("0")));
}

#[tokio::test]
async fn lists_of_the_ticketing_api_tell_it_in_three_more_headers() {
    let sandbox = TestSandbox::with(|settings| settings.rate_limit = Some(5));
    sandbox.wait(18);
    let told = |answer: &Answer| {
        ["limit", "remaining", "reset"].map(|name| {
            let name = HeaderName::try_from(format!("ratelimit-{name}")).unwrap();
            answer.header(name).map(str::to_owned)
        })
    };
    let wanted = |remaining: &str| ["5", remaining, "42"].map(|text| Some(text.to_owned()));
    assert_eq!(told(&sandbox.manager().get("/api/v2/groups.json").await), wanted("4"));
    assert_eq!(told(&sandbox.manager().get("/api/v2/users/search?query=x").await), wanted("3"));
    for path in [SEGMENTS, "/api/v2/users/me.json"] {
        assert_eq!(told(&sandbox.manager().get(path).await), [None, None, None], "{path}");
    }
    sandbox.manager().get("/api/v2/groups/1").await;
    assert_eq!(told(&sandbox.manager().get("/api/v2/groups").await), wanted("0"), "429");
}

#[tokio::test]
async fn beyond_the_limit_there_is_a_pause_until_the_minute_ends() {
    let sandbox = TestSandbox::with(|settings| settings.rate_limit = Some(1));
    sandbox.wait(18);
    assert_eq!(sandbox.manager().get(SEGMENTS).await.status, 200);
    for _ in 0..2 {
        let answer = sandbox.agent().get(SEGMENTS).await;
        assert_eq!(told(&answer), (429, Some("1"), Some("0")));
        assert_eq!(answer.header(RETRY_AFTER), Some("42"));
        assert_eq!(answer.header(HeaderName::from_static("rate-limit-reset")), Some("42"));
        assert_eq!(answer.header(CONTENT_TYPE), Some("text/plain; charset=utf-8"));
        assert!(!answer.text.is_empty());
    }
    sandbox.wait(41);
    assert_eq!(sandbox.manager().get(SEGMENTS).await.status, 429);
    sandbox.wait(1);
    assert_eq!(sandbox.manager().get(SEGMENTS).await.status, 200);
}

#[tokio::test]
async fn a_refused_write_did_not_happen() {
    let sandbox = TestSandbox::with(|settings| settings.rate_limit = Some(1));
    let body = json!({ "user_segment": { "name": "Late", "user_type": "staff" } });
    assert_eq!(sandbox.manager().get(SEGMENTS).await.status, 200);
    assert_eq!(sandbox.manager().post(SEGMENTS, body).await.status, 429);
    sandbox.wait(60);
    assert_eq!(sandbox.manager().get(SEGMENTS).await.body["count"], 40);
}

#[tokio::test]
async fn a_pause_cannot_be_read_by_a_page_from_elsewhere() {
    for (friendly, allowed) in [(false, None), (true, Some("*"))] {
        let sandbox = TestSandbox::with(|settings| {
            settings.rate_limit = Some(1);
            settings.cors_friendly = friendly;
        });
        sandbox.manager().get(SEGMENTS).await;
        let answer = sandbox.manager().get(SEGMENTS).await;
        assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (429, allowed));
    }
}

#[tokio::test]
async fn signing_in_preflights_and_the_sandboxs_own_endpoints_do_not_count() {
    let sandbox = TestSandbox::with(|settings| {
        settings.rate_limit = Some(1);
        settings.faults = true;
    });
    let preflight = sandbox
        .nobody()
        .header("origin", "https://app.example")
        .header("access-control-request-method", "PUT");
    for _ in 0..2 {
        assert_eq!(preflight.send(Method::OPTIONS, SEGMENTS, Body::empty()).await.status, 204);
        assert_eq!(sandbox.nobody().post("/oauth/tokens", json!({})).await.status, 400);
        assert_eq!(sandbox.manager().get("/sandbox/faults").await.status, 200);
    }
    assert_eq!(sandbox.manager().get(SEGMENTS).await.status, 200);
}

#[tokio::test]
async fn without_a_limit_nothing_is_said_of_one() {
    let sandbox = TestSandbox::start();
    assert_eq!(told(&sandbox.manager().get(SEGMENTS).await), (200, None, None));
}
