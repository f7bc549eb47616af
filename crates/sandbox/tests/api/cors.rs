//! What pages of other origins may read.

use axum::{
    body::Body,
    http::{Method, header::*},
};
use serde_json::json;

use crate::{
    oauth::flow as oauth,
    support::{SEGMENTS, TestSandbox},
};

#[tokio::test]
async fn answers_to_a_bearer_are_readable_where_zendesks_are() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment(json!({ "name": "Short-lived", "user_type": "staff" })).await;
    let path = format!("{SEGMENTS}/{}", segment["id"]);
    for (answer, status) in [
        (sandbox.manager().get(SEGMENTS).await, 200),
        (sandbox.manager().delete(&path).await, 204),
        (sandbox.manager().get(&path).await, 404),
    ] {
        assert_eq!(answer.status, status);
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), Some("*"), "{status}");
    }
}

#[tokio::test]
async fn a_refusal_looks_like_no_network_from_another_origin() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.agent().get(SEGMENTS).await;
    assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (403, None));
}

const BASIC: &str = "Basic bWFuYWdlckBzYW5kYm94LnRlc3QvdG9rZW46bWFuYWdlci10b2tlbg==";

#[tokio::test]
async fn what_is_read_of_the_help_center_is_readable_with_any_credentials() {
    let sandbox = TestSandbox::start();
    let basic = sandbox.nobody().header("authorization", BASIC);
    let clients = [basic, sandbox.page(), sandbox.manager(), sandbox.nobody()];
    for client in clients.map(|client| client.header("origin", "https://app.example")) {
        for path in ["/api/v2/help_center/articles.json", "/api/v2/community/topics"] {
            let answer = client.get(path).await;
            assert_eq!(
                (answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)),
                (200, Some("*"))
            );
            assert_eq!(answer.header(ACCESS_CONTROL_EXPOSE_HEADERS), Some("X-Zendesk-API-Warn"));
        }
    }
}

#[tokio::test]
async fn api_tokens_and_cookies_do_not_work_across_origins_anywhere_else() {
    let sandbox = TestSandbox::start();
    let segment = json!({ "user_segment": { "name": "New", "user_type": "staff" } });
    for client in [sandbox.nobody().header("authorization", BASIC), sandbox.page()] {
        let answer = client.get("/api/v2/groups").await;
        assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (200, None));
        let answer = client.get(&format!("{SEGMENTS}/1")).await;
        assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (404, Some("*")));
    }
    let answer = sandbox.nobody().header("authorization", BASIC).post(SEGMENTS, segment).await;
    assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (201, None));
}

#[tokio::test]
async fn a_page_on_the_internet_cannot_write_with_tokens_that_everybody_knows() {
    let sandbox = TestSandbox::with_faults();
    let segment = json!({ "user_segment": { "name": "New", "user_type": "staff" } });
    let one = format!("{SEGMENTS}/{}", sandbox.segment_named("Gold dealers").await["id"]);
    for origin in ["https://evil.example", "http://localhost.evil.example", "null"] {
        for client in [sandbox.manager(), sandbox.nobody().header("authorization", BASIC)] {
            let page = client.header("origin", origin);
            for answer in [
                page.post(SEGMENTS, segment.clone()).await,
                page.put(&one, segment.clone()).await,
                page.delete(&one).await,
                page.post("/sandbox/reset", json!({})).await,
                page.post("/sandbox/faults", json!({ "path": "/", "action": {} })).await,
                page.delete("/sandbox/faults").await,
            ] {
                assert_eq!(answer.status, 403, "{origin}: {}", answer.text);
                assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), None);
            }
            let answer = page.get("/api/v2/users").await;
            assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (200, None));
        }
    }
    assert_eq!(sandbox.manager().get(SEGMENTS).await.body["count"], 40);
    // Pages that the developer serves are the developer's own.
    for origin in ["http://localhost:3000", "http://127.0.0.1:8080", "https://app.localhost"] {
        let answer =
            sandbox.manager().header("origin", origin).post(SEGMENTS, segment.clone()).await;
        assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (201, Some("*")));
    }
}

#[tokio::test]
async fn a_page_on_the_internet_writes_with_a_token_of_oauth() {
    let sandbox = TestSandbox::start();
    let token = oauth::token(&sandbox, "manager@sandbox.test", "read write").await;
    let page = sandbox.bearer(token["access_token"].as_str().unwrap());
    let page = page.header("origin", "https://app.example");
    let segment = json!({ "user_segment": { "name": "New", "user_type": "staff" } });
    let answer = page.post(SEGMENTS, segment).await;
    assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (201, Some("*")));
}

#[tokio::test]
async fn the_sandboxs_own_endpoints_are_for_no_page_of_another_origin() {
    let sandbox = TestSandbox::with_faults();
    for path in ["/sandbox/faults", "/sandbox/reset", "/sandbox//faults"] {
        let page = sandbox.nobody().header("origin", "http://localhost:3000");
        let preflight = page.header("access-control-request-method", "POST");
        let answer = preflight.send(Method::OPTIONS, path, Body::empty()).await;
        assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (405, None));
    }
    let answer = sandbox.manager().get("/sandbox/faults").await;
    assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (200, None));
}

