//! Every list, in both paging styles: the same records, in the same order, to the end and back.

use serde_json::{Value, json};

use crate::support::{Client, TestSandbox, page_limit, path};

/// Each list's path and key, and whether it knows cursors.
async fn lists(sandbox: &TestSandbox) -> Vec<(String, &'static str, bool)> {
    let agent = sandbox.user("agent@sandbox.test").await;
    let user = sandbox.user("user@sandbox.test").await;
    let group = sandbox.group("Content team").await;
    let organization = sandbox.organization("Fernhollow HQ").await;
    let [signed_in] = sandbox.segment_ids(["Signed-in users"]).await;
    let article = sandbox.manager().get("/api/v2/help_center/articles?per_page=1").await;
    let article = &article.list("articles")[0];
    let (section, author) = (&article["section_id"], &article["author_id"]);
    let category = sandbox.manager().get("/api/v2/help_center/categories").await;
    let category = &category.list("categories")[0]["id"];
    let (hc, v2) = ("/api/v2/help_center", "/api/v2");
    vec![
        (format!("{hc}/user_segments"), "user_segments", true),
        (format!("{hc}/user_segments/applicable"), "user_segments", true),
        (format!("{hc}/user_segments/{signed_in}/sections"), "sections", true),
        (format!("{hc}/user_segments/{signed_in}/topics"), "topics", true),
        (format!("{hc}/users/{agent}/user_segments"), "user_segments", true),
        ("/api/v2/guide/permission_groups".to_owned(), "permission_groups", true),
        (format!("{hc}/articles"), "articles", true),
        (format!("{hc}/articles?sort_by=title&sort_order=desc"), "articles", true),
        (format!("{hc}/articles?label_names=guide"), "articles", true),
        (format!("{hc}/de/articles"), "articles", true),
        (format!("{hc}/articles/labels"), "labels", true),
        (format!("{hc}/sections/{section}/articles"), "articles", true),
        (format!("{hc}/users/{author}/articles?sort_by=title"), "articles", true),
        (format!("{hc}/sections"), "sections", true),
        (format!("{hc}/categories"), "categories", true),
        (format!("{hc}/categories/{category}/sections"), "sections", true),
        (format!("{hc}/categories/{category}/articles"), "articles", true),
        (format!("{hc}/en-us/sections?sort_by=updated_at"), "sections", true),
        (format!("{v2}/community/topics"), "topics", true),
        (format!("{hc}/community/topics"), "topics", true),
        (format!("{v2}/brands"), "brands", true),
        (format!("{v2}/groups"), "groups", true),
        (format!("{v2}/groups/assignable"), "groups", true),
        (format!("{v2}/groups/{group}/users"), "users", true),
        (format!("{v2}/groups/{group}/memberships"), "group_memberships", true),
        (format!("{v2}/groups/{group}/memberships/assignable"), "group_memberships", true),
        (format!("{v2}/group_memberships"), "group_memberships", true),
        (format!("{v2}/group_memberships/assignable"), "group_memberships", true),
        (format!("{v2}/organizations"), "organizations", true),
        (format!("{v2}/organizations/autocomplete?name=s"), "organizations", false),
        (format!("{v2}/organizations/search?name=riverbend guitars"), "organizations", false),
        (format!("{v2}/organizations/{organization}/users"), "users", true),
        (
            format!("{v2}/organizations/{organization}/organization_memberships"),
            "organization_memberships",
            true,
        ),
        (format!("{v2}/organization_memberships"), "organization_memberships", true),
        (format!("{v2}/tags"), "tags", true),
        (format!("{v2}/users?role[]=agent&role[]=admin"), "users", true),
        (format!("{v2}/users?role=agent"), "users", true),
        (format!("{v2}/users?external_id=none"), "users", true),
        (format!("{v2}/users/autocomplete?name=mar"), "users", false),
        (format!("{v2}/users/search?query=marta"), "users", false),
        (format!("{v2}/users/{agent}/groups"), "groups", true),
        (format!("{v2}/users/{agent}/group_memberships"), "group_memberships", true),
        (format!("{v2}/users/{user}/organizations"), "organizations", true),
        (format!("{v2}/users/{user}/organization_memberships"), "organization_memberships", true),
    ]
}

