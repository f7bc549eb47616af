//! Both paging styles, walked from end to end.

use serde_json::{Value, json};

use crate::support::{SEGMENTS, TestSandbox, path};

async fn all_names(sandbox: &TestSandbox) -> Vec<String> {
    let answer = sandbox.manager().get(&format!("{SEGMENTS}?page[size]=100")).await;
    answer.names("user_segments").into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn offset_is_the_default_with_30_on_a_page_in_the_help_center() {
    let sandbox = TestSandbox::start();
    let mut body = sandbox.manager().get(SEGMENTS).await.body;
    assert_eq!(body["user_segments"].as_array_mut().map(|list| list.drain(..).count()), Some(30));
    assert_eq!(
        body,
        json!({
            "count": 40, "page": 1, "page_count": 2, "per_page": 30, "previous_page": null, "user_segments": [],
            "next_page": "http://localhost:8080/api/v2/help_center/user_segments?page=2&per_page=30",
        })
    );
}

#[tokio::test]
async fn support_lists_have_100_on_a_page_and_a_smaller_envelope() {
    let sandbox = TestSandbox::start();
    let mut body = sandbox.manager().get("/api/v2/organizations").await.body;
    assert_eq!(body["organizations"].as_array_mut().map(|list| list.drain(..).count()), Some(100));
    assert_eq!(
        body,
        json!({
            "count": 120, "previous_page": null, "organizations": [],
            "next_page": "http://localhost:8080/api/v2/organizations?page=2&per_page=100",
        })
    );
}

#[tokio::test]
async fn next_page_leads_through_the_whole_list_and_previous_page_back() {
    let sandbox = TestSandbox::start();
    let (mut names, mut next) =
        (Vec::new(), json!(format!("http://localhost:8080{SEGMENTS}?per_page=7")));
    let mut last = Value::Null;
    while !next.is_null() {
        let answer = sandbox.manager().get(&path(&next)).await;
        names.extend(answer.names("user_segments").into_iter().map(str::to_owned));
        last = answer.body["previous_page"].clone();
        next = answer.body["next_page"].clone();
    }
    assert_eq!(names, all_names(&sandbox).await);
    let before_last = sandbox.manager().get(&path(&last)).await;
    assert_eq!(before_last.names("user_segments"), names[28..35]);
}

#[tokio::test]
async fn the_next_cursor_leads_through_the_whole_list() {
    let sandbox = TestSandbox::start();
    let (mut names, mut next) =
        (Vec::new(), json!(format!("http://localhost:8080{SEGMENTS}?page[size]=7")));
    while !next.is_null() {
        let answer = sandbox.manager().get(&path(&next)).await;
        names.extend(answer.names("user_segments").into_iter().map(str::to_owned));
        next = answer.body["links"]["next"].clone();
        assert_eq!(answer.body["meta"]["has_more"], !next.is_null());
    }
    assert_eq!(names, all_names(&sandbox).await);
}

#[tokio::test]
async fn the_last_link_leads_backwards_through_the_whole_list() {
    let sandbox = TestSandbox::start();
    let first = sandbox.manager().get(&format!("{SEGMENTS}?page[size]=7")).await;
    let mut names: Vec<String> = Vec::new();
    let mut next = first.body["links"]["last"].clone();
    while !next.is_null() {
        let answer = sandbox.manager().get(&path(&next)).await;
        let page = answer.names("user_segments").into_iter().map(str::to_owned);
        names.splice(0..0, page.collect::<Vec<_>>());
        next = answer.body["links"]["prev"].clone();
        assert_eq!(answer.body["meta"]["has_more"], !next.is_null());
    }
    assert_eq!(names, all_names(&sandbox).await);
}

#[tokio::test]
async fn what_is_created_or_deleted_meanwhile_shifts_no_cursor() {
    let sandbox = TestSandbox::start();
    let names = all_names(&sandbox).await;
    let first = sandbox.manager().get(&format!("{SEGMENTS}?page[size]=10")).await;
    sandbox.segment(json!({ "name": "In between", "user_type": "staff" })).await;
    // The very segment that the cursor stands beside.
    let gone = format!("{SEGMENTS}/{}", first.list("user_segments")[9]["id"]);
    assert_eq!(sandbox.manager().delete(&gone).await.status, 204);
    let second = sandbox.manager().get(&path(&first.body["links"]["next"])).await;
    assert_eq!(second.names("user_segments"), names[10..20]);
    assert!(second.body["links"]["prev"].is_string());
}

#[tokio::test]
async fn help_center_lists_say_their_links_in_a_header_too() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{SEGMENTS}?page[size]=2")).await;
    let header = answer.headers["link"].to_str().unwrap();
    let next = answer.body["links"]["next"].as_str().unwrap();
    assert!(header.starts_with(&format!("<{next}>; rel=\"next\"")), "{header}");
    let support = sandbox.manager().get("/api/v2/groups?page[size]=2").await;
    assert!(!support.headers.contains_key("link"));
    assert!(support.body["links"].get("last").is_none());
}

