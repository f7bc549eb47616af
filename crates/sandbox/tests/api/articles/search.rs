//! `/api/v2/help_center/articles/search`

use serde_json::{Value, json};

use super::{ARTICLES, all};
use crate::support::{TestSandbox, encoded, path};

const SEARCH: &str = "/api/v2/help_center/articles/search";

#[tokio::test]
async fn words_of_the_title_are_found_and_25_are_on_a_page() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    let answer = manager.get(&format!("{SEARCH}.json?query=GUIDE")).await;
    assert_eq!((&answer.body["per_page"], &answer.body["page"]), (&json!(25), &json!(1)));
    assert_eq!(answer.list("results").len(), 25);
    let mut found = answer.list("results").to_vec();
    let mut next = answer.body["next_page"].clone();
    while !next.is_null() {
        let answer = manager.get(&path(&next)).await;
        found.extend_from_slice(answer.list("results"));
        next = answer.body["next_page"].clone();
    }
    assert_eq!(answer.body["count"], found.len());
    let has = |one: &Value| {
        let text = format!("{} {} {}", one["title"], one["body"], one["label_names"]);
        text.to_lowercase()
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word == "guide")
    };
    assert!(found.iter().all(has));
    let ids = found.iter().map(|one| one["id"].as_u64().unwrap());
    assert!(ids.rev().is_sorted(), "the newest first");
    let published = all(&manager, "localhost:8080").await;
    let published = published.iter().filter(|one| one["draft"] == false && has(one));
    assert_eq!(published.count(), found.len());
}

#[tokio::test]
async fn a_result_is_an_article_and_says_so() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{SEARCH}?query=guide&per_page=1")).await;
    let mut result = answer.list("results")[0].clone();
    let object = result.as_object_mut().unwrap();
    assert_eq!(object.remove("result_type"), Some(json!("article")));
    let snippet = object.remove("snippet").unwrap();
    assert!(snippet.as_str().unwrap().starts_with("Applies to: "), "{snippet}");
    let article = sandbox.manager().get(&format!("{ARTICLES}/{}", result["id"])).await;
    assert_eq!(result, article.body["article"]);
}

#[tokio::test]
async fn a_section_a_category_labels_and_a_locale_narrow_a_search() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    let articles = all(&manager, "localhost:8080").await;
    let section = &articles[0]["section_id"];
    let sections = manager.get(&format!("/api/v2/help_center/sections/{section}")).await;
    let category = &sections.body["section"]["category_id"];
    let count = |meant: &dyn Fn(&Value) -> bool| {
        articles.iter().filter(|one| one["draft"] == false && meant(one)).count()
    };
    let labelled = |one: &Value| one["label_names"].as_array().unwrap().contains(&json!("guide"));
    let in_section = count(&|one| one["section_id"] == *section);
    for (query, wanted) in [
        (format!("section={section}"), in_section),
        ("label_names=guide".to_owned(), count(&labelled)),
        (
            format!("section={section}&label_names=guide"),
            count(&|one| one["section_id"] == *section && labelled(one)),
        ),
        (format!("section={section}&category={category}"), in_section),
        (format!("section={section}&category=1"), 0),
        ("section=1".to_owned(), 0),
        (format!("category={}", i64::MAX), 0),
        ("query=guide&locale=xx".to_owned(), 0),
    ] {
        let answer = manager.get(&format!("{SEARCH}?{query}")).await;
        assert_eq!(answer.body["count"], wanted, "{query}");
    }
    let answer = manager.get(&format!("{SEARCH}?category={category}&per_page=100")).await;
    assert!(answer.body["count"].as_u64().unwrap() >= in_section as u64);
    let german = manager.get(&format!("{SEARCH}?query=guide&locale=DE")).await;
    assert!(!german.list("results").is_empty());
    assert!(german.list("results").iter().all(|one| one["locale"] == "de"));
    let every = manager.get(&format!("{SEARCH}?query=guide&locale=*")).await;
    let any = manager.get(&format!("{SEARCH}?query=guide")).await;
    assert_eq!(every.body["count"], any.body["count"]);
}

#[tokio::test]
async fn words_between_quotation_marks_stand_together() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    let articles = all(&manager, "localhost:8080").await;
    let article = articles.iter().find(|one| one["draft"] == false).unwrap();
    let title = article["title"].as_str().unwrap();
    let backwards: Vec<&str> = title.split_whitespace().rev().collect();
    assert!(backwards.len() > 1, "{title}");
    let ask = async |query: &str| manager.get(&format!("{SEARCH}?query={}", encoded(query))).await;
    let phrase = ask(&format!("\"{title}\"")).await;
    assert!(phrase.list("results").iter().any(|one| one["title"] == title), "{title}");
    assert!(ask(&backwards.join(" ")).await.body["count"].as_u64() > Some(0));
    assert_eq!(ask(&format!("\"{}\"", backwards.join(" "))).await.body["count"], 0);
    assert_eq!(ask("guide nowhereatall").await.body["count"], 0);
}

#[tokio::test]
async fn somebody_finds_what_they_may_see() {
    let sandbox = TestSandbox::start();
    for client in [sandbox.agent(), sandbox.end_user(), sandbox.nobody()] {
        let seen = all(&client, "localhost:8080").await;
        let answer = client.get(&format!("{SEARCH}?query=guide&per_page=100")).await;
        assert!(!answer.list("results").is_empty());
        let is_seen = |one: &Value| seen.iter().any(|article| article["id"] == one["id"]);
        assert!(answer.list("results").iter().all(is_seen));
    }
}

#[tokio::test]
async fn results_are_sorted_on_demand() {
    let sandbox = TestSandbox::start();
    for key in ["created_at", "updated_at"] {
        let query = format!("query=guide&sort_by={key}&sort_order=asc&per_page=100");
        let answer = sandbox.manager().get(&format!("{SEARCH}?{query}")).await;
        let times: Vec<&str> =
            answer.list("results").iter().map(|one| one[key].as_str().unwrap()).collect();
        assert!(times.is_sorted(), "{times:?}");
    }
}

#[tokio::test]
async fn what_is_no_search_or_not_understood_is_refused() {
    let sandbox = TestSandbox::start();
    for query in [
        "",
        "query=",
        "query=+",
        "locale=de",
        "query=guide&brand_id=1",
        "query=guide&multibrand=true",
        "query=guide&created_after=2026-01-01",
        "query=guide&sort_by=title",
        "query=guide&section=x",
        "query=guide&section=9223372036854775808",
        "query=guide&category=9223372036854775808",
        "query=guide&page=41",
        "query=guide&page=11&per_page=100",
    ] {
        let answer = sandbox.manager().get(&format!("{SEARCH}?{query}")).await;
        assert_eq!(answer.status, 400, "{query}: {}", answer.text);
    }
    let last = sandbox.manager().get(&format!("{SEARCH}?query=guide&page=10&per_page=100")).await;
    assert_eq!(last.status, 200);
}
