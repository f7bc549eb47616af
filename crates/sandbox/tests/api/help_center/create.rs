use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::support::{Answer, SEGMENTS, TestSandbox};

async fn create(sandbox: &TestSandbox, fields: Value) -> Answer {
    sandbox.manager().post(SEGMENTS, json!({ "user_segment": fields })).await
}

#[tokio::test]
async fn a_segment_is_created_with_everything_it_names() {
    let sandbox = TestSandbox::start();
    let group = sandbox.group("Repair bench").await;
    let user = sandbox.user("noor.haddad@fernhollow.example").await;
    let fields = json!({
        "name": "  Bench <b>leads</b> 工房 ", "user_type": "staff", "group_ids": [group], "tags": ["lead"],
        "or_tags": ["k88", "k61"], "added_user_ids": [user],
    });
    let answer = create(&sandbox, fields).await;
    assert_eq!(answer.status, 201);
    let mut segment = answer.body["user_segment"].clone();
    let id = segment["id"].take();
    assert_eq!(
        segment,
        json!({
            "id": null, "name": "Bench <b>leads</b> 工房", "user_type": "staff", "group_ids": [group],
            "organization_ids": [], "tags": ["lead"], "or_tags": ["k88", "k61"], "added_user_ids": [user],
            "built_in": false, "created_at": "2026-11-22T09:00:00Z", "updated_at": "2026-11-22T09:00:00Z",
        })
    );
    let shown = sandbox.manager().get(&format!("{SEGMENTS}/{id}")).await;
    assert_eq!(shown.body, answer.body);
}

#[tokio::test]
async fn ids_may_be_strings_or_have_a_point_and_repeated_ones_are_kept_once() {
    let sandbox = TestSandbox::start();
    let organization = sandbox.organization("Keys & Coffee").await;
    let with_point: f64 = organization.to_string().parse().unwrap();
    let ids = json!([organization.to_string(), organization, with_point]);
    let answer = create(
        &sandbox,
        json!({ "name": "Twice", "user_type": "signed_in_users", "organization_ids": ids }),
    )
    .await;
    assert_eq!(answer.body["user_segment"]["organization_ids"], json!([organization]));
}

#[tokio::test]
async fn tags_are_stored_in_lower_case() {
    let sandbox = TestSandbox::start();
    let answer = create(
        &sandbox,
        json!({ "name": "T", "user_type": "staff", "tags": [" VIP "], "or_tags": ["GRÖSSE"] }),
    )
    .await;
    let segment = &answer.body["user_segment"];
    assert_eq!((&segment["tags"], &segment["or_tags"]), (&json!(["vip"]), &json!(["grösse"])));
}

#[tokio::test]
async fn an_unknown_user_type_is_refused_in_the_documented_words() {
    let sandbox = TestSandbox::start();
    let answer = create(&sandbox, json!({ "name": "X", "user_type": "foo" })).await;
    assert_eq!(answer.status, 400);
    assert_eq!(
        answer.body,
        json!({ "errors": { "user_type": ["value `foo` invalid; must be either `staff` or `signed_in_users`"] } })
    );
}

#[tokio::test]
async fn every_field_that_is_wrong_is_named_at_once() {
    let sandbox = TestSandbox::start();
    let tags: Vec<String> = (0..51).map(|number| format!("t{number}")).collect();
    let answer =
        create(&sandbox, json!({ "name": " ", "tags": tags, "or_tags": ["two,words"] })).await;
    for field in ["name", "user_type", "tags", "or_tags"] {
        assert!(!answer.problem(field).is_empty());
    }
    let answer = create(
        &sandbox,
        json!({
            "name": 7, "user_type": true, "group_ids": "12", "organization_ids": [1.5], "tags": [1], "or_tags": {},
            "added_user_ids": [-1],
        }),
    )
    .await;
    assert_eq!(answer.body["errors"].as_object().unwrap().len(), 7);
}

#[tokio::test]
async fn the_list_that_the_user_type_does_not_use_is_dropped() {
    let sandbox = TestSandbox::start();
    let (group, organization) =
        (sandbox.group("Billing").await, sandbox.organization("Keys & Coffee").await);
    for (user_type, groups, organizations) in [
        ("staff", json!([group]), json!([])),
        ("signed_in_users", json!([]), json!([organization])),
    ] {
        let both = json!({ "name": "Both", "user_type": user_type, "group_ids": [group], "organization_ids": [organization] });
        let segment = sandbox.segment(both).await;
        assert_eq!(
            (&segment["group_ids"], &segment["organization_ids"]),
            (&groups, &organizations)
        );
    }
}

#[tokio::test]
async fn lists_have_at_most_50_items() {
    let sandbox = TestSandbox::start();
    let many = |count: usize| (0..count).map(|number| format!("tag_{number}")).collect::<Vec<_>>();
    let users = sandbox.manager().get("/api/v2/users/autocomplete?name=a&per_page=51").await;
    let ids: Vec<&Value> = users.list("users").iter().map(|user| &user["id"]).collect();
    for (field, most, more) in [
        ("tags", json!(many(50)), json!(many(51))),
        ("or_tags", json!(many(50)), json!(many(51))),
        ("added_user_ids", json!(ids[..50]), json!(ids)),
    ] {
        assert_eq!(
            create(&sandbox, json!({ "name": "50", "user_type": "staff", field: most }))
                .await
                .status,
            201
        );
        let answer =
            create(&sandbox, json!({ "name": "51", "user_type": "staff", field: more })).await;
        assert!(answer.problem(field).contains("50"));
    }
    let answer =
        create(&sandbox, json!({ "name": "X", "user_type": "staff", "tags": many(10_000) })).await;
    answer.problem("tags");
}

