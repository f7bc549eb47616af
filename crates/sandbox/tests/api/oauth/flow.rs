//! What a client does, in few words. `CHALLENGE` is made from `VERIFIER`: RFC 7636, appendix B.

use axum::{body::Body, http::Method, http::header::LOCATION};
use serde_json::{Value, json};

use crate::support::{Answer, TestSandbox};

pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
pub const CALLBACK: &str = "http://localhost:3000/oauth/callback";
pub const TOKENS: &str = "/oauth/tokens";

/// What the app asks for; a test changes what it is about.
pub fn request() -> Vec<(&'static str, String)> {
    [
        ("response_type", "code"),
        ("client_id", "guidepost"),
        ("redirect_uri", CALLBACK),
        ("scope", "read hc:write"),
        ("state", "s t&a=te"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

/// The same with another value, or without the parameter where the value is empty.
pub fn request_with(name: &str, value: &str) -> Vec<(&'static str, String)> {
    let mut request = request();
    for one in request.iter_mut().filter(|one| one.0 == name) {
        value.clone_into(&mut one.1);
    }
    request.retain(|one| !one.1.is_empty());
    request
}

pub fn encode(parameters: &[(&str, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish()
}

/// Opens the page that asks.
pub async fn open(sandbox: &TestSandbox, parameters: &[(&str, String)]) -> Answer {
    sandbox.nobody().get(&format!("/oauth/authorizations/new?{}", encode(parameters))).await
}

/// Sends the page's form.
pub async fn decide(
    sandbox: &TestSandbox,
    parameters: &[(&str, String)],
    user: &str,
    decision: &str,
) -> Answer {
    let mut form = parameters.to_vec();
    form.push(("user", user.to_owned()));
    form.push(("decision", decision.to_owned()));
    let client = sandbox
        .nobody()
        .header("origin", "http://localhost:8080")
        .header("content-type", "application/x-www-form-urlencoded");
    client.send(Method::POST, "/oauth/authorizations", Body::from(encode(&form))).await
}

/// What stands in the address that the browser is sent to.
pub fn sent_back(answer: &Answer, name: &str) -> Option<String> {
    assert_eq!(answer.status, 302, "{}", answer.text);
    let (_, query) = answer.header(LOCATION).unwrap().split_once('?').unwrap();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// A code that this user gave to the app.
pub async fn code(sandbox: &TestSandbox, user: &str, scope: &str) -> String {
    let answer = decide(sandbox, &request_with("scope", scope), user, "allow").await;
    sent_back(&answer, "code").unwrap()
}

/// The body that exchanges it.
pub fn exchange(code: &str) -> Value {
    json!({
        "grant_type": "authorization_code",
        "code": code,
        "client_id": "guidepost",
        "redirect_uri": CALLBACK,
        "code_verifier": VERIFIER,
    })
}

pub fn refresh(token: &Value) -> Value {
    json!({ "grant_type": "refresh_token", "refresh_token": token["refresh_token"], "client_id": "guidepost" })
}

pub async fn post(sandbox: &TestSandbox, body: Value) -> Answer {
    sandbox.nobody().post(TOKENS, body).await
}

/// Tokens that this user gave to the app.
pub async fn token(sandbox: &TestSandbox, user: &str, scope: &str) -> Value {
    let code = code(sandbox, user, scope).await;
    let answer = post(sandbox, exchange(&code)).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.body
}

/// Who a token stands for; the status where it stands for nobody.
pub async fn owner(sandbox: &TestSandbox, token: &Value) -> Result<String, u16> {
    let client = sandbox.bearer(token["access_token"].as_str().unwrap());
    let answer = client.get("/api/v2/users/me").await;
    match answer.status {
        200 => Ok(answer.body["user"]["email"].as_str().unwrap().to_owned()),
        status => Err(status),
    }
}

/// A refusal is one of OAuth's.
pub fn assert_refused(answer: &Answer, status: u16, error: &str) {
    assert_eq!((answer.status, &answer.body["error"]), (status, &json!(error)), "{}", answer.text);
    assert!(answer.body["error_description"].as_str().is_some_and(|text| !text.is_empty()));
}
