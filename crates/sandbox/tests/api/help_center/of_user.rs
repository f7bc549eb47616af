use serde_json::json;

use crate::support::{Answer, Client, TestSandbox};

async fn of(client: Client<'_>, user: u64) -> Answer {
    client.get(&format!("/api/v2/help_center/users/{user}/user_segments?page[size]=100")).await
}

#[tokio::test]
async fn an_end_user_is_in_what_their_tags_and_organizations_give() {
    let sandbox = TestSandbox::start();
    // Of Riverbend Guitars, which is a gold dealer; tags k88 and beta_firmware; on two lists of people.
    let user = sandbox.user("user@sandbox.test").await;
    assert_eq!(
        of(sandbox.manager(), user).await.names("user_segments"),
        [
            "Signed-in users",
            "Spring catalogue preview",
            "Price list <b>2027</b> readers",
            "Press and reviewers",
            "Firmware beta testers",
            "All registered owners",
            "Gold dealers",
        ]
    );
}

#[tokio::test]
async fn an_agent_is_staff_and_signed_in() {
    let sandbox = TestSandbox::start();
    let user = sandbox.user("ines.okafor@fernhollow.example").await;
    let answer = of(sandbox.manager(), user).await;
    let names = answer.names("user_segments");
    for name in [
        "Signed-in users",
        "Agents and admins",
        "VIP care team",
        "Spring catalogue preview",
        "Firmware beta testers",
    ] {
        assert!(names.contains(&name), "{name} not in {names:?}");
    }
    assert!(!names.contains(&"Stage piano specialists"), "lacks a tag");
}

#[tokio::test]
async fn a_change_counts_at_once() {
    let sandbox = TestSandbox::start();
    let user = sandbox.user("user@sandbox.test").await;
    let segment = sandbox
        .segment(json!({ "name": "Only one", "user_type": "staff", "added_user_ids": [user] }))
        .await;
    assert!(of(sandbox.manager(), user).await.names("user_segments").contains(&"Only one"));
    let path = format!("{}/{}", crate::support::SEGMENTS, segment["id"]);
    sandbox.manager().delete(&path).await;
    assert!(!of(sandbox.manager(), user).await.names("user_segments").contains(&"Only one"));
}

#[tokio::test]
async fn a_help_center_manager_has_every_custom_segment() {
    let sandbox = TestSandbox::start();
    let user = sandbox.user("manager@sandbox.test").await;
    assert_eq!(of(sandbox.manager(), user).await.list("user_segments").len(), 40);
}

#[tokio::test]
async fn an_agent_sees_all_of_their_own() {
    let sandbox = TestSandbox::start();
    let user = sandbox.user("agent@sandbox.test").await;
    let own = of(sandbox.agent(), user).await;
    assert_eq!(own.body["user_segments"], of(sandbox.manager(), user).await.body["user_segments"]);
    assert!(own.names("user_segments").contains(&"Stage piano specialists"));
}

#[tokio::test]
async fn an_agent_sees_of_somebody_else_only_what_they_share() {
    let sandbox = TestSandbox::start();
    let (ines, tomas) = (
        sandbox.user("ines.okafor@fernhollow.example").await,
        sandbox.user("agent@sandbox.test").await,
    );
    let answer = of(sandbox.agent(), ines).await;
    let shared = answer.names("user_segments");
    let (hers, his) = (of(sandbox.manager(), ines).await, of(sandbox.manager(), tomas).await);
    let both: Vec<&str> = hers
        .names("user_segments")
        .into_iter()
        .filter(|name| his.names("user_segments").contains(name))
        .collect();
    assert_eq!(shared, both);
    assert!(!shared.contains(&"VIP care team") && shared.contains(&"Agents and admins"));
}

#[tokio::test]
async fn the_list_is_paged_and_filtered_like_the_others() {
    let sandbox = TestSandbox::start();
    let user = sandbox.user("user@sandbox.test").await;
    let path =
        format!("/api/v2/help_center/users/{user}/user_segments.json?built_in=false&per_page=4");
    let answer = sandbox.manager().get(&path).await;
    assert_eq!((&answer.body["count"], answer.list("user_segments").len()), (&json!(6), 4));
}

#[tokio::test]
async fn a_user_who_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    assert_eq!(of(sandbox.manager(), 12).await.status, 404);
    assert_eq!(of(sandbox.agent(), 12).await.status, 404);
}
