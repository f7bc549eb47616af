//! The lists of segments and of permission groups, in the words of somebody who uses them.

use thirtyfour::{Key, WebElement};

use crate::{App, Browser, Role};

pub struct List<'a> {
    browser: &'a Browser,
    words: &'static Words,
}

/// What tells one list from the other.
struct Words {
    address: &'static str,
    title: &'static str,
    /// One of what is listed.
    noun: &'static str,
    /// The label of the search.
    search: &'static str,
    /// A row's selector.
    row: &'static str,
    /// What the page of one says when it is complete.
    opened: &'static str,
}

static SEGMENTS: Words = Words {
    address: "/segments",
    title: "User segments",
    noun: "segment",
    search: "Search segments",
    row: "tr[data-segment]",
    opened: "Used by",
};

static PERMISSION_GROUPS: Words = Words {
    address: "/permission-groups",
    title: "Permission groups",
    noun: "permission group",
    search: "Search permission groups",
    row: "tr[data-permission-group]",
    opened: "Effective access",
};

impl App {
    pub fn list(&self) -> List<'_> {
        List { browser: &self.browser, words: &SEGMENTS }
    }

    pub fn groups(&self) -> List<'_> {
        List { browser: &self.browser, words: &PERMISSION_GROUPS }
    }
}

impl List<'_> {
    /// Opens it, and waits until it is complete.
    pub async fn open(&self) {
        self.browser.open(self.words.address).await;
        self.is_shown().await;
    }

    pub async fn is_shown(&self) {
        let browser = self.browser;
        browser.find(Role::Heading, self.words.title).await;
        browser
            .until("the list is complete", async || {
                let count = "return document.querySelector('.table__foot')?.innerText ?? ''";
                let text = browser.driver.execute(count, Vec::new()).await?;
                let text = text.json().as_str().unwrap_or_default().to_owned();
                Ok((text.contains(self.words.noun) && !text.contains("Loading")).then_some(()))
            })
            .await;
    }

    /// Searches, from whatever was searched before.
    pub async fn search(&self, text: &str) {
        let browser = self.browser;
        browser.click(Role::Textbox, self.words.search).await;
        browser.press_with(Key::Control, 'a').await;
        browser.press(Key::Delete).await;
        browser.type_text(text).await;
    }

    /// Searches until it shows.
    pub async fn find(&self, text: &str, name: &str) {
        self.search(text).await;
        self.row(name).await;
    }

    /// Waits until it is one of the rows in the page.
    pub async fn row(&self, name: &str) -> WebElement {
        self.browser.find_within(Role::Link, name, Some(self.words.row)).await
    }

    pub async fn has_no(&self, name: &str) {
        self.browser.has_no(Role::Link, name).await;
    }

    /// Waits until the keyboard's cursor is on it.
    pub async fn cursor_is_on(&self, name: &str) {
        const CURSOR: &str = "return document.querySelector('tbody tr:focus-within .table__name')?.innerText ?? null";
        let browser = self.browser;
        browser
            .until(&format!("the cursor is on “{name}”"), async || {
                let found = browser.driver.execute(CURSOR, Vec::new()).await?;
                Ok((found.json() == name).then_some(()))
            })
            .await;
    }

    /// Waits until its row is within the window.
    pub async fn row_is_in_view(&self, name: &str) {
        const IN_VIEW: &str = "const box = arguments[0].closest('tr').getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight";
        let browser = self.browser;
        browser
            .until(&format!("the row of “{name}” is in view"), async || {
                let row = self.row(name).await;
                let inside = browser.driver.execute(IN_VIEW, vec![row.to_json()?]).await?;
                Ok((inside.json() == true).then_some(()))
            })
            .await;
    }

    /// Opens its form.
    pub async fn open_row(&self, name: &str) {
        self.browser.click_within(Role::Link, name, Some(self.words.row)).await;
        self.browser.see(self.words.opened).await;
    }

    pub async fn select(&self, name: &str) {
        self.browser.click(Role::Checkbox, &format!("Select {name}")).await;
    }

    /// Chooses something from the menu of its row.
    pub async fn choose(&self, name: &str, entry: &str) {
        self.browser.click(Role::Button, &format!("Actions for {name}")).await;
        self.browser.click(Role::MenuItem, entry).await;
    }
}