#[tokio::test]
async fn ids_of_nothing_are_refused_by_field() {
    let sandbox = TestSandbox::start();
    let deleted = sandbox.group("Strings workshop").await;
    let staff = json!({ "name": "X", "user_type": "staff", "group_ids": [deleted, 42], "added_user_ids": [43] });
    let answer = create(&sandbox, staff).await;
    assert_eq!(answer.problem("group_ids"), format!("unknown ids: {deleted}, 42"));
    assert_eq!(answer.problem("added_user_ids"), "unknown ids: 43");
    let users = json!({ "name": "X", "user_type": "signed_in_users", "organization_ids": [0] });
    create(&sandbox, users).await.problem("organization_ids");
    let beyond = json!({ "name": "X", "user_type": "staff", "added_user_ids": [u64::MAX] });
    create(&sandbox, beyond).await.problem("added_user_ids");
}

#[tokio::test]
async fn the_account_takes_200_custom_segments() {
    let sandbox = TestSandbox::start();
    for number in 38..200 {
        sandbox.segment(json!({ "name": format!("Segment {number}"), "user_type": "staff" })).await;
    }
    let answer = create(&sandbox, json!({ "name": "One more", "user_type": "staff" })).await;
    assert!(answer.problem("base").contains("200"));
    assert_eq!(sandbox.manager().get(SEGMENTS).await.body["count"], 202);
}

#[tokio::test]
async fn two_segments_may_have_the_same_name() {
    let sandbox = TestSandbox::start();
    let fields = json!({ "name": "Gold dealers", "user_type": "signed_in_users" });
    assert_eq!(create(&sandbox, fields).await.status, 201);
}

#[tokio::test]
async fn what_only_the_server_sets_is_passed_over() {
    let sandbox = TestSandbox::start();
    let fields = json!({ "name": "X", "user_type": "staff", "id": 1, "built_in": true, "created_at": "2000-01-01T00:00:00Z", "color": "red" });
    let segment = sandbox.segment(fields).await;
    assert_eq!(
        (&segment["built_in"], &segment["created_at"]),
        (&json!(false), &json!("2026-11-22T09:00:00Z"))
    );
    assert_ne!(segment["id"], 1);
}

#[tokio::test]
async fn null_is_an_empty_list() {
    let sandbox = TestSandbox::start();
    let segment = sandbox
        .segment(json!({ "name": "X", "user_type": "staff", "tags": null, "group_ids": null }))
        .await;
    assert_eq!((&segment["tags"], &segment["group_ids"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn without_its_wrapper_a_segment_is_refused() {
    let sandbox = TestSandbox::start();
    for body in [
        json!({ "name": "X", "user_type": "staff" }),
        json!({}),
        json!([]),
        json!("x"),
        json!(null),
    ] {
        let answer = sandbox.manager().post(SEGMENTS, body.clone()).await;
        assert_eq!(
            (answer.status, &answer.body["error"]["title"]),
            (400, &json!("Invalid attribute")),
            "{body}"
        );
    }
    for wrapped in [json!(null), json!([]), json!("x"), json!(7)] {
        sandbox
            .manager()
            .post(SEGMENTS, json!({ "user_segment": wrapped }))
            .await
            .problem("user_segment");
    }
}

#[tokio::test]
async fn what_is_no_json_is_refused() {
    let sandbox = TestSandbox::start();
    let client = sandbox.manager().header("content-type", "application/json; charset=utf-8");
    let nested = "[".repeat(100_000);
    for body in [
        &b""[..],
        b"{",
        b"{\"user_segment\":}",
        b"name=x",
        b"\xff\xfe{}",
        b"{\"user_segment\":{\"name\":\"\xff\"}}",
        nested.as_bytes(),
    ] {
        let answer = client.send(Method::POST, SEGMENTS, Body::from(body.to_vec())).await;
        assert_eq!((answer.status, &answer.body["error"]), (400, &json!("Unprocessable")));
    }
}

#[tokio::test]
async fn a_body_must_be_said_to_be_json() {
    let sandbox = TestSandbox::start();
    let body = json!({ "user_segment": { "name": "X", "user_type": "staff" } }).to_string();
    for content_type in ["text/plain", "application/x-www-form-urlencoded", ""] {
        let client = sandbox.manager().header("content-type", content_type);
        let answer = client.send(Method::POST, SEGMENTS, Body::from(body.clone())).await;
        assert_eq!(answer.status, 415, "{content_type}");
        assert!(answer.body["error"].is_string());
    }
}

#[tokio::test]
async fn a_body_of_more_than_a_megabyte_is_too_large() {
    let sandbox = TestSandbox::start();
    let body = json!({ "user_segment": { "name": "x".repeat(1 << 20), "user_type": "staff" } })
        .to_string();
    let client = sandbox.manager().header("content-type", "application/json");
    let announced = client.clone().header("content-length", &body.len().to_string());
    for client in [client, announced] {
        let answer = client.send(Method::POST, SEGMENTS, Body::from(body.clone())).await;
        assert_eq!((answer.status, &answer.body["error"]), (413, &json!("PayloadTooLarge")));
    }
}
