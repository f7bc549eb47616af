//! `/api/v2/help_center/sections`

use serde_json::{Value, json};

use crate::support::{TestSandbox, not_found};

const SECTIONS: &str = "/api/v2/help_center/sections";

#[tokio::test]
async fn a_section_has_the_keys_of_the_documentation_and_no_segment() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{SECTIONS}.json")).await;
    let section = &answer.list("sections")[0];
    let id = &section["id"];
    assert_eq!(
        section,
        &json!({
            "id": id,
            "url": format!("http://localhost:8080/api/v2/help_center/en-us/sections/{id}.json"),
            "html_url": format!("https://fernhollow.example/hc/en-us/sections/{id}-Getting-started"),
            "category_id": section["category_id"],
            "position": 1,
            "sorting": "manual",
            "created_at": section["created_at"],
            "updated_at": section["updated_at"],
            "name": "Getting started",
            "description": "",
            "locale": "en-us",
            "source_locale": "en-us",
            "outdated": false,
            "parent_section_id": null,
            "theme_template": "section_page",
        })
    );
    assert_eq!(answer.body["count"], 15);
}

#[tokio::test]
async fn the_host_names_the_brand_whose_sections_are_listed() {
    let sandbox = TestSandbox::start();
    for (host, count) in [("fernhollow-stage.localhost", 11), ("fernhollow-strings.localhost", 10)]
    {
        let client = sandbox.manager().header("host", host);
        let answer = client.get(SECTIONS).await;
        assert_eq!(answer.body["count"], count, "{host}");
        let path = format!("{SECTIONS}/{}", answer.list("sections")[0]["id"]);
        assert_eq!(client.get(&path).await.body["section"], answer.list("sections")[0]);
        assert_eq!(sandbox.manager().get(&path).await.status, 404);
    }
}

#[tokio::test]
async fn sections_are_sorted_and_numbered_pages_say_how() {
    let sandbox = TestSandbox::start();
    for key in ["position", "created_at", "updated_at"] {
        for order in ["asc", "desc"] {
            let query = format!("sort_by={key}&sort_order={order}");
            let answer = sandbox.manager().get(&format!("{SECTIONS}?{query}")).await;
            let values: Vec<String> = answer
                .list("sections")
                .iter()
                .map(|one| match &one[key] {
                    Value::Number(number) => format!("{:04}", number.as_u64().unwrap()),
                    text => text.to_string(),
                })
                .collect();
            let sorted = if order == "asc" {
                values.is_sorted()
            } else {
                values.is_sorted_by(|one, other| one >= other)
            };
            assert!(sorted, "{query}: {values:?}");
            assert_eq!(
                (&answer.body["sort_by"], &answer.body["sort_order"]),
                (&json!(key), &json!(order))
            );
            let cursor = sandbox.manager().get(&format!("{SECTIONS}?{query}&page[size]=50")).await;
            assert_eq!(cursor.list("sections"), answer.list("sections"));
        }
    }
    for query in ["sort_by=title", "sort_by=edited_at", "sort_order=up"] {
        assert_eq!(sandbox.manager().get(&format!("{SECTIONS}?{query}")).await.status, 400);
    }
}

#[tokio::test]
async fn a_locale_narrows_the_list() {
    let sandbox = TestSandbox::start();
    for (locale, count) in [("en-us", 15), ("EN-US", 15), ("de", 0)] {
        let answer = sandbox.manager().get(&format!("/api/v2/help_center/{locale}/sections")).await;
        assert_eq!(answer.body["count"], count, "{locale}");
    }
    let id = sandbox.manager().get(SECTIONS).await.list("sections")[0]["id"].clone();
    for (locale, status) in [("en-us", 200), ("de", 404)] {
        let path = format!("/api/v2/help_center/{locale}/sections/{id}.json");
        assert_eq!(sandbox.manager().get(&path).await.status, status);
    }
}

#[tokio::test]
async fn everybody_sees_the_sections_that_their_segments_open() {
    let sandbox = TestSandbox::start();
    let (manager, agent) = (sandbox.manager(), sandbox.agent());
    let all = manager.get(SECTIONS).await;
    assert!(all.names("sections").contains(&"Dealer price lists"));
    let (agents, users) = (agent.get(SECTIONS).await, sandbox.end_user().get(SECTIONS).await);
    assert!(agents.names("sections").contains(&"How we answer"));
    assert!(!users.names("sections").contains(&"How we answer"));
    assert!(users.names("sections").contains(&"Your account and orders"));
    let public = sandbox.nobody().get(SECTIONS).await;
    assert_eq!(
        public.names("sections"),
        ["Getting started", "Tuning and care", "Moving a grand piano", "Warranty terms"]
    );
    for section in all.list("sections") {
        let path = format!("{SECTIONS}/{}", section["id"]);
        for (client, seen) in
            [(&agent, &agents), (&sandbox.end_user(), &users), (&sandbox.nobody(), &public)]
        {
            let answer = client.get(&path).await;
            let wanted = if seen.list("sections").contains(section) { 200 } else { 404 };
            assert_eq!(answer.status, wanted, "{section}");
        }
    }
}

#[tokio::test]
async fn a_section_that_is_not_there_is_not_found() {
    let answer = TestSandbox::start().manager().get(&format!("{SECTIONS}/12")).await;
    assert_eq!((answer.status, answer.body), (404, not_found()));
}
