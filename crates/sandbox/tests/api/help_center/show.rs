use serde_json::json;

use crate::support::{SEGMENTS, TestSandbox, not_found};

#[tokio::test]
async fn a_segment_has_the_keys_of_a_recorded_one_in_their_order() {
    let sandbox = TestSandbox::start();
    let segment = sandbox
        .segment(json!({ "name": "VIP agents", "user_type": "staff", "tags": ["vip"] }))
        .await;
    let answer = sandbox.manager().get(&format!("{SEGMENTS}/{}", segment["id"])).await;
    assert_eq!(
        answer.text,
        format!(
            r#"{{"user_segment":{{"id":{},"user_type":"staff","group_ids":[],"organization_ids":[],"tags":["vip"],"or_tags":[],"created_at":"2026-11-22T09:00:00Z","updated_at":"2026-11-22T09:00:00Z","built_in":false,"added_user_ids":[],"name":"VIP agents"}}}}"#,
            segment["id"]
        )
    );
}

#[tokio::test]
async fn a_built_in_segment_is_shown() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment_named("Agents and admins").await;
    let answer = sandbox.manager().get(&format!("{SEGMENTS}/{}", segment["id"])).await;
    assert_eq!(answer.body["user_segment"], segment);
    assert_eq!((&segment["built_in"], &segment["user_type"]), (&json!(true), &json!("staff")));
}

#[tokio::test]
async fn a_segment_that_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{SEGMENTS}/17243700000001.json")).await;
    assert_eq!((answer.status, answer.body), (404, not_found()));
}
