//! Whatever is asked, the answer is an answer: never a failure of the server, and always something to read.

use axum::{body::Body, http::Method};
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox};

fn path() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(vec![
            "help_center", "user_segments", "users", "groups", "organizations", "autocomplete", "show_many", "search",
            "tags", "me", "sections", "topics", "applicable", "17243700943586", "31060243026386", "14402310543955",
            "guide", "permission_groups", "10872596439870", "10872594005934", "brands", "articles", "en-us",
            "incremental", "locales", "community", "account", "settings", "count", "assignable", "memberships",
            "group_memberships", "organization_memberships", "36207450007919", "39118640007919",
        ]).prop_map(str::to_owned),
        1 => any::<u64>().prop_map(|id| id.to_string()),
        1 => "([a-z.]|%[0-9A-F]{2}){0,6}",
    ];
    let suffix = prop::sample::select(vec!["", ".json", ".json.json", "/"]);
    (prop::collection::vec(part, 0..5), suffix)
        .prop_map(|(parts, suffix)| format!("/api/v2/{}{suffix}", parts.join("/")))
}

fn query() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "page",
        "per_page",
        "page[size]",
        "page[after]",
        "page[before]",
        "name",
        "query",
        "ids",
        "built_in",
        "exclude_deleted",
        "sort_by",
        "sort_order",
        "label_names",
        "include",
        "start_time",
        "role",
        "role[]",
        "external_id",
        "user_id",
    ]);
    let value = prop_oneof![
        Just("true".to_owned()),
        prop::sample::select(vec![
            "title",
            "desc",
            "users,sections",
            "agent",
            "edited_at",
            "guide"
        ])
        .prop_map(str::to_owned),
        any::<i64>().prop_map(|number| number.to_string()),
        (1..200_u32).prop_map(|number| number.to_string()),
        "([a-zA-Z0-9,*\"'-]|%[0-9A-F]{2}){0,12}".prop_map(|text| text.replace('"', "%22")),
    ];
    let pair = (key, value).prop_map(|(key, value)| format!("{key}={value}"));
    prop::collection::vec(pair, 0..4).prop_map(|pairs| pairs.join("&"))
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec!["staff", "signed_in_users", "vip"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{0,4}", inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

/// A segment or a permission group, or nearly one.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let key = prop::sample::select(vec![
        "name",
        "user_type",
        "group_ids",
        "organization_ids",
        "tags",
        "or_tags",
        "added_user_ids",
        "edit",
        "publish",
        "id",
        "user_segment_id",
        "user_segment_ids",
        "permission_group_id",
    ]);
    let wrapper = prop::sample::select(vec!["user_segment", "permission_group", "article"]);
    let wrapped = (wrapper, prop::collection::btree_map(key, value(), 0..8))
        .prop_map(|(wrapper, fields)| json!({ wrapper: fields }).to_string().into_bytes());
    prop_oneof![
        6 => wrapped,
        2 => value().prop_map(|value| value.to_string().into_bytes()),
        1 => prop::collection::vec(any::<u8>(), 0..60),
    ]
}

#[test]
fn every_request_is_answered_with_something_to_read() {
    let sandbox = TestSandbox::start();
    let runtime = Runtime::new().unwrap();
    let method = prop::sample::select(vec![
        Method::GET,
        Method::POST,
        Method::PUT,
        Method::DELETE,
        Method::PATCH,
        Method::OPTIONS,
        Method::HEAD,
    ]);
    let token =
        prop::sample::select(vec!["manager-token", "manager-token", "agent-token", "user-token"]);
    proptest!(ProptestConfig::with_cases(1_000), |(
        method in method, path in path(), query in query(), body in body(), token in token,
    )| {
        let client = sandbox.bearer(token).header("content-type", "application/json");
        let answer = runtime.block_on(client.send(method.clone(), &format!("{path}?{query}"), Body::from(body)));
        prop_assert!(answer.status < 500, "{} {}: {}", method, path, answer.text);
        let readable = answer.body.is_object() || answer.status == 204 || method == Method::HEAD;
        prop_assert!(readable, "{} {}: {} {}", method, path, answer.status, answer.text);
    });
}

#[test]
fn every_body_of_a_write_is_answered_with_something_to_read() {
    let sandbox = TestSandbox::start();
    let runtime = Runtime::new().unwrap();
    let list = prop::sample::select(vec![SEGMENTS, PERMISSION_GROUPS]);
    proptest!(ProptestConfig::with_cases(600), |(list in list, body in body())| {
        let client = sandbox.manager().header("content-type", "application/json");
        let answer = runtime.block_on(client.send(Method::POST, list, Body::from(body)));
        prop_assert!([201, 400].contains(&answer.status), "{} {}", answer.status, answer.text);
        prop_assert!(answer.body.is_object());
    });
}

#[test]
fn every_change_of_an_article_is_taken_or_refused_and_never_half_taken() {
    let sandbox = TestSandbox::start();
    let runtime = Runtime::new().unwrap();
    let list = "/api/v2/help_center/articles";
    let articles = runtime.block_on(sandbox.manager().get(&format!("{list}?per_page=1")));
    let path = format!("{list}/{}", articles.list("articles")[0]["id"]);
    proptest!(ProptestConfig::with_cases(600), |(body in body())| {
        let before = runtime.block_on(sandbox.manager().get(&path)).text;
        let client = sandbox.manager().header("content-type", "application/json");
        let answer = runtime.block_on(client.send(Method::PUT, &path, Body::from(body)));
        prop_assert!([200, 400].contains(&answer.status), "{} {}", answer.status, answer.text);
        prop_assert!(answer.body.is_object());
        let after = runtime.block_on(sandbox.manager().get(&path)).text;
        prop_assert_eq!(&after, if answer.status == 200 { &answer.text } else { &before });
    });
}
