//! Both paging styles, walked from end to end.

use serde_json::{Value, json};

use crate::support::{SEGMENTS, TestSandbox, encoded, page_limit, path};

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
async fn a_cursor_page_of_the_help_center_is_as_recorded() {
    let sandbox = TestSandbox::start();
    let list = format!("http://localhost:8080{SEGMENTS}");
    let ask = async |link: Value| sandbox.manager().get(&path(&link)).await;
    let first = ask(json!(format!("{list}.json?page[size]=20"))).await;
    assert!(
        first.text.starts_with("{\"meta\":{\"has_more\":true,\"after_cursor\":\""),
        "{}",
        first.text
    );
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&first.body["links"]), ["first", "last", "next"]);
    // Without the suffix, whether it was asked with one or not.
    assert_eq!(first.body["links"]["first"], format!("{list}?page%5Bsize%5D=20"));
    let last = format!("{list}?page%5Bbefore%5D=bGFzdF9wYWdl&page%5Bsize%5D=20");
    assert_eq!(first.body["links"]["last"], last);
    let next = first.body["links"]["next"].as_str().unwrap();
    assert!(next.starts_with(&format!("{list}?page%5Bafter%5D=v1%2F%2B")), "{next}");
    assert!(next.ends_with("%3D%3D&page%5Bsize%5D=20"), "{next}");
    assert_eq!(first.headers["link"].to_str().unwrap(), format!("<{next}>; rel=\"next\""));

    let second = ask(json!(next)).await;
    assert_eq!(keys(&second.body["links"]), ["first", "last", "prev"]);
    assert!(!second.headers.contains_key("link"));
    assert_eq!(second.body["meta"]["has_more"], false);
    for cursor in ["after_cursor", "before_cursor"] {
        let cursor = second.body["meta"][cursor].as_str().unwrap();
        assert!(['/', '+', '='].iter().all(|letter| cursor.contains(*letter)), "{cursor}");
    }
    assert_eq!(ask(second.body["links"]["first"].clone()).await.body, first.body);
    let whole = ask(json!(format!("{list}?page[size]=100"))).await;
    assert_eq!(keys(&whole.body["links"]), ["first", "last"]);
}

#[tokio::test]
async fn a_cursor_page_of_support_is_as_recorded() {
    let sandbox = TestSandbox::start();
    let first = sandbox.manager().get("/api/v2/groups.json?page[size]=2").await;
    assert!(first.text.starts_with("{\"groups\":["), "{}", first.text);
    assert!(!first.headers.contains_key("link"));
    let links = first.body["links"].as_object().unwrap();
    assert_eq!((links.len(), &links["prev"]), (2, &json!(null)));
    let next = links["next"].as_str().unwrap();
    assert!(
        next.starts_with("http://localhost:8080/api/v2/groups.json?page%5Bafter%5D="),
        "{next}"
    );
}

#[tokio::test]
async fn a_cursor_that_was_changed_is_refused() {
    let sandbox = TestSandbox::start();
    let first = sandbox.manager().get(&format!("{SEGMENTS}?page[size]=2")).await;
    let cursor = first.body["meta"]["after_cursor"].as_str().unwrap().to_owned();
    let encoded = encoded(&cursor);
    let ask = async |cursor: &str| {
        sandbox.manager().get(&format!("{SEGMENTS}?page[size]=2&page[after]={cursor}")).await
    };
    assert_eq!(ask(&encoded).await.status, 200);
    // A `+` that is not encoded is a space.
    for changed in [
        cursor.clone(),
        encoded.replacen('A', "B", 1),
        encoded.to_lowercase(),
        encoded[1..].to_owned(),
    ] {
        let answer = ask(&changed).await;
        assert_eq!(answer.status, 400, "{changed}: {}", answer.text);
        assert_eq!(answer.body["errors"][0]["code"], "InvalidPaginationParameter");
    }
}

#[tokio::test]
async fn a_cursor_of_another_list_is_refused() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    let (sections, articles) = ("/api/v2/help_center/sections", "/api/v2/help_center/articles");
    let first = manager.get(&format!("{sections}?page[size]=2")).await;
    let cursor = first.body["meta"]["after_cursor"].as_str().unwrap();
    let cursor = encoded(cursor);
    let with = |list: &str, mark: char| format!("{list}{mark}page[size]=2&page[after]={cursor}");
    assert_eq!(manager.get(&with(sections, '?')).await.status, 200);
    assert_eq!(manager.get(&with(&format!("{sections}.json"), '?')).await.status, 200);
    for other in [articles, SEGMENTS, "/api/v2/users", "/api/v2/community/topics"] {
        assert_eq!(manager.get(&with(other, '?')).await.status, 400, "{other}");
    }
    let sorted = format!("{sections}?sort_by=created_at");
    assert_eq!(manager.get(&with(&sorted, '&')).await.status, 400);
    // Every brand has sections of its own.
    let of_another_brand = manager.header("host", "fernhollow-stage.localhost");
    assert_eq!(of_another_brand.get(&with(sections, '?')).await.status, 400);
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
async fn numbered_pages_end_at_page_100() {
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
            assert_eq!((answer.status, answer.body), (400, page_limit()), "{query}");
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
        "page[size]=5&page[after]=bGFzdF9wYWdl",
        "page[size]=5&page[after]=MQ&page[before]=MQ",
        "page[size]=5&page=x",
        "page[size]=5&per_page=0",
    ] {
        let answer = sandbox.manager().get(&format!("{SEGMENTS}?{query}")).await;
        assert_eq!(answer.status, 400, "{query}: {}", answer.text);
        assert_eq!(answer.body["errors"][0]["code"], "InvalidPaginationParameter", "{query}");
    }
}