/// The address of a list with more parameters.
fn with(list: &str, query: &str) -> String {
    let mark = if list.contains('?') { '&' } else { '?' };
    format!("http://localhost:8080{list}{mark}{query}")
}

/// The records of all pages, from this one on.
async fn walked(client: &Client<'_>, first: String, link: &str, key: &str) -> Vec<Value> {
    let mut records = Vec::new();
    let mut next = json!(first);
    while !next.is_null() {
        let answer = client.get(&path(&next)).await;
        assert_eq!(answer.status, 200, "{next}: {}", answer.text);
        records.extend_from_slice(answer.list(key));
        next = answer.body.pointer(link).cloned().unwrap_or_default();
    }
    records
}

#[tokio::test]
async fn both_styles_lead_through_every_list() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    for (list, key, cursors) in lists(&sandbox).await {
        // Three pages or so, whatever there is.
        let count = manager.get(&path(&json!(with(&list, "")))).await.body["count"].clone();
        let count = count.as_u64().unwrap();
        let size = (count / 3 + 1).min(100);
        let by_number =
            walked(&manager, with(&list, &format!("per_page={size}")), "/next_page", key).await;
        assert_eq!(by_number.len() as u64, count, "{list}");
        if !cursors {
            let answer = manager.get(&path(&json!(with(&list, "page[size]=1")))).await;
            assert!(answer.body.get("meta").is_none(), "{list}");
            continue;
        }
        let by_cursor =
            walked(&manager, with(&list, &format!("page[size]={size}")), "/links/next", key).await;
        assert_eq!(by_cursor, by_number, "{list}");
    }
}

#[tokio::test]
async fn every_list_is_walked_back_by_cursor() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    for (list, key, _) in lists(&sandbox).await.into_iter().filter(|(_, _, cursors)| *cursors) {
        let first = manager.get(&path(&json!(with(&list, "page[size]=2")))).await;
        if first.body["links"]["next"].is_null() {
            assert!(first.list(key).len() <= 2, "{list}");
            continue;
        }
        let second = manager.get(&path(&first.body["links"]["next"])).await;
        let back = manager.get(&path(&second.body["links"]["prev"])).await;
        assert_eq!(back.list(key), first.list(key), "{list}");
        assert!(back.body["links"]["prev"].is_null(), "{list}");
    }
}

#[tokio::test]
async fn every_list_has_its_limits_and_help_center_lists_their_header() {
    let sandbox = TestSandbox::start();
    let manager = sandbox.manager();
    for (list, key, cursors) in lists(&sandbox).await {
        let ask = async |query: &str| manager.get(&path(&json!(with(&list, query)))).await;
        assert!(ask("per_page=1000").await.list(key).len() <= 100, "{list}");
        assert_eq!(ask("page=100&per_page=100").await.status, 200, "{list}");
        let deep = ask("page=101&per_page=100").await;
        assert_eq!((deep.status, deep.body), (400, page_limit()), "{list}");
        assert_eq!(ask("page=0").await.status, 400, "{list}");
        if cursors {
            assert!(ask("page[size]=1000").await.list(key).len() <= 100, "{list}");
            assert_eq!(ask("page[size]=5&page[after]=x").await.status, 400, "{list}");
            let help_center =
                ["/help_center/", "/guide/", "/community/"].iter().any(|part| list.contains(part));
            let page = ask("page[size]=1").await;
            let has_more = page.body["meta"]["has_more"] == true;
            assert_eq!(page.headers.contains_key("link"), help_center && has_more, "{list}");
            assert_eq!(page.body["links"].get("first").is_some(), help_center, "{list}");
        }
    }
}
