//! Visits to the list of one of the apps, under conditions that are the same for both.

use std::time::Duration;

use guidepost_e2e::Browser;
use serde_json::json;
use thirtyfour::WindowHandle;
use tokio::time::sleep;

use super::compared_app::ComparedApp;

/// A browser that was just started is busy with itself.
const START: Duration = Duration::from_secs(1);

/// How much slower than this machine, and how slow a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Conditions {
    pub(super) processor_slowdown: u32,
    pub(super) line: Option<Line>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) down_megabits: f64,
    pub(super) up_megabits: f64,
    pub(super) latency_ms: f64,
}

/// As the machine is.
pub(super) const AS_IT_IS: Conditions = Conditions { processor_slowdown: 1, line: None };

/// When the list was there, in milliseconds from the beginning of the navigation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrival {
    /// The first page of the list had been received.
    pub(super) answered: f64,
    /// Rows were painted.
    pub(super) painted: f64,
}

/// Somebody who was never here before.
pub(super) struct Visitor<'a> {
    browser: &'a Browser,
    /// The window that the browser began with.
    home: WindowHandle,
}

impl<'a> Visitor<'a> {
    /// With a browser that was just started.
    pub(super) async fn new(browser: &'a Browser) -> Self {
        sleep(START).await;
        let home = browser.driver.window().await.expect("a window");
        Self { browser, home }
    }

    /// Opens the list in a new tab, and returns when it is painted.
    pub(super) async fn open(&self, app: &ComparedApp, conditions: Conditions) -> Arrival {
        let browser = self.browser;
        let tab = browser.driver.new_tab().await.expect("a tab opens");
        browser.driver.switch_to_window(tab).await.expect("the tab is there");
        browser.resize(1440, 900).await;
        // React-admin's styles are made by its scripts, which the site's policy forbids. Here neither app has a policy.
        browser.command("Page.setBypassCSP", json!({ "enabled": true })).await;
        let watch = format!("{}\nwatch({});", include_str!("watch.js"), json!(app.row()));
        let source = json!({ "source": watch });
        browser.command("Page.addScriptToEvaluateOnNewDocument", source).await;
        self.impose(conditions).await;
        browser.open(app.path()).await;
        let arrival = browser.run_through(include_str!("arrival.js"), []).await;
        let time = |name: &str| arrival[name].as_f64();
        match (time("answered"), time("painted")) {
            (Some(answered), Some(painted)) => Arrival { answered, painted },
            _ => panic!(
                "{} showed no list, but: {}",
                app.name(),
                browser.visible_text().await.unwrap_or_default()
            ),
        }
    }

    /// Closes the tab that was opened last.
    pub(super) async fn close_tab(&self) {
        let driver = &self.browser.driver;
        driver.close_window().await.expect("the tab closes");
        driver.switch_to_window(self.home.clone()).await.expect("the first window is there");
    }

    async fn impose(&self, conditions: Conditions) {
        let rate = json!({ "rate": conditions.processor_slowdown });
        self.browser.command("Emulation.setCPUThrottlingRate", rate).await;
        if let Some(line) = conditions.line {
            let bytes_a_second = |megabits: f64| megabits * 1e6 / 8.0;
            let line = json!({
                "offline": false,
                "latency": line.latency_ms,
                "downloadThroughput": bytes_a_second(line.down_megabits),
                "uploadThroughput": bytes_a_second(line.up_megabits),
            });
            self.browser.command("Network.enable", json!({})).await;
            self.browser.command("Network.emulateNetworkConditions", line).await;
        }
    }
}
