//! Every JSON example of the permission groups' documentation, as a request or an answer. Its ids name nothing in any
//! account: segments of the sandbox stand in for them.

use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::support::{Answer, PERMISSION_GROUPS, TestSandbox};

const KEYS: [&str; 7] = ["id", "name", "built_in", "publish", "edit", "created_at", "updated_at"];

async fn send(sandbox: &TestSandbox, method: Method, path: &str, example: &str) -> Answer {
    let client = sandbox.manager().header("content-type", "application/json");
    client.send(method, path, Body::from(example.to_owned())).await
}

#[tokio::test]
async fn the_list_holds_objects_as_in_the_example() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get("/api/v2/guide/permission_groups.json").await;
    assert_eq!(answer.status, 200);
    let built_in = &answer.list("permission_groups")[0];
    let example = json!({ "built_in": true, "publish": [], "edit": [] });
    for (key, value) in example.as_object().unwrap() {
        assert_eq!(built_in[key], *value, "{key}");
    }
    for group in answer.list("permission_groups") {
        assert_eq!(group.as_object().unwrap().len(), KEYS.len());
        assert!(KEYS.iter().all(|key| group.get(key).is_some()), "{group}");
    }
}

#[tokio::test]
async fn the_examples_of_create_show_update_and_delete_work_one_after_the_other() {
    let sandbox = TestSandbox::start();
    let [twelve, thirty_four] = sandbox.segment_ids(["Tour crew", "Repair bench leads"]).await;

    let create = format!(
        r#"{{     "permission_group": {{       "name": "Printer Experts",       "edit": [{twelve}],       "publish": [{thirty_four}]     }}   }}"#
    );
    let created =
        send(&sandbox, Method::POST, "/api/v2/guide/permission_groups.json", &create).await;
    assert_eq!(created.status, 201);
    let id = created.body["permission_group"]["id"].clone();
    let expected = |name: &str, edit: Value, publish: Value, updated: &str| {
        json!({ "permission_group": {
            "id": id, "name": name, "built_in": false, "publish": publish, "edit": edit,
            "created_at": "2026-11-22T09:00:00Z", "updated_at": updated,
        } })
    };
    let start = "2026-11-22T09:00:00Z";
    let as_created = expected("Printer Experts", json!([twelve]), json!([thirty_four]), start);
    assert_eq!(created.body, as_created);

    let path = format!("/api/v2/guide/permission_groups/{id}.json");
    let shown = sandbox.manager().get(&path).await;
    assert_eq!((shown.status, shown.body), (200, as_created));

    sandbox.wait(60);
    let update = format!(
        r#"{{     "user_segment": {{       "name": "Super Printer Experts",       "edit": [],       "publish": [{twelve}]     }}   }}"#
    );
    let updated = send(&sandbox, Method::PUT, &path, &update).await;
    let later = "2026-11-22T09:01:00Z";
    let as_updated = expected("Super Printer Experts", json!([]), json!([twelve]), later);
    assert_eq!((updated.status, updated.body), (200, as_updated));

    let deleted = sandbox.manager().delete(&path).await;
    assert_eq!((deleted.status, deleted.text.as_str()), (204, ""));
}

/// As printed, the example of an update is no JSON: a comma stands before its closing brace.
#[tokio::test]
async fn the_example_of_update_is_refused_as_it_is_printed() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Tour support").await;
    let path = format!("{PERMISSION_GROUPS}/{}.json", group["id"]);
    let printed = r#"{     "user_segment": {       "name": "Super Printer Experts",       "edit": [],       "publish": [42],     }   }"#;
    let answer = send(&sandbox, Method::PUT, &path, printed).await;
    assert_eq!((answer.status, &answer.body["error"]), (400, &json!("Unprocessable")));
}

/// What an answer looked like when the documentation was written can be sent back.
#[tokio::test]
async fn the_object_of_an_answer_is_taken_as_an_update() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Tour support").await;
    let path = format!("{PERMISSION_GROUPS}/{}", group["id"]);
    let object = r#"{  "permission_group": {    "id":         42,    "name":       "Printer Experts",    "built_in":   false,    "publish":    [],    "edit":       [],    "created_at": "2018-08-23 12:42:18 +0000",    "updated_at": "2018-08-23 12:42:18 +0000"  }}"#;
    let answer = send(&sandbox, Method::PUT, &path, object).await;
    let updated = &answer.body["permission_group"];
    assert_eq!((answer.status, &updated["name"]), (200, &json!("Printer Experts")));
    assert_eq!((&updated["id"], &updated["created_at"]), (&group["id"], &group["created_at"]));
}
