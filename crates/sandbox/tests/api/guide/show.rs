use serde_json::json;

use crate::support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox, not_found};

#[tokio::test]
async fn a_group_has_the_documented_keys_in_their_order() {
    let sandbox = TestSandbox::start();
    let [crew] = sandbox.segment_ids(["Tour crew"]).await;
    let group =
        sandbox.permission_group(json!({ "name": "Printer Experts", "publish": [crew] })).await;
    let answer = sandbox.manager().get(&format!("{PERMISSION_GROUPS}/{}", group["id"])).await;
    assert_eq!(
        answer.text,
        format!(
            r#"{{"permission_group":{{"id":{},"name":"Printer Experts","built_in":false,"publish":[{crew}],"edit":[],"created_at":"2026-11-22T09:00:00Z","updated_at":"2026-11-22T09:00:00Z"}}}}"#,
            group["id"]
        )
    );
}

#[tokio::test]
async fn a_built_in_group_is_shown() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Admins").await;
    let answer = sandbox.manager().get(&format!("{PERMISSION_GROUPS}/{}.json", group["id"])).await;
    assert_eq!(answer.body["permission_group"], group);
    assert_eq!((&group["built_in"], &group["edit"]), (&json!(true), &json!([])));
}

#[tokio::test]
async fn a_group_that_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment_named("Tour crew").await["id"].clone();
    for id in ["12".to_owned(), segment.to_string(), u64::MAX.to_string()] {
        let answer = sandbox.manager().get(&format!("{PERMISSION_GROUPS}/{id}")).await;
        assert_eq!((answer.status, answer.body), (404, not_found()), "{id}");
    }
    let answer = sandbox.manager().get(&format!("{PERMISSION_GROUPS}/vip")).await;
    assert_eq!((answer.status, &answer.body["error"]), (404, &json!("InvalidEndpoint")));
}

/// Real clients confuse the two: an id of one kind is none of the other.
#[tokio::test]
async fn the_id_of_a_group_is_no_segments() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Admins").await;
    let answer = sandbox.manager().get(&format!("{SEGMENTS}/{}", group["id"])).await;
    assert_eq!((answer.status, answer.body), (404, not_found()));
}
