use serde_json::json;

use crate::support::{TestSandbox, not_found};

#[tokio::test]
async fn deleted_groups_are_listed_unless_they_are_excluded() {
    let sandbox = TestSandbox::start();
    let all = sandbox.agent().get("/api/v2/groups.json").await;
    assert_eq!(all.body["count"], 9);
    let live = sandbox.agent().get("/api/v2/groups?exclude_deleted=true").await;
    assert_eq!(live.body["count"], 8);
    assert!(!live.names("groups").contains(&"Strings workshop"));
}

#[tokio::test]
async fn a_group_is_shown_also_when_it_was_deleted() {
    let sandbox = TestSandbox::start();
    for (name, deleted) in [("Repair bench", false), ("Strings workshop", true)] {
        let id = sandbox.group(name).await;
        let group =
            sandbox.agent().get(&format!("/api/v2/groups/{id}")).await.body["group"].clone();
        assert_eq!((&group["name"], &group["deleted"]), (&json!(name), &json!(deleted)));
        assert_eq!(group["url"], format!("http://localhost:8080/api/v2/groups/{id}.json"));
    }
}

#[tokio::test]
async fn a_group_that_is_not_there_is_not_found() {
    let answer = TestSandbox::start().agent().get("/api/v2/groups/12").await;
    assert_eq!((answer.status, answer.body), (404, not_found()));
}
