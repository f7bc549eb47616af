use serde_json::json;

use crate::support::{PERMISSION_GROUPS, TestSandbox};

#[tokio::test]
async fn built_in_groups_come_first_and_then_the_newest() {
    let sandbox = TestSandbox::start();
    sandbox.permission_group(json!({ "name": "Newest" })).await;
    let answer = sandbox.manager().get(PERMISSION_GROUPS).await;
    assert_eq!(
        answer.names("permission_groups"),
        [
            "Admins",
            "Editors and publishers",
            "Newest",
            "Tour support",
            "Recalls and legal notices",
            "Dealer portal",
            "日本語ガイド",
            "Firmware notes",
            "Repair manuals",
            "Internal wiki",
            "Public guides",
        ]
    );
}

#[tokio::test]
async fn the_list_has_the_envelope_of_recorded_answers() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(PERMISSION_GROUPS).await;
    let start = r#"{"count":10,"page_count":1,"per_page":30,"page":1,"next_page":null,"previous_page":null,"permission_groups":[{"id":"#;
    assert!(answer.text.starts_with(start), "{}", answer.text);
}

#[tokio::test]
async fn pages_lead_through_the_whole_list_by_numbers_and_by_cursors() {
    let sandbox = TestSandbox::start();
    let whole = sandbox.manager().get(PERMISSION_GROUPS).await;
    // Numbered pages keep the spelling of the address, cursors lead to the canonical one.
    for (start, next, suffix) in
        [("per_page=3", "/next_page", ".json"), ("page[size]=3", "/links/next", "")]
    {
        let mut path = format!("{PERMISSION_GROUPS}.json?{start}");
        let mut names = Vec::new();
        loop {
            let answer = sandbox.manager().get(&path).await;
            names.extend(answer.names("permission_groups").into_iter().map(str::to_owned));
            let Some(link) = answer.body.pointer(next).and_then(|link| link.as_str()) else {
                break;
            };
            path = link.strip_prefix("http://localhost:8080").unwrap().to_owned();
            assert!(path.starts_with(&format!("{PERMISSION_GROUPS}{suffix}?")), "{path}");
        }
        assert_eq!(names, whole.names("permission_groups"), "{start}");
    }
}

#[tokio::test]
async fn cursors_have_the_help_centers_envelope_and_header() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{PERMISSION_GROUPS}?page[size]=4")).await;
    assert_eq!(answer.list("permission_groups").len(), 4);
    assert_eq!((&answer.body["meta"]["has_more"], answer.body.get("count")), (&json!(true), None));
    assert!(answer.body["links"]["last"].is_string());
    assert!(answer.headers["link"].to_str().unwrap().contains("rel=\"next\""));
}

#[tokio::test]
async fn what_is_no_page_is_refused() {
    let sandbox = TestSandbox::start();
    for query in
        ["page=0", "per_page=x", "page[size]=0", "page[after]=bm8", "page=101&per_page=100"]
    {
        let answer = sandbox.manager().get(&format!("{PERMISSION_GROUPS}?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
    }
}
