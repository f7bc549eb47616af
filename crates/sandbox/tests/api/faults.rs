//! Failures on demand.

use std::time::Duration;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use guidepost_sandbox::{Connection, Delivery};
use serde_json::{Value, json};

use crate::support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox};

const FAULTS: &str = "/sandbox/faults";

async fn add(sandbox: &TestSandbox, fault: Value) {
    let answer = sandbox.manager().post(FAULTS, fault).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
}

fn new_segment() -> Value {
    json!({ "user_segment": { "name": "New", "user_type": "staff" } })
}

async fn count(sandbox: &TestSandbox) -> Value {
    sandbox.agent(); // the count is read past any fault on the list itself
    sandbox.manager().get(&format!("{SEGMENTS}/applicable")).await.body["count"].clone()
}

#[tokio::test]
async fn a_sandbox_that_was_not_asked_for_it_has_no_faults() {
    let sandbox = TestSandbox::start();
    assert_eq!(
        sandbox.manager().post(FAULTS, json!({ "path": "/", "action": {} })).await.status,
        404
    );
    assert_eq!(sandbox.manager().post("/sandbox/reset", json!({})).await.status, 404);
}

#[tokio::test]
async fn only_managers_may_break_it() {
    let sandbox = TestSandbox::with_faults();
    let fault = json!({ "path": "/", "action": { "status": 500 } });
    assert_eq!(sandbox.agent().post(FAULTS, fault.clone()).await.status, 403);
    assert_eq!(sandbox.nobody().post(FAULTS, fault).await.status, 401);
    assert_eq!(sandbox.agent().post("/sandbox/reset", json!({})).await.status, 403);
}

#[tokio::test]
async fn the_next_requests_that_match_fail_and_then_no_more() {
    let sandbox = TestSandbox::with_faults();
    let action = json!({ "status": 429, "retry_after": 3, "body": "Too many requests" });
    add(&sandbox, json!({ "method": "GET", "path": SEGMENTS, "times": 2, "action": action })).await;
    assert_eq!(sandbox.manager().get("/api/v2/groups").await.status, 200);
    for _ in 0..2 {
        let answer = sandbox.manager().get(&format!("{SEGMENTS}.json")).await;
        assert_eq!((answer.status, answer.text.as_str()), (429, "Too many requests"));
        assert_eq!(answer.header(RETRY_AFTER), Some("3"));
        assert_eq!(answer.header(CONTENT_TYPE), Some("text/plain; charset=utf-8"));
    }
    assert_eq!(sandbox.manager().get(SEGMENTS).await.status, 200);
}

#[tokio::test]
async fn a_fault_can_let_some_pass_first() {
    let sandbox = TestSandbox::with_faults();
    add(&sandbox, json!({ "path": SEGMENTS, "skip": 2, "action": { "status": 500, "body": { "error": "Boom" } } })).await;
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(sandbox.manager().get(SEGMENTS).await.status);
    }
    assert_eq!(statuses, [200, 200, 500, 200]);
}

#[tokio::test]
async fn a_fault_before_leaves_everything_as_it_was() {
    let sandbox = TestSandbox::with_faults();
    add(&sandbox, json!({ "method": "POST", "path": SEGMENTS, "action": { "status": 503 } })).await;
    assert_eq!(sandbox.manager().post(SEGMENTS, new_segment()).await.status, 503);
    assert_eq!(count(&sandbox).await, 40);
}

#[tokio::test]
async fn a_fault_after_loses_only_the_answer() {
    let sandbox = TestSandbox::with_faults();
    let action = json!({ "status": 502, "body": "<h1>Bad gateway</h1>", "content_type": "text/html", "when": "after" });
    add(&sandbox, json!({ "method": "POST", "path": SEGMENTS, "action": action })).await;
    let answer = sandbox.manager().post(SEGMENTS, new_segment()).await;
    assert_eq!((answer.status, answer.header(CONTENT_TYPE)), (502, Some("text/html")));
    assert_eq!(count(&sandbox).await, 41);
}

