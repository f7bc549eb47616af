//! Whatever is asked, the answer is an answer: never a failure of the server, and always something to read.

use axum::{
    body::Body,
    http::{
        Method,
        header::{CONTENT_TYPE, LOCATION},
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::{
    oauth::flow::{request, token},
    routes::routes,
    support::{Answer, Client, PERMISSION_GROUPS, SEGMENTS, TestSandbox},
};

const METHODS: [Method; 7] = [
    Method::GET,
    Method::HEAD,
    Method::OPTIONS,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
];

/// Everybody who can ask, with every kind of credentials.
async fn everybody(sandbox: &TestSandbox) -> Vec<Client<'_>> {
    let mut everybody = vec![
        sandbox.manager(),
        sandbox.agent(),
        sandbox.end_user(),
        sandbox.nobody(),
        sandbox.bearer("unknown"),
        sandbox.page().header("origin", "http://localhost:8080"),
    ];
    for scope in ["read", "hc:write"] {
        let token = token(sandbox, "manager@sandbox.test", scope).await;
        everybody.push(sandbox.bearer(token["access_token"].as_str().unwrap()));
    }
    everybody
}

/// Something that a client can make sense of.
fn is_readable(answer: &Answer, method: &Method) -> bool {
    match answer.status {
        _ if *method == Method::HEAD => true,
        204 => answer.text.is_empty(),
        302 | 307 => answer.headers.contains_key(LOCATION),
        _ => {
            let is_page =
                answer.header(CONTENT_TYPE).is_some_and(|kind| kind.starts_with("text/html"));
            answer.body.is_object() || is_page
        }
    }
}

#[tokio::test]
async fn every_route_answers_every_method_of_everybody() {
    let sandbox = TestSandbox::with_faults();
    let segment = json!({ "user_segment": { "name": "New", "user_type": "staff" } }).to_string();
    let everybody = everybody(&sandbox).await;
    for route in routes() {
        for id in ["17243700943586", "vip%00%FF"] {
            let path = route
                .replace("{id}", id)
                .replace("{membership_id}", id)
                .replace("{locale}", "en-us");
            for method in METHODS {
                let bodies = ["", "{}", &segment];
                let bodies = if method.is_safe() { &bodies[..1] } else { &bodies };
                for (body, client) in bodies
                    .iter()
                    .flat_map(|body| everybody.iter().map(move |client| (body, client)))
                {
                    let client = client.clone().header("content-type", "application/json");
                    let body = Body::from((*body).to_owned());
                    let answer = client.send(method.clone(), &path, body).await;
                    let shown = format!("{method} {path}: {} {}", answer.status, answer.text);
                    assert!(answer.status < 500 && is_readable(&answer, &method), "{shown}");
                }
            }
            if !route.contains('{') {
                break;
            }
        }
    }
}

/// A route with anything in the place of its parameters, or a path that nearly is one.
fn path() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(vec![
            "17243700943586", "31060243026386", "14402310543955", "10872596439870", "10872594005934",
            "36207450007919", "39118640007919", "me", "en-us", "1",
        ]).prop_map(str::to_owned),
        1 => any::<u64>().prop_map(|id| id.to_string()),
        1 => any::<i64>().prop_map(|id| id.to_string()),
        2 => "([a-z.]|%[0-9A-F]{2}){0,6}",
    ];
    let mut words: Vec<String> =
        routes().iter().flat_map(|route| route.split('/')).map(str::to_owned).collect();
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words.dedup();
    let word = prop_oneof![4 => prop::sample::select(words), 1 => part.clone()];
    let route = prop_oneof![
        3 => prop::sample::select(routes()),
        1 => prop::collection::vec(word, 0..6).prop_map(|words| format!("/{}", words.join("/"))),
    ];
    let suffix = prop::sample::select(vec!["", "", ".json", ".json.json", "/", "//", "/.."]);
    (route, prop::collection::vec(part, 3), suffix).prop_map(|(route, parts, suffix)| {
        let mut filled = String::new();
        let mut parts = parts.iter();
        for (at, piece) in route.split(['{', '}']).enumerate() {
            let is_parameter = at % 2 == 1;
            filled += if is_parameter { parts.next().map_or("1", String::as_str) } else { piece };
        }
        // The account is made anew there, which takes as long as a thousand other requests.
        filled.replace("/sandbox/reset", "/sandbox/faults") + suffix
    })
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
        "all",
        "client_id",
        "redirect_uri",
        "scope",
        "code_challenge",
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
    let form = (
        prop::sample::select(vec!["code", "refresh_token", "grant_type", "user", "decision"]),
        any::<String>(),
    )
        .prop_map(|(name, value)| {
            let mut pairs = request();
            pairs.push((name, value));
            pairs.push(("grant_type", "authorization_code".to_owned()));
            form_urlencoded::Serializer::new(String::new())
                .extend_pairs(pairs)
                .finish()
                .into_bytes()
        });
    let exchange = (value(), value()).prop_map(|(code, other)| {
        json!({
            "grant_type": "refresh_token", "client_id": "guidepost", "refresh_token": code, "scope": other,
            "expires_in": other,
        })
        .to_string()
        .into_bytes()
    });
    prop_oneof![
        6 => wrapped,
        1 => form,
        1 => exchange,
        2 => value().prop_map(|value| value.to_string().into_bytes()),
        1 => prop::collection::vec(any::<u8>(), 0..60),
    ]
}

#[test]
fn every_request_is_answered_with_something_to_read() {
    let sandbox = TestSandbox::with_faults();
    let runtime = Runtime::new().unwrap();
    let everybody = runtime.block_on(everybody(&sandbox));
    let kinds =
        ["application/json", "application/json", "application/x-www-form-urlencoded", "text/plain"];
    proptest!(ProptestConfig::with_cases(2_000), |(
        method in prop::sample::select(METHODS.to_vec()),
        path in path(),
        query in query(),
        body in body(),
        who in 0..everybody.len(),
        kind in prop::sample::select(kinds.to_vec()),
    )| {
        let client = everybody[who].clone().header("content-type", kind);
        let answer = runtime.block_on(client.send(method.clone(), &format!("{path}?{query}"), Body::from(body)));
        let shown = format!("{method} {path}?{query}: {} {}", answer.status, answer.text);
        prop_assert!(answer.status < 500 && is_readable(&answer, &method), "{}", shown);
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
