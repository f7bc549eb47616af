use serde_json::json;

use crate::support::{SEGMENTS, TestSandbox, forbidden, not_found};

#[tokio::test]
async fn a_deleted_segment_is_gone() {
    let sandbox = TestSandbox::start();
    let path = format!("{SEGMENTS}/{}", sandbox.segment_named("Early orders 2027").await["id"]);
    let answer = sandbox.manager().delete(&format!("{path}.json")).await;
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    assert_eq!(sandbox.manager().get(&path).await.status, 404);
    let again = sandbox.manager().delete(&path).await;
    assert_eq!((again.status, again.body), (404, not_found()));
    assert_eq!(sandbox.manager().get(SEGMENTS).await.body["count"], 39);
}

#[tokio::test]
async fn a_segment_in_use_can_be_deleted() {
    let sandbox = TestSandbox::start();
    let path = format!("{SEGMENTS}/{}", sandbox.segment_named("Gold dealers").await["id"]);
    assert_eq!(sandbox.manager().get(&format!("{path}/topics")).await.body["count"], 2);
    assert_eq!(sandbox.manager().delete(&path).await.status, 204);
    assert_eq!(sandbox.manager().get(&format!("{path}/topics")).await.status, 404);
}

#[tokio::test]
async fn the_id_of_a_deleted_segment_is_never_given_again() {
    let sandbox = TestSandbox::start();
    let first = sandbox.segment(json!({ "name": "X", "user_type": "staff" })).await["id"].clone();
    sandbox.manager().delete(&format!("{SEGMENTS}/{first}")).await;
    let second = sandbox.segment(json!({ "name": "X", "user_type": "staff" })).await["id"].clone();
    assert!(second.as_u64() > first.as_u64());
}

#[tokio::test]
async fn built_in_segments_cannot_be_deleted() {
    let sandbox = TestSandbox::start();
    let path = format!("{SEGMENTS}/{}", sandbox.segment_named("Agents and admins").await["id"]);
    let answer = sandbox.manager().delete(&path).await;
    assert_eq!((answer.status, answer.body), (403, forbidden()));
    assert_eq!(sandbox.manager().get(&path).await.status, 200);
}
