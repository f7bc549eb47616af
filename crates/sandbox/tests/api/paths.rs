//! Addresses: with and without `.json`, and those where nothing is.

use axum::{
    body::Body,
    http::{Method, header},
};
use serde_json::{Value, json};

use crate::support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox};

#[tokio::test]
async fn every_address_works_with_and_without_its_suffix() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment_named("Gold dealers").await["id"].to_string();
    let permissions = sandbox.permission_group_named("Tour support").await["id"].to_string();
    let agent = sandbox.user("agent@sandbox.test").await;
    for (path, key) in [
        (SEGMENTS.to_owned(), "user_segments"),
        (format!("{SEGMENTS}/applicable"), "user_segments"),
        (format!("{SEGMENTS}/{segment}"), "user_segment"),
        (format!("{SEGMENTS}/{segment}/sections"), "sections"),
        (format!("/api/v2/help_center/users/{agent}/user_segments"), "user_segments"),
        (PERMISSION_GROUPS.to_owned(), "permission_groups"),
        (format!("{PERMISSION_GROUPS}/{permissions}"), "permission_group"),
        ("/api/v2/help_center/articles".to_owned(), "articles"),
        ("/api/v2/help_center/en-us/articles".to_owned(), "articles"),
        ("/api/v2/help_center/sections".to_owned(), "sections"),
        ("/api/v2/help_center/locales".to_owned(), "locales"),
        ("/api/v2/community/topics".to_owned(), "topics"),
        ("/api/v2/account/settings".to_owned(), "settings"),
        ("/api/v2/group_memberships".to_owned(), "group_memberships"),
        ("/api/v2/organization_memberships".to_owned(), "organization_memberships"),
        ("/api/v2/organizations".to_owned(), "organizations"),
        (format!("/api/v2/users/{agent}/groups"), "groups"),
        ("/api/v2/users/count".to_owned(), "count"),
        ("/api/v2/users".to_owned(), "users"),
        ("/api/v2/tags".to_owned(), "tags"),
        ("/api/v2/brands".to_owned(), "brands"),
        ("/api/v2/groups".to_owned(), "groups"),
        ("/api/v2/users/me".to_owned(), "user"),
    ] {
        let bare = sandbox.manager().get(&path).await;
        let suffixed = sandbox.manager().get(&format!("{path}.json")).await;
        assert_eq!((bare.status, suffixed.status), (200, 200), "{path}");
        assert!(bare.body[key] == suffixed.body[key], "{path}");
    }
}

#[tokio::test]
async fn links_keep_the_spelling_of_the_address() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{SEGMENTS}.json?built_in=false&per_page=2")).await;
    assert_eq!(
        answer.body["next_page"],
        "http://localhost:8080/api/v2/help_center/user_segments.json?built_in=false&page=2&per_page=2"
    );
}

#[tokio::test]
async fn slashes_too_many_lead_to_the_same_address() {
    let sandbox = TestSandbox::start();
    let right = sandbox.manager().get("/api/v2/groups.json?per_page=2").await;
    for path in [
        "/api/v2/groups/?per_page=2",
        "/api/v2//groups.json?per_page=2",
        "//api/v2/groups.json/?per_page=2",
        "///api///v2///groups///?per_page=2",
    ] {
        let answer = sandbox.manager().get(path).await;
        assert_eq!((answer.status, &answer.body["groups"]), (200, &right.body["groups"]), "{path}");
        let next = answer.body["next_page"].as_str().unwrap();
        let canonical = next.replace(".json", "");
        assert_eq!(canonical, "http://localhost:8080/api/v2/groups?page=2&per_page=2", "{path}");
    }
    let agent = sandbox.bearer("agent-token");
    assert_eq!(agent.get("/api/v2//guide//permission_groups/").await.status, 403);
}

#[tokio::test]
async fn nothing_is_at_an_unknown_address() {
    let sandbox = TestSandbox::start();
    for path in [
        "/",
        "/api",
        "/api/v2",
        "/api/v2/nothing",
        "/api/v2/help_center/user_segments/1/articles",
        "/api/v2/help_center/permission_groups",
        "/api/v2/guide",
        "/api/v2/guide/nothing",
        "/api/v2/guide/permission_groups/1/articles",
        "/api/v2/groups/1/2",
        "/api/v2/groups.json.json",
        "/api/v2/.json",
        "/sandbox/faults",
        "/api/v2/help_center/../groups",
    ] {
        let answer = sandbox.manager().get(path).await;
        assert_eq!(answer.status, 404, "{path}: {}", answer.text);
        assert_eq!(
            answer.body,
            json!({ "error": "InvalidEndpoint", "description": "Not found" }),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_method_that_is_not_for_the_address_is_told_which_are() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().send(Method::PATCH, SEGMENTS, Body::empty()).await;
    assert_eq!(answer.status, 405);
    assert_eq!(answer.body["error"], "MethodNotAllowed");
    assert_eq!(answer.header(header::ALLOW), Some("GET,HEAD,POST"));
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().send(Method::HEAD, SEGMENTS, Body::empty()).await;
    assert_eq!((answer.status, answer.text.as_str()), (200, ""));
}

#[tokio::test]
async fn an_id_may_be_followed_by_a_slug() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    for (list, key) in
        [("articles", "article"), ("sections", "section"), ("categories", "category")]
    {
        let list = format!("/api/v2/help_center/{list}");
        let answer = manager.get(&list).await;
        let record =
            &answer.body.as_object().unwrap().values().find_map(Value::as_array).unwrap()[0];
        for slug in ["Safety-notice", "x", "", "-", "%E6%97%A5%E6%9C%AC", "1.5"] {
            for suffix in ["", ".json"] {
                let path = format!("{list}/{}-{slug}{suffix}", record["id"]);
                let answer = manager.get(&path).await;
                assert_eq!(answer.body[key], *record, "{path}: {}", answer.text);
            }
        }
    }
}

#[tokio::test]
async fn a_word_where_an_id_would_be_is_an_address_where_nothing_is() {
    let sandbox = TestSandbox::start();
    for (method, path) in [
        (Method::GET, "/api/v2/brands/check_host_mapping"),
        (Method::GET, "/api/v2/help_center/articles/popular.json"),
        (Method::POST, "/api/v2/users/create_many"),
        (Method::PUT, "/api/v2/users/update_many.json"),
        (Method::DELETE, "/api/v2/organizations/destroy_many"),
        (Method::GET, "/api/v2/group_memberships/x/y"),
    ] {
        let answer = sandbox.manager().send(method.clone(), path, Body::empty()).await;
        assert_eq!(answer.status, 404, "{method} {path}: {}", answer.text);
        assert_eq!(answer.body["error"], "InvalidEndpoint", "{path}");
    }
}

#[tokio::test]
async fn an_id_that_is_none_is_not_found() {
    let sandbox = TestSandbox::start();
    for id in ["vip", "-1", "1.5", "%00", "%FF", "1 2", "0x1f", "٣"] {
        let id = id.replace('٣', "%D9%A3");
        let answer = sandbox.manager().get(&format!("{SEGMENTS}/{id}")).await;
        assert_eq!(answer.status, 404, "{id}: {}", answer.text);
        assert!(answer.body.is_object(), "{id}: {}", answer.text);
    }
}

#[tokio::test]
async fn an_id_beyond_all_ids_is_not_found() {
    let sandbox = TestSandbox::start();
    for id in ["0", "1", "9223372036854775807", "9223372036854775808", "18446744073709551615"] {
        assert_eq!(sandbox.manager().get(&format!("{SEGMENTS}/{id}")).await.status, 404, "{id}");
    }
}
