//! `/api/v2/help_center/incremental/articles`

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{ARTICLES, all};
use crate::support::{Client, NOW, TestSandbox, not_found, path};

const CHANGED: &str = "/api/v2/help_center/incremental/articles";

/// Everything that is told from this page on, by a client that follows `next_page` to its end.
async fn followed(client: &Client<'_>, query: &str) -> Vec<Value> {
    let mut told = Vec::new();
    let mut next = json!(format!("http://localhost:8080{CHANGED}?{query}"));
    while !next.is_null() {
        let answer = client.get(&path(&next)).await;
        assert_eq!(answer.body["count"], answer.list("articles").len());
        told.extend_from_slice(answer.list("articles"));
        assert_ne!(answer.body["next_page"], next, "the same page again");
        next = answer.body["next_page"].clone();
    }
    told
}

#[tokio::test]
async fn who_follows_next_page_reads_every_article_in_the_order_of_changes() {
    let sandbox = TestSandbox::start();
    let listed = all(&sandbox.manager(), "localhost:8080").await;
    for query in ["start_time=0", "start_time=0&per_page=60", "start_time=0&per_page=1"] {
        let told = followed(&sandbox.manager(), query).await;
        let times: Vec<&str> = told.iter().map(|one| one["updated_at"].as_str().unwrap()).collect();
        assert!(times.is_sorted());
        let ids: HashSet<&Value> = told.iter().map(|one| &one["id"]).collect();
        assert_eq!(ids, listed.iter().map(|one| &one["id"]).collect(), "{query}");
        assert_eq!(ids.len(), 280);
    }
}

#[tokio::test]
async fn a_page_has_up_to_1000_and_the_next_one_starts_at_its_end() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    let first = manager.get(&format!("{CHANGED}.json?start_time=0")).await;
    assert!(first.text.starts_with("{\"count\":280,\"next_page\":\"http"), "{:.100}", first.text);
    let (end, last) = (&first.body["end_time"], first.list("articles").last().unwrap());
    assert_eq!(
        first.body["next_page"],
        format!("http://localhost:8080{CHANGED}.json?start_time={end}")
    );
    let second = manager.get(&path(&first.body["next_page"])).await;
    assert_eq!(
        second.body,
        json!({ "count": 1, "next_page": null, "end_time": end, "articles": [last] })
    );
    let most = manager.get(&format!("{CHANGED}?start_time=0&per_page=5000")).await;
    assert_eq!(most.body["count"], 280);
}

#[tokio::test]
async fn the_article_at_the_boundary_comes_twice() {
    let sandbox = TestSandbox::start();
    let first = sandbox.manager().get(&format!("{CHANGED}?start_time=0&per_page=60")).await;
    assert_eq!(first.body["count"], 60);
    let second = sandbox.manager().get(&path(&first.body["next_page"])).await;
    assert_eq!(second.list("articles")[0], first.list("articles")[59]);
    assert_eq!(second.body["count"], 60);
}

#[tokio::test]
async fn what_changed_since_is_all_that_is_told() {
    let sandbox = TestSandbox::start();
    let ask = async || sandbox.manager().get(&format!("{CHANGED}?start_time={NOW}")).await;
    assert_eq!(ask().await.text, r#"{"count":0,"next_page":null,"end_time":1,"articles":[]}"#);
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
    let again = sandbox.manager().get(&path(&answer.body["next_page"])).await;
    assert_eq!(again.list("articles"), answer.list("articles"));
    assert_eq!(again.body["next_page"], json!(null));
}

#[tokio::test]
async fn a_page_comes_past_the_second_that_it_starts_with() {
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
    assert_eq!((&first.body["count"], &first.body["end_time"]), (&json!(6), &json!(NOW + 1)));
    assert_eq!(first.list("articles")[5]["id"], articles[5]["id"]);
}

#[tokio::test]
async fn an_agent_is_told_of_what_they_may_see_and_nobody_else_of_anything() {
    let sandbox = TestSandbox::start();
    let seen: HashSet<Value> = all(&sandbox.agent(), "localhost:8080").await.into_iter().collect();
    let told = followed(&sandbox.agent(), "start_time=0&per_page=100").await;
    assert_eq!(told.into_iter().collect::<HashSet<Value>>(), seen);
    for client in [sandbox.end_user(), sandbox.nobody()] {
        for query in ["?start_time=0", ""] {
            let answer = client.get(&format!("{CHANGED}{query}")).await;
            assert_eq!((answer.status, answer.body), (404, not_found()));
        }
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
