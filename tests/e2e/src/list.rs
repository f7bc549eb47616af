//! The list of segments, in the words of somebody who uses it.

use thirtyfour::{Key, WebElement};

use crate::{App, Role};

pub struct List<'a>(&'a App);

impl App {
    pub fn list(&self) -> List<'_> {
        List(self)
    }
}

impl List<'_> {
    /// Opens it, and waits until it is complete.
    pub async fn open(&self) {
        self.0.browser.open("/segments").await;
        self.is_shown().await;
    }

    pub async fn is_shown(&self) {
        let browser = &self.0.browser;
        browser.find(Role::Heading, "User segments").await;
        browser
            .until("the list is complete", async || {
                let count = "return document.querySelector('.table__foot')?.innerText ?? ''";
                let text = browser.driver.execute(count, Vec::new()).await?;
                let text = text.json().as_str().unwrap_or_default().to_owned();
                Ok((text.contains("segment") && !text.contains("Loading")).then_some(()))
            })
            .await;
    }

    /// Searches, from whatever was searched before.
    pub async fn search(&self, text: &str) {
        let browser = &self.0.browser;
        browser.click(Role::Textbox, "Search segments").await;
        browser.press_with(Key::Control, 'a').await;
        browser.press(Key::Delete).await;
        browser.type_text(text).await;
    }

    /// Searches until the segment shows.
    pub async fn find(&self, text: &str, segment: &str) {
        self.search(text).await;
        self.row(segment).await;
    }

    /// Waits until the segment is one of the rows in the page.
    pub async fn row(&self, segment: &str) -> WebElement {
        self.0.browser.find_within(Role::Link, segment, Some("tr[data-segment]")).await
    }

    pub async fn has_no(&self, segment: &str) {
        self.0.browser.has_no(Role::Link, segment).await;
    }

    /// Waits until the keyboard's cursor is on the segment.
    pub async fn cursor_is_on(&self, segment: &str) {
        const CURSOR: &str =
            "return document.querySelector('tr.is-active .table__name')?.innerText ?? null";
        let browser = &self.0.browser;
        browser
            .until(&format!("the cursor is on “{segment}”"), async || {
                let name = browser.driver.execute(CURSOR, Vec::new()).await?;
                Ok((name.json() == segment).then_some(()))
            })
            .await;
    }

    /// Waits until the segment's row is within the window.
    pub async fn row_is_in_view(&self, segment: &str) {
        const IN_VIEW: &str = "const box = arguments[0].closest('tr').getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight";
        let browser = &self.0.browser;
        browser
            .until(&format!("the row of “{segment}” is in view"), async || {
                let row = self.row(segment).await;
                let inside = browser.driver.execute(IN_VIEW, vec![row.to_json()?]).await?;
                Ok((inside.json() == true).then_some(()))
            })
            .await;
    }

    /// Opens the segment's form.
    pub async fn open_row(&self, segment: &str) {
        self.0.browser.click_within(Role::Link, segment, Some("tr[data-segment]")).await;
        self.0.browser.see("Used by").await;
    }

    pub async fn select(&self, segment: &str) {
        self.0.browser.click(Role::Checkbox, &format!("Select {segment}")).await;
    }

    /// Chooses something from the menu of the segment's row.
    pub async fn choose(&self, segment: &str, entry: &str) {
        self.0.browser.click(Role::Button, &format!("Actions for {segment}")).await;
        self.0.browser.click(Role::MenuItem, entry).await;
    }
}
