//! The matrix of privileges, in the words of somebody who uses it.

use serde_json::json;

use crate::{App, Role};

pub struct Matrix<'a>(&'a App);

impl App {
    pub fn matrix(&self) -> Matrix<'_> {
        Matrix(self)
    }
}

impl Matrix<'_> {
    /// Opens it, and waits until every segment and every group is in it.
    pub async fn open(&self) {
        self.0.browser.open("/permission-groups/matrix").await;
        self.is_complete().await;
    }

    pub async fn is_complete(&self) {
        const EXTENT: &str = "const grid = document.querySelector('.matrix');
            return grid && [grid.ariaRowCount, grid.ariaColCount]";
        let App { browser, account } = self.0;
        let (staff, groups) = (account.staff_segments().await.len(), account.groups().await.len());
        // The head has two rows; each group has two columns, and the segments' names one.
        let expected = json!([(staff + 2).to_string(), (groups * 2 + 1).to_string()]);
        browser
            .until("the matrix is complete", async || {
                let extent = browser.driver.execute(EXTENT, Vec::new()).await?;
                Ok((*extent.json() == expected).then_some(()))
            })
            .await;
    }

    /// Clicks a box: "Segment, Group: Privilege".
    pub async fn switch(&self, cell: &str) {
        self.0.browser.click(Role::Checkbox, cell).await;
    }

    /// Waits until the box is checked, or is not.
    pub async fn is(&self, cell: &str, checked: bool) {
        let browser = &self.0.browser;
        browser
            .until(&format!("“{cell}” is {checked}"), async || {
                let found = browser.find(Role::Checkbox, cell).await.is_selected().await?;
                Ok((found == checked).then_some(()))
            })
            .await;
    }

    pub async fn focus_is_on(&self, cell: &str) {
        self.0.browser.focus_is_on(Role::Checkbox, cell).await;
    }
}
