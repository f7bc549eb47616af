//! The document's examples: what is there for everybody to try.

use axum::http::Method;
use serde_json::{Map, Value};

use super::{all, document};
use crate::support::TestSandbox;

/// These take a code or a token of OAuth, and an account has none until somebody asks for one.
const NOT_AT_FIRST: [&str; 5] =
    ["exchange", "show_token", "revoke_token", "show_current_token", "revoke_current_token"];

/// The address of an operation with the examples of its parameters.
fn address(route: &str, operation: &Map<String, Value>) -> String {
    let (mut path, mut query) = (route.to_owned(), Vec::new());
    for one in operation.get("parameters").and_then(Value::as_array).into_iter().flatten() {
        let (name, example) = (one["name"].as_str().unwrap(), &one["example"]);
        let text = example.as_str().map_or_else(|| example.to_string(), str::to_owned);
        if one["in"] == "path" {
            path = path.replace(&format!("{{{name}}}"), &text);
        } else if !example.is_null() {
            query.push((name, text));
        } else if one["required"] == true {
            // The only value there is.
            query.push((name, one["schema"]["enum"][0].as_str().unwrap().to_owned()));
        }
    }
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    format!("{path}?{query}")
}

fn body(kind: &str, example: &Value) -> String {
    if kind == "application/json" {
        return example.to_string();
    }
    let pairs = example.as_object().unwrap().iter();
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs.map(|(name, value)| (name, value.as_str().unwrap())))
        .finish()
}

#[tokio::test]
async fn every_example_is_taken() {
    let sandbox = TestSandbox::with_faults();
    let document = document(&sandbox).await;
    for (route, method, operation) in all(&document) {
        if NOT_AT_FIRST.contains(&operation["operationId"].as_str().unwrap()) {
            continue;
        }
        let (method, address) = (method.to_uppercase(), address(route, operation));
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let body_of = operation.get("requestBody").and_then(|body| body["content"].as_object());
        let (kind, body) = match body_of.and_then(|content| content.iter().next()) {
            Some((kind, content)) => (kind.as_str(), body(kind, &content["example"])),
            None => ("application/json", String::new()),
        };
        let client = sandbox.manager().header("content-type", kind);
        let answer = client.send(method.clone(), &address, body.into()).await;
        assert!(
            [200, 201, 204, 302].contains(&answer.status),
            "{method} {address}: {}",
            answer.text
        );
    }
}

#[tokio::test]
async fn an_example_is_of_what_there_is_now() {
    let sandbox = TestSandbox::start();
    let route = "/api/v2/help_center/user_segments/{id}";
    let deleting =
        |document: &Value| address(route, document["paths"][route]["delete"].as_object().unwrap());
    let first = deleting(&document(&sandbox).await);
    assert_eq!(sandbox.manager().delete(&first).await.status, 204);
    let next = deleting(&document(&sandbox).await);
    assert_ne!(first, next);
    assert_eq!(sandbox.manager().delete(&next).await.status, 204);
}
