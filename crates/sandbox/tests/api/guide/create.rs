use serde_json::{Value, json};

use crate::support::{Answer, PERMISSION_GROUPS, TestSandbox};

async fn create(sandbox: &TestSandbox, fields: Value) -> Answer {
    sandbox.manager().post(PERMISSION_GROUPS, json!({ "permission_group": fields })).await
}

#[tokio::test]
async fn a_group_is_created_with_everything_it_names() {
    let sandbox = TestSandbox::start();
    let [crew, leads] = sandbox.segment_ids(["Tour crew", "Repair bench leads"]).await;
    let fields =
        json!({ "name": "  Bench <b>leads</b> 工房 ", "edit": [crew, leads], "publish": [leads] });
    let answer = create(&sandbox, fields).await;
    assert_eq!(answer.status, 201);
    let mut group = answer.body["permission_group"].clone();
    let id = group["id"].take();
    assert_eq!(
        group,
        json!({
            "id": null, "name": "Bench <b>leads</b> 工房", "built_in": false, "publish": [leads],
            "edit": [crew, leads], "created_at": "2026-11-22T09:00:00Z", "updated_at": "2026-11-22T09:00:00Z",
        })
    );
    let shown = sandbox.manager().get(&format!("{PERMISSION_GROUPS}/{id}")).await;
    assert_eq!(shown.body, answer.body);
}

#[tokio::test]
async fn a_name_is_all_that_a_group_needs() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group(json!({ "name": "Managers only", "edit": null })).await;
    assert_eq!((&group["edit"], &group["publish"]), (&json!([]), &json!([])));
    for fields in
        [json!({}), json!({ "name": "" }), json!({ "name": " \t" }), json!({ "name": null })]
    {
        assert_eq!(create(&sandbox, fields).await.problem("name"), "Enter a name.");
    }
}

#[tokio::test]
async fn ids_may_be_strings_and_repeated_ones_are_kept_once() {
    let sandbox = TestSandbox::start();
    let [crew, leads] = sandbox.segment_ids(["Tour crew", "Repair bench leads"]).await;
    let group = sandbox
        .permission_group(json!({ "name": "Twice", "edit": [crew.to_string(), leads, crew] }))
        .await;
    assert_eq!(group["edit"], json!([crew, leads]));
}

#[tokio::test]
async fn only_staff_segments_are_taken() {
    let sandbox = TestSandbox::start();
    let [crew, gold, signed_in, agents] = sandbox
        .segment_ids(["Tour crew", "Gold dealers", "Signed-in users", "Agents and admins"])
        .await;
    let fields = json!({ "name": "X", "edit": [crew, gold, signed_in], "publish": [gold, agents] });
    let answer = create(&sandbox, fields).await;
    assert_eq!(
        answer.problem("edit"),
        "2 segments aren’t staff segments. Only staff segments can hold privileges."
    );
    assert_eq!(
        answer.problem("publish"),
        "1 segment isn’t a staff segment. Only staff segments can hold privileges."
    );
    let fields = json!({ "name": "X", "edit": [crew], "publish": [agents] });
    assert_eq!(create(&sandbox, fields).await.status, 201);
}

#[tokio::test]
async fn ids_of_nothing_are_refused_by_field() {
    let sandbox = TestSandbox::start();
    let group = sandbox.group("Billing").await;
    let answer =
        create(&sandbox, json!({ "name": "X", "edit": [group, 42], "publish": [43] })).await;
    assert_eq!(answer.problem("edit"), format!("unknown ids: {group}, 42"));
    assert_eq!(answer.problem("publish"), "unknown ids: 43");
    let beyond = create(&sandbox, json!({ "name": "X", "edit": [u64::MAX] })).await;
    assert_eq!(beyond.problem("edit"), "must be an array of ids");
}

#[tokio::test]
async fn every_wrong_type_is_named_at_once() {
    let sandbox = TestSandbox::start();
    for (name, edit, publish) in [
        (json!(7), json!("12"), json!([1.5])),
        (json!([]), json!({}), json!([[12]])),
        (json!({}), json!(12), json!([-1])),
        (json!(true), json!([null]), json!([""])),
    ] {
        let answer =
            create(&sandbox, json!({ "name": name, "edit": edit, "publish": publish })).await;
        assert_eq!(answer.problem("name"), "must be a string");
        assert_eq!(answer.problem("edit"), "must be an array of ids");
        assert_eq!(answer.problem("publish"), "must be an array of ids");
    }
}

#[tokio::test]
async fn a_list_may_be_as_long_as_there_are_staff_segments_and_an_absurd_one_is_refused() {
    let sandbox = TestSandbox::start();
    let answer =
        sandbox.manager().get(&format!("{}?page[size]=100", crate::support::SEGMENTS)).await;
    let staff: Vec<&Value> = answer
        .list("user_segments")
        .iter()
        .filter(|one| one["user_type"] == "staff")
        .map(|one| &one["id"])
        .collect();
    let group = sandbox.permission_group(json!({ "name": "All", "edit": staff })).await;
    assert_eq!(group["edit"], json!(staff));
    let many: Vec<u64> = (1..=50_000).collect();
    create(&sandbox, json!({ "name": "X", "publish": many })).await.problem("publish");
    let same = vec![staff[0]; 50_000];
    let group = sandbox.permission_group(json!({ "name": "One", "publish": same })).await;
    assert_eq!(group["publish"], json!([staff[0]]));
}

#[tokio::test]
async fn the_account_takes_200_custom_groups() {
    let sandbox = TestSandbox::start();
    for number in 8..200 {
        sandbox.permission_group(json!({ "name": format!("Group {number}") })).await;
    }
    let answer = create(&sandbox, json!({ "name": "One more" })).await;
    assert_eq!(
        answer.problem("base"),
        "Limit reached (200 of 200). Delete a permission group to add one."
    );
    assert_eq!(sandbox.manager().get(PERMISSION_GROUPS).await.body["count"], 202);
}

#[tokio::test]
async fn two_groups_may_have_the_same_name() {
    let sandbox = TestSandbox::start();
    assert_eq!(create(&sandbox, json!({ "name": "Tour support" })).await.status, 201);
}

#[tokio::test]
async fn what_only_the_server_sets_is_passed_over() {
    let sandbox = TestSandbox::start();
    let fields = json!({ "name": "X", "id": 1, "built_in": true, "created_at": "2000-01-01T00:00:00Z", "color": "red" });
    let group = sandbox.permission_group(fields).await;
    assert_eq!(
        (&group["built_in"], &group["created_at"]),
        (&json!(false), &json!("2026-11-22T09:00:00Z"))
    );
    assert_ne!(group["id"], 1);
}

/// The documentation's slip is in its example of an update; that of creating has the right key.
#[tokio::test]
async fn without_its_wrapper_or_in_a_segments_a_group_is_refused() {
    let sandbox = TestSandbox::start();
    for body in [
        json!({ "name": "X" }),
        json!({ "user_segment": { "name": "X" } }),
        json!({}),
        json!([]),
        json!(null),
    ] {
        let answer = sandbox.manager().post(PERMISSION_GROUPS, body.clone()).await;
        assert_eq!(
            (answer.status, &answer.body["error"]["title"]),
            (400, &json!("Invalid attribute")),
            "{body}"
        );
    }
    for wrapped in [json!(null), json!([]), json!("x"), json!(7)] {
        let body = json!({ "permission_group": wrapped });
        let answer = sandbox.manager().post(PERMISSION_GROUPS, body).await;
        answer.problem("permission_group");
    }
}
