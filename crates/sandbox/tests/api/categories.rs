//! `/api/v2/help_center/categories` and what lies below it.

use serde_json::json;

use crate::support::{TestSandbox, not_found};

const CATEGORIES: &str = "/api/v2/help_center/categories";
const SECTIONS: &str = "/api/v2/help_center/sections";
const BRANDS: [(&str, usize); 3] =
    [("fernhollow", 4), ("fernhollow-stage", 3), ("fernhollow-strings", 2)];

#[tokio::test]
async fn a_category_has_the_keys_of_recorded_answers() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{CATEGORIES}.json")).await;
    assert_eq!(
        answer.names("categories"),
        ["Your piano", "Orders", "Dealers, schools and workshops", "For the team"]
    );
    let category = &answer.list("categories")[0];
    let id = &category["id"];
    assert_eq!(
        category,
        &json!({
            "id": id,
            "url": format!("http://localhost:8080/api/v2/help_center/en-us/categories/{id}.json"),
            "html_url": format!("https://fernhollow.example/hc/en-us/categories/{id}-Your-piano"),
            "position": 0,
            "created_at": category["created_at"],
            "updated_at": category["updated_at"],
            "name": "Your piano",
            "description": "",
            "locale": "en-us",
            "source_locale": "en-us",
            "outdated": false,
        })
    );
    let shown = sandbox.manager().get(&format!("{CATEGORIES}/{id}.json")).await;
    assert_eq!(shown.body["category"], *category);
}

#[tokio::test]
async fn every_section_is_in_a_category_of_its_brand() {
    let sandbox = TestSandbox::start();
    for (host, count) in BRANDS {
        let client = sandbox.manager().header("host", &format!("{host}.localhost"));
        let categories = client.get(CATEGORIES).await;
        assert_eq!(categories.list("categories").len(), count, "{host}");
        let mut found = Vec::new();
        for category in categories.list("categories") {
            let sections = client.get(&format!("{CATEGORIES}/{}/sections", category["id"])).await;
            assert!(!sections.list("sections").is_empty(), "{category}");
            assert!(
                sections.list("sections").iter().all(|one| one["category_id"] == category["id"])
            );
            found.extend_from_slice(sections.list("sections"));
        }
        let all = client.get(&format!("{SECTIONS}?per_page=100")).await;
        assert_eq!(found.len(), all.list("sections").len(), "{host}");
        assert!(all.list("sections").iter().all(|section| found.contains(section)));
    }
}

#[tokio::test]
async fn the_articles_of_a_category_are_those_of_its_sections() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    let mut total = 0;
    for category in manager.get(CATEGORIES).await.list("categories") {
        let path = format!("{CATEGORIES}/{}", category["id"]);
        let sections = manager.get(&format!("{path}/sections")).await;
        let sections: Vec<_> = sections.list("sections").iter().map(|one| &one["id"]).collect();
        let articles = manager.get(&format!("{path}/articles?sort_by=title")).await;
        total += articles.body["count"].as_u64().unwrap();
        assert!(articles.list("articles").iter().all(|one| sections.contains(&&one["section_id"])));
    }
    assert_eq!(total, 280);
}

#[tokio::test]
async fn everybody_sees_the_categories_in_which_they_see_a_section() {
    let sandbox = TestSandbox::start();
    let all = sandbox.manager().get(CATEGORIES).await;
    let nobody = sandbox.nobody().get(CATEGORIES).await;
    assert_eq!(nobody.names("categories"), ["Your piano"]);
    for client in [sandbox.agent(), sandbox.end_user(), sandbox.nobody()] {
        let seen = client.get(CATEGORIES).await;
        let sections = client.get(&format!("{SECTIONS}?per_page=100")).await;
        for category in all.list("categories") {
            let id = &category["id"];
            let has_section = sections.list("sections").iter().any(|one| one["category_id"] == *id);
            assert_eq!(seen.list("categories").contains(category), has_section, "{category}");
            for path in ["", "/sections", "/articles"] {
                let answer = client.get(&format!("{CATEGORIES}/{id}{path}")).await;
                assert_eq!(answer.status, if has_section { 200 } else { 404 }, "{category}{path}");
            }
        }
    }
}

#[tokio::test]
async fn categories_are_those_of_a_brand_and_of_a_locale() {
    let sandbox = TestSandbox::start();
    let id = sandbox.manager().get(CATEGORIES).await.list("categories")[0]["id"].clone();
    let stage = sandbox.manager().header("host", "fernhollow-stage.localhost");
    let answer = stage.get(&format!("{CATEGORIES}/{id}")).await;
    assert_eq!((answer.status, answer.body), (404, not_found()));
    for (locale, status) in [("en-us", 200), ("EN-US", 200), ("de", 404)] {
        for path in ["", "/sections", "/articles"] {
            let path = format!("/api/v2/help_center/{locale}/categories/{id}{path}.json");
            assert_eq!(sandbox.manager().get(&path).await.status, status, "{path}");
        }
    }
    let none = sandbox.manager().get("/api/v2/help_center/de/categories").await;
    assert_eq!(none.body["count"], 0);
}

#[tokio::test]
async fn categories_are_sorted_as_sections_are() {
    let sandbox = TestSandbox::start();
    let up = sandbox.manager().get(&format!("{CATEGORIES}?sort_by=created_at")).await;
    let down =
        sandbox.manager().get(&format!("{CATEGORIES}?sort_by=created_at&sort_order=desc")).await;
    let mut reversed = down.list("categories").to_vec();
    reversed.reverse();
    assert_eq!(up.list("categories"), reversed);
    assert_eq!(
        (&up.body["sort_by"], &up.body["sort_order"]),
        (&json!("created_at"), &json!("asc"))
    );
    assert_eq!(sandbox.manager().get(&format!("{CATEGORIES}?sort_by=name")).await.status, 400);
}
