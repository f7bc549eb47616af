//! Changing who may see an article, and who may edit it.

use guidepost_sandbox::Plan;
use serde_json::{Value, json};

use super::{ARTICLES, all};
use crate::support::{Answer, Client, TestSandbox, forbidden, not_found};

/// An article that everyone sees.
async fn public(sandbox: &TestSandbox) -> Value {
    let articles = all(&sandbox.manager(), "localhost:8080").await;
    let mut found = articles.into_iter().filter(|one| one["user_segment_ids"] == json!([]));
    found.find(|one| one["draft"] == false).unwrap()
}

async fn put(client: &Client<'_>, article: &Value, fields: Value) -> Answer {
    let path = format!("{ARTICLES}/{}", article["id"]);
    client.put(&path, json!({ "article": fields })).await
}

fn refusal(answer: &Answer, field: &str) -> String {
    assert_eq!(answer.status, 400, "{}", answer.text);
    assert_eq!(answer.body["title"], "Invalid attribute");
    let message = answer.body["message"].as_str().unwrap();
    let beginning = format!("You passed an invalid value for the {field} attribute. ");
    message.strip_prefix(&beginning).unwrap_or_else(|| panic!("{message}")).to_owned()
}

#[tokio::test]
async fn either_field_says_who_sees_an_article() {
    let sandbox = TestSandbox::start();
    let article = public(&sandbox).await;
    let [gold, silver] = sandbox.segment_ids(["Gold dealers", "Silver dealers"]).await;
    for (fields, wanted) in [
        (json!({ "user_segment_id": gold }), json!([gold])),
        (json!({ "user_segment_id": gold.to_string() }), json!([gold])),
        (json!({ "user_segment_ids": [silver, gold, silver] }), json!([silver, gold])),
        (json!({ "promoted": true }), json!([silver, gold])),
        (json!({ "user_segment_ids": [] }), json!([])),
        (json!({ "user_segment_ids": [gold] }), json!([gold])),
        (json!({ "user_segment_id": null }), json!([])),
        (json!({ "user_segment_ids": null }), json!([])),
    ] {
        let answer = put(&sandbox.manager(), &article, fields.clone()).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let changed = &answer.body["article"];
        assert_eq!(changed["user_segment_ids"], wanted, "{fields}");
        let first = wanted.as_array().unwrap().first().cloned().unwrap_or_default();
        assert_eq!(changed["user_segment_id"], first, "{fields}");
        let path = format!("{ARTICLES}/{}", article["id"]);
        assert_eq!(sandbox.manager().get(&path).await.body["article"], *changed);
    }
}

#[tokio::test]
async fn a_permission_group_is_changed_and_times_move_with_a_change_only() {
    let sandbox = TestSandbox::start();
    let article = public(&sandbox).await;
    let group = sandbox.permission_group(json!({ "name": "Of the test" })).await["id"].clone();
    let fields = json!({ "permission_group_id": article["permission_group_id"] });
    let same = put(&sandbox.manager(), &article, fields).await;
    assert_eq!(same.body["article"], article);
    let changed = put(&sandbox.manager(), &article, json!({ "permission_group_id": group })).await;
    let changed = &changed.body["article"];
    assert_eq!(changed["permission_group_id"], group);
    assert_eq!(changed["updated_at"], "2026-11-22T09:00:00Z");
    assert_eq!(changed["edited_at"], article["edited_at"]);
    assert_eq!(changed["created_at"], article["created_at"]);
}

#[tokio::test]
async fn the_locale_may_be_in_the_path() {
    let sandbox = TestSandbox::start();
    let article = public(&sandbox).await;
    let body = json!({ "article": { "user_segment_id": null } });
    for (locale, status) in [(article["locale"].as_str().unwrap(), 200), ("fr", 404)] {
        let path = format!("/api/v2/help_center/{locale}/articles/{}.json", article["id"]);
        assert_eq!(sandbox.manager().put(&path, body.clone()).await.status, status);
    }
}

