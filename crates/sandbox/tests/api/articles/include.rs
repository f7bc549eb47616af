//! What articles refer to, in the same answer.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::ARTICLES;
use crate::support::{Answer, TestSandbox};

fn ids(values: &[Value], key: &str) -> BTreeSet<u64> {
    values.iter().filter_map(|one| one[key].as_u64()).collect()
}

fn listed(answer: &Answer) -> &[Value] {
    answer.list("articles")
}

#[tokio::test]
async fn authors_and_sections_come_along_once_each() {
    let sandbox = TestSandbox::start();
    for paging in ["per_page=40", "page[size]=40"] {
        let path = format!("{ARTICLES}?{paging}&include=users,sections");
        let answer = sandbox.manager().get(&path).await;
        assert_eq!(listed(&answer).len(), 40);
        let (users, sections) = (answer.list("users"), answer.list("sections"));
        assert_eq!(ids(users, "id"), ids(listed(&answer), "author_id"));
        assert_eq!(ids(sections, "id"), ids(listed(&answer), "section_id"));
        assert_eq!(users.len(), ids(users, "id").len());
        let user = sandbox.manager().get(&format!("/api/v2/users/{}", users[0]["id"])).await;
        assert_eq!(user.body["user"], users[0]);
        let section = format!("/api/v2/help_center/sections/{}", sections[0]["id"]);
        assert_eq!(sandbox.manager().get(&section).await.body["section"], sections[0]);
    }
}

#[tokio::test]
async fn one_article_brings_them_too() {
    let sandbox = TestSandbox::start();
    let article = listed(&sandbox.manager().get(ARTICLES).await)[0].clone();
    let path = format!("{ARTICLES}/{}?include=sections,users", article["id"]);
    let answer = sandbox.manager().get(&path).await;
    assert_eq!(answer.body["article"], article);
    assert_eq!(answer.list("users")[0]["id"], article["author_id"]);
    assert_eq!(answer.list("sections")[0]["id"], article["section_id"]);
}

#[tokio::test]
async fn an_article_brings_its_own_language_as_its_translation() {
    let sandbox = TestSandbox::start();
    let path = format!("{ARTICLES}?per_page=5&include=translations");
    let answer = sandbox.manager().get(&path).await;
    for article in listed(&answer) {
        let (id, locale) = (&article["id"], article["locale"].as_str().unwrap());
        let translation = &article["translations"][0];
        assert_eq!(
            article["translations"],
            json!([{
                "id": translation["id"],
                "url": format!("http://localhost:8080/api/v2/help_center/articles/{id}/translations/{locale}"),
                "html_url": format!("https://fernhollow.example/hc/{locale}/articles/{id}"),
                "source_id": id,
                "source_type": "Article",
                "locale": locale,
                "title": article["title"],
                "body": article["body"],
                "outdated": false,
                "draft": article["draft"],
                "hidden": false,
                "created_at": article["created_at"],
                "updated_at": article["edited_at"],
                "created_by_id": article["author_id"],
                "updated_by_id": article["author_id"],
            }])
        );
        let one = format!("{ARTICLES}/{id}?include=translations");
        assert_eq!(sandbox.manager().get(&one).await.body["article"], *article);
    }
}

#[tokio::test]
async fn categories_are_those_of_the_articles_sections() {
    let sandbox = TestSandbox::start();
    let answer =
        sandbox.manager().get(&format!("{ARTICLES}?per_page=5&include=sections,categories")).await;
    let named = ids(answer.list("sections"), "category_id");
    assert_eq!(ids(answer.list("categories"), "id"), named);
    let all = sandbox.manager().get("/api/v2/help_center/categories").await;
    assert!(answer.list("categories").iter().all(|one| all.list("categories").contains(one)));
    let alone = sandbox.manager().get(&format!("{ARTICLES}?per_page=5&include=categories")).await;
    assert_eq!(alone.list("categories"), answer.list("categories"));
    assert!(alone.body.get("sections").is_none());
}

#[tokio::test]
async fn nothing_comes_along_unasked_or_where_there_is_nothing() {
    let sandbox = TestSandbox::start();
    for query in ["", "?include=", "?include=,"] {
        let answer = sandbox.manager().get(&format!("{ARTICLES}{query}")).await;
        for key in ["users", "sections", "categories", "translations"] {
            assert!(answer.body.get(key).is_none(), "{query}");
        }
        assert!(listed(&answer)[0].get("translations").is_none(), "{query}");
    }
    let none = sandbox.manager().get("/api/v2/help_center/xx/articles?include=users").await;
    assert_eq!(none.body["users"], json!([]));
}

#[tokio::test]
async fn what_cannot_come_along_is_refused_by_name() {
    let sandbox = TestSandbox::start();
    let article = listed(&sandbox.manager().get(ARTICLES).await)[0]["id"].clone();
    for path in [
        format!("{ARTICLES}?include=users,nonsense"),
        format!("{ARTICLES}/{article}?include=nonsense"),
        format!("{ARTICLES}/search?query=guide&include=nonsense"),
        "/api/v2/help_center/incremental/articles?start_time=0&include=nonsense".to_owned(),
    ] {
        let answer = sandbox.manager().get(&path).await;
        assert_eq!(answer.status, 400, "{path}");
        assert!(answer.text.contains("nonsense"), "{}", answer.text);
    }
}

#[tokio::test]
async fn whoever_is_no_agent_sees_no_addresses_and_no_closed_sections() {
    let sandbox = TestSandbox::start();
    for client in [sandbox.end_user(), sandbox.nobody()] {
        let open = client.get("/api/v2/help_center/sections?page[size]=100").await;
        let open = ids(open.list("sections"), "id");
        let path = format!("{ARTICLES}?page[size]=100&include=users,sections");
        let answer = client.get(&path).await;
        assert!(!answer.list("users").is_empty());
        for user in answer.list("users") {
            assert!(user.get("email").is_none() && user.get("tags").is_none(), "{user}");
        }
        assert!(ids(answer.list("sections"), "id").is_subset(&open));
    }
}
