use serde_json::{Value, json};

use crate::support::{Answer, PERMISSION_GROUPS, TestSandbox, forbidden, not_found};

async fn update(sandbox: &TestSandbox, id: &Value, fields: Value) -> Answer {
    let body = json!({ "permission_group": fields });
    sandbox.manager().put(&format!("{PERMISSION_GROUPS}/{id}.json"), body).await
}

#[tokio::test]
async fn fields_that_are_left_out_stay() {
    let sandbox = TestSandbox::start();
    let mut group = sandbox.permission_group_named("Tour support").await;
    let [crew] = sandbox.segment_ids(["Tour crew"]).await;
    let answer = update(&sandbox, &group["id"], json!({ "publish": [crew] })).await;
    group["publish"] = json!([crew]);
    group["updated_at"] = json!("2026-11-22T09:00:00Z");
    assert_eq!((answer.status, &answer.body["permission_group"]), (200, &group));
    let shown = sandbox.manager().get(&format!("{PERMISSION_GROUPS}/{}", group["id"])).await;
    assert_eq!(shown.body["permission_group"], group);
}

#[tokio::test]
async fn the_group_may_stand_under_either_key_and_its_own_counts_first() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Tour support").await;
    let path = format!("{PERMISSION_GROUPS}/{}", group["id"]);
    for (body, name) in [
        (json!({ "user_segment": { "name": "One" } }), "One"),
        (json!({ "permission_group": { "name": "Two" } }), "Two"),
        (
            json!({ "user_segment": { "name": "Three" }, "permission_group": { "name": "Four" } }),
            "Four",
        ),
    ] {
        let answer = sandbox.manager().put(&path, body).await;
        assert_eq!((answer.status, &answer.body["permission_group"]["name"]), (200, &json!(name)));
    }
}

#[tokio::test]
async fn without_either_key_nothing_is_updated() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Tour support").await;
    let path = format!("{PERMISSION_GROUPS}/{}", group["id"]);
    for body in [json!({ "name": "X" }), json!({ "permission_groups": {} }), json!([]), json!(null)]
    {
        assert_eq!(sandbox.manager().put(&path, body).await.status, 400);
    }
    for key in ["permission_group", "user_segment"] {
        sandbox.manager().put(&path, json!({ key: [] })).await.problem(key);
    }
    assert_eq!(sandbox.permission_group_named("Tour support").await, group);
}

#[tokio::test]
async fn an_empty_list_empties_it() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Repair manuals").await;
    let answer = update(&sandbox, &group["id"], json!({ "edit": [], "publish": null })).await;
    let updated = &answer.body["permission_group"];
    assert_eq!((&updated["edit"], &updated["publish"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn the_time_of_the_last_change_moves_only_with_a_change() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group(json!({ "name": "Still" })).await;
    sandbox.wait(60);
    let same = update(&sandbox, &group["id"], json!({ "name": " Still ", "edit": [] })).await;
    assert_eq!(same.body["permission_group"], group);
    let other = update(&sandbox, &group["id"], json!({ "name": "Moved" })).await;
    assert_eq!(other.body["permission_group"]["updated_at"], "2026-11-22T09:01:00Z");
    assert_eq!(other.body["permission_group"]["created_at"], group["created_at"]);
}

#[tokio::test]
async fn an_invalid_change_changes_nothing() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Tour support").await;
    let [gold] = sandbox.segment_ids(["Gold dealers"]).await;
    update(&sandbox, &group["id"], json!({ "name": "", "edit": [] })).await.problem("name");
    update(&sandbox, &group["id"], json!({ "name": "New", "edit": [gold] })).await.problem("edit");
    update(&sandbox, &group["id"], json!({ "name": "New", "publish": [42] }))
        .await
        .problem("publish");
    assert_eq!(sandbox.permission_group_named("Tour support").await, group);
}

#[tokio::test]
async fn publish_may_be_granted_beside_edit_and_without_it() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group(json!({ "name": "X" })).await;
    let [crew, leads] = sandbox.segment_ids(["Tour crew", "Repair bench leads"]).await;
    for (edit, publish) in [
        (json!([crew]), json!([crew])),
        (json!([]), json!([leads])),
        (json!([crew]), json!([leads])),
    ] {
        let fields = json!({ "edit": edit, "publish": publish });
        let updated = update(&sandbox, &group["id"], fields).await.body["permission_group"].clone();
        assert_eq!((&updated["edit"], &updated["publish"]), (&edit, &publish));
    }
}

#[tokio::test]
async fn at_the_accounts_limit_groups_can_still_be_changed() {
    let sandbox = TestSandbox::start();
    let mut last = Value::Null;
    for number in 8..200 {
        last = sandbox.permission_group(json!({ "name": format!("Group {number}") })).await;
    }
    assert_eq!(update(&sandbox, &last["id"], json!({ "name": "Renamed" })).await.status, 200);
}

#[tokio::test]
async fn built_in_groups_cannot_be_changed() {
    let sandbox = TestSandbox::start();
    for name in ["Admins", "Editors and publishers"] {
        let group = sandbox.permission_group_named(name).await;
        for fields in [json!({ "name": "Mine" }), json!({}), json!({ "edit": [42] })] {
            let answer = update(&sandbox, &group["id"], fields).await;
            assert_eq!((answer.status, answer.body), (403, forbidden()));
        }
        assert_eq!(sandbox.permission_group_named(name).await, group);
    }
}

#[tokio::test]
async fn a_group_that_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    let answer = update(&sandbox, &json!(12), json!({ "name": "X" })).await;
    assert_eq!((answer.status, answer.body), (404, not_found()));
}
