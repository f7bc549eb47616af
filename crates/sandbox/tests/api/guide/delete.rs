use serde_json::{Value, json};

use crate::support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox, forbidden, not_found};

#[tokio::test]
async fn a_deleted_group_is_gone() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Tour support").await;
    let path = format!("{PERMISSION_GROUPS}/{}", group["id"]);
    let answer = sandbox.manager().delete(&format!("{path}.json")).await;
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    assert_eq!(sandbox.manager().get(&path).await.status, 404);
    let again = sandbox.manager().delete(&path).await;
    assert_eq!((again.status, again.body), (404, not_found()));
    assert_eq!(sandbox.manager().get(PERMISSION_GROUPS).await.body["count"], 9);
}

#[tokio::test]
async fn a_group_in_use_can_be_deleted_and_leaves_its_articles_without_one() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Tour support").await;
    let path = "/api/v2/help_center/articles?page[size]=100";
    let client = sandbox.manager().header("host", "fernhollow-stage.localhost:8080");
    let before = client.get(path).await;
    let used: Vec<&Value> = before
        .list("articles")
        .iter()
        .filter(|article| article["permission_group_id"] == group["id"])
        .collect();
    assert!(!used.is_empty());
    sandbox.manager().delete(&format!("{PERMISSION_GROUPS}/{}", group["id"])).await;
    let after = client.get(path).await;
    for article in used {
        let now = after.list("articles").iter().find(|one| one["id"] == article["id"]).unwrap();
        assert_eq!(now["permission_group_id"], json!(null));
        assert_eq!(now["updated_at"], article["updated_at"]);
    }
}

#[tokio::test]
async fn the_id_of_a_deleted_group_is_never_given_again() {
    let sandbox = TestSandbox::start();
    let first = sandbox.permission_group(json!({ "name": "X" })).await["id"].clone();
    sandbox.manager().delete(&format!("{PERMISSION_GROUPS}/{first}")).await;
    let second = sandbox.permission_group(json!({ "name": "X" })).await["id"].clone();
    assert!(second.as_u64() > first.as_u64());
}

#[tokio::test]
async fn built_in_groups_cannot_be_deleted() {
    let sandbox = TestSandbox::start();
    let path =
        format!("{PERMISSION_GROUPS}/{}", sandbox.permission_group_named("Admins").await["id"]);
    let answer = sandbox.manager().delete(&path).await;
    assert_eq!((answer.status, answer.body), (403, forbidden()));
    assert_eq!(sandbox.manager().get(&path).await.status, 200);
}

#[tokio::test]
async fn a_deleted_segment_leaves_every_group_that_named_it_and_changes_nothing_else() {
    let sandbox = TestSandbox::start();
    let [content, bench] = sandbox.segment_ids(["Content team", "Repair bench leads"]).await;
    let both = json!({ "name": "In both", "edit": [bench, content], "publish": [content] });
    sandbox.permission_group(both).await;
    let before = sandbox.manager().get(PERMISSION_GROUPS).await;
    sandbox.wait(60);
    assert_eq!(sandbox.manager().delete(&format!("{SEGMENTS}/{content}")).await.status, 204);
    let after = sandbox.manager().get(PERMISSION_GROUPS).await;
    let mut expected = before.body.clone();
    let mut held = 0;
    for group in expected["permission_groups"].as_array_mut().unwrap() {
        for list in ["edit", "publish"] {
            let ids = group[list].as_array_mut().unwrap();
            let count = ids.len();
            ids.retain(|id| *id != content);
            held += count - ids.len();
        }
    }
    assert_eq!(after.body, expected);
    assert_eq!(held, 10);
}

#[tokio::test]
async fn a_group_whose_segment_was_deleted_can_still_be_changed() {
    let sandbox = TestSandbox::start();
    let group = sandbox.permission_group_named("Tour support").await;
    sandbox.manager().delete(&format!("{SEGMENTS}/{}", group["edit"][0])).await;
    let path = format!("{PERMISSION_GROUPS}/{}", group["id"]);
    let answer =
        sandbox.manager().put(&path, json!({ "permission_group": { "name": "Tours" } })).await;
    assert_eq!(answer.body["permission_group"]["edit"], json!([group["edit"][1]]));
    // Whoever sends the list as they read it before names a segment that is not there any more.
    let body = json!({ "permission_group": { "edit": group["edit"] } });
    let problem = format!("unknown ids: {}", group["edit"][0]);
    assert_eq!(sandbox.manager().put(&path, body).await.problem("edit"), problem);
}
