//! The OpenAPI document: it is one, it has every route, and answers are what it says.

mod answers;
mod examples;
mod page;
mod schema;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::{routes::endpoints, support::TestSandbox};
use schema::resolve;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// What a sandbox with everything says of itself.
pub async fn document(sandbox: &TestSandbox) -> Value {
    let answer = sandbox.nobody().get("/openapi.json").await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body
}

/// Path, method and operation.
fn all(document: &Value) -> Vec<(&str, &str, &Map<String, Value>)> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths
        .flat_map(|(path, item)| {
            let operations =
                METHODS.into_iter().filter_map(|method| Some((method, item.get(method)?)));
            operations.map(move |(method, one)| (path.as_str(), method, one.as_object().unwrap()))
        })
        .collect()
}

#[tokio::test]
async fn every_route_is_described_and_nothing_else_is() {
    let document = document(&TestSandbox::with_faults()).await;
    let described: BTreeSet<(String, &str)> =
        all(&document).into_iter().map(|(path, method, _)| (path.to_owned(), method)).collect();
    let routed = endpoints();
    let missing: Vec<_> = routed.difference(&described).collect();
    let invented: Vec<_> = described.difference(&routed).collect();
    assert!(
        missing.is_empty() && invented.is_empty(),
        "missing {missing:?}, invented {invented:?}"
    );
    assert!(described.len() > 75, "{}", described.len());
}

#[tokio::test]
async fn endpoints_for_tests_are_described_only_where_they_are() {
    let document = document(&TestSandbox::start()).await;
    assert!(all(&document).iter().all(|(path, ..)| !path.starts_with("/sandbox/")));
}

#[tokio::test]
async fn the_document_is_openapi_3_1() {
    let document = document(&TestSandbox::with_faults()).await;
    assert_eq!(document["openapi"], "3.1.0");
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    each_link(&document, &mut |link| {
        assert!(document.pointer(link.strip_prefix('#').unwrap()).is_some(), "{link}");
    });
    let mut names = BTreeSet::new();
    for (path, method, operation) in all(&document) {
        let at = format!("{method} {path}");
        assert!(names.insert(operation["operationId"].as_str().unwrap().to_owned()), "{at}");
        assert!(operation["x-who"].is_string(), "{at}");
        let tag = &operation["tags"][0];
        assert!(document["tags"].as_array().unwrap().iter().any(|one| one["name"] == *tag), "{at}");
        for (status, answer) in operation["responses"].as_object().unwrap() {
            assert!((200..600).contains(&status.parse::<u16>().unwrap()), "{at}: {status}");
            assert!(resolve(&document, answer)["description"].is_string(), "{at}: {status}");
        }
        assert_eq!(declared(operation, "path"), in_braces(path), "{at}");
        for parameter in operation.get("parameters").and_then(Value::as_array).into_iter().flatten()
        {
            assert!(parameter["schema"].is_object(), "{at}: {parameter}");
            assert_eq!(
                parameter["in"] == "path",
                path.contains(&format!("{{{}}}", parameter["name"].as_str().unwrap()))
            );
        }
        for security in operation["security"].as_array().unwrap() {
            for (scheme, scopes) in security.as_object().unwrap() {
                let scheme = &document["components"]["securitySchemes"][scheme];
                assert!(scheme.is_object(), "{at}");
                let known = &scheme["flows"]["authorizationCode"]["scopes"];
                for scope in scopes.as_array().unwrap() {
                    assert!(known[scope.as_str().unwrap()].is_string(), "{at}: {scope}");
                }
            }
        }
    }
}

#[tokio::test]
async fn every_object_is_referred_to() {
    let document = document(&TestSandbox::with_faults()).await;
    let mut links = BTreeSet::new();
    each_link(&document, &mut |link| {
        links.insert(link.to_owned());
    });
    for kind in ["schemas", "responses"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            assert!(links.contains(&format!("#/components/{kind}/{name}")), "{kind}: {name}");
        }
    }
}

/// The parameters that an operation has in this place.
fn declared<'a>(operation: &'a Map<String, Value>, place: &str) -> BTreeSet<&'a str> {
    let parameters = operation.get("parameters").and_then(Value::as_array).into_iter().flatten();
    let here = parameters.filter(|one| one["in"] == place);
    here.map(|one| {
        assert!(place != "path" || one["required"] == true, "{one}");
        one["name"].as_str().unwrap()
    })
    .collect()
}

fn in_braces(path: &str) -> BTreeSet<&str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect()
}

fn each_link(value: &Value, each: &mut dyn FnMut(&str)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| each_link(item, each)),
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(link) if key == "$ref" => each(link),
                    value => each_link(value, each),
                }
            }
        }
        _ => {}
    }
}
