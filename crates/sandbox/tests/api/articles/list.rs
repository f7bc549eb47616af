//! Articles: which brand's, for whom, and on which page.

use std::collections::HashSet;

use guidepost_model::{Article, Page};
use serde_json::{Value, json};

use super::{ARTICLES, all};
use crate::support::{Answer, PERMISSION_GROUPS, SEGMENTS, TestSandbox};

#[tokio::test]
async fn the_host_names_the_brand_whose_articles_are_listed() {
    let sandbox = TestSandbox::start();
    let mut ids = HashSet::new();
    for (host, count, site) in [
        ("fernhollow.localhost:8080", 280, "https://fernhollow.example/hc/"),
        ("fernhollow-stage.localhost:8080", 94, "https://fernhollow-stage.example/hc/"),
        ("fernhollow-strings.localhost:8080", 46, "https://fernhollow-strings.example/hc/"),
    ] {
        let articles = all(&sandbox.manager(), host).await;
        assert_eq!(articles.len(), count, "{host}");
        for article in &articles {
            assert!(article["html_url"].as_str().unwrap().starts_with(site), "{article}");
            ids.insert(article["id"].clone());
        }
    }
    assert_eq!(ids.len(), 420);
    for host in ["localhost:8080", "127.0.0.1:8080", "nothing.localhost:8080"] {
        assert_eq!(all(&sandbox.manager(), host).await.len(), 280, "{host}");
    }
}

#[tokio::test]
async fn an_article_has_the_keys_of_a_recorded_one_in_their_order() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{ARTICLES}?per_page=1")).await;
    let mut at = 0;
    for key in [
        "id",
        "url",
        "html_url",
        "author_id",
        "comments_disabled",
        "draft",
        "promoted",
        "position",
        "vote_sum",
        "vote_count",
        "section_id",
        "created_at",
        "updated_at",
        "name",
        "title",
        "source_locale",
        "locale",
        "outdated",
        "outdated_locales",
        "edited_at",
        "user_segment_id",
        "permission_group_id",
        "content_tag_ids",
        "label_names",
        "body",
        "user_segment_ids",
    ] {
        let found = answer.text[at..].find(&format!("\"{key}\":"));
        at += found.unwrap_or_else(|| panic!("{key} in {}", answer.text));
    }
    let article = &answer.list("articles")[0];
    let (id, locale) = (&article["id"], article["locale"].as_str().unwrap());
    assert_eq!(article["name"], article["title"]);
    assert_eq!(article["source_locale"], article["locale"], "an article is in one locale only");
    assert_eq!(
        article["url"],
        format!("http://localhost:8080/api/v2/help_center/{locale}/articles/{id}.json")
    );
}

#[tokio::test]
async fn the_model_reads_a_page_of_articles() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{ARTICLES}?per_page=100")).await;
    let page = Page::<Article>::read(&answer.text).unwrap();
    assert_eq!((page.items.len(), page.count), (100, Some(280)));
}

#[tokio::test]
async fn what_an_article_refers_to_is_there() {
    let sandbox = TestSandbox::start();
    let groups = sandbox.manager().get(PERMISSION_GROUPS).await;
    let segments = sandbox.manager().get(&format!("{SEGMENTS}?page[size]=100")).await;
    let ids = |answer: &Answer, key: &str| -> Vec<Value> {
        answer.list(key).iter().map(|one| one["id"].clone()).collect()
    };
    let (groups, segments) = (ids(&groups, "permission_groups"), ids(&segments, "user_segments"));
    let articles = all(&sandbox.manager(), "localhost:8080").await;
    for article in &articles {
        assert!(groups.contains(&article["permission_group_id"]), "{article}");
        assert!(article["author_id"].is_u64() && article["section_id"].is_u64(), "{article}");
        let of: &Vec<Value> = article["user_segment_ids"].as_array().unwrap();
        assert!(of.iter().all(|id| segments.contains(id)), "{article}");
        assert_eq!(article["user_segment_id"], of.first().cloned().unwrap_or_default());
        let times = ["created_at", "edited_at", "updated_at"].map(|key| article[key].as_str());
        assert!(times.is_sorted(), "{article}");
    }
    assert!(articles.iter().any(|one| one["user_segment_ids"].as_array().unwrap().len() > 1));
    assert!(articles.iter().any(|one| one["draft"] == true));
    assert!(articles.iter().any(|one| one["title"].as_str().unwrap().contains("<b>")));
}

