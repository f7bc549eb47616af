//! Requests that nobody sends by accident: a documented refusal for each, and nothing changed.

use axum::{body::Body, http::Method};
use serde_json::json;

use crate::support::{Answer, PERMISSION_GROUPS, SEGMENTS, TestSandbox};

/// Refused with a status of the client's, and something to read.
fn assert_refused(answer: &Answer, what: &str) {
    assert!((400..500).contains(&answer.status), "{what}: {} {}", answer.status, answer.text);
    assert!(answer.body.is_object(), "{what}: {}", answer.text);
}

#[tokio::test]
async fn bodies_of_every_broken_kind_are_refused() {
    let sandbox = TestSandbox::start();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let bodies: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("half an object", b"{\"user_segment\":{\"name\":".to_vec()),
        ("two objects", b"{}{}".to_vec()),
        ("no UTF-8", b"{\"user_segment\":{\"name\":\"\xff\xfe\"}}".to_vec()),
        ("half a surrogate", br#"{"user_segment":{"name":"\ud800"}}"#.to_vec()),
        ("a byte order mark", b"\xef\xbb\xbf{}".to_vec()),
        ("a number beyond all numbers", b"{\"user_segment\":{\"name\":1e999999}}".to_vec()),
        ("brackets without end", deep.into_bytes()),
        ("the wrong wrapper", b"{\"segment\":{\"name\":\"x\"}}".to_vec()),
        ("a list for the wrapper", b"{\"user_segment\":[],\"permission_group\":[]}".to_vec()),
        ("null", b"null".to_vec()),
        ("10 MB", vec![b' '; 10 << 20]),
    ];
    for list in [SEGMENTS, PERMISSION_GROUPS] {
        let client = sandbox.manager().header("content-type", "application/json");
        for (what, body) in &bodies {
            let answer = client.send(Method::POST, list, Body::from(body.clone())).await;
            assert_refused(&answer, what);
        }
    }
    assert_eq!(sandbox.manager().get(SEGMENTS).await.body["count"], 40);
    assert_eq!(sandbox.manager().get(PERMISSION_GROUPS).await.body["count"], 10);
}

#[tokio::test]
async fn a_null_character_is_no_part_of_a_name() {
    let sandbox = TestSandbox::start();
    for (list, wrapper) in [(SEGMENTS, "user_segment"), (PERMISSION_GROUPS, "permission_group")] {
        let body = json!({ (wrapper): { "name": "Tier\u{0} 3", "user_type": "staff" } });
        let problem = sandbox.manager().post(list, body).await.problem("name").to_owned();
        assert!(problem.contains("U+0000"), "{problem}");
    }
}

#[tokio::test]
async fn a_body_that_lies_about_its_length_is_refused_by_what_comes() {
    let sandbox = TestSandbox::start();
    for (length, status) in [("3", 413), ("99999999999", 413), ("-1", 413), ("x", 413)] {
        let client = sandbox
            .manager()
            .header("content-type", "application/json")
            .header("content-length", length);
        let answer = client.send(Method::POST, SEGMENTS, Body::from(vec![b' '; 10 << 20])).await;
        assert_eq!(answer.status, status, "{length}");
    }
}

#[tokio::test]
async fn lists_and_texts_of_any_length_are_refused() {
    let sandbox = TestSandbox::start();
    let tags: Vec<String> = (0..10_000).map(|number| format!("tag_{number}")).collect();
    let ids: Vec<u64> = (1..=10_000).collect();
    for (field, value) in [
        ("tags", json!(tags)),
        ("or_tags", json!(tags)),
        ("group_ids", json!(ids)),
        ("added_user_ids", json!(ids)),
        ("tags", json!(["x".repeat(500_000)])),
        ("user_type", json!("x".repeat(500_000))),
    ] {
        let mut body = json!({ "user_segment": { "name": "New", "user_type": "staff" } });
        body["user_segment"][field] = value;
        assert_refused(&sandbox.manager().post(SEGMENTS, body).await, field);
    }
    let articles = sandbox.manager().get("/api/v2/help_center/articles?per_page=1").await;
    let article = format!("/api/v2/help_center/articles/{}", articles.list("articles")[0]["id"]);
    // As many as a body holds: each compared with all before would take minutes.
    let most: Vec<u64> = (1..150_000).collect();
    let body = json!({ "article": { "user_segment_ids": most } });
    assert_refused(&sandbox.manager().put(&article, body).await, "user_segment_ids");
    for field in ["edit", "publish"] {
        let body = json!({ "permission_group": { "name": "New", (field): ids } });
        assert_refused(&sandbox.manager().post(PERMISSION_GROUPS, body).await, field);
    }
}

