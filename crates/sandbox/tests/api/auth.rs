//! Who a request comes from.

use axum::{body::Body, http::Method};
use serde_json::json;

use crate::support::{SEGMENTS, TestSandbox, forbidden};

const ME: &str = "/api/v2/users/me.json";
const ARTICLES: &str = "/api/v2/help_center/articles";

#[tokio::test]
async fn basic_takes_an_email_address_with_an_api_token() {
    let sandbox = TestSandbox::start();
    // manager@sandbox.test/token:manager-token
    let basic = "Basic bWFuYWdlckBzYW5kYm94LnRlc3QvdG9rZW46bWFuYWdlci10b2tlbg==";
    let answer = sandbox.nobody().header("authorization", basic).get(ME).await;
    assert_eq!(answer.body["user"]["name"], "Marta Lindqvist");
}

#[tokio::test]
async fn each_token_is_somebody() {
    let sandbox = TestSandbox::start();
    for (token, email, role) in [
        ("manager-token", "manager@sandbox.test", "admin"),
        ("agent-token", "agent@sandbox.test", "agent"),
        ("user-token", "user@sandbox.test", "end-user"),
    ] {
        let user = sandbox.bearer(token).get(ME).await.body["user"].clone();
        assert_eq!((&user["email"], &user["role"]), (&json!(email), &json!(role)));
    }
}

#[tokio::test]
async fn wrong_credentials_are_refused_where_none_are_needed_but_asking_who_one_is_tells_nobody() {
    let sandbox = TestSandbox::start();
    for authorization in [
        "Basic bWFuYWdlckBzYW5kYm94LnRlc3QvdG9rZW46d3Jvbmc=", // …/token:wrong
        "Basic bWFuYWdlckBzYW5kYm94LnRlc3Q6bWFuYWdlci10b2tlbg==", // a token where a password belongs
        "Basic ////",
        "Basic",
        "Digest x",
        "",
    ] {
        let client = sandbox.nobody().header("authorization", authorization);
        let answer = client.get(ARTICLES).await;
        assert_eq!(answer.status, 401, "{authorization}");
        assert_eq!(answer.body, json!({ "error": "Couldn't authenticate you" }));
        let me = client.get(ME).await;
        assert_eq!((me.status, &me.body["user"]["name"]), (200, &json!("Anonymous user")));
    }
}

#[tokio::test]
async fn an_unknown_bearer_token_is_refused_as_oauth_does_it() {
    let sandbox = TestSandbox::start();
    for path in [SEGMENTS, ME] {
        let answer = sandbox.bearer("expired").get(path).await;
        assert_eq!(answer.status, 401);
        assert_eq!(answer.body["error"], "invalid_token");
    }
}

#[tokio::test]
async fn nobody_is_an_anonymous_user() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.nobody().get(ME).await;
    assert_eq!(answer.status, 200);
    let user = &answer.body["user"];
    assert_eq!((&user["id"], &user["name"]), (&json!(null), &json!("Anonymous user")));
    assert_eq!((&user["url"], user.get("tags")), (&json!(null), None));
}

#[tokio::test]
async fn the_sites_own_page_is_the_manager() {
    let sandbox = TestSandbox::start();
    assert_eq!(sandbox.page().get(ME).await.body["user"]["name"], "Marta Lindqvist");
    assert_eq!(sandbox.page().get(SEGMENTS).await.status, 200);
}

#[tokio::test]
async fn an_old_cookie_is_nobody() {
    let sandbox = TestSandbox::start();
    let stale = sandbox.nobody().header("cookie", "guidepost_session_8080=00ff");
    assert_eq!(stale.get(SEGMENTS).await.status, 401);
}

#[tokio::test]
async fn with_the_cookie_only_the_sites_own_pages_write() {
    let sandbox = TestSandbox::start();
    let body = json!({ "user_segment": { "name": "From a page", "user_type": "staff" } });
    let own = sandbox.page().header("origin", "http://localhost:8080");
    assert_eq!(own.post(SEGMENTS, body.clone()).await.status, 201);
    for origin in ["http://localhost:9999", "http://evil.example", "https://localhost:8080", "null"]
    {
        let answer = sandbox.page().header("origin", origin).post(SEGMENTS, body.clone()).await;
        assert_eq!(answer.status, 403, "{origin}");
        assert_eq!(answer.body, forbidden());
    }
    assert_eq!(sandbox.page().post(SEGMENTS, body).await.status, 403, "no origin at all");
}

#[tokio::test]
async fn a_token_decides_alone_where_there_is_a_cookie_too() {
    let sandbox = TestSandbox::start();
    let both = sandbox.page().header("authorization", "Bearer user-token");
    assert_eq!(both.get(SEGMENTS).await.status, 403);
}

#[tokio::test]
async fn no_answer_tells_the_sessions_secret() {
    let sandbox = TestSandbox::start();
    let secret = "07".repeat(16);
    for path in [ME, SEGMENTS, "/api/v2/groups"] {
        let answer = sandbox.page().send(Method::GET, path, Body::empty()).await;
        assert!(!answer.text.contains(&secret), "{path}");
    }
}
