//! Articles that a segment restricts: nothing is deleted before they are known or the user was told that they are not.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::delete;
use crate::support::{Account, Page, SEGMENTS, on, shown_text, until};

/// Restricts articles, and nothing else.
const NAME: &str = "Concert hall technicians";
const LIST: &str = "/segments?q=concert";
const ARTICLES: &str = "/api/v2/help_center/articles";
const PUBLIC: &str = "7 articles will become visible to everyone, signed in or not:";

async fn list() -> Page {
    let page = Page::open_on_one_brand(Account::fresh().await, LIST).await;
    page.row(NAME).await;
    page
}

/// What the dialog says first, and whether in red.
fn first_line(page: &Page) -> (String, bool) {
    let line = page.element("dialog .impact-list li").expect("what happens is listed");
    (shown_text(&line), line.class_name().contains("is-danger"))
}

/// The dialog names the articles first and deletes nothing until the name is typed.
async fn is_warned_of_the_articles(page: &Page) {
    page.is_asked(&format!("Delete “{NAME}”?")).await;
    page.sees(PUBLIC).await;
    let (text, danger) = first_line(page);
    assert!(text.starts_with(PUBLIC) && danger, "{text}");
    let links = page.elements("dialog .impact-list li:first-child a[href^='https://']");
    assert_eq!(links.len(), 7, "each article is a link: {text}");
    let copied = page.element("dialog .impact-list li").unwrap().text_content().unwrap();
    assert!(copied.contains(" and 3 more"), "{copied}");
    assert!(!page.offers("Delete segment"));
    assert!(page.asked("DELETE", SEGMENTS).is_empty());
    page.click_button("Cancel").await;
    page.is_asked_nothing().await;
}

#[wasm_bindgen_test]
async fn articles_come_first_from_the_row_menu_and_from_the_key() {
    let page = list().await;
    delete(&page, NAME).await;
    is_warned_of_the_articles(&page).await;
    page.leave_the_field().await;
    page.press("j Delete").await;
    is_warned_of_the_articles(&page).await;
}

#[wasm_bindgen_test]
async fn articles_come_first_from_the_form() {
    let page = list().await;
    page.click_link(NAME).await;
    page.is_at(NAME).await;
    page.click_button("Delete…").await;
    is_warned_of_the_articles(&page).await;
    page.is_at(NAME).await;
}

#[wasm_bindgen_test]
async fn articles_come_first_from_the_selection() {
    let page = list().await;
    page.select(NAME, false).await;
    page.click_button("Delete…").await;
    is_warned_of_the_articles(&page).await;
}

#[wasm_bindgen_test]
async fn typing_the_name_deletes_it_after_the_warning() {
    let page = list().await;
    delete(&page, NAME).await;
    page.sees(PUBLIC).await;
    page.type_into(&format!("Type {NAME} to confirm"), NAME).await;
    page.click_button("Delete segment").await;
    page.sees(&format!("Deleted “{NAME}”")).await;
    assert!(page.account.named(NAME).await.is_empty());
}

#[wasm_bindgen_test]
async fn an_article_is_named_as_public_only_without_all_of_its_segments() {
    let page = Page::open_on_one_brand(Account::fresh().await, "/segments").await;
    page.row("Ateliers agréés").await;
    delete(&page, "Ateliers agréés").await;
    page.sees("have other segments too").await;
    page.sees("Zendesk doesn’t say whether those still apply.").await;
    assert!(!page.offers("Delete segment"));
    page.click_button("Cancel").await;
    page.is_asked_nothing().await;

    page.select("Ateliers agréés", false).await;
    page.select("Repair-certified workshops", false).await;
    page.click_button("Delete…").await;
    page.is_asked("Delete 2 segments?").await;
    page.sees("articles will become visible to everyone").await;
}

#[wasm_bindgen_test]
async fn other_brands_are_named_as_unchecked_and_always_ask() {
    let account = Account::fresh().await;
    account.create(json!({ "name": "Nobody’s" })).await;
    let page = Page::open_on(account, "/segments?q=nobody").await;
    page.row("Nobody’s").await;
    delete(&page, "Nobody’s").await;
    page.is_asked("Delete “Nobody’s”?").await;
    let unchecked = "Articles of other brands weren’t checked (Fernhollow Stage, Fernhollow Strings). \
                     Any article restricted to this segment becomes visible to everyone.";
    page.sees(unchecked).await;
    assert_eq!(first_line(&page), (unchecked.to_owned(), false));
    page.sees("Not used by any section, topic or permission group.").await;
    assert!(page.element("dialog .impact-list use[href='#i-check']").is_none());
    assert!(!page.offers("Delete segment"));
}