#[tokio::test]
async fn both_fields_together_are_refused() {
    let sandbox = TestSandbox::start();
    let article = public(&sandbox).await;
    let [gold] = sandbox.segment_ids(["Gold dealers"]).await;
    let fields = json!({ "user_segment_id": gold, "user_segment_ids": [gold] });
    let answer = put(&sandbox.manager(), &article, fields).await;
    assert!(refusal(&answer, "user_segment_id").contains("user_segment_ids"));
    let fields = json!({ "user_segment_id": null, "user_segment_ids": [] });
    refusal(&put(&sandbox.manager(), &article, fields).await, "user_segment_id");
}

#[tokio::test]
async fn what_is_not_there_is_refused_in_the_recorded_words() {
    let sandbox = TestSandbox::start();
    let article = public(&sandbox).await;
    let [gold] = sandbox.segment_ids(["Gold dealers"]).await;
    for (fields, field) in [
        (json!({ "user_segment_id": 12 }), "user_segment_id"),
        (json!({ "user_segment_id": article["permission_group_id"] }), "user_segment_id"),
        (json!({ "user_segment_ids": [gold, 12] }), "user_segment_ids"),
        (json!({ "permission_group_id": 12 }), "permission_group_id"),
        (json!({ "permission_group_id": gold }), "permission_group_id"),
        (json!({ "permission_group_id": null }), "permission_group_id"),
        (json!({ "permission_group_id": u64::MAX }), "permission_group_id"),
        (json!({ "permission_group_id": "first" }), "permission_group_id"),
        (json!({ "user_segment_id": [gold] }), "user_segment_id"),
        (json!({ "user_segment_id": -1 }), "user_segment_id"),
        (json!({ "user_segment_ids": gold }), "user_segment_ids"),
        (json!({ "user_segment_ids": [null] }), "user_segment_ids"),
        (json!([]), "article"),
    ] {
        refusal(&put(&sandbox.manager(), &article, fields).await, field);
    }
    let path = format!("{ARTICLES}/{}", article["id"]);
    assert_eq!(sandbox.manager().put(&path, json!({})).await.status, 400);
    assert_eq!(sandbox.manager().get(&path).await.body["article"], article);
}

#[tokio::test]
async fn ten_segments_are_taken_and_eleven_are_too_many() {
    let sandbox = TestSandbox::start();
    let article = public(&sandbox).await;
    let mut ids = Vec::new();
    for number in 0..11 {
        let fields = json!({ "name": format!("Number {number}"), "user_type": "staff" });
        ids.push(sandbox.segment(fields).await["id"].clone());
    }
    let answer = put(&sandbox.manager(), &article, json!({ "user_segment_ids": ids })).await;
    assert!(refusal(&answer, "user_segment_ids").contains("10"));
    let answer = put(&sandbox.manager(), &article, json!({ "user_segment_ids": ids[..10] })).await;
    assert_eq!(answer.body["article"]["user_segment_ids"], json!(ids[..10]));
}

