//! A Chromium that is used as a person would: look for text, point at things by role and name, press keys. Everything
//! waits until it is there, and fails with a sentence that says what was not.

use std::{fmt, time::Duration};

use serde_json::{Value, json};
use thirtyfour::{
    BrowserLogEntry, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, Key,
    LoggingPrefsLogLevel, WebDriver, WebElement, error::WebDriverResult,
};
use tokio::time::{Instant, sleep};

use crate::environment;

/// How long anything may take; a busy machine is slow, and a passing journey never waits this long.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a script may go on; some watch the page for a while, and some of that is slow.
const SCRIPT_PATIENCE: Duration = Duration::from_secs(300);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(25);

const LOCATE: &str = include_str!("locate.js");

/// What a thing is, to whoever uses it.
#[derive(Debug, Clone, Copy)]
pub enum Role {
    Button,
    Checkbox,
    Combobox,
    Heading,
    Link,
    MenuItem,
    Radio,
    Textbox,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Button => "button",
            Self::Checkbox => "checkbox",
            Self::Combobox => "combobox",
            Self::Heading => "heading",
            Self::Link => "link",
            Self::MenuItem => "menuitem",
            Self::Radio => "radio",
            Self::Textbox => "textbox",
        })
    }
}

pub struct Browser {
    pub driver: WebDriver,
    site: String,
}

