//! How many articles use each group: counted by itself where they are few, and when somebody asks where they are many.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{ARTICLES, LIST, cell, list};
use crate::support::{Account, Page, on, until};

#[wasm_bindgen_test]
async fn a_few_articles_are_counted_by_themselves_once() {
    let page = list().await;
    page.sees("Articles of this brand only").await;
    assert_eq!(cell(&page, "Dealer portal", "articles").await, "40");
    assert_eq!(cell(&page, "Firmware notes", "articles").await, "0");
    let asked = page.asked("GET", ARTICLES).len();
    assert!(asked <= 5, "{asked} requests");
    page.click_link("Segments 38").await;
    page.sees("40 segments").await;
    page.click_link("Permission groups 8").await;
    page.sees("10 permission groups").await;
    page.settles().await;
    assert_eq!(cell(&page, "Dealer portal", "articles").await, "40");
    assert_eq!(page.asked("GET", ARTICLES).len(), asked);
}

#[wasm_bindgen_test]
async fn articles_that_cannot_be_counted_are_not_known_and_retry_counts_them() {
    let page = Page::prepare(Account::fresh().await).await;
    page.meets(on("GET", ARTICLES).answers(422, "Not now")).await;
    page.go_to(LIST);
    page.sees("Couldn’t count articles.").await;
    page.sees("Zendesk said: “Not now”.").await;
    assert_eq!(cell(&page, "Dealer portal", "articles").await, "Not counted");
    page.click_button("Retry").await;
    page.sees("Articles of this brand only").await;
    assert_eq!(cell(&page, "Dealer portal", "articles").await, "40");
}

/// The list of an account that says it has 20,000 articles.
async fn list_of_many() -> Page {
    let page = Page::prepare(Account::fresh().await).await;
    let many = json!({
        "articles": [],
        "count": 20_000,
        "next_page": "https://fernhollow.example/api/v2/help_center/articles.json?page=2",
    });
    page.meets(on("GET", ARTICLES).answers(200, many)).await;
    page.go_to(LIST);
    until("the offer", || page.offers("Count 20,000 articles").then_some(())).await;
    page
}

#[wasm_bindgen_test]
async fn many_articles_are_counted_when_somebody_asks() {
    let page = list_of_many().await;
    page.settles().await;
    assert_eq!(page.asked("GET", ARTICLES).len(), 1, "nothing further is read by itself");
    let offer = page.element(".count-offer button").expect("the offer stands over the table");
    let table = page.element("table").unwrap();
    assert!(offer.get_bounding_client_rect().y() < table.get_bounding_client_rect().y());
    page.meets(on("GET", ARTICLES).skipping(1).delayed(500)).await;
    page.click_button("Count 20,000 articles").await;
    page.sees("Counting articles… 100 of 20,000").await;
    until("the count", || (!page.shows("Counting articles…")).then_some(())).await;
    assert_eq!(cell(&page, "Dealer portal", "articles").await, "40");
    assert!(!page.offers("Count 20,000 articles"));
}

#[wasm_bindgen_test]
async fn counting_can_be_stopped_and_begun_again() {
    let page = list_of_many().await;
    page.meets(on("GET", ARTICLES).skipping(1).delayed(1_000)).await;
    page.click_button("Count 20,000 articles").await;
    page.sees("Counting articles… 100 of 20,000").await;
    page.click_button("Stop").await;
    until("the offer", || page.offers("Count 20,000 articles").then_some(())).await;
    page.click_button("Count 20,000 articles").await;
    until("the count", || (!page.offers("Stop")).then_some(())).await;
    assert_eq!(cell(&page, "Dealer portal", "articles").await, "40");
}
