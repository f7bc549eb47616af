use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use super::flow::*;
use crate::support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox, forbidden};

fn missing(scope: &str) -> Value {
    json!({
        "error": "Forbidden",
        "description": format!("You are missing the following required scopes: {scope}"),
    })
}

#[tokio::test]
async fn every_route_asks_for_its_scope_by_its_method() {
    let sandbox = TestSandbox::start();
    for (granted, allowed) in [
        ("read", ["GET *"].as_slice()),
        ("write", &["POST *", "PUT *", "DELETE *"]),
        ("hc:read", &["GET hc"]),
        ("hc:write", &["POST hc", "PUT hc", "DELETE hc"]),
        ("users:read", &["GET users"]),
        ("organizations:read organizations:write", &["GET organizations"]),
        ("tickets:read impersonate", &[]),
    ] {
        let token = token(&sandbox, "manager@sandbox.test", granted).await;
        let client = sandbox.bearer(token["access_token"].as_str().unwrap());
        for (method, resource, path) in [
            ("GET", "hc", SEGMENTS),
            ("GET", "hc", "/api/v2/help_center/en-us/articles.json"),
            ("GET", "hc", PERMISSION_GROUPS),
            ("POST", "hc", SEGMENTS),
            ("PUT", "hc", "/api/v2/help_center/user_segments/1.json"),
            ("DELETE", "hc", "/api/v2/guide/permission_groups/1"),
            ("GET", "users", "/api/v2/users/me.json"),
            ("GET", "users", "/api/v2/users/search.json?query=marta"),
            ("GET", "organizations", "/api/v2/organizations.json"),
            ("GET", "", "/api/v2/groups.json"),
            ("GET", "", "/api/v2/brands"),
            ("GET", "", "/api/v2/autocomplete/tags?name=re"),
            ("POST", "", "/api/v2/autocomplete/tags?name=re"),
            ("GET", "", "/api/v2/oauth/tokens"),
            ("DELETE", "", "/api/v2/oauth/tokens/999"),
        ] {
            let is_allowed = [format!("{method} *"), format!("{method} {resource}")]
                .iter()
                .any(|rule| allowed.contains(&rule.as_str()));
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let answer = client.clone().header("content-type", "application/json");
            let answer = answer.send(method.clone(), path, Body::from("{}")).await;
            if is_allowed {
                assert_ne!(answer.status, 403, "{granted}: {method} {path}");
            } else {
                let scope = if method == Method::GET { "read" } else { "write" };
                assert_eq!(
                    (answer.status, answer.body),
                    (403, missing(scope)),
                    "{granted}: {method} {path}"
                );
            }
        }
    }
}

#[tokio::test]
async fn a_scope_that_does_not_exist_is_granted_and_refused_on_use() {
    let sandbox = TestSandbox::start();
    let granted = token(&sandbox, "manager@sandbox.test", "groups:read").await;
    assert_eq!(granted["scope"], "groups:read");
    let client = sandbox.bearer(granted["access_token"].as_str().unwrap());
    let answer = client.get("/api/v2/groups").await;
    assert_eq!((answer.status, answer.body), (403, missing("read")));
    let page = open(&sandbox, &request_with("scope", "groups:read")).await;
    assert!(page.text.contains("there is no such scope"), "{}", page.text);
}

#[tokio::test]
async fn a_scope_gives_nobody_more_than_their_role() {
    let sandbox = TestSandbox::start();
    for user in ["agent@sandbox.test", "user@sandbox.test"] {
        let token = token(&sandbox, user, "read write").await;
        let client = sandbox.bearer(token["access_token"].as_str().unwrap());
        let answer = client.get(SEGMENTS).await;
        assert_eq!((answer.status, answer.body), (403, forbidden()), "{user}");
    }
}

#[tokio::test]
async fn a_missing_scope_cannot_be_told_from_no_network_by_a_page_from_elsewhere() {
    let sandbox = TestSandbox::start();
    let token = token(&sandbox, "manager@sandbox.test", "users:read").await;
    let client = sandbox.bearer(token["access_token"].as_str().unwrap());
    let answer = client.get(SEGMENTS).await;
    assert_eq!(answer.status, 403);
    assert!(!answer.headers.contains_key("access-control-allow-origin"));
}
