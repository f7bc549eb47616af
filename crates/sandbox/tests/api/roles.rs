//! Every endpoint × every role.

use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::support::{Answer, Client, TestSandbox, forbidden};

/// Who may ask.
#[derive(Debug, Clone, Copy, PartialEq)]
enum For {
    Managers,
    Agents,
    Everyone,
}

/// Each with the status that a help center manager gets.
async fn endpoints(sandbox: &TestSandbox) -> Vec<(For, Method, String, Option<Value>, u16)> {
    let mine = sandbox.user("manager@sandbox.test").await;
    let group = sandbox.group("Billing").await;
    let organization = sandbox.organization("Riverbend Guitars").await;
    let segment =
        sandbox.segment(json!({ "name": "Of the test", "user_type": "staff" })).await["id"].clone();
    let body = json!({ "user_segment": { "name": "New", "user_type": "staff" } });
    let permissions =
        sandbox.permission_group(json!({ "name": "Of the test" })).await["id"].clone();
    let permission_body = json!({ "permission_group": { "name": "New" } });
    let brand = sandbox.manager().get("/api/v2/brands").await.list("brands")[0]["id"].clone();
    let articles = sandbox.manager().get("/api/v2/help_center/articles?per_page=100").await;
    let public = |one: &&Value| one["draft"] == false && one["user_segment_ids"] == json!([]);
    let article = articles.list("articles").iter().find(public).unwrap()["id"].clone();
    let article_body = json!({ "article": { "user_segment_id": null } });
    let first =
        async |path: &str, key: &str| sandbox.nobody().get(path).await.list(key)[0]["id"].clone();
    let section = first("/api/v2/help_center/sections", "sections").await;
    let category = first("/api/v2/help_center/categories", "categories").await;
    let topic = first("/api/v2/community/topics", "topics").await;
    let membership = sandbox.manager().get("/api/v2/group_memberships").await;
    let membership = membership.list("group_memberships")[0]["id"].clone();
    let seat = sandbox.manager().get("/api/v2/organization_memberships").await;
    let seat = seat.list("organization_memberships")[0]["id"].clone();
    let (guide, hc, v2) = ("/api/v2/guide", "/api/v2/help_center", "/api/v2");
    let get = |allowed, path: String| (allowed, Method::GET, path, None, 200);
    vec![
        get(For::Managers, format!("{hc}/user_segments")),
        get(For::Managers, format!("{hc}/user_segments/applicable")),
        get(For::Managers, format!("{hc}/user_segments/{segment}")),
        get(For::Managers, format!("{hc}/user_segments/{segment}/sections")),
        get(For::Managers, format!("{hc}/user_segments/{segment}/topics")),
        get(For::Agents, format!("{hc}/users/{mine}/user_segments")),
        (For::Managers, Method::POST, format!("{hc}/user_segments"), Some(body.clone()), 201),
        (For::Managers, Method::PUT, format!("{hc}/user_segments/{segment}"), Some(body), 200),
        (For::Managers, Method::DELETE, format!("{hc}/user_segments/{segment}"), None, 204),
        get(For::Managers, format!("{guide}/permission_groups")),
        get(For::Managers, format!("{guide}/permission_groups/{permissions}")),
        (
            For::Managers,
            Method::POST,
            format!("{guide}/permission_groups"),
            Some(permission_body.clone()),
            201,
        ),
        (
            For::Managers,
            Method::PUT,
            format!("{guide}/permission_groups/{permissions}"),
            Some(permission_body),
            200,
        ),
        (
            For::Managers,
            Method::DELETE,
            format!("{guide}/permission_groups/{permissions}"),
            None,
            204,
        ),
        get(For::Everyone, format!("{hc}/articles")),
        get(For::Everyone, format!("{hc}/articles/search?query=piano")),
        get(For::Agents, format!("{hc}/articles/labels")),
        get(For::Everyone, format!("{hc}/en-us/articles")),
        get(For::Everyone, format!("{hc}/articles/{article}")),
        get(For::Everyone, format!("{hc}/en-us/articles/{article}")),
        get(For::Everyone, format!("{hc}/categories")),
        get(For::Everyone, format!("{hc}/en-us/categories")),
        get(For::Everyone, format!("{hc}/categories/{category}")),
        get(For::Everyone, format!("{hc}/en-us/categories/{category}")),
        get(For::Everyone, format!("{hc}/categories/{category}/articles")),
        get(For::Everyone, format!("{hc}/en-us/categories/{category}/articles")),
        get(For::Everyone, format!("{hc}/categories/{category}/sections")),
        get(For::Everyone, format!("{hc}/en-us/categories/{category}/sections")),
        get(For::Everyone, format!("{hc}/sections")),
        get(For::Everyone, format!("{hc}/en-us/sections")),
        get(For::Everyone, format!("{hc}/sections/{section}")),
        get(For::Everyone, format!("{hc}/en-us/sections/{section}")),
        get(For::Everyone, format!("{hc}/sections/{section}/articles")),
        get(For::Everyone, format!("{hc}/en-us/sections/{section}/articles")),
        get(For::Everyone, format!("{hc}/users/{mine}/articles")),
        get(For::Everyone, format!("{hc}/locales")),
        get(For::Everyone, format!("{v2}/community/topics")),
        get(For::Everyone, format!("{v2}/community/topics/{topic}")),
        get(For::Everyone, format!("{hc}/community/topics")),
        get(For::Everyone, format!("{hc}/community/topics/{topic}")),
        // Of agents for those whose permission groups let them publish the article, and this one's do not.
        (
            For::Managers,
            Method::PUT,
            format!("{hc}/articles/{article}"),
            Some(article_body.clone()),
            200,
        ),
        (
            For::Managers,
            Method::PUT,
            format!("{hc}/en-us/articles/{article}"),
            Some(article_body),
            200,
        ),
        get(For::Everyone, format!("{v2}/locales")),
        get(For::Everyone, format!("{v2}/locales/agent")),
        get(For::Everyone, format!("{v2}/locales/current")),
        get(For::Everyone, format!("{v2}/locales/public")),
        get(For::Everyone, format!("{v2}/locales/1")),
        get(For::Agents, format!("{v2}/account/settings")),
        get(For::Agents, format!("{v2}/tags")),
        get(For::Agents, format!("{v2}/group_memberships")),
        get(For::Agents, format!("{v2}/group_memberships/{membership}")),
        get(For::Agents, format!("{v2}/group_memberships/assignable")),
        get(For::Agents, format!("{v2}/groups/assignable")),
        get(For::Agents, format!("{v2}/groups/count")),
        get(For::Agents, format!("{v2}/groups/{group}/memberships")),
        get(For::Agents, format!("{v2}/groups/{group}/memberships/assignable")),
        get(For::Agents, format!("{v2}/groups/{group}/users")),
        get(For::Agents, format!("{v2}/organization_memberships")),
        get(For::Agents, format!("{v2}/organization_memberships/{seat}")),
        get(For::Agents, format!("{v2}/organizations/count")),
        get(For::Agents, format!("{v2}/organizations/search?name=x")),
        get(For::Agents, format!("{v2}/organizations/{organization}/tags")),
        get(For::Agents, format!("{v2}/organizations/{organization}/users")),
        get(For::Agents, format!("{v2}/organizations/{organization}/organization_memberships")),
        get(For::Agents, format!("{v2}/users")),
        get(For::Agents, format!("{v2}/users/count")),
        get(For::Agents, format!("{v2}/users/{mine}/groups")),
        get(For::Agents, format!("{v2}/users/{mine}/groups/count")),
        get(For::Agents, format!("{v2}/users/{mine}/group_memberships")),
        get(For::Agents, format!("{v2}/users/{mine}/group_memberships/{membership}")),
        get(For::Agents, format!("{v2}/users/{mine}/organizations")),
        get(For::Agents, format!("{v2}/users/{mine}/organizations/count")),
        get(For::Agents, format!("{v2}/users/{mine}/organization_memberships")),
        get(For::Agents, format!("{v2}/users/{mine}/organization_memberships/{seat}")),
        get(For::Agents, format!("{v2}/users/{mine}/tags")),
        get(For::Agents, format!("{v2}/brands")),
        get(For::Agents, format!("{v2}/brands/{brand}")),
        get(For::Agents, format!("{v2}/autocomplete/tags?name=re")),
        get(For::Agents, format!("{v2}/groups")),
        get(For::Agents, format!("{v2}/groups/{group}")),
        get(For::Agents, format!("{v2}/organizations")),
        get(For::Agents, format!("{v2}/organizations/autocomplete?name=riv")),
        get(For::Agents, format!("{v2}/organizations/show_many?ids={organization}")),
        get(For::Agents, format!("{v2}/organizations/{organization}")),
        get(For::Agents, format!("{v2}/users/autocomplete?name=mar")),
        get(For::Agents, format!("{v2}/users/search?query=marta")),
        get(For::Agents, format!("{v2}/users/show_many?ids={mine}")),
        get(For::Agents, format!("{v2}/users/{mine}")),
        get(For::Everyone, format!("{v2}/users/me")),
    ]
}

