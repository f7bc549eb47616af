//! `/api/v2/community/topics`

use serde_json::json;

use crate::support::{TestSandbox, not_found};

const TOPICS: &str = "/api/v2/community/topics";

#[tokio::test]
async fn a_topic_names_its_segment() {
    let sandbox = TestSandbox::start();
    let [gold] = sandbox.segment_ids(["Gold dealers"]).await;
    let answer = sandbox.manager().get(&format!("{TOPICS}.json")).await;
    assert_eq!(answer.body["count"], 9);
    let topic =
        answer.list("topics").iter().find(|one| one["name"] == "Dealers talk shop").unwrap();
    let id = &topic["id"];
    assert_eq!(
        topic,
        &json!({
            "id": id,
            "url": format!("http://localhost:8080/api/v2/community/topics/{id}.json"),
            "html_url": format!("https://fernhollow.example/hc/en-us/community/topics/{id}-Dealers-talk-shop"),
            "name": "Dealers talk shop",
            "description": "",
            "position": 4,
            "follower_count": 0,
            "manageable_by": "managers",
            "user_segment_id": gold,
            "created_at": topic["created_at"],
            "updated_at": topic["updated_at"],
        })
    );
    let shown = sandbox.manager().get(&format!("{TOPICS}/{id}.json")).await;
    assert_eq!(shown.body["topic"], *topic);
}

#[tokio::test]
async fn everybody_sees_the_topics_that_their_segments_open() {
    let sandbox = TestSandbox::start();
    let all = sandbox.manager().get(TOPICS).await;
    let nobody = sandbox.nobody().get(TOPICS).await;
    assert_eq!(nobody.names("topics"), ["Introduce yourself", "Which piano fits my room?"]);
    for client in [sandbox.agent(), sandbox.end_user(), sandbox.nobody()] {
        let seen = client.get(TOPICS).await;
        // Told to those who may manage the topic.
        assert!(seen.list("topics").iter().all(|topic| topic.get("manageable_by").is_none()));
        assert!(seen.list("topics").len() >= 2 && seen.list("topics").len() < 9);
        for topic in all.list("topics") {
            let answer = client.get(&format!("{TOPICS}/{}", topic["id"])).await;
            let is_seen = seen.list("topics").iter().any(|one| one["id"] == topic["id"]);
            let wanted = if is_seen { 200 } else { 404 };
            assert_eq!(answer.status, wanted, "{topic}");
        }
    }
}

#[tokio::test]
async fn the_host_names_the_brand_whose_community_it_is() {
    let sandbox = TestSandbox::start();
    let client = sandbox.manager().header("host", "fernhollow-strings.localhost:8080");
    let topics = client.get(TOPICS).await;
    assert_eq!(topics.names("topics")[0], "Tone talk");
    let path = format!("{TOPICS}/{}", topics.list("topics")[0]["id"]);
    assert_eq!(client.get(&path).await.status, 200);
    let answer = sandbox.manager().get(&path).await;
    assert_eq!((answer.status, answer.body), (404, not_found()));
}
