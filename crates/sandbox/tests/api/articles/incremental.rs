//! `/api/v2/help_center/incremental/articles`

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{ARTICLES, all};
use crate::support::{NOW, TestSandbox, path};

const CHANGED: &str = "/api/v2/help_center/incremental/articles";

#[tokio::test]
async fn from_the_beginning_every_article_is_told_once_in_the_order_of_changes() {
    let sandbox = TestSandbox::start();
    let mut told: Vec<Value> = Vec::new();
    let mut next = json!(format!("http://localhost:8080{CHANGED}.json?start_time=0&per_page=60"));
    while !next.is_null() {
        let answer = sandbox.manager().get(&path(&next)).await;
        assert_eq!(answer.body["count"], answer.list("articles").len());
        told.extend_from_slice(answer.list("articles"));
        next = answer.body["next_page"].clone();
        if !next.is_null() {
            assert!(answer.list("articles").len() >= 60);
        }
    }
    let times: Vec<&str> = told.iter().map(|one| one["updated_at"].as_str().unwrap()).collect();
    assert!(times.is_sorted());
    let ids: HashSet<&Value> = told.iter().map(|one| &one["id"]).collect();
    let listed = all(&sandbox.manager(), "localhost:8080").await;
    assert_eq!((told.len(), ids), (280, listed.iter().map(|one| &one["id"]).collect()));
}

#[tokio::test]
async fn what_changed_since_is_all_that_is_told() {
    let sandbox = TestSandbox::start();
    let ask = async || sandbox.manager().get(&format!("{CHANGED}?start_time={NOW}")).await;
    assert_eq!(
        ask().await.body,
        json!({ "count": 0, "next_page": null, "end_time": NOW, "articles": [] })
    );
    let [gold] = sandbox.segment_ids(["Gold dealers"]).await;
    let articles = all(&sandbox.manager(), "localhost:8080").await;
    let article = articles.iter().find(|one| one["user_segment_id"] != gold).unwrap();
    sandbox.wait(7);
    let body = json!({ "article": { "user_segment_id": gold } });
    sandbox.manager().put(&format!("{ARTICLES}/{}", article["id"]), body).await;
    let answer = ask().await;
    assert_eq!((&answer.body["count"], &answer.body["end_time"]), (&json!(1), &json!(NOW + 7)));
    assert_eq!(answer.list("articles")[0]["id"], article["id"]);
    // Asked from there, what changed in that second is told again, and nothing that changes in it later is lost.
    let again = sandbox.manager().get(&format!("{CHANGED}?start_time={}", NOW + 7)).await;
    assert_eq!(again.list("articles"), answer.list("articles"));
}

#[tokio::test]
async fn a_page_goes_on_to_the_end_of_its_last_second() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group(json!({ "name": "Of the test" })).await["id"].clone();
    let articles = all(&sandbox.manager(), "localhost:8080").await;
    for article in &articles[..5] {
        let body = json!({ "article": { "permission_group_id": group } });
        sandbox.manager().put(&format!("{ARTICLES}/{}", article["id"]), body).await;
    }
    sandbox.wait(1);
    let body = json!({ "article": { "permission_group_id": group } });
    sandbox.manager().put(&format!("{ARTICLES}/{}", articles[5]["id"]), body).await;
    let first = sandbox.manager().get(&format!("{CHANGED}?start_time={NOW}&per_page=2")).await;
    assert_eq!((&first.body["count"], &first.body["end_time"]), (&json!(5), &json!(NOW)));
    let second = sandbox.manager().get(&path(&first.body["next_page"])).await;
    assert_eq!(second.list("articles")[0]["id"], articles[5]["id"]);
    assert_eq!((&second.body["count"], &second.body["next_page"]), (&json!(1), &json!(null)));
}

#[tokio::test]
async fn nobody_is_told_of_what_they_may_not_see() {
    let sandbox = TestSandbox::start();
    for client in [sandbox.agent(), sandbox.end_user(), sandbox.nobody()] {
        let seen: HashSet<Value> = all(&client, "localhost:8080").await.into_iter().collect();
        let mut told = HashSet::new();
        let mut next = json!(format!("http://localhost:8080{CHANGED}?start_time=0&per_page=100"));
        while !next.is_null() {
            let answer = client.get(&path(&next)).await;
            told.extend(answer.list("articles").iter().cloned());
            next = answer.body["next_page"].clone();
        }
        assert_eq!(told, seen);
    }
}

#[tokio::test]
async fn labels_narrow_it_too() {
    let sandbox = TestSandbox::start();
    let answer =
        sandbox.manager().get(&format!("{CHANGED}?start_time=0&label_names=guide,setup")).await;
    let both = |article: &Value| {
        let labels = article["label_names"].as_array().unwrap();
        labels.contains(&json!("guide")) && labels.contains(&json!("setup"))
    };
    assert!(!answer.list("articles").is_empty());
    assert!(answer.list("articles").iter().all(both));
}

#[tokio::test]
async fn without_a_time_there_is_nothing_to_tell() {
    let sandbox = TestSandbox::start();
    for query in ["", "?start_time=", "?start_time=yesterday", "?start_time=-1", "?start_time=1.5"]
    {
        let answer = sandbox.manager().get(&format!("{CHANGED}{query}")).await;
        assert_eq!(answer.status, 400, "{query}: {}", answer.text);
    }
    let far = sandbox.manager().get(&format!("{CHANGED}?start_time={}", i64::MAX)).await;
    assert_eq!((far.status, &far.body["count"]), (200, &json!(0)));
}