async fn ask(client: &Client<'_>, method: &Method, path: &str, body: &Option<Value>) -> Answer {
    match body {
        Some(body) => client.json(method.clone(), path, body).await,
        None => client.send(method.clone(), path, Body::empty()).await,
    }
}

#[tokio::test]
async fn help_center_managers_may_everything() {
    let sandbox = TestSandbox::start();
    for (_, method, path, body, status) in endpoints(&sandbox).await {
        let answer = ask(&sandbox.manager(), &method, &path, &body).await;
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.text);
    }
}

#[tokio::test]
async fn agents_who_do_not_manage_may_read_the_directory_and_the_list_of_a_user() {
    let sandbox = TestSandbox::start();
    for (allowed, method, path, body, status) in endpoints(&sandbox).await {
        let answer = ask(&sandbox.agent(), &method, &path, &body).await;
        match allowed {
            For::Managers => {
                assert_eq!(answer.status, 403, "{method} {path}");
                assert_eq!(answer.body, forbidden());
            }
            For::Agents | For::Everyone => assert_eq!(answer.status, status, "{method} {path}"),
        }
    }
}

#[tokio::test]
async fn end_users_may_only_ask_who_they_are_and_read_the_help_center() {
    let sandbox = TestSandbox::start();
    for (allowed, method, path, body, _) in endpoints(&sandbox).await {
        let answer = ask(&sandbox.end_user(), &method, &path, &body).await;
        let wanted = if allowed == For::Everyone { 200 } else { 403 };
        assert_eq!(answer.status, wanted, "{method} {path}");
    }
}

