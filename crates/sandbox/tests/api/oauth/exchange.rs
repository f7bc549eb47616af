use axum::{
    body::Body,
    http::{Method, header::*},
};
use serde_json::json;

use super::flow::*;
use crate::{
    store::File,
    support::{SEGMENTS, TestSandbox},
};

const MANAGER: &str = "manager@sandbox.test";
const AGENT: &str = "agent@sandbox.test";

#[tokio::test]
async fn a_code_becomes_a_token_that_stands_for_the_chosen_user() {
    let sandbox = TestSandbox::start();
    let answer = post(&sandbox, exchange(&code(&sandbox, AGENT, "read hc:write").await)).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header(CACHE_CONTROL), Some("no-store"));
    let (access, refresh) = (&answer.body["access_token"], &answer.body["refresh_token"]);
    assert_eq!(
        answer.body,
        json!({
            "access_token": access,
            "refresh_token": refresh,
            "token_type": "bearer",
            "scope": "read hc:write",
        })
    );
    assert_ne!(access, refresh);
    assert_eq!(owner(&sandbox, &answer.body).await.as_deref(), Ok(AGENT));
}

#[tokio::test]
async fn a_form_works_like_json() {
    let sandbox = TestSandbox::start();
    let code = code(&sandbox, MANAGER, "read").await;
    let form = exchange(&code);
    let pairs: Vec<(&str, String)> = form
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap().to_owned()))
        .collect();
    let client =
        sandbox.nobody().header("content-type", "application/x-www-form-urlencoded; charset=utf-8");
    let answer = client.send(Method::POST, TOKENS, Body::from(encode(&pairs))).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    assert_eq!(owner(&sandbox, &answer.body).await.as_deref(), Ok(MANAGER));
}

#[tokio::test]
async fn a_code_lives_for_two_minutes() {
    let sandbox = TestSandbox::start();
    for (seconds, status) in [(119, 201), (120, 400)] {
        let code = code(&sandbox, MANAGER, "read").await;
        sandbox.wait(seconds);
        assert_eq!(post(&sandbox, exchange(&code)).await.status, status, "{seconds}");
    }
}

#[tokio::test]
async fn a_code_that_comes_twice_takes_back_what_it_gave() {
    let sandbox = TestSandbox::start();
    let code = code(&sandbox, MANAGER, "read").await;
    let token = post(&sandbox, exchange(&code)).await.body;
    let other = self::token(&sandbox, MANAGER, "read").await;
    // The thief has no verifier, and still: the code was seen.
    let mut again = exchange(&code);
    again["code_verifier"] = json!("x".repeat(43));
    assert_refused(&post(&sandbox, again).await, 400, "invalid_grant");
    assert_eq!(owner(&sandbox, &token).await, Err(401));
    assert_refused(&post(&sandbox, refresh(&token)).await, 400, "invalid_grant");
    assert_eq!(owner(&sandbox, &other).await.as_deref(), Ok(MANAGER), "another consent stays");
}

#[tokio::test]
async fn a_code_is_only_for_its_client_its_address_and_its_verifier() {
    let sandbox = TestSandbox::with(|settings| {
        settings.clients = vec!["other=http://localhost:3000/oauth/callback".parse().unwrap()];
    });
    let code = code(&sandbox, MANAGER, "read").await;
    for (name, value) in [
        ("client_id", "other"),
        ("redirect_uri", "http://127.0.0.1:3000/oauth/callback"),
        ("redirect_uri", "http://localhost:3000/oauth/callback/"),
        ("code_verifier", CHALLENGE),
        ("code_verifier", "x"),
        ("code", "0000"),
    ] {
        let mut body = exchange(&code);
        body[name] = json!(value);
        assert_refused(&post(&sandbox, body).await, 400, "invalid_grant");
    }
    // None of it used the code up.
    assert_eq!(post(&sandbox, exchange(&code)).await.status, 201);
}

#[tokio::test]
async fn what_is_missing_or_unknown_is_told() {
    let sandbox = TestSandbox::start();
    let code = code(&sandbox, MANAGER, "read").await;
    for (name, value, status, error) in [
        ("grant_type", json!(null), 400, "invalid_request"),
        ("grant_type", json!("password"), 400, "unsupported_grant_type"),
        ("grant_type", json!("client_credentials"), 400, "unauthorized_client"),
        ("client_id", json!(""), 400, "invalid_request"),
        ("client_id", json!("stranger"), 401, "invalid_client"),
        ("code", json!(["a"]), 400, "invalid_request"),
        ("redirect_uri", json!(null), 400, "invalid_request"),
        ("code_verifier", json!(null), 400, "invalid_request"),
        ("scope", json!("everything"), 400, "invalid_scope"),
        ("scope", json!("read write"), 400, "invalid_scope"),
        ("expires_in", json!(299), 400, "invalid_request"),
        ("expires_in", json!(172_801), 400, "invalid_request"),
        ("expires_in", json!("soon"), 400, "invalid_request"),
        ("expires_in", json!(1e300), 400, "invalid_request"),
        ("refresh_token_expires_in", json!(604_799), 400, "invalid_request"),
        ("refresh_token_expires_in", json!(7_776_001), 400, "invalid_request"),
    ] {
        let mut body = exchange(&code);
        body[name] = value;
        assert_refused(&post(&sandbox, body).await, status, error);
    }
    assert_eq!(post(&sandbox, exchange(&code)).await.status, 201);
}

