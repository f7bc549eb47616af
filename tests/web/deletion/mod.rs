//! Deleting segments, one at a time.

mod articles;
mod form;
mod leftovers;
mod one;
mod outcome;

use guidepost_model::UserSegment;
use serde_json::json;

use crate::support::{Account, Page, SEGMENTS, until};

/// The list of an account with one brand, which has a segment that nothing uses.
async fn list_with_unused() -> (Page, UserSegment) {
    let account = Account::fresh().await;
    let segment = account.create(json!({ "name": "Nobody’s" })).await;
    let page = Page::open_on_one_brand(account, "/segments?q=nobody").await;
    page.row("Nobody’s").await;
    (page, segment)
}

async fn delete(page: &Page, name: &str) {
    page.pick(&format!("Actions for {name}"), "Delete…").await;
}

async fn is_gone(page: &Page, segment: &UserSegment) {
    until("the deletion", || {
        let sent = page.asked("DELETE", &segment.id.to_string());
        (!sent.is_empty()).then_some(())
    })
    .await;
    // The request is under way: the account answers those that follow after it.
    for _ in 0..100 {
        if page.account.find(segment.id).await.is_none() {
            return;
        }
    }
    panic!("“{}” is still there", segment.name);
}

/// How often the page read the segment itself.
fn looks(page: &Page, segment: &UserSegment) -> usize {
    let path = format!("{SEGMENTS}/{}", segment.id);
    page.asked("GET", &path).iter().filter(|asked| asked.path == path).count()
}
