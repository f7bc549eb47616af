//! Real answers, held against what the document says of them.

use axum::http::Method;
use serde_json::{Value, json};

use super::{
    all, document,
    schema::{problems, resolve},
};
use crate::{
    oauth::flow::token,
    support::{Answer, PERMISSION_GROUPS, SEGMENTS, TestSandbox},
};

/// Fails unless the document has this answer, and the answer the schema that it has there.
fn assert_described(document: &Value, method: &Method, route: &str, answer: &Answer) {
    let operation = &document["paths"][route][method.as_str().to_lowercase()];
    let at = format!("{method} {route}: {} {}", answer.status, answer.text);
    let described = resolve(document, &operation["responses"][answer.status.to_string()]);
    assert!(described.is_object(), "not described: {at}");
    match described["content"]["application/json"].get("schema") {
        Some(schema) => {
            let problems = problems(document, schema, &answer.body);
            assert!(problems.is_empty(), "{problems:#?}\n{at}");
        }
        None => assert!(!answer.body.is_object(), "{at}"),
    }
}

/// Ids of the demo account, by what a path asks for.
async fn id_for(sandbox: &TestSandbox, route: &str) -> String {
    let list = match route.strip_prefix("/api/v2/").unwrap() {
        path if path.starts_with("oauth/") => "/api/v2/oauth/tokens",
        path if path.contains("/user_segments/{id}") => SEGMENTS,
        path if path.contains("users/{id}") => "/api/v2/users?role=agent",
        _ => route.split("/{id}").next().unwrap(),
    };
    first_of(sandbox, &list.replace("{locale}", "en-us")).await
}

/// The id of the first record of a list.
async fn first_of(sandbox: &TestSandbox, list: &str) -> String {
    let answer = sandbox.manager().get(list).await;
    let key =
        answer.body.as_object().unwrap().iter().find(|(_, value)| value.is_array()).unwrap().0;
    answer.body[key][0]["id"].to_string()
}

/// What a parameter that must be there can be.
fn needed(name: &str) -> &'static str {
    match name {
        "start_time" => "0",
        "name" => "no",
        other => panic!("nothing for {other}"),
    }
}

/// How an agent, an end user and nobody are refused where these may ask.
fn refused(who: &str) -> [Option<u16>; 3] {
    match who {
        "help center managers" => [Some(403), Some(403), Some(401)],
        "agents and help center managers" => [None, Some(403), Some(401)],
        "everyone who is signed in" => [None, None, Some(401)],
        who if who.starts_with("everyone") => [None; 3],
        other => panic!("nobody is called {other}"),
    }
}

#[tokio::test]
async fn everything_that_can_be_read_answers_as_described() {
    let sandbox = TestSandbox::with_faults();
    token(&sandbox, "manager@sandbox.test", "read").await;
    let document = document(&sandbox).await;
    let gets = all(&document).into_iter().filter(|(path, method, _)| {
        *method == "get" && !path.starts_with("/oauth/") && !path.ends_with("/tokens/current")
    });
    for (route, _, operation) in gets {
        let mut path = route.replace("{locale}", "en-us");
        if route.contains("{id}") {
            path = path.replace("{id}", &id_for(&sandbox, route).await);
        }
        if let Some(list) = path.strip_suffix("/{membership_id}") {
            path = format!("{list}/{}", first_of(&sandbox, list).await);
        }
        let parameters = operation.get("parameters").and_then(Value::as_array);
        let parameters: Vec<&Value> = parameters.into_iter().flatten().collect();
        let has = |name: &str| parameters.iter().any(|one| one["name"] == name);
        let mut query = String::new();
        for one in parameters.iter().filter(|one| one["in"] == "query" && one["required"] == true) {
            let name = one["name"].as_str().unwrap();
            query += &format!("&{name}={}", needed(name));
        }
        if route.ends_with("/search") {
            query += "&query=a&name=a";
        }
        if let Some(list) = route.strip_suffix("/show_many") {
            query += &format!("&ids={}", id_for(&sandbox, &format!("{list}/{{id}}")).await);
        }
        let mut queries = vec![query.clone()];
        if has("page[size]") {
            queries.push(format!("{query}&page[size]=2"));
        }
        if let Some(include) = parameters.iter().find(|one| one["name"] == "include") {
            queries.push(format!("{query}&include={}", include["example"].as_str().unwrap()));
        }
        for query in queries {
            let path = format!("{path}?{}", query.trim_start_matches('&'));
            let answer = sandbox.manager().get(&path).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.text);
            assert_described(&document, &Method::GET, route, &answer);
            let refused = refused(operation["x-who"].as_str().unwrap());
            let others = [sandbox.agent(), sandbox.end_user(), sandbox.nobody()];
            for (client, refused) in others.into_iter().zip(refused) {
                let answer = client.get(&path).await;
                assert_described(&document, &Method::GET, route, &answer);
                let status = Some(answer.status).filter(|status| [401, 403].contains(status));
                assert_eq!(status, refused, "{path}: {}", answer.text);
            }
        }
        for wrong in ["?page=101", "?page[size]=x", "?built_in=x", "?sort_by=x", "?user_id=1"] {
            let answer = sandbox.manager().get(&format!("{path}{wrong}")).await;
            assert_described(&document, &Method::GET, route, &answer);
        }
    }
}

