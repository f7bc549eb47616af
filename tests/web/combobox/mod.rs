//! The combobox, by keyboard and as it is heard: the widget that groups, organizations, tags and people are picked with.

mod chips;
mod free_text;
mod keys;
mod lookup;

use crate::support::{Page, until};

const GROUPS: &str = "Groups";
const ORGANIZATIONS: &str = "Organizations";
const TAGS: &str = "Required tags";
const PEOPLE: &str = "People added individually";

/// A new form of that user type.
async fn form(user_type: &str) -> Page {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page.choose(user_type).await;
    page
}

/// The labels of the suggestions that are shown.
fn options(page: &Page) -> Vec<String> {
    let shown = ".combobox__popup:not([hidden]) [role=option] .option__label";
    page.elements(shown).iter().map(crate::support::shown_text).collect()
}

/// The label of the suggestion that the input names as active.
fn active(page: &Page, field: &str) -> Option<String> {
    let id = page.field(field).get_attribute("aria-activedescendant")?;
    let option = page.element(&format!("#{id} .option__label"))?;
    Some(crate::support::shown_text(&option))
}

fn is_open(page: &Page, field: &str) -> bool {
    page.field(field).get_attribute("aria-expanded").as_deref() == Some("true")
}

/// Waits until the suggestions are exactly these.
async fn suggests(page: &Page, expected: &[&str]) {
    until(format!("the suggestions {expected:?}"), || (options(page) == expected).then_some(()))
        .await;
}