#[tokio::test]
async fn without_credentials_only_who_am_i_and_the_help_center_are_answered() {
    let sandbox = TestSandbox::start();
    for (allowed, method, path, body, _) in endpoints(&sandbox).await {
        let answer = ask(&sandbox.nobody(), &method, &path, &body).await;
        if allowed == For::Everyone {
            assert_eq!(answer.status, 200);
        } else {
            assert_eq!(answer.status, 401, "{method} {path}");
            assert_eq!(answer.body, json!({ "error": "Couldn't authenticate you" }));
        }
    }
}

#[tokio::test]
async fn a_refused_write_changes_nothing() {
    let sandbox = TestSandbox::start();
    let endpoints = endpoints(&sandbox).await;
    let lists = [
        "/api/v2/help_center/user_segments?page[size]=100",
        "/api/v2/guide/permission_groups?page[size]=100",
    ];
    let mut before = Vec::new();
    for list in lists {
        before.push(sandbox.manager().get(list).await.text);
    }
    for (_, method, path, body, _) in endpoints.iter().filter(|one| one.1 != Method::GET) {
        for client in [sandbox.agent(), sandbox.end_user(), sandbox.nobody()] {
            ask(&client, method, path, body).await;
        }
    }
    for (list, before) in lists.into_iter().zip(before) {
        assert_eq!(sandbox.manager().get(list).await.text, before);
    }
}