#[tokio::test]
async fn a_switch_answers_tokens_with_200() {
    let sandbox =
        TestSandbox::with(|settings| settings.switches.set("oauth-token-status", "200").unwrap());
    let code = code(&sandbox, MANAGER, "read").await;
    assert_eq!(post(&sandbox, exchange(&code)).await.status, 200);
}

#[tokio::test]
async fn a_sandbox_for_tests_gives_tokens_of_a_few_seconds() {
    let sandbox = TestSandbox::with_faults();
    let mut body = exchange(&code(&sandbox, MANAGER, "read").await);
    body["expires_in"] = json!(2);
    body["refresh_token_expires_in"] = json!(4);
    let token = post(&sandbox, body).await.body;
    sandbox.wait(1);
    assert_eq!(owner(&sandbox, &token).await.as_deref(), Ok(MANAGER));
    sandbox.wait(1);
    assert_eq!(owner(&sandbox, &token).await, Err(401));
    sandbox.wait(2);
    assert_refused(&post(&sandbox, refresh(&token)).await, 400, "invalid_grant");
    let mut body = exchange(&code(&sandbox, MANAGER, "read").await);
    body["expires_in"] = json!(0);
    assert_refused(&post(&sandbox, body).await, 400, "invalid_request");
}

#[tokio::test]
async fn lifetimes_can_be_asked_for() {
    let sandbox = TestSandbox::start();
    let mut body = exchange(&code(&sandbox, MANAGER, "read").await);
    body["expires_in"] = json!(300);
    body["refresh_token_expires_in"] = json!("604800");
    let token = post(&sandbox, body).await.body;
    assert_eq!(
        (&token["expires_in"], &token["refresh_token_expires_in"]),
        (&json!(300), &json!(604_800))
    );
    sandbox.wait(299);
    assert_eq!(owner(&sandbox, &token).await.as_deref(), Ok(MANAGER));
    sandbox.wait(1);
    assert_eq!(owner(&sandbox, &token).await, Err(401));
    sandbox.wait(604_800 - 300);
    assert_refused(&post(&sandbox, refresh(&token)).await, 400, "invalid_grant");
}

#[tokio::test]
async fn a_token_may_have_less_than_was_granted() {
    let sandbox = TestSandbox::start();
    let mut body = exchange(&code(&sandbox, MANAGER, "read write").await);
    body["scope"] = json!("read");
    let token = post(&sandbox, body).await.body;
    assert_eq!(token["scope"], "read");
    let client = sandbox.bearer(token["access_token"].as_str().unwrap());
    assert_eq!(client.get(SEGMENTS).await.status, 200);
    assert_eq!(client.delete(&format!("{SEGMENTS}/1")).await.status, 403);
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_told_so() {
    let sandbox = TestSandbox::start();
    for (media_type, body) in [
        ("application/json", "{"),
        ("application/json", "[]"),
        ("application/json", "\u{0}"),
        ("text/plain", "{}"),
        ("multipart/form-data", ""),
        ("application/x-www-form-urlencoded", "%%%=%FF&grant_type"),
    ] {
        let client = sandbox.nobody().header("content-type", media_type);
        let answer = client.send(Method::POST, TOKENS, Body::from(body)).await;
        assert_refused(&answer, 400, "invalid_request");
    }
    let client = sandbox.nobody().header("content-type", "application/json");
    let answer = client.send(Method::POST, TOKENS, Body::from(vec![b' '; 10 << 20])).await;
    assert_eq!(answer.status, 413);
}

#[tokio::test]
async fn the_database_holds_no_token_that_could_be_used() {
    let file = File::new("oauth");
    let sandbox = TestSandbox::over(&file.place(), |_| {});
    let code = code(&sandbox, MANAGER, "read").await;
    let token = post(&sandbox, exchange(&code)).await.body;
    let mut files = Vec::new();
    for suffix in ["", "-wal"] {
        files.extend(std::fs::read(format!("{}{suffix}", file.0.display())).unwrap());
    }
    let holds = |text: &str| files.windows(text.len()).any(|bytes| bytes == text.as_bytes());
    assert!(
        holds(&token["access_token"].as_str().unwrap()[..10]),
        "the beginning is shown in lists"
    );
    for secret in
        [&code, token["access_token"].as_str().unwrap(), token["refresh_token"].as_str().unwrap()]
    {
        assert!(!holds(secret));
    }
}