#[tokio::test]
async fn what_the_connection_suffers_is_told_to_the_server() {
    let sandbox = TestSandbox::with_faults();
    for (action, connection, delay) in [
        (json!({ "drop": true, "when": "after" }), Connection::Closed, 0),
        (json!({ "truncate": true }), Connection::CutShort, 0),
        (json!({ "delay_ms": 250 }), Connection::Kept, 250),
    ] {
        add(&sandbox, json!({ "path": SEGMENTS, "action": action })).await;
        let answer = sandbox.manager().get(SEGMENTS).await;
        let delivery = Delivery { delay: Duration::from_millis(delay), connection };
        assert_eq!(answer.extensions.get(), Some(&delivery));
    }
}

#[tokio::test]
async fn an_answer_that_is_only_delayed_or_cut_is_the_real_one() {
    let sandbox = TestSandbox::with_faults();
    let real = sandbox.manager().get(SEGMENTS).await.text;
    for action in [json!({ "delay_ms": 5 }), json!({ "truncate": true, "retry_after": 1 })] {
        add(&sandbox, json!({ "path": SEGMENTS, "action": action })).await;
        assert_eq!(sandbox.manager().get(SEGMENTS).await.text, real);
    }
}

#[tokio::test]
async fn a_fault_sets_any_header_and_takes_any_out() {
    let sandbox = TestSandbox::with(|settings| {
        settings.faults = true;
        settings.rate_limit = Some(700);
    });
    for retry_after in ["-1", "Wed, 21 Oct 2026 07:28:00 GMT", "soon"] {
        let headers = json!({ "Retry-After": retry_after, "X-Rate-Limit-Remaining": "650" });
        let action = json!({ "status": 429, "retry_after": 3, "headers": headers });
        add(&sandbox, json!({ "path": SEGMENTS, "action": action })).await;
        let answer = sandbox.manager().get(SEGMENTS).await;
        assert_eq!((answer.status, answer.header(RETRY_AFTER)), (429, Some(retry_after)));
        assert_eq!(answer.headers["x-rate-limit-remaining"], "650");
    }
    // As recorded of a 404: no body, and no content type.
    let action = json!({ "status": 404, "headers": { "content-type": null } });
    add(&sandbox, json!({ "path": SEGMENTS, "action": action })).await;
    let answer = sandbox.manager().get(SEGMENTS).await;
    assert_eq!((answer.status, answer.header(CONTENT_TYPE), &*answer.text), (404, None, ""));
    // Of the real answer, too.
    let action = json!({ "headers": { "content-type": null, "cache-control": null } });
    add(&sandbox, json!({ "path": SEGMENTS, "action": action })).await;
    let answer = sandbox.manager().get(SEGMENTS).await;
    assert_eq!((answer.status, answer.header(CONTENT_TYPE)), (200, None));
    assert_eq!((answer.header(CACHE_CONTROL), &answer.body["count"]), (None, &json!(40)));
}

#[tokio::test]
async fn a_tag_keeps_tests_that_share_a_sandbox_apart() {
    let sandbox = TestSandbox::with_faults();
    for tag in ["one", "two"] {
        add(&sandbox, json!({ "path": SEGMENTS, "tag": tag, "action": { "status": 500 } })).await;
    }
    let tagged = |tag: &str| sandbox.manager().header("x-sandbox-tag", tag);
    assert_eq!(sandbox.manager().get(SEGMENTS).await.status, 200);
    assert_eq!(tagged("three").get(SEGMENTS).await.status, 200);
    assert_eq!(sandbox.manager().delete(&format!("{FAULTS}?tag=one")).await.status, 204);
    assert_eq!(tagged("one").get(SEGMENTS).await.status, 200);
    assert_eq!(tagged("two").get(SEGMENTS).await.status, 500);
}

#[tokio::test]
async fn faults_can_be_listed_and_cleared() {
    let sandbox = TestSandbox::with_faults();
    add(&sandbox, json!({ "path": SEGMENTS, "times": 9, "action": { "status": 500 } })).await;
    assert_eq!(sandbox.manager().get(FAULTS).await.list("faults").len(), 1);
    assert_eq!(sandbox.manager().delete(FAULTS).await.status, 204);
    assert_eq!(sandbox.manager().get(FAULTS).await.list("faults").len(), 0);
    assert_eq!(sandbox.manager().get(SEGMENTS).await.status, 200);
}