#[tokio::test]
async fn several_segments_take_an_enterprise_plan_and_staff_segments_more_than_lite() {
    for (plan, several, staff) in
        [(Plan::Enterprise, 200, 200), (Plan::Professional, 400, 200), (Plan::Lite, 400, 400)]
    {
        let sandbox = TestSandbox::with(|settings| settings.plan = plan);
        let article = public(&sandbox).await;
        let [gold, silver, agents] =
            sandbox.segment_ids(["Gold dealers", "Silver dealers", "Agents and admins"]).await;
        for (ids, status) in
            [(json!([gold, silver]), several), (json!([agents]), staff), (json!([gold]), 200)]
        {
            let answer =
                put(&sandbox.manager(), &article, json!({ "user_segment_ids": ids })).await;
            assert_eq!(answer.status, status, "{plan:?}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn what_an_article_has_from_a_larger_plan_may_be_sent_back() {
    let sandbox = TestSandbox::with(|settings| settings.plan = Plan::Professional);
    let articles = all(&sandbox.manager(), "localhost:8080").await;
    let several = |one: &&Value| one["user_segment_ids"].as_array().unwrap().len() > 1;
    let article = articles.iter().find(several).unwrap();
    let fields = json!({ "user_segment_ids": article["user_segment_ids"] });
    let answer = put(&sandbox.manager(), article, fields).await;
    assert_eq!(answer.body["article"], *article);
}

#[tokio::test]
async fn agents_change_what_their_permission_groups_let_them_publish() {
    let sandbox = TestSandbox::start();
    let article = public(&sandbox).await;
    let [agents] = sandbox.segment_ids(["Agents and admins"]).await;
    let fields = json!({ "user_segment_id": agents });
    for (name, edit, publish, status) in [
        ("Nobody", json!([]), json!([]), 403),
        ("Editors", json!([agents]), json!([]), 403),
        ("Publishers", json!([]), json!([agents]), 200),
    ] {
        let group = json!({ "name": name, "edit": edit, "publish": publish });
        let group = sandbox.permission_group(group).await["id"].clone();
        let set = put(&sandbox.manager(), &article, json!({ "permission_group_id": group })).await;
        assert_eq!(set.status, 200);
        let answer = put(&sandbox.agent(), &article, fields.clone()).await;
        assert_eq!(answer.status, status, "{name}: {}", answer.text);
        if status == 403 {
            assert_eq!(answer.body, forbidden());
        }
    }
    for (client, status) in [(sandbox.end_user(), 403), (sandbox.nobody(), 401)] {
        assert_eq!(put(&client, &article, fields.clone()).await.status, status);
    }
}

#[tokio::test]
async fn an_agent_who_locks_themselves_out_is_shown_what_they_did_and_then_nothing() {
    let sandbox = TestSandbox::start();
    let article = public(&sandbox).await;
    let [agents] = sandbox.segment_ids(["Agents and admins"]).await;
    let group = json!({ "name": "Publishers", "publish": [agents] });
    let group = sandbox.permission_group(group).await["id"].clone();
    put(&sandbox.manager(), &article, json!({ "permission_group_id": group })).await;
    let empty = json!({ "name": "Empty", "user_type": "staff", "tags": ["nobody_has_this"] });
    let empty = sandbox.segment(empty).await["id"].clone();
    let answer = put(&sandbox.agent(), &article, json!({ "user_segment_id": empty })).await;
    assert_eq!(answer.body["article"]["user_segment_id"], empty);
    let again = put(&sandbox.agent(), &article, json!({ "user_segment_id": null })).await;
    assert_eq!((again.status, again.body), (404, not_found()));
}

#[tokio::test]
async fn articles_follow_the_switches_for_unknown_ids_and_for_long_lists() {
    for (switch, value, status) in [
        ("unknown-ids", "400", 400),
        ("unknown-ids", "404", 404),
        ("unknown-ids", "422", 422),
        ("over-limit", "400", 400),
        ("over-limit", "422", 422),
    ] {
        let sandbox = TestSandbox::with(|settings| settings.switches.set(switch, value).unwrap());
        let list = sandbox.manager().get(&format!("{ARTICLES}?per_page=1")).await;
        let path = format!("{ARTICLES}/{}", list.list("articles")[0]["id"]);
        let changes = if switch == "over-limit" {
            vec![json!({ "user_segment_ids": (1..=11).collect::<Vec<_>>() })]
        } else {
            vec![
                json!({ "user_segment_id": 1 }),
                json!({ "user_segment_ids": [1] }),
                json!({ "permission_group_id": 1 }),
            ]
        };
        for change in changes {
            let answer = sandbox.manager().put(&path, json!({ "article": change })).await;
            assert_eq!(answer.status, status, "{switch}={value}: {}", answer.text);
            let shape = match status {
                400 => json!({ "title": "Invalid attribute", "message": answer.body["message"] }),
                404 => not_found(),
                _ => json!({
                    "error": "RecordInvalid",
                    "description": "Record validation errors",
                    "details": answer.body["details"],
                }),
            };
            assert_eq!(answer.body, shape);
        }
    }
}