#[tokio::test]
async fn a_locale_narrows_the_list() {
    let sandbox = TestSandbox::start();
    let mut count = 0;
    for (locale, some) in
        [("en-us", true), ("de", true), ("JA", true), ("xx", false), ("%FF", false)]
    {
        let path = format!("/api/v2/help_center/{locale}/articles.json?page[size]=100");
        let answer = sandbox.manager().get(&path).await;
        if locale == "%FF" {
            assert_eq!(answer.status, 404);
            continue;
        }
        assert_eq!(!answer.list("articles").is_empty(), some, "{locale}");
        for article in answer.list("articles") {
            assert_eq!(article["locale"], locale.to_ascii_lowercase());
        }
        let path = format!("/api/v2/help_center/{locale}/articles");
        count += sandbox.manager().get(&path).await.body["count"].as_u64().unwrap();
    }
    assert_eq!(count, 280);
}

#[tokio::test]
async fn labels_narrow_the_list_to_what_has_all_of_them() {
    let sandbox = TestSandbox::start();
    let everything = all(&sandbox.manager(), "localhost:8080").await;
    for labels in [&["guide"][..], &["guide", "setup"], &["setup", "guide"], &["no such label"]] {
        let wanted: Vec<&Value> = everything
            .iter()
            .filter(|article| {
                let of = article["label_names"].as_array().unwrap();
                labels.iter().all(|label| of.contains(&json!(label)))
            })
            .collect();
        let path = format!("{ARTICLES}?page[size]=100&label_names={}", labels.join(", "));
        let answer = sandbox.manager().get(&path).await;
        assert_eq!(answer.list("articles").iter().collect::<Vec<_>>(), wanted, "{labels:?}");
        assert_eq!(wanted.is_empty(), labels == ["no such label"], "{labels:?}");
    }
}

#[tokio::test]
async fn a_part_of_a_label_is_none() {
    let sandbox = TestSandbox::start();
    for label in ["guid", "uide", "guide\",\"setup", "[", "%22guide%22", "guide%22,%22setup", "%00"]
    {
        let label = label.replace('"', "%22").replace('\\', "%5C");
        let answer = sandbox.manager().get(&format!("{ARTICLES}?label_names={label}")).await;
        assert_eq!((answer.status, &answer.body["count"]), (200, &json!(0)), "{label}");
    }
    // Nothing but commas asks for no label.
    let answer = sandbox.manager().get(&format!("{ARTICLES}?label_names=,,")).await;
    assert_eq!(answer.body["count"], 280);
}

#[tokio::test]
async fn a_deleted_segment_leaves_its_articles_and_their_other_segments_stay() {
    let sandbox = TestSandbox::start();
    let host = "fernhollow.localhost:8080";
    let [gold, silver] = sandbox.segment_ids(["Gold dealers", "Silver dealers"]).await;
    let before = all(&sandbox.manager(), host).await;
    assert_eq!(sandbox.manager().delete(&format!("{SEGMENTS}/{gold}")).await.status, 204);
    let after = all(&sandbox.manager(), host).await;
    let (mut alone, mut with_others) = (0, 0);
    for (mut article, now) in before.into_iter().zip(after) {
        if article["user_segment_ids"] == json!([gold]) {
            alone += 1;
            article["user_segment_ids"] = json!([]);
            article["user_segment_id"] = json!(null);
        } else if article["user_segment_ids"] == json!([gold, silver]) {
            with_others += 1;
            article["user_segment_ids"] = json!([silver]);
            article["user_segment_id"] = silver.clone();
        }
        assert_eq!(now, article);
    }
    assert!(alone > 0 && with_others > 0, "{alone} {with_others}");
}