#[tokio::test]
async fn writing_answers_as_described() {
    let sandbox = TestSandbox::with_faults();
    let document = document(&sandbox).await;
    let manager = sandbox.manager();
    for (list, key) in [(SEGMENTS, "user_segment"), (PERMISSION_GROUPS, "permission_group")] {
        let one = format!("{list}/{{id}}");
        for body in [
            json!({ key: { "name": "Described", "user_type": "staff" } }),
            json!({ key: { "name": 7 } }),
            json!({}),
        ] {
            let answer = manager.post(list, body.clone()).await;
            assert_described(&document, &Method::POST, list, &answer);
            let Some(id) = answer.body[key]["id"].as_u64() else { continue };
            let path = format!("{list}/{id}");
            assert_described(&document, &Method::PUT, &one, &manager.put(&path, body).await);
            assert_described(&document, &Method::PUT, &one, &manager.put(&path, json!([])).await);
            assert_described(&document, &Method::DELETE, &one, &manager.delete(&path).await);
            assert_described(&document, &Method::DELETE, &one, &manager.delete(&path).await);
        }
        let answer = manager.send(Method::POST, list, "{".into()).await;
        assert_eq!(answer.status, 415);
        assert_described(&document, &Method::POST, list, &answer);
        let answer = manager.post(list, json!({ "much": "x".repeat(1 << 20) })).await;
        assert_eq!(answer.status, 413);
        assert_described(&document, &Method::POST, list, &answer);
    }
    let route = "/api/v2/help_center/articles/{id}";
    let path = route.replace("{id}", &id_for(&sandbox, route).await);
    for article in [json!({ "user_segment_id": null }), json!({ "user_segment_ids": [1] })] {
        let answer = manager.put(&path, json!({ "article": article })).await;
        assert_described(&document, &Method::PUT, route, &answer);
    }
    let fault = json!({ "path": "/api/v2/nothing", "action": { "status": 500 } });
    for body in [fault, json!({ "path": 7 })] {
        let answer = manager.post("/sandbox/faults", body).await;
        assert_described(&document, &Method::POST, "/sandbox/faults", &answer);
    }
}

#[tokio::test]
async fn signing_in_answers_as_described() {
    let sandbox = TestSandbox::start();
    let document = document(&sandbox).await;
    let given = token(&sandbox, "manager@sandbox.test", "hc:read").await;
    let schema = &document["paths"]["/oauth/tokens"]["post"]["responses"]["201"]["content"];
    let wrong = problems(&document, &schema["application/json"]["schema"], &given);
    assert!(wrong.is_empty(), "{wrong:?}");
    let client = sandbox.bearer(given["access_token"].as_str().unwrap());
    for route in ["/api/v2/users/me", "/api/v2/oauth/tokens/current", SEGMENTS] {
        assert_described(&document, &Method::GET, route, &client.get(route).await);
    }
    let refused = sandbox.nobody().post("/oauth/tokens", json!({ "grant_type": "password" })).await;
    assert_described(&document, &Method::POST, "/oauth/tokens", &refused);
}