#[tokio::test]
async fn a_fault_that_cannot_be_is_refused() {
    let sandbox = TestSandbox::with_faults();
    for fault in [
        json!({}),
        json!([]),
        json!(["GET", "/", 1, 0, null, {}]),
        json!({ "path": "/", "action": [null, null] }),
        json!({ "path": "/" }),
        json!({ "path": "/", "action": { "staus": 500 } }),
        json!({ "path": "/", "action": { "status": 99 } }),
        json!({ "path": "/", "action": { "status": 600 } }),
        json!({ "path": "/", "action": { "content_type": "a\nb" } }),
        json!({ "path": "/", "action": { "when": "never" } }),
        json!({ "path": "/", "action": { "headers": { "two words": "x" } } }),
        json!({ "path": "/", "action": { "headers": { "x-lines": "a\nb" } } }),
        json!({ "path": "/", "action": { "headers": { "Content-Length": "7" } } }),
        json!({ "path": "/", "action": { "headers": { "Retry-After": -1 } } }),
        json!({ "path": "/", "action": { "headers": ["Retry-After"] } }),
    ] {
        assert_eq!(sandbox.manager().post(FAULTS, fault.clone()).await.status, 400, "{fault}");
    }
}

#[tokio::test]
async fn reset_brings_the_first_day_back() {
    let sandbox = TestSandbox::with_faults();
    let first = sandbox.manager().get(&format!("{SEGMENTS}?page[size]=100")).await.text;
    let first_groups = sandbox.manager().get(PERMISSION_GROUPS).await.text;
    let first_articles = sandbox.manager().get("/api/v2/help_center/articles").await.text;
    let group = sandbox.permission_group(json!({ "name": "New" })).await;
    let path = format!("{SEGMENTS}/{}", sandbox.segment_named("Gold dealers").await["id"]);
    let created = sandbox.segment(json!({ "name": "New", "user_type": "staff" })).await;
    assert_eq!(sandbox.manager().delete(&path).await.status, 204);
    add(&sandbox, json!({ "path": "/api/v2/groups", "action": { "status": 500 } })).await;

    assert_eq!(sandbox.manager().post("/sandbox/reset", json!({})).await.status, 204);
    assert_eq!(sandbox.manager().get(&format!("{SEGMENTS}?page[size]=100")).await.text, first);
    assert_eq!(sandbox.manager().get(PERMISSION_GROUPS).await.text, first_groups);
    let articles = sandbox.manager().get("/api/v2/help_center/articles").await.text;
    assert_eq!(articles, first_articles);
    assert_eq!(sandbox.manager().get("/api/v2/groups").await.status, 200);
    let again = sandbox.segment(json!({ "name": "New", "user_type": "staff" })).await;
    assert_eq!(again["id"], created["id"]);
    let again = sandbox.permission_group(json!({ "name": "New" })).await;
    assert_eq!(again["id"], group["id"]);
}

#[tokio::test]
async fn the_suffix_of_a_path_does_not_matter_to_a_fault() {
    let sandbox = TestSandbox::with_faults();
    for path in [SEGMENTS.to_owned(), format!("{SEGMENTS}.json")] {
        for struck in [SEGMENTS.to_owned(), format!("{SEGMENTS}.json")] {
            add(&sandbox, json!({ "path": path, "action": { "status": 503 } })).await;
            assert_eq!(sandbox.manager().get(&struck).await.status, 503, "{path} {struck}");
        }
    }
}

#[tokio::test]
async fn a_fault_that_would_never_strike_is_refused() {
    let sandbox = TestSandbox::with_faults();
    let fault = json!({ "path": SEGMENTS, "times": 0, "action": { "status": 503 } });
    assert_eq!(sandbox.manager().post(FAULTS, fault).await.status, 400);
}

#[test]
fn every_part_of_a_fault_is_in_the_documentation() {
    let told = include_str!("../../../../docs/sandbox-switches.md");
    for name in [
        "path",
        "method",
        "times",
        "skip",
        "tag",
        "status",
        "body",
        "content_type",
        "retry_after",
        "headers",
        "delay_ms",
        "truncate",
        "drop",
        "when",
    ] {
        assert!(told.contains(&format!("`{name}`")), "{name}");
    }
}