#[tokio::test]
async fn a_preflight_is_answered_without_credentials() {
    let sandbox = TestSandbox::start();
    let preflight = sandbox
        .nobody()
        .header("origin", "https://app.example")
        .header("access-control-request-method", "PUT")
        .header("access-control-request-headers", "authorization,x-sandbox-tag");
    let answer = preflight.send(Method::OPTIONS, SEGMENTS, Body::empty()).await;
    assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (204, Some("*")));
    assert!(answer.header(ACCESS_CONTROL_ALLOW_METHODS).unwrap().contains("PUT"));
    assert!(answer.header(ACCESS_CONTROL_ALLOW_HEADERS).unwrap().contains("Authorization"));
}

#[tokio::test]
async fn a_friendly_sandbox_lets_everything_be_read() {
    let sandbox = TestSandbox::with(|settings| settings.cors_friendly = true);
    for answer in [sandbox.agent().get(SEGMENTS).await, sandbox.nobody().get(SEGMENTS).await] {
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), Some("*"), "{}", answer.status);
        assert!(answer.header(ACCESS_CONTROL_EXPOSE_HEADERS).unwrap().contains("Retry-After"));
        let policy = HeaderName::from_static("cross-origin-resource-policy");
        assert_eq!(answer.header(policy), Some("cross-origin"));
    }
    let preflight = sandbox
        .nobody()
        .header("origin", "http://127.0.0.1:1")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "authorization,x-sandbox-tag");
    let answer = preflight.send(Method::OPTIONS, "/sandbox/faults", Body::empty()).await;
    assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_HEADERS), Some("authorization,x-sandbox-tag"));
}

#[tokio::test]
async fn a_pause_that_was_asked_for_is_readable_only_where_the_sandbox_is_friendly() {
    for (friendly, allowed) in [(false, None), (true, Some("*"))] {
        let sandbox = TestSandbox::with(|settings| {
            settings.faults = true;
            settings.cors_friendly = friendly;
        });
        let fault = json!({ "path": SEGMENTS, "action": { "status": 429, "retry_after": 2 } });
        assert_eq!(sandbox.manager().post("/sandbox/faults", fault).await.status, 201);
        let answer = sandbox.manager().get(SEGMENTS).await;
        assert_eq!(answer.header(RETRY_AFTER), Some("2"));
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), allowed);
    }
}

fn asking(sandbox: &TestSandbox) -> crate::support::Client<'_> {
    sandbox
        .nobody()
        .header("origin", "https://app.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "content-type")
}

#[tokio::test]
async fn a_code_cannot_be_exchanged_by_a_page_from_elsewhere() {
    let sandbox = TestSandbox::start();
    let answer = asking(&sandbox).send(Method::OPTIONS, "/oauth/tokens", Body::empty()).await;
    assert_eq!((answer.status, answer.header(ALLOW)), (405, Some("POST")));
    assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), None);
    let token = oauth::token(&sandbox, "manager@sandbox.test", "read").await;
    let code = oauth::code(&sandbox, "manager@sandbox.test", "read").await;
    // A bearer token changes nothing about it.
    let client = sandbox.bearer(token["access_token"].as_str().unwrap());
    let answer = client.post("/oauth/tokens", oauth::exchange(&code)).await;
    assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (201, None));
}

#[tokio::test]
async fn a_code_can_be_exchanged_from_elsewhere_where_a_switch_or_a_friendly_sandbox_allows_it() {
    for sandbox in [
        TestSandbox::with(|settings| settings.switches.set("cors-tokens", "present").unwrap()),
        TestSandbox::with(|settings| settings.cors_friendly = true),
    ] {
        let answer = asking(&sandbox).send(Method::OPTIONS, "/oauth/tokens", Body::empty()).await;
        assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (204, Some("*")));
        let code = oauth::code(&sandbox, "manager@sandbox.test", "read").await;
        let answer = oauth::post(&sandbox, oauth::exchange(&code)).await;
        assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (201, Some("*")));
    }
}

#[tokio::test]
async fn a_token_of_oauth_is_a_bearer_like_any_other() {
    let sandbox = TestSandbox::start();
    let token = oauth::token(&sandbox, "manager@sandbox.test", "read").await;
    let client = sandbox.bearer(token["access_token"].as_str().unwrap());
    let answer = client.get("/api/v2/oauth/tokens/current").await;
    assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (200, Some("*")));
}

#[tokio::test]
async fn the_page_that_asks_a_user_is_read_by_no_other_page() {
    let sandbox = TestSandbox::start();
    let answer = oauth::open(&sandbox, &oauth::request()).await;
    assert_eq!((answer.status, answer.header(ACCESS_CONTROL_ALLOW_ORIGIN)), (200, None));
}
