//! Dialogs, in the words of somebody who answers them.

use crate::{App, Role};

pub struct Dialog<'a>(&'a App);

impl App {
    /// The dialog with this title. Waits until it is open.
    pub async fn dialog(&self, title: &str) -> Dialog<'_> {
        self.browser.find_within(Role::Heading, title, Some(".dialog__head")).await;
        Dialog(self)
    }

    pub async fn no_dialog(&self) {
        self.browser
            .until("no dialog is open", async || {
                let open = "return document.querySelector('dialog[open]') !== null";
                let open = self.browser.driver.execute(open, Vec::new()).await?;
                Ok((open.json() == false).then_some(()))
            })
            .await;
    }
}

impl Dialog<'_> {
    pub async fn says(&self, text: &str) {
        self.0.browser.see(text).await;
    }

    pub async fn choose(&self, button: &str) {
        self.0.browser.click(Role::Button, button).await;
    }
}
