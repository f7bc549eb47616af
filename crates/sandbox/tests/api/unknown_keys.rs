//! Keys of bodies that mean nothing are named, and refused by a strict sandbox.

use serde_json::{Value, json};

use crate::support::{Answer, PERMISSION_GROUPS, SEGMENTS, TestSandbox};

const WARNING: &str = "x-zendesk-api-warn";

fn warning(answer: &Answer) -> Option<&str> {
    answer.headers.get(WARNING).map(|value| value.to_str().unwrap())
}

/// Every write, its body, and how it names the key that is added to what the body is about.
async fn writes(sandbox: &TestSandbox) -> Vec<(&'static str, String, Value, &'static str)> {
    let segment = sandbox.segment_named("Gold dealers").await;
    let group = sandbox.permission_group_named("Tour support").await;
    let articles = sandbox.manager().get("/api/v2/help_center/articles?per_page=1").await;
    let article = articles.list("articles")[0].clone();
    let new_segment = json!({ "name": "New", "user_type": "staff" });
    vec![
        ("POST", SEGMENTS.into(), json!({ "user_segment": new_segment }), "user_segment"),
        (
            "PUT",
            format!("{SEGMENTS}/{}", segment["id"]),
            json!({ "user_segment": segment }),
            "user_segment",
        ),
        (
            "POST",
            PERMISSION_GROUPS.into(),
            json!({ "permission_group": { "name": "New" } }),
            "permission_group",
        ),
        (
            "PUT",
            format!("{PERMISSION_GROUPS}/{}", group["id"]),
            json!({ "permission_group": group }),
            "permission_group",
        ),
        (
            "PUT",
            format!("/api/v2/help_center/articles/{}", article["id"]),
            json!({ "article": {
                "title": article["title"],
                "user_segment_id": article["user_segment_id"],
            }, "notify_subscribers": false }),
            "article",
        ),
    ]
}

async fn send(sandbox: &TestSandbox, method: &str, path: &str, body: &Value) -> Answer {
    sandbox.manager().json(method.parse().unwrap(), path, body).await
}

#[tokio::test]
async fn a_key_that_is_not_known_is_named_in_a_header_and_passed_over() {
    let sandbox = TestSandbox::start();
    for (method, path, body, wrapper) in writes(&sandbox).await {
        let answer = send(&sandbox, method, &path, &body).await;
        assert!([200, 201].contains(&answer.status), "{method} {path}: {}", answer.text);
        assert_eq!(warning(&answer), None, "{method} {path}");
        let mut misspelt = body.clone();
        misspelt[wrapper]["groups_ids"] = json!([1]);
        let answer = send(&sandbox, method, &path, &misspelt).await;
        assert!([200, 201].contains(&answer.status), "{method} {path}: {}", answer.text);
        let named = format!(
            "Removed restricted keys [\"{wrapper}.groups_ids\"] from parameters according to whitelist"
        );
        assert_eq!(warning(&answer), Some(named.as_str()), "{method} {path}");
    }
}

#[tokio::test]
async fn a_strict_sandbox_refuses_it_and_writes_nothing() {
    let sandbox = TestSandbox::with(|settings| settings.strict = true);
    for (method, path, body, wrapper) in writes(&sandbox).await {
        let mut misspelt = body.clone();
        misspelt[wrapper]["groups_ids"] = json!([1]);
        misspelt["userSegment"] = json!({});
        let answer = send(&sandbox, method, &path, &misspelt).await;
        assert_eq!(answer.problem(&format!("{wrapper}.groups_ids")), "is not a known key");
        assert_eq!(answer.problem("userSegment"), "is not a known key");
    }
    assert_eq!(sandbox.manager().get(SEGMENTS).await.body["count"], 40);
    assert_eq!(sandbox.manager().get(PERMISSION_GROUPS).await.body["count"], 10);
    // Whole objects may be sent back.
    for (method, path, body, _) in writes(&sandbox).await {
        let answer = send(&sandbox, method, &path, &body).await;
        assert!([200, 201].contains(&answer.status), "{method} {path}: {}", answer.text);
    }
}
