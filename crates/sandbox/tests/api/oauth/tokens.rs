use serde_json::json;

use super::flow::*;
use crate::support::{TestSandbox, not_found};

const LIST: &str = "/api/v2/oauth/tokens.json";
const MANAGER: &str = "manager@sandbox.test";
const AGENT: &str = "agent@sandbox.test";

#[tokio::test]
async fn a_token_is_shown_by_its_beginning() {
    let sandbox = TestSandbox::start();
    let token = token(&sandbox, MANAGER, "read hc:write").await;
    let client = sandbox.bearer(token["access_token"].as_str().unwrap());
    let shown = client.get("/api/v2/oauth/tokens/current.json").await.body["token"].clone();
    assert_eq!(
        shown,
        json!({
            "url": format!("http://localhost:8080/api/v2/oauth/tokens/{}.json", shown["id"]),
            "id": shown["id"],
            "user_id": sandbox.user(MANAGER).await,
            "client_id": 1,
            "token": token["access_token"].as_str().unwrap()[..10],
            "refresh_token": token["refresh_token"].as_str().unwrap()[..10],
            "created_at": "2026-11-22T09:00:00Z",
            "expires_at": "2026-11-22T09:30:00Z",
            "refresh_token_expires_at": "2026-12-22T09:00:00Z",
            "used_at": null,
            "scopes": ["read", "hc:write"],
        })
    );
}

#[tokio::test]
async fn everybody_sees_their_own_and_managers_all_when_they_ask() {
    let sandbox = TestSandbox::start();
    token(&sandbox, MANAGER, "read").await;
    let first = token(&sandbox, AGENT, "read").await;
    post(&sandbox, refresh(&first)).await;
    let count = |answer: crate::support::Answer| answer.body["count"].clone();
    assert_eq!(count(sandbox.manager().get(LIST).await), 1);
    assert_eq!(count(sandbox.agent().get(LIST).await), 1, "a replaced token is none");
    assert_eq!(count(sandbox.end_user().get(LIST).await), 0);
    assert_eq!(count(sandbox.manager().get(&format!("{LIST}?all=true")).await), 2);
    assert_eq!(sandbox.agent().get(&format!("{LIST}?all=true")).await.status, 403);
    assert_eq!(count(sandbox.agent().get(&format!("{LIST}?all=false")).await), 1);
    assert_eq!(sandbox.agent().get(&format!("{LIST}?all=1")).await.status, 400);
    assert_eq!(sandbox.nobody().get(LIST).await.status, 401);
}

#[tokio::test]
async fn a_revoked_token_is_worth_nothing_and_neither_is_its_refresh_token() {
    let sandbox = TestSandbox::start();
    for path in ["current", "by its number"] {
        let token = token(&sandbox, AGENT, "read write").await;
        let client = sandbox.bearer(token["access_token"].as_str().unwrap());
        let id = client.get("/api/v2/oauth/tokens/current").await.body["token"]["id"].to_string();
        let path = if path == "current" { path } else { &id };
        let answer = client.delete(&format!("/api/v2/oauth/tokens/{path}.json")).await;
        assert_eq!((answer.status, answer.text.as_str()), (204, ""));
        assert_eq!(owner(&sandbox, &token).await, Err(401));
        assert_refused(&post(&sandbox, refresh(&token)).await, 400, "invalid_grant");
        assert_eq!(sandbox.agent().delete(&format!("/api/v2/oauth/tokens/{id}")).await.status, 404);
    }
}

#[tokio::test]
async fn a_token_ends_itself_and_its_refresh_token_whatever_its_scope() {
    let sandbox = TestSandbox::start();
    for scope in ["read", "users:read", "hc:write", "everything"] {
        let token = token(&sandbox, AGENT, scope).await;
        let client = sandbox.bearer(token["access_token"].as_str().unwrap());
        let answer = client.delete("/api/v2/oauth/tokens/current").await;
        assert_eq!(answer.status, 204, "{scope}: {}", answer.text);
        assert_eq!(owner(&sandbox, &token).await, Err(401));
        assert_refused(&post(&sandbox, refresh(&token)).await, 400, "invalid_grant");
    }
}

#[tokio::test]
async fn somebody_elses_token_is_not_there() {
    let sandbox = TestSandbox::start();
    let token = token(&sandbox, MANAGER, "read").await;
    let client = sandbox.bearer(token["access_token"].as_str().unwrap());
    let id = client.get("/api/v2/oauth/tokens/current").await.body["token"]["id"].to_string();
    let path = format!("/api/v2/oauth/tokens/{id}");
    for answer in [sandbox.agent().get(&path).await, sandbox.agent().delete(&path).await] {
        assert_eq!((answer.status, answer.body), (404, not_found()));
    }
    assert_eq!(sandbox.manager().get(&path).await.status, 200);
}

#[tokio::test]
async fn other_credentials_are_no_current_token() {
    let sandbox = TestSandbox::start();
    let path = "/api/v2/oauth/tokens/current";
    assert_eq!(sandbox.manager().get(path).await.status, 404);
    assert_eq!(sandbox.manager().delete(path).await.status, 404);
    assert_eq!(sandbox.nobody().get(path).await.status, 401);
}

#[tokio::test]
async fn a_reset_forgets_tokens() {
    let sandbox = TestSandbox::with_faults();
    let token = token(&sandbox, MANAGER, "read").await;
    assert_eq!(sandbox.manager().post("/sandbox/reset", json!({})).await.status, 204);
    assert_eq!(owner(&sandbox, &token).await, Err(401));
}
