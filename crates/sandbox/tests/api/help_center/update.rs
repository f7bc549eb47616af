use serde_json::{Value, json};

use crate::support::{Answer, SEGMENTS, TestSandbox, forbidden, not_found};

async fn update(sandbox: &TestSandbox, id: &Value, fields: Value) -> Answer {
    sandbox.manager().put(&format!("{SEGMENTS}/{id}.json"), json!({ "user_segment": fields })).await
}

#[tokio::test]
async fn fields_that_are_left_out_stay() {
    let sandbox = TestSandbox::start();
    let mut segment = sandbox.segment_named("VIP care team").await;
    let answer = update(&sandbox, &segment["id"], json!({ "tags": ["vip_care", "lead"] })).await;
    segment["tags"] = json!(["vip_care", "lead"]);
    segment["updated_at"] = json!("2026-11-22T09:00:00Z");
    assert_eq!((answer.status, &answer.body["user_segment"]), (200, &segment));
    let shown = sandbox.manager().get(&format!("{SEGMENTS}/{}", segment["id"])).await;
    assert_eq!(shown.body["user_segment"], segment);
}

#[tokio::test]
async fn an_empty_list_empties_it() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment_named("VIP care team").await;
    let answer = update(
        &sandbox,
        &segment["id"],
        json!({ "group_ids": [], "added_user_ids": [], "tags": [] }),
    )
    .await;
    let updated = &answer.body["user_segment"];
    assert_eq!(
        (&updated["group_ids"], &updated["added_user_ids"], &updated["tags"]),
        (&json!([]), &json!([]), &json!([]))
    );
}

#[tokio::test]
async fn the_time_of_the_last_change_moves_only_with_a_change() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment(json!({ "name": "Still", "user_type": "staff" })).await;
    sandbox.wait(60);
    let same =
        update(&sandbox, &segment["id"], json!({ "name": "Still", "user_type": "staff" })).await;
    assert_eq!(same.body["user_segment"], segment);
    let other = update(&sandbox, &segment["id"], json!({ "name": "Moved" })).await;
    assert_eq!(other.body["user_segment"]["updated_at"], "2026-11-22T09:01:00Z");
    assert_eq!(other.body["user_segment"]["created_at"], segment["created_at"]);
}

#[tokio::test]
async fn the_documented_example_is_taken_and_its_organizations_dropped() {
    let sandbox = TestSandbox::start();
    let group = sandbox.group("Support Tier 2").await;
    let segment = sandbox.segment(json!({ "name": "VIP agents", "user_type": "staff" })).await;
    let example = json!({ "name": "VIP agents", "user_type": "staff", "group_ids": [group], "organization_ids": [42], "tags": ["vip"] });
    let answer = update(&sandbox, &segment["id"], example).await;
    assert_eq!(answer.status, 200);
    let updated = &answer.body["user_segment"];
    assert_eq!(
        (&updated["organization_ids"], &updated["group_ids"]),
        (&json!([]), &json!([group]))
    );
}

#[tokio::test]
async fn the_user_type_is_fixed() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment_named("Gold dealers").await;
    let answer = update(&sandbox, &segment["id"], json!({ "user_type": "staff" })).await;
    assert!(answer.problem("user_type").contains("cannot be changed"));
    let answer = update(&sandbox, &segment["id"], json!({ "user_type": "foo" })).await;
    assert_eq!(
        answer.problem("user_type"),
        "value `foo` invalid; must be either `staff` or `signed_in_users`"
    );
}

#[tokio::test]
async fn an_invalid_change_changes_nothing() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment_named("Gold dealers").await;
    let answer = update(&sandbox, &segment["id"], json!({ "name": "", "tags": ["fine"] })).await;
    answer.problem("name");
    assert_eq!(sandbox.segment_named("Gold dealers").await, segment);
}

#[tokio::test]
async fn a_deleted_group_may_stay_but_not_come() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment_named("Luthier desk").await;
    let deleted = sandbox.group("Strings workshop").await;
    assert!(segment["group_ids"].as_array().unwrap().contains(&json!(deleted)));
    let renamed = json!({ "name": "Luthiers", "group_ids": segment["group_ids"] });
    assert_eq!(update(&sandbox, &segment["id"], renamed).await.status, 200);
    let other = sandbox.segment_named("Warranty reviewers").await;
    update(&sandbox, &other["id"], json!({ "group_ids": [deleted] })).await.problem("group_ids");
}

#[tokio::test]
async fn at_the_accounts_limit_segments_can_still_be_changed() {
    let sandbox = TestSandbox::start();
    let mut last = Value::Null;
    for number in 38..200 {
        last = sandbox
            .segment(json!({ "name": format!("Segment {number}"), "user_type": "staff" }))
            .await;
    }
    assert_eq!(update(&sandbox, &last["id"], json!({ "name": "Renamed" })).await.status, 200);
}

#[tokio::test]
async fn built_in_segments_cannot_be_changed() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment_named("Signed-in users").await;
    let answer = update(&sandbox, &segment["id"], json!({ "name": "Mine" })).await;
    assert_eq!((answer.status, answer.body), (403, forbidden()));
}

#[tokio::test]
async fn a_segment_that_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    let answer = update(&sandbox, &json!(12), json!({ "name": "X" })).await;
    assert_eq!((answer.status, answer.body), (404, not_found()));
}

#[tokio::test]
async fn the_wrapper_is_needed() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment_named("Gold dealers").await;
    let answer = sandbox
        .manager()
        .put(&format!("{SEGMENTS}/{}", segment["id"]), json!({ "name": "X" }))
        .await;
    assert_eq!(answer.status, 400);
}