#[wasm_bindgen_test]
async fn brands_that_cannot_be_read_may_have_articles() {
    let account = Account::fresh().await;
    account.create(json!({ "name": "Nobody’s" })).await;
    let page = Page::prepare(account).await;
    page.meets(on("GET", "/api/v2/brands").answers(403, "Not for you").times(10)).await;
    page.go_to("/segments?q=nobody");
    page.row("Nobody’s").await;
    delete(&page, "Nobody’s").await;
    page.is_asked("Delete “Nobody’s”?").await;
    page.sees("Articles of other brands, if any, weren’t checked.").await;
}

#[wasm_bindgen_test]
async fn articles_that_could_not_be_counted_are_a_warning_and_can_be_counted() {
    let page = list().await;
    page.meets(on("GET", ARTICLES).answers(422, "Not now")).await;
    delete(&page, NAME).await;
    page.is_asked(&format!("Delete “{NAME}”?")).await;
    let warning = "Articles weren’t checked. Any article restricted to this segment becomes visible to everyone.";
    page.sees(warning).await;
    assert!(first_line(&page).0.starts_with(warning));
    assert!(page.element("dialog .impact-list use[href='#i-check']").is_none());
    assert!(!page.offers("Delete segment"));
    page.click_button("Retry").await;
    page.sees(PUBLIC).await;
}

#[wasm_bindgen_test]
async fn many_articles_are_counted_in_the_dialog_when_asked() {
    let page = list().await;
    let many = json!({
        "articles": [],
        "count": 20_000,
        "next_page": "https://fernhollow.example/api/v2/help_center/articles.json?page=2",
    });
    page.meets(on("GET", ARTICLES).answers(200, many)).await;
    delete(&page, NAME).await;
    page.sees("Articles weren’t checked.").await;
    assert!(!page.offers("Delete segment"));
    page.click_button("Count 20,000 articles").await;
    page.sees(PUBLIC).await;
    assert!(!page.offers("Delete segment"));
}

#[wasm_bindgen_test]
async fn an_article_that_does_not_tell_its_segments_leaves_it_open() {
    let account = Account::fresh().await;
    account.create(json!({ "name": "Nobody’s" })).await;
    let page = Page::prepare(account).await;
    page.has_one_brand().await;
    let silent =
        json!({ "articles": [{ "id": 1, "title": "Silent" }], "count": 1, "next_page": null });
    page.meets(on("GET", ARTICLES).answers(200, silent).times(10)).await;
    page.go_to("/segments?q=nobody");
    page.row("Nobody’s").await;
    delete(&page, "Nobody’s").await;
    page.is_asked("Delete “Nobody’s”?").await;
    page.sees("Articles weren’t checked.").await;
}

#[wasm_bindgen_test]
async fn the_forms_panel_lists_articles_first() {
    let page = list().await;
    page.click_link(NAME).await;
    page.sees_in("Used by", "7 articles").await;
    until("the articles", || {
        (page.elements(".panel .uses a[href^='https://']").len() == 7).then_some(())
    })
    .await;
    assert!(!page.shows("Not used by any"));
}

#[wasm_bindgen_test]
async fn the_forms_panel_says_when_articles_were_not_checked() {
    let account = Account::fresh().await;
    let segment = account.create(json!({ "name": "Nobody’s" })).await;
    let page = Page::prepare(account).await;
    page.meets(on("GET", ARTICLES).answers(422, "Not now")).await;
    page.go_to(&format!("/segments/{}", segment.id));
    page.sees_in("Used by", "Not used by any section or topic.").await;
    page.sees_in("Used by", "Articles not checked.").await;
    page.click_button("Retry").await;
    page.sees_in("Used by", "Not used by any section or topic, or by any article of this brand.")
        .await;
    let others = "Articles of other brands weren’t checked (Fernhollow Stage, Fernhollow Strings).";
    page.sees_in("Used by", others).await;
}