impl Browser {
    /// A fresh browser, with nothing stored, through a chromedriver.
    pub async fn start(driver: &str, site: &str) -> Self {
        let driver = WebDriver::new(driver, capabilities().expect("capabilities are JSON"))
            .await
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}"));
        driver.set_script_timeout(SCRIPT_PATIENCE).await.expect("scripts can be waited for");
        let browser = Self { driver, site: site.to_owned() };
        browser.resize(1440, 900).await;
        browser
    }

    /// Goes to an address of the site, as if it was typed.
    pub async fn open(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.site)).await.expect("the page loads");
    }

    /// The same, where the page may be out of reach.
    ///
    /// # Errors
    /// When it is.
    pub async fn try_to_open(&self, path: &str) -> WebDriverResult<()> {
        self.driver.goto(format!("{}{path}", self.site)).await
    }

    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page reloads");
    }

    pub async fn back(&self) {
        self.run("history.back()", []).await;
    }

    /// The address after the host.
    pub async fn path(&self) -> String {
        let path = self.run("return location.pathname + location.search", []).await;
        path.as_str().unwrap_or_default().to_owned()
    }

    pub async fn is_at(&self, path: &str) {
        self.until(&format!("the address is {path}"), async || {
            Ok((self.path().await == path).then_some(()))
        })
        .await;
    }

    /// Waits until the text shows; with a dialog open, in the dialog.
    pub async fn see(&self, text: &str) {
        self.until(&format!("“{text}” shows"), async || {
            Ok(self.visible_text().await?.contains(text).then_some(()))
        })
        .await;
    }

    /// Waits until the text does not show any more.
    pub async fn see_no(&self, text: &str) {
        self.until(&format!("“{text}” is gone"), async || {
            Ok((!self.visible_text().await?.contains(text)).then_some(()))
        })
        .await;
    }

    /// Waits until the text is in the page, also behind a dialog.
    pub async fn find_in_page(&self, text: &str) {
        const READ: &str = "return document.body.innerText.replace(/\\s+/g, ' ')";
        self.until(&format!("“{text}” is in the page"), async || {
            let page = self.driver.execute(READ, Vec::new()).await?;
            let page = page.json().as_str().unwrap_or_default().to_owned();
            Ok(page.contains(text).then_some(()))
        })
        .await;
    }

    /// What can be read: of the topmost dialog, or else of the page.
    pub async fn visible_text(&self) -> WebDriverResult<String> {
        const READ: &str =
            "return ([...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body)
                .innerText.replace(/\\s+/g, ' ')";
        let text = self.driver.execute(READ, Vec::new()).await?;
        Ok(text.json().as_str().unwrap_or_default().to_owned())
    }

    /// Waits until it is there.
    pub async fn find(&self, role: Role, name: &str) -> WebElement {
        self.find_within(role, name, None).await
    }

    /// Waits until it is there, in the part of the page that the selector names.
    pub async fn find_within(&self, role: Role, name: &str, within: Option<&str>) -> WebElement {
        self.until(&format!("there is a {role} “{name}”"), async || {
            self.locate(role, name, within).await
        })
        .await
    }

    /// Whether it is there now.
    pub async fn has(&self, role: Role, name: &str) -> bool {
        self.locate(role, name, None).await.expect("the page can be asked").is_some()
    }

    pub async fn has_no(&self, role: Role, name: &str) {
        self.until(&format!("there is no {role} “{name}” any more"), async || {
            Ok(self.locate(role, name, None).await?.is_none().then_some(()))
        })
        .await;
    }

    pub async fn click(&self, role: Role, name: &str) {
        self.click_within(role, name, None).await;
    }

    /// Clicks where a person would: it fails when something else lies on top.
    pub async fn click_within(&self, role: Role, name: &str, within: Option<&str>) {
        self.until(&format!("a {role} “{name}” can be clicked"), async || {
            let Some(element) = self.locate(role, name, within).await? else { return Ok(None) };
            element.click().await.map(Some)
        })
        .await;
    }

    pub async fn press(&self, key: Key) {
        let keys = self.driver.action_chain().send_keys(key);
        keys.perform().await.expect("keys can be pressed");
    }

    /// Moves the mouse over it and leaves it there.
    pub async fn hover_over(&self, role: Role, name: &str) {
        let element = self.find(role, name).await;
        let moved = self.driver.action_chain().move_to_element_center(&element);
        moved.perform().await.expect("the mouse can be moved");
    }

    /// Presses a key while another is held.
    pub async fn press_with(&self, modifier: Key, key: impl Into<char>) {
        let keys = self
            .driver
            .action_chain()
            .key_down(modifier.clone())
            .send_keys(key.into().to_string())
            .key_up(modifier);
        keys.perform().await.expect("keys can be pressed");
    }

    /// Types into whatever has focus.
    pub async fn type_text(&self, text: &str) {
        let keys = self.driver.action_chain().send_keys(text);
        keys.perform().await.expect("keys can be pressed");
    }

    /// Waits until this has focus.
    pub async fn focus_is_on(&self, role: Role, name: &str) {
        self.until(&format!("focus is on the {role} “{name}”"), async || {
            let Some(element) = self.locate(role, name, None).await? else { return Ok(None) };
            let focused = self.driver.active_element().await?;
            Ok((focused.element_id() == element.element_id()).then_some(()))
        })
        .await;
    }

    /// Whether the browser would ask before the tab is closed. The driver answers that question by itself and before
    /// anybody could see it, so the page is asked what it would answer.
    pub async fn asks_before_closing(&self) -> bool {
        const ASK: &str = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
        self.run(ASK, []).await == true
    }

    /// The size of the page's view, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Runs a script in the page.
    pub async fn run<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        let answer = self.driver.execute(script, arguments.to_vec()).await;
        answer.expect("the script runs").json().clone()
    }

    /// Runs a script that calls its last argument when it is through, with what it has to tell.
    pub async fn run_through<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        let answer = self.driver.execute_async(script, arguments.to_vec()).await;
        answer.expect("the script runs through").json().clone()
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Value {
        let sent = self.driver.cdp().send_raw(name, parameters).await;
        sent.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// What the browser wrote to its console since it was last asked.
    pub async fn console(&self) -> Vec<BrowserLogEntry> {
        self.driver.browser_log().await.unwrap_or_default()
    }

    /// Waits until `look` finds something. An error counts as nothing yet: elements come and go while one looks.
    pub async fn until<T>(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> WebDriverResult<Option<T>>,
    ) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let outcome = look().await;
            if let Ok(Some(found)) = outcome {
                return found;
            }
            if Instant::now() > deadline {
                let error = outcome.err().map(|error| format!("\n{error}")).unwrap_or_default();
                let text = self.visible_text().await.unwrap_or_default();
                panic!("waited in vain until {what}{error}\nThe page says: {text}");
            }
            sleep(GLANCE).await;
        }
    }

    async fn locate(
        &self,
        role: Role,
        name: &str,
        within: Option<&str>,
    ) -> WebDriverResult<Option<WebElement>> {
        let arguments = vec![json!(role.to_string()), json!(name), json!(within)];
        let found = self.driver.execute(LOCATE, arguments).await?;
        if found.json().is_null() { Ok(None) } else { found.element().map(Some) }
    }
}

fn capabilities() -> WebDriverResult<ChromeCapabilities> {
    let mut chrome = DesiredCapabilities::chrome();
    chrome.set_binary(&environment::chromium().to_string_lossy())?;
    // Nothing that reaches for the network by itself; Chromium refuses its sandbox to root, which containers run as.
    for argument in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-GB",
    ] {
        chrome.add_arg(argument)?;
    }
    chrome.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(chrome)
}
