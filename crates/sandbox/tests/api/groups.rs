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
    let asked = sandbox.agent().get("/api/v2/groups?exclude_deleted=false").await;
    assert_eq!(asked.body["count"], 9);
    assert_eq!(sandbox.agent().get("/api/v2/groups?exclude_deleted=yes").await.status, 400);
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

#[tokio::test]
async fn assignable_groups_are_those_that_were_not_deleted() {
    let sandbox = TestSandbox::start();
    let live = sandbox.agent().get("/api/v2/groups?exclude_deleted=true").await;
    let assignable = sandbox.agent().get("/api/v2/groups/assignable.json").await;
    assert_eq!(assignable.list("groups"), live.list("groups"));
}

#[tokio::test]
async fn groups_are_counted() {
    let answer = TestSandbox::start().agent().get("/api/v2/groups/count").await;
    assert_eq!(
        answer.body,
        json!({ "count": { "value": 9, "refreshed_at": "2026-11-22T09:00:00Z" } })
    );
}

#[tokio::test]
async fn the_agents_of_a_group_are_listed() {
    let sandbox = TestSandbox::start();
    let id = sandbox.group("Content team").await;
    let users = sandbox.agent().get(&format!("/api/v2/groups/{id}/users")).await;
    let memberships = sandbox.agent().get(&format!("/api/v2/groups/{id}/memberships")).await;
    assert!(!users.list("users").is_empty());
    assert_eq!(users.body["count"], memberships.body["count"]);
    for (user, membership) in users.list("users").iter().zip(memberships.list("group_memberships"))
    {
        assert_ne!(user["role"], "end-user");
        assert_eq!((&membership["user_id"], &membership["group_id"]), (&user["id"], &json!(id)));
    }
    for list in ["users", "memberships"] {
        let answer = sandbox.agent().get(&format!("/api/v2/groups/12/{list}")).await;
        assert_eq!((answer.status, answer.body), (404, not_found()));
    }
}
