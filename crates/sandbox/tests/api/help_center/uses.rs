use serde_json::json;

use crate::support::{SEGMENTS, TestSandbox};

#[tokio::test]
async fn sections_of_a_segment_have_the_keys_of_recorded_ones() {
    let sandbox = TestSandbox::start();
    let id = sandbox.segment_named("Gold dealers").await["id"].clone();
    let answer = sandbox.manager().get(&format!("{SEGMENTS}/{id}/sections.json")).await;
    assert_eq!(answer.names("sections"), ["Dealer price lists", "Dealer marketing kit"]);
    let section = &answer.list("sections")[0];
    let number = &section["id"];
    assert_eq!(
        section,
        &json!({
            "id": number, "name": "Dealer price lists", "locale": "en-us",
            "url": format!("http://localhost:8080/api/v2/help_center/en-us/sections/{number}.json"),
            "html_url": format!("https://fernhollow.example/hc/en-us/sections/{number}-Dealer-price-lists"),
        })
    );
}

#[tokio::test]
async fn topics_of_a_segment_have_no_locale() {
    let sandbox = TestSandbox::start();
    let id = sandbox.segment_named("Firmware beta testers").await["id"].clone();
    let answer = sandbox.manager().get(&format!("{SEGMENTS}/{id}/topics")).await;
    let topic = &answer.list("topics")[0];
    let number = &topic["id"];
    assert_eq!(
        topic,
        &json!({
            "id": number, "name": "Beta feedback",
            "url": format!("http://localhost:8080/api/v2/help_center/community/topics/{number}.json"),
            "html_url": format!("https://fernhollow-stage.example/hc/en-us/community/topics/{number}-Beta-feedback"),
        })
    );
}

#[tokio::test]
async fn built_in_segments_are_used_too() {
    let sandbox = TestSandbox::start();
    let id = sandbox.segment_named("Signed-in users").await["id"].clone();
    let sections = sandbox.manager().get(&format!("{SEGMENTS}/{id}/sections?page[size]=2")).await;
    assert_eq!(
        (sections.list("sections").len(), &sections.body["meta"]["has_more"]),
        (2, &json!(true))
    );
}

#[tokio::test]
async fn a_segment_that_is_not_there_has_no_lists() {
    let sandbox = TestSandbox::start();
    for list in ["sections", "topics"] {
        assert_eq!(sandbox.manager().get(&format!("{SEGMENTS}/12/{list}")).await.status, 404);
    }
}
