//! Every order of the list, in both paging styles.

use serde_json::{Value, json};

use super::ARTICLES;
use crate::support::{TestSandbox, encoded, path};

const KEYS: [&str; 5] = ["position", "title", "created_at", "updated_at", "edited_at"];

/// What an article is ordered by, as text that is ordered alike.
fn place(article: &Value, key: &str) -> String {
    let id = article["id"].as_u64().unwrap();
    match &article[key] {
        Value::Number(number) => format!("{:020} {id:020}", number.as_u64().unwrap()),
        text => format!("{} {id:020}", text.as_str().unwrap().to_ascii_lowercase()),
    }
}

async fn walked(sandbox: &TestSandbox, query: &str, link: &str) -> Vec<Value> {
    let mut articles = Vec::new();
    let mut next = json!(format!("http://localhost:8080{ARTICLES}?{query}"));
    while !next.is_null() {
        let answer = sandbox.manager().get(&path(&next)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        articles.extend_from_slice(answer.list("articles"));
        next = answer.body.pointer(link).cloned().unwrap_or_default();
    }
    articles
}

#[tokio::test]
async fn every_order_is_the_same_in_both_paging_styles_and_both_directions() {
    let sandbox = TestSandbox::start();
    for key in KEYS {
        let sorted = |order: &str| format!("sort_by={key}&sort_order={order}");
        let ascending =
            walked(&sandbox, &format!("{}&page[size]=90", sorted("asc")), "/links/next").await;
        let mut places: Vec<String> = ascending.iter().map(|one| place(one, key)).collect();
        assert_eq!(places.len(), 280);
        assert!(places.is_sorted(), "{key}");
        places.dedup();
        assert_eq!(places.len(), 280, "{key}");

        let by_number =
            walked(&sandbox, &format!("{}&per_page=90", sorted("asc")), "/next_page").await;
        assert_eq!(by_number, ascending, "{key}");

        let mut descending =
            walked(&sandbox, &format!("{}&page[size]=90", sorted("desc")), "/links/next").await;
        descending.reverse();
        assert_eq!(descending, ascending, "{key}");
    }
}

#[tokio::test]
async fn the_last_link_leads_backwards_through_every_order() {
    let sandbox = TestSandbox::start();
    for key in KEYS {
        let query = format!("{ARTICLES}?sort_by={key}&page[size]=100");
        let first = sandbox.manager().get(&query).await;
        let second = sandbox.manager().get(&path(&first.body["links"]["next"])).await;
        let third = sandbox.manager().get(&path(&second.body["links"]["next"])).await;
        assert_eq!(third.list("articles").len(), 80);
        assert_eq!(third.body["meta"]["has_more"], false);
        let last = sandbox.manager().get(&path(&first.body["links"]["last"])).await;
        assert_eq!(last.list("articles")[20..], *third.list("articles"), "{key}");
        let back = sandbox.manager().get(&path(&third.body["links"]["prev"])).await;
        assert_eq!(back.list("articles"), second.list("articles"), "{key}");
    }
}

#[tokio::test]
async fn position_upwards_is_the_order_that_nobody_asked_for_and_numbered_pages_say_so() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(ARTICLES).await;
    assert_eq!(
        (&answer.body["sort_by"], &answer.body["sort_order"]),
        (&json!("position"), &json!("asc"))
    );
    let asked = sandbox.manager().get(&format!("{ARTICLES}?sort_by=position&sort_order=asc")).await;
    assert_eq!(asked.list("articles"), answer.list("articles"));
    let cursor = sandbox.manager().get(&format!("{ARTICLES}?page[size]=30")).await;
    assert_eq!(cursor.list("articles"), answer.list("articles"));
    assert!(cursor.body.get("sort_by").is_none());
}

#[tokio::test]
async fn a_cursor_leads_on_in_its_own_order_only() {
    let sandbox = TestSandbox::start();
    let first = sandbox.manager().get(&format!("{ARTICLES}?sort_by=title&page[size]=5")).await;
    let cursor = encoded(first.body["meta"]["after_cursor"].as_str().unwrap());
    for query in ["sort_by=position&", "sort_by=created_at&", ""] {
        let answer = sandbox
            .manager()
            .get(&format!("{ARTICLES}?{query}page[size]=5&page[after]={cursor}"))
            .await;
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(answer.body["errors"][0]["code"], "InvalidPaginationParameter");
    }
    let plain = sandbox.manager().get("/api/v2/groups?page[size]=1").await;
    let plain = encoded(plain.body["meta"]["after_cursor"].as_str().unwrap());
    let answer =
        sandbox.manager().get(&format!("{ARTICLES}?page[size]=5&page[after]={plain}")).await;
    assert_eq!(answer.status, 400);
    let answer =
        sandbox.manager().get(&format!("/api/v2/groups?page[size]=5&page[after]={cursor}")).await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn what_articles_are_not_sorted_by_is_refused() {
    let sandbox = TestSandbox::start();
    for query in ["sort_by=name", "sort_by=", "sort_order=up", "sort_by=title&sort_order=DESC"] {
        let answer = sandbox.manager().get(&format!("{ARTICLES}?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(answer.body["error"]["title"], "Invalid attribute");
    }
}
