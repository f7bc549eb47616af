//! Articles of a section, and of an author.

use serde_json::{Value, json};

use super::{ARTICLES, all};
use crate::support::{TestSandbox, not_found};

const HOST: &str = "localhost:8080";
const HC: &str = "/api/v2/help_center";

/// The ids of those articles whose `key` has this value.
fn ids_of(articles: &[Value], key: &str, value: &Value) -> Vec<Value> {
    let of = articles.iter().filter(|article| article[key] == *value);
    of.map(|article| article["id"].clone()).collect()
}

#[tokio::test]
async fn every_article_is_among_those_of_its_section_and_of_its_author() {
    let sandbox = TestSandbox::start();
    let articles = all(&sandbox.manager(), HOST).await;
    for (key, kind) in [("section_id", "sections"), ("author_id", "users")] {
        for article in articles.iter().step_by(40) {
            let of = &article[key];
            let path = format!("{HC}/{kind}/{of}/articles.json?per_page=100");
            let answer = sandbox.manager().get(&path).await;
            let listed: Vec<Value> =
                answer.list("articles").iter().map(|one| one["id"].clone()).collect();
            assert_eq!(listed, ids_of(&articles, key, of), "{path}");
            assert!(!listed.is_empty());
        }
    }
}

#[tokio::test]
async fn of_these_too_everybody_sees_only_their_part() {
    let sandbox = TestSandbox::start();
    let seen = all(&sandbox.nobody(), HOST).await;
    let everything = all(&sandbox.manager(), HOST).await;
    // In a section that others can be seen of.
    let beside =
        |article: &&Value| seen.iter().any(|one| one["section_id"] == article["section_id"]);
    let mut hidden = everything.iter().filter(|article| !seen.contains(article));
    let hidden = hidden.find(beside).unwrap();
    for (key, kind) in [("section_id", "sections"), ("author_id", "users")] {
        let path = format!("{HC}/{kind}/{}/articles?per_page=100", hidden[key]);
        let answer = sandbox.nobody().get(&path).await;
        assert!(answer.list("articles").iter().all(|article| seen.contains(article)));
        assert_eq!(answer.body["count"], ids_of(&seen, key, &hidden[key]).len());
    }
}

#[tokio::test]
async fn a_section_or_an_author_that_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    let article = sandbox.manager().get(&format!("{ARTICLES}?per_page=1")).await;
    let section = &article.list("articles")[0]["section_id"];
    for path in [
        "sections/12/articles".to_owned(),
        "users/12/articles".to_owned(),
        format!("de/sections/{section}/articles"),
    ] {
        let answer = sandbox.manager().get(&format!("{HC}/{path}")).await;
        assert_eq!((answer.status, answer.body), (404, not_found()), "{path}");
    }
    let elsewhere = sandbox.manager().header("host", "fernhollow-stage.localhost:8080");
    let answer = elsewhere.get(&format!("{HC}/sections/{section}/articles")).await;
    assert_eq!(answer.status, 404, "another brand's section");
    let path = format!("{HC}/en-us/sections/{section}/articles");
    assert_ne!(sandbox.manager().get(&path).await.body["count"], json!(0));
}
