//! Clients that have a secret.

use guidepost_sandbox::OauthClient;
use serde_json::{Value, json};

use super::flow::*;
use crate::support::{SEGMENTS, TestSandbox};

const MANAGER: &str = "manager@sandbox.test";
const AGENT: &str = "agent@sandbox.test";
const SECRET: &str = "open sesame";

/// `reports` has users and a secret, `nightly` a secret alone.
fn sandbox() -> TestSandbox {
    TestSandbox::with(|settings| {
        let reports: OauthClient = format!("reports={CALLBACK}").parse().unwrap();
        settings.clients = vec![
            reports.with_secret(SECRET).unwrap(),
            OauthClient::confidential("nightly", SECRET).unwrap(),
        ];
    })
}

/// For the client itself.
fn own(client: &str, secret: &str) -> Value {
    json!({
        "grant_type": "client_credentials",
        "client_id": client,
        "client_secret": secret,
        "scope": "read hc:write",
    })
}

#[tokio::test]
async fn a_client_with_a_secret_gets_a_token_of_its_own() {
    let sandbox = sandbox();
    for client in ["nightly", "reports"] {
        let answer = post(&sandbox, own(client, SECRET)).await;
        let token = answer.body["access_token"].clone();
        let whole =
            json!({ "access_token": token, "token_type": "bearer", "scope": "read hc:write" });
        assert_eq!((answer.status, &answer.body), (201, &whole));
        assert_eq!(owner(&sandbox, &answer.body).await.as_deref(), Ok(MANAGER));
        let client = sandbox.bearer(token.as_str().unwrap());
        assert_eq!(client.delete(&format!("{SEGMENTS}/1")).await.status, 404);
        let shown = client.get("/api/v2/oauth/tokens/current").await.body["token"].clone();
        assert_eq!(
            (&shown["refresh_token"], &shown["refresh_token_expires_at"], &shown["expires_at"]),
            (&json!(null), &json!(null), &json!("2026-11-22T09:30:00Z"))
        );
    }
    let mut body = own("nightly", SECRET);
    body["expires_in"] = json!(300);
    let token = post(&sandbox, body).await.body;
    assert_eq!(token["expires_in"], 300);
    sandbox.wait(300);
    assert_eq!(owner(&sandbox, &token).await, Err(401));
}

#[tokio::test]
async fn a_client_without_its_secret_gets_nothing() {
    let sandbox = sandbox();
    assert_refused(&post(&sandbox, own("nightly", "wrong")).await, 401, "invalid_client");
    assert_refused(&post(&sandbox, own("stranger", SECRET)).await, 401, "invalid_client");
    assert_refused(&post(&sandbox, own("guidepost", SECRET)).await, 400, "unauthorized_client");
    for name in ["client_secret", "scope"] {
        let mut body = own("nightly", SECRET);
        body[name] = json!(null);
        let (status, error) = match name {
            "scope" => (400, "invalid_request"),
            _ => (401, "invalid_client"),
        };
        assert_refused(&post(&sandbox, body).await, status, error);
    }
}

#[tokio::test]
async fn a_code_is_exchanged_with_the_secret_in_the_place_of_pkce() {
    let sandbox = sandbox();
    let mut asked = request_with("code_challenge", "");
    asked.retain(|one| one.0 != "code_challenge_method");
    asked.iter_mut().filter(|one| one.0 == "client_id").for_each(|one| one.1 = "reports".into());
    let code = sent_back(&decide(&sandbox, &asked, AGENT, "allow").await, "code").unwrap();
    let mut body = exchange(&code);
    body["client_id"] = json!("reports");
    body["code_verifier"] = json!(null);
    assert_refused(&post(&sandbox, body.clone()).await, 401, "invalid_client");
    body["client_secret"] = json!(SECRET);
    let token = post(&sandbox, body).await.body;
    assert_eq!(owner(&sandbox, &token).await.as_deref(), Ok(AGENT));
    // So is a refresh token.
    let mut again = refresh(&token);
    again["client_id"] = json!("reports");
    assert_refused(&post(&sandbox, again.clone()).await, 401, "invalid_client");
    again["client_secret"] = json!(SECRET);
    assert_eq!(post(&sandbox, again).await.status, 201);
}

#[tokio::test]
async fn a_challenge_that_was_given_must_be_met() {
    let sandbox = sandbox();
    let mut asked = request();
    asked.iter_mut().filter(|one| one.0 == "client_id").for_each(|one| one.1 = "reports".into());
    let code = sent_back(&decide(&sandbox, &asked, AGENT, "allow").await, "code").unwrap();
    let mut body = exchange(&code);
    body["client_id"] = json!("reports");
    body["client_secret"] = json!(SECRET);
    let mut without = body.clone();
    without["code_verifier"] = json!(null);
    assert_refused(&post(&sandbox, without).await, 400, "invalid_grant");
    assert_eq!(post(&sandbox, body).await.status, 201);
}

#[tokio::test]
async fn a_public_client_cannot_do_without_pkce() {
    let sandbox = sandbox();
    let mut asked = request_with("code_challenge", "");
    asked.retain(|one| one.0 != "code_challenge_method");
    let answer = open(&sandbox, &asked).await;
    assert_eq!(sent_back(&answer, "error").as_deref(), Some("invalid_request"));
}

#[test]
fn a_secret_is_not_empty() {
    assert!(OauthClient::confidential("nightly", "").is_err());
    assert!(OauthClient::confidential("two words", SECRET).is_err());
}