#[tokio::test]
async fn pages_that_cannot_be_are_refused_on_every_list() {
    let sandbox = TestSandbox::start();
    for list in [
        SEGMENTS,
        PERMISSION_GROUPS,
        "/api/v2/groups",
        "/api/v2/organizations",
        "/api/v2/help_center/articles",
        "/api/v2/oauth/tokens",
    ] {
        for query in [
            "page=0",
            "page=-1",
            "page=99999999999999999999",
            "page=1e3",
            "page=101&per_page=100",
            "per_page=0",
            "per_page=-30",
            "per_page=ten",
            "page[size]=0",
            "page[size]=-1",
            "page[after]=",
            "page[after]=%FF%FE",
            "page[before]=%00",
            "page[after]=a&page[before]=b",
        ] {
            let answer = sandbox.manager().get(&format!("{list}?{query}")).await;
            assert_eq!(answer.status, 400, "{list}?{query}: {}", answer.text);
            assert_refused(&answer, query);
        }
    }
}

#[tokio::test]
async fn paths_that_play_tricks_lead_nowhere() {
    let sandbox = TestSandbox::start();
    let long = "a".repeat(60_000);
    for path in [
        "/api/v2/help_center/../help_center/user_segments",
        "/api/v2/./help_center/user_segments",
        "/api/v2/help_center%2fuser_segments",
        "/api/v2/help_center/user_segments%00",
        "/api/v2/help_center/user_segments/%2e%2e",
        "/api/v2/help_center/user_segments/%FF%FE",
        "/api/v2/help_center/%FF/articles",
        "/api/v2/help_center/user_segments;x=1",
        "/API/V2/HELP_CENTER/USER_SEGMENTS",
        "/oauth/../api/v2/users/me",
        "/oauth/tokens/../../api/v2/users/me",
        "/api/v2/oauth/tokens/%00",
        &format!("/api/v2/{long}"),
        &format!("/api/v2/help_center/user_segments/{long}"),
        &format!("/api/v2/help_center/user_segments/{}", "9".repeat(1_000)),
    ] {
        let answer = sandbox.manager().get(path).await;
        let shown: String = path.chars().take(60).collect();
        if path.contains("/%FF/articles") {
            assert!([200, 400, 404].contains(&answer.status), "{}", answer.status);
        } else {
            assert!([400, 404].contains(&answer.status), "{shown}: {}", answer.status);
        }
        assert!(answer.body.is_object(), "{shown}: {}", answer.text);
    }
}

#[tokio::test]
async fn queries_of_any_bytes_are_answered() {
    let sandbox = TestSandbox::start();
    let long = "x".repeat(50_000);
    for query in [
        "query=%FF%FE%00",
        "query=%",
        "query=%zz",
        "query==&&&=",
        "query=%22%22%22",
        "query=*",
        "query=NEAR(",
        "query=a%20AND%20NOT%20b",
        &format!("query={long}"),
    ] {
        let path = format!("/api/v2/users/search?{query}");
        let answer = sandbox.manager().get(&path).await;
        assert!(answer.status < 500 && answer.body.is_object(), "{query}: {}", answer.text);
    }
}

#[tokio::test]
async fn queries_of_any_number_of_words_are_answered() {
    let sandbox = TestSandbox::start();
    let same = vec!["a"; 10_000];
    let others: Vec<String> = (0..10_000).map(|number| format!("w{number}")).collect();
    for (list, key, separator) in [
        ("/api/v2/users/search?query=", "users", "+"),
        ("/api/v2/users/autocomplete?name=", "users", "+"),
        ("/api/v2/help_center/articles?label_names=", "articles", ","),
        ("/api/v2/help_center/incremental/articles?start_time=0&label_names=", "articles", ","),
    ] {
        let one = sandbox.manager().get(&format!("{list}a")).await;
        let many = sandbox.manager().get(&format!("{list}{}", same.join(separator))).await;
        assert_eq!((one.status, many.status), (200, 200), "{list}");
        assert_eq!(one.list(key), many.list(key), "{list}");
        let hundred = others[..100].join(separator);
        assert_eq!(sandbox.manager().get(&format!("{list}{hundred}")).await.status, 200, "{list}");
        let answer = sandbox.manager().get(&format!("{list}{}", others.join(separator))).await;
        assert_refused(&answer, list);
    }
}

#[tokio::test]
async fn headers_of_any_bytes_are_answered() {
    let sandbox = TestSandbox::start();
    let long = "x".repeat(50_000);
    for (name, value) in [
        ("authorization", "Bearer "),
        ("authorization", "Bearer \t"),
        ("authorization", &format!("Bearer {long}")),
        ("authorization", &format!("Basic {long}")),
        ("authorization", "Basic /////w=="),
        ("cookie", "guidepost_session_8080"),
        ("cookie", "=;=;=;guidepost_session_=\u{e9}"),
        ("host", "["),
        ("host", "a..b"),
        ("content-type", ";;;"),
    ] {
        for (method, path) in [
            (Method::GET, "/api/v2/users/me"),
            (Method::POST, SEGMENTS),
            (Method::POST, "/oauth/tokens"),
        ] {
            let client = sandbox.nobody().header(name, value);
            let answer = client.send(method, path, Body::from("{}")).await;
            assert!(answer.status < 500 && answer.body.is_object(), "{name}: {}", answer.text);
        }
    }
}
