//! `/api/v2/community/topics`

use serde_json::json;

use crate::support::{TestSandbox, not_found, path};

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
            "url": format!("http://localhost:8080/api/v2/help_center/community/topics/{id}.json"),
            "html_url": format!("https://fernhollow.example/hc/en-us/community/topics/{id}-Dealers-talk-shop"),
            "name": "Dealers talk shop",
            "description": null,
            "position": 4,
            "follower_count": 0,
            "community_id": topic["community_id"],
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
async fn every_topic_of_a_brand_is_in_one_community() {
    let sandbox = TestSandbox::start();
    let mut communities = Vec::new();
    for host in ["fernhollow", "fernhollow-stage", "fernhollow-strings"] {
        let client = sandbox.manager().header("host", &format!("{host}.localhost"));
        let topics = client.get(TOPICS).await;
        let community = topics.list("topics")[0]["community_id"].as_u64().unwrap();
        assert!(topics.list("topics").iter().all(|topic| topic["community_id"] == community));
        assert!(!communities.contains(&community));
        communities.push(community);
    }
}

#[tokio::test]
async fn a_numbered_page_is_as_recorded() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{TOPICS}.json?per_page=2&page=2")).await;
    let after = |key: &str| answer.text.find(&format!("\"{key}\":")).unwrap();
    let keys = ["topics", "page", "previous_page", "next_page", "per_page", "page_count", "count"];
    assert!(keys.map(after).is_sorted(), "{}", answer.text);
    assert!(answer.text.starts_with("{\"topics\":["));
    assert_eq!(sandbox.manager().get(TOPICS).await.body["per_page"], 100);
}

#[tokio::test]
async fn cursor_links_lead_to_the_help_center_which_answers_too() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{TOPICS}.json?page[size]=5")).await;
    let list = "/api/v2/help_center/community/topics";
    let first = path(&answer.body["links"]["first"]);
    assert_eq!(first, format!("{list}?page%5Bsize%5D=5"));
    assert_eq!(sandbox.manager().get(&first).await.body, answer.body);
    let next = sandbox.manager().get(&path(&answer.body["links"]["next"])).await;
    assert_eq!(next.list("topics").len(), 4);
    let one = sandbox.manager().get(&format!("{list}/{}", next.list("topics")[0]["id"])).await;
    assert_eq!(one.body["topic"], next.list("topics")[0]);
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