#[tokio::test]
async fn more_than_100_on_a_page_are_100() {
    let sandbox = TestSandbox::start();
    for query in [
        "per_page=101",
        "per_page=4294967295",
        "per_page=4294967296",
        "page[size]=1000",
        "page[size]=99999999999999999999",
    ] {
        let answer = sandbox.manager().get(&format!("/api/v2/organizations?{query}")).await;
        assert_eq!(answer.list("organizations").len(), 100, "{query}");
    }
}

#[tokio::test]
async fn offset_paging_ends_at_10_000_records_and_at_page_100() {
    let sandbox = TestSandbox::start();
    for list in [SEGMENTS, "/api/v2/groups", "/api/v2/users/search?query=a&x=1"] {
        let mark = if list.contains('?') { '&' } else { '?' };
        let last = sandbox.manager().get(&format!("{list}{mark}page=100&per_page=100")).await;
        assert_eq!(last.status, 200);
        for query in [
            "page=101&per_page=100",
            "page=101&per_page=1",
            "page=4294967295&per_page=100",
            "page=99999999999999999999",
        ] {
            let answer = sandbox.manager().get(&format!("{list}{mark}{query}")).await;
            assert_eq!(answer.status, 400, "{query}");
            assert_eq!(answer.body["errors"][0]["code"], "InvalidPaginationDepth");
        }
    }
}

#[tokio::test]
async fn a_page_after_the_last_one_is_empty() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{SEGMENTS}?page=9&per_page=10")).await;
    assert_eq!((answer.list("user_segments").len(), &answer.body["next_page"]), (0, &json!(null)));
}

#[tokio::test]
async fn an_empty_list_has_no_cursors() {
    let sandbox = TestSandbox::start();
    let segment = sandbox.segment(json!({ "name": "Unused", "user_type": "staff" })).await;
    let answer =
        sandbox.manager().get(&format!("{SEGMENTS}/{}/topics?page[size]=5", segment["id"])).await;
    assert_eq!(answer.body["topics"], json!([]));
    assert_eq!(
        answer.body["meta"],
        json!({ "has_more": false, "after_cursor": null, "before_cursor": null })
    );
}

#[tokio::test]
async fn what_is_no_page_is_refused() {
    let sandbox = TestSandbox::start();
    for query in [
        "page=0",
        "page=-1",
        "page=x",
        "page=",
        "per_page=0",
        "per_page=1e3",
        "page[size]=0",
        "page[size]=-5",
        "page[size]=ten",
        "page[size]=5&page[after]=%21%21",
        "page[after]=bm8",
        "page[after]=ZW5k",
        "page[size]=5&page[before]=",
        "page[size]=5&page[after]=MQ&page[before]=MQ",
        "page[size]=5&page=x",
        "page[size]=5&per_page=0",
    ] {
        let answer = sandbox.manager().get(&format!("{SEGMENTS}?{query}")).await;
        assert_eq!(answer.status, 400, "{query}: {}", answer.text);
        assert_eq!(answer.body["errors"][0]["code"], "InvalidPaginationParameter", "{query}");
    }
}
