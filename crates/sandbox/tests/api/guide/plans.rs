//! What each plan lets managers do with permission groups.

use guidepost_sandbox::{Place, Plan};
use serde_json::{Value, json};

use crate::{
    store::File,
    support::{Answer, PERMISSION_GROUPS, TestSandbox, forbidden},
};

fn on(plan: Plan) -> TestSandbox {
    TestSandbox::with(|settings| settings.plan = plan)
}

async fn create(sandbox: &TestSandbox, fields: Value) -> Answer {
    sandbox.manager().post(PERMISSION_GROUPS, json!({ "permission_group": fields })).await
}

async fn update(sandbox: &TestSandbox, id: &Value, fields: Value) -> Answer {
    let path = format!("{PERMISSION_GROUPS}/{id}");
    sandbox.manager().put(&path, json!({ "permission_group": fields })).await
}

#[tokio::test]
async fn every_plan_lists_and_shows_the_same() {
    let (list, group) = {
        let sandbox = on(Plan::Enterprise);
        let list = sandbox.manager().get(PERMISSION_GROUPS).await.body;
        (list, sandbox.permission_group_named("Tour support").await)
    };
    for plan in [Plan::Professional, Plan::Lite] {
        let sandbox = on(plan);
        assert_eq!(sandbox.manager().get(PERMISSION_GROUPS).await.body, list);
        let shown = sandbox.manager().get(&format!("{PERMISSION_GROUPS}/{}", group["id"])).await;
        assert_eq!((shown.status, &shown.body["permission_group"]), (200, &group));
    }
}

#[tokio::test]
async fn professional_refuses_edit_without_publish() {
    let sandbox = on(Plan::Professional);
    let [crew, leads] = sandbox.segment_ids(["Tour crew", "Repair bench leads"]).await;
    let answer =
        create(&sandbox, json!({ "name": "X", "edit": [crew, leads], "publish": [crew] })).await;
    assert_eq!(answer.problem("edit"), "Edit without Publish needs the Enterprise plan.");
    for fields in [
        json!({ "name": "Nobody" }),
        json!({ "name": "Publish alone", "publish": [crew] }),
        json!({ "name": "Both", "edit": [leads], "publish": [crew, leads] }),
    ] {
        assert_eq!(create(&sandbox, fields).await.status, 201);
    }
}

#[tokio::test]
async fn on_professional_the_edit_of_a_stored_group_may_stay_but_no_other_may_come() {
    let sandbox = on(Plan::Professional);
    let [crew, leads] = sandbox.segment_ids(["Tour crew", "Repair bench leads"]).await;
    let group = sandbox.permission_group_named("Tour support").await;
    let renamed =
        update(&sandbox, &group["id"], json!({ "name": "Tours", "edit": group["edit"] })).await;
    assert_eq!((renamed.status, &renamed.body["permission_group"]["edit"]), (200, &group["edit"]));
    let fewer = update(&sandbox, &group["id"], json!({ "edit": [crew] })).await;
    assert_eq!(fewer.body["permission_group"]["edit"], json!([crew]));
    let more = update(&sandbox, &group["id"], json!({ "edit": [crew, leads] })).await;
    assert_eq!(more.problem("edit"), "Edit without Publish needs the Enterprise plan.");
}

#[tokio::test]
async fn lite_creates_and_updates_nothing() {
    let sandbox = on(Plan::Lite);
    let group = sandbox.permission_group_named("Tour support").await;
    for fields in [json!({ "name": "X" }), json!({ "name": 7 }), json!({})] {
        let created = create(&sandbox, fields.clone()).await;
        assert_eq!((created.status, created.body), (403, forbidden()));
        let updated = update(&sandbox, &group["id"], fields).await;
        assert_eq!((updated.status, updated.body), (403, forbidden()));
    }
    assert_eq!(update(&sandbox, &json!(12), json!({ "name": "X" })).await.status, 404);
    assert_eq!(sandbox.permission_group_named("Tour support").await, group);
    assert_eq!(sandbox.manager().get(PERMISSION_GROUPS).await.body["count"], 10);
}

#[tokio::test]
async fn every_plan_deletes() {
    for plan in [Plan::Enterprise, Plan::Professional, Plan::Lite] {
        let sandbox = on(plan);
        let group = sandbox.permission_group_named("Tour support").await;
        let path = format!("{PERMISSION_GROUPS}/{}", group["id"]);
        assert_eq!(sandbox.manager().delete(&path).await.status, 204, "{plan:?}");
    }
}

/// An account that was on Enterprise keeps what was granted there, whatever its plan is now.
#[tokio::test]
async fn a_smaller_plan_takes_nothing_out_of_stored_groups() {
    let file = File::new("plans");
    let place: Place = file.place();
    let enterprise = TestSandbox::over(&place, |_| {});
    let [crew] = enterprise.segment_ids(["Tour crew"]).await;
    let group = enterprise.permission_group(json!({ "name": "Kept", "edit": [crew] })).await;
    for plan in [Plan::Professional, Plan::Lite] {
        let smaller = TestSandbox::over(&place, |settings| settings.plan = plan);
        assert_eq!(smaller.permission_group_named("Kept").await, group);
    }
}
