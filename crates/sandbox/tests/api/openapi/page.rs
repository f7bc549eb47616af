//! The page made of the document.

use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};

use super::{all, document};
use crate::support::TestSandbox;

#[tokio::test]
async fn the_page_has_every_endpoint_and_every_object() {
    let sandbox = TestSandbox::with_faults();
    let (document, page) = (document(&sandbox).await, sandbox.nobody().get("/openapi").await);
    assert_eq!(page.status, 200);
    assert_eq!(page.header(CONTENT_TYPE), Some("text/html; charset=utf-8"));
    for (path, method, operation) in all(&document) {
        let id = operation["operationId"].as_str().unwrap();
        assert!(page.text.contains(&format!("id=\"{id}\"")), "{method} {path}");
        assert!(page.text.contains(&format!("<code>{path}</code>")), "{method} {path}");
        let command = if method == "get" {
            "curl".to_owned()
        } else {
            format!("curl -X {}", method.to_uppercase())
        };
        assert!(page.text.contains(&format!("<code>{command}")), "{method} {path}");
    }
    for name in document["components"]["schemas"].as_object().unwrap().keys() {
        assert!(page.text.contains(&format!("id=\"object-{name}\"")), "{name}");
    }
}

#[tokio::test]
async fn the_page_has_no_script_and_loads_nothing() {
    let page = TestSandbox::with_faults().nobody().get("/openapi").await;
    let policy = page.header(CONTENT_SECURITY_POLICY).unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    for forbidden in
        ["<script", "<link", "<img", "=\"http", " src=", "url(", "@import", " style=", "{title}"]
    {
        assert!(!page.text.contains(forbidden), "{forbidden}");
    }
}

#[tokio::test]
async fn every_link_of_the_page_leads_somewhere() {
    let page = TestSandbox::with_faults().nobody().get("/openapi").await;
    let links: Vec<&str> =
        page.text.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.len() > 100, "{}", links.len());
    for link in links {
        assert_eq!(page.text.matches(&format!("id=\"{link}\"")).count(), 1, "{link}");
    }
}
