//! Permission groups belong to the account: a brand's host sends their requests to the account's own.

use axum::{
    body::Body,
    http::{Method, header::LOCATION},
};
use serde_json::json;

use crate::support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox};

#[tokio::test]
async fn a_request_to_another_brand_is_sent_to_the_account_with_path_query_and_port() {
    let sandbox = TestSandbox::start();
    for (host, path, location) in [
        (
            "fernhollow-stage.localhost:8080",
            "/api/v2/guide/permission_groups.json?page[size]=2&x=%20",
            "http://fernhollow.localhost:8080/api/v2/guide/permission_groups.json?page%5Bsize%5D=2&x=%20",
        ),
        (
            "Fernhollow-STRINGS.zendesk.com",
            "/api/v2/guide/permission_groups/42",
            "http://fernhollow.zendesk.com/api/v2/guide/permission_groups/42",
        ),
    ] {
        let answer = sandbox.manager().header("host", host).get(path).await;
        assert_eq!((answer.status, answer.header(LOCATION)), (307, Some(location)));
    }
}

#[tokio::test]
async fn every_method_is_sent_on_and_none_takes_effect() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Tour support").await;
    let one = format!("{PERMISSION_GROUPS}/{}", group["id"]);
    for (method, path) in [
        (Method::POST, PERMISSION_GROUPS),
        (Method::PUT, &one),
        (Method::DELETE, &one),
        (Method::HEAD, PERMISSION_GROUPS),
    ] {
        let client = sandbox
            .manager()
            .header("host", "fernhollow-stage.localhost")
            .header("content-type", "application/json");
        let body = json!({ "permission_group": { "name": "X" } }).to_string();
        let answer = client.send(method.clone(), path, Body::from(body)).await;
        let location = format!("http://fernhollow.localhost{path}");
        assert_eq!(
            (answer.status, answer.header(LOCATION)),
            (307, Some(location.as_str())),
            "{method}"
        );
    }
    assert_eq!(sandbox.permission_group_named("Tour support").await, group);
    assert_eq!(sandbox.manager().get(PERMISSION_GROUPS).await.body["count"], 10);
}

#[tokio::test]
async fn nobody_is_asked_who_they_are_before() {
    let sandbox = TestSandbox::start();
    for client in [sandbox.nobody(), sandbox.end_user(), sandbox.bearer("wrong")] {
        let answer =
            client.header("host", "fernhollow-stage.localhost").get(PERMISSION_GROUPS).await;
        assert_eq!(answer.status, 307);
    }
}

#[tokio::test]
async fn the_accounts_own_host_and_hosts_of_no_brand_are_answered() {
    let sandbox = TestSandbox::start();
    for host in [
        "fernhollow.localhost:8080",
        "FERNHOLLOW.zendesk.com",
        "localhost:8080",
        "127.0.0.1:8080",
        "[::1]:8080",
        "fernhollow-stage",
        "other.localhost",
        "www.fernhollow-stage.localhost",
    ] {
        let answer = sandbox.manager().header("host", host).get(PERMISSION_GROUPS).await;
        assert_eq!(answer.status, 200, "{host}");
    }
}

#[tokio::test]
async fn whoever_follows_gets_the_list() {
    let sandbox = TestSandbox::start();
    let asked = format!("{PERMISSION_GROUPS}?per_page=2");
    let sent =
        sandbox.manager().header("host", "fernhollow-stage.localhost:8080").get(&asked).await;
    let path =
        sent.header(LOCATION).unwrap().strip_prefix("http://fernhollow.localhost:8080").unwrap();
    let answer = sandbox.manager().header("host", "fernhollow.localhost:8080").get(path).await;
    assert_eq!(answer.list("permission_groups").len(), 2);
    assert_eq!(
        answer.body["next_page"],
        "http://fernhollow.localhost:8080/api/v2/guide/permission_groups?page=2&per_page=2"
    );
}

/// Segments belong to the account too, and nothing is documented of where they may be asked for.
#[tokio::test]
async fn segments_are_answered_at_every_host() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().header("host", "fernhollow-stage.localhost").get(SEGMENTS).await;
    assert_eq!(answer.status, 200);
}
