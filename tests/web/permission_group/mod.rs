//! The form of one permission group, and what a segment's page tells of the groups that name it.

mod conflict;
mod drafts;
mod form;
mod keyboard;
mod lost;
mod panel;
mod plans;
mod refusals;
mod segment;
mod table;

use guidepost_model::{PermissionGroup, SegmentId};
use serde_json::{Value, json};

use crate::support::{Account, Page, until};

/// The form of a permission group of the first day, open.
async fn form_of(name: &str) -> (Page, PermissionGroup) {
    let account = Account::fresh().await;
    let group = account.group(name).await;
    let page = Page::open_on(account, &address(&group)).await;
    page.is_at(name).await;
    has_table(&page).await;
    (page, group)
}

/// True when a box takes focus but no change.
fn is_locked(field: &web_sys::HtmlInputElement) -> bool {
    field.get_attribute("aria-disabled").as_deref() == Some("true") && !field.disabled()
}

fn address(group: &PermissionGroup) -> String {
    format!("/permission-groups/{}", group.id)
}

async fn new_form() -> Page {
    let page = Page::open("/permission-groups/new").await;
    page.is_at("New permission group").await;
    has_table(&page).await;
    page
}

/// Waits for the rows themselves: what stands around them comes before.
async fn has_table(page: &Page) {
    page.sees("staff segments").await;
    until("rows", || page.element(".privileges .table__name")).await;
}

/// The ids of segments of the first day.
async fn ids(account: &Account, names: &[&str]) -> Vec<SegmentId> {
    let mut ids = Vec::new();
    for name in names {
        ids.push(account.the(name).await.id);
    }
    ids
}

/// An answer to the list of segments: that many of staff, from "Crew 0000" on, with ids from 900000 on.
async fn crews(account: &Account, number: u64) -> Value {
    let model = serde_json::to_value(account.the("Tour crew").await).unwrap();
    let crew = |at: u64| {
        let mut segment = model.clone();
        segment["id"] = json!(900_000 + at);
        segment["name"] = json!(format!("Crew {at:04}"));
        segment
    };
    let segments: Vec<Value> = (0..number).map(crew).collect();
    json!({ "user_segments": segments, "meta": { "has_more": false } })
}

async fn save(page: &Page) {
    page.click_button("Review & save").await;
    page.click_button("Save changes").await;
}

async fn create(page: &Page) {
    page.click_button("Review & create").await;
    page.click_button("Create permission group").await;
}
