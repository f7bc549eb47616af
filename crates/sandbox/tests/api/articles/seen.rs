//! Who sees which articles.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{ARTICLES, all};
use crate::support::{Client, PERMISSION_GROUPS, SEGMENTS, TestSandbox};

const HOST: &str = "fernhollow.localhost:8080";

/// The ids of the segments that somebody is in, as the list of a user's segments tells.
async fn segments_of(sandbox: &TestSandbox, email: &str) -> HashSet<Value> {
    let id = sandbox.user(email).await;
    let path = format!("/api/v2/help_center/users/{id}/user_segments?page[size]=100");
    let answer = sandbox.manager().get(&path).await;
    answer.list("user_segments").iter().map(|one| one["id"].clone()).collect()
}

/// Nobody has to wait for a segment: it is empty, or one of these.
fn open_to(article: &Value, segments: &HashSet<Value>) -> bool {
    let of = article["user_segment_ids"].as_array().unwrap();
    of.is_empty() || of.iter().any(|id| segments.contains(id))
}

async fn editable_by(sandbox: &TestSandbox, segments: &HashSet<Value>) -> HashSet<Value> {
    let groups = sandbox.manager().get(&format!("{PERMISSION_GROUPS}?per_page=100")).await;
    let edits = groups.list("permission_groups").iter().filter(|group| {
        ["edit", "publish"]
            .iter()
            .any(|list| group[list].as_array().unwrap().iter().any(|id| segments.contains(id)))
    });
    edits.map(|group| group["id"].clone()).collect()
}

#[tokio::test]
async fn managers_see_everything_and_agents_what_their_segments_open() {
    let sandbox = TestSandbox::start();
    let everything = all(&sandbox.manager(), HOST).await;
    assert_eq!(everything.len(), 280);
    let mine = segments_of(&sandbox, "agent@sandbox.test").await;
    let editable = editable_by(&sandbox, &mine).await;
    let wanted: Vec<Value> = everything
        .iter()
        .filter(|article| open_to(article, &mine))
        .filter(|article| {
            article["draft"] == false || editable.contains(&article["permission_group_id"])
        })
        .cloned()
        .collect();
    assert!(wanted.len() < everything.len());
    assert!(wanted.iter().any(|one| one["draft"] == true));
    assert_eq!(all(&sandbox.agent(), HOST).await, wanted);
}

#[tokio::test]
async fn end_users_see_what_is_public_and_what_their_segments_open_and_no_drafts() {
    let sandbox = TestSandbox::start();
    let everything = all(&sandbox.manager(), HOST).await;
    let mine = segments_of(&sandbox, "user@sandbox.test").await;
    let wanted = |segments: &HashSet<Value>| -> Vec<Value> {
        everything
            .iter()
            .filter(|article| article["draft"] == false && open_to(article, segments))
            .cloned()
            .collect()
    };
    let (user, nobody) = (wanted(&mine), wanted(&HashSet::new()));
    assert!(nobody.len() > 50 && user.len() > nobody.len());
    assert_eq!(all(&sandbox.end_user(), HOST).await, user);
    assert_eq!(all(&sandbox.nobody(), HOST).await, nobody);
    assert_eq!(sandbox.bearer("wrong").get(ARTICLES).await.status, 401);
}

#[tokio::test]
async fn counts_are_of_what_is_seen() {
    let sandbox = TestSandbox::start();
    for client in [sandbox.manager(), sandbox.agent(), sandbox.end_user(), sandbox.nobody()] {
        let listed = all(&client, "localhost:8080").await.len();
        assert_eq!(client.get(ARTICLES).await.body["count"], listed);
    }
}

#[tokio::test]
async fn any_of_several_segments_opens_an_article() {
    let sandbox = TestSandbox::start();
    let user = sandbox.user("user@sandbox.test").await;
    let other = sandbox.segment(json!({ "name": "Other", "user_type": "staff" })).await;
    let own = json!({ "name": "Own", "user_type": "signed_in_users", "added_user_ids": [user] });
    let own = sandbox.segment(own).await;
    let article = public(&sandbox.manager()).await;
    let path = format!("{ARTICLES}/{article}");
    let set = async |ids: Value| {
        let body = json!({ "article": { "user_segment_ids": ids } });
        assert_eq!(sandbox.manager().put(&path, body).await.status, 200);
    };
    set(json!([other["id"]])).await;
    assert_eq!(sandbox.end_user().get(&path).await.status, 404);
    set(json!([other["id"], own["id"]])).await;
    assert_eq!(sandbox.end_user().get(&path).await.status, 200);
    assert_eq!(sandbox.nobody().get(&path).await.status, 404);
    let seen = |articles: &[Value]| articles.iter().any(|one| one["id"] == article);
    assert!(seen(&all(&sandbox.end_user(), "localhost:8080").await));
    assert!(!seen(&all(&sandbox.nobody(), "localhost:8080").await));

    // The rules as they are now, and not as they were at the first request.
    let path = format!("{SEGMENTS}/{}", own["id"]);
    let body = json!({ "user_segment": { "added_user_ids": [], "tags": ["nobody_has_this"] } });
    assert_eq!(sandbox.manager().put(&path, body).await.status, 200);
    assert!(!seen(&all(&sandbox.end_user(), "localhost:8080").await));
}

/// The id of an article that everyone sees.
async fn public(client: &Client<'_>) -> Value {
    let articles = all(client, "localhost:8080").await;
    let found =
        articles.iter().find(|one| one["draft"] == false && one["user_segment_ids"] == json!([]));
    found.unwrap()["id"].clone()
}
