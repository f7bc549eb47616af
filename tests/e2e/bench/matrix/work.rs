//! What the page's main thread worked on, by Chromium's own count. In processor time, so that what else the machine
//! does counts little.

use guidepost_e2e::Browser;
use serde_json::{Value, json};

/// Chromium's names, and ours. All of it is more than the parts: painting has no name.
const COUNTED: [(&str, &str); 4] = [
    ("ScriptDuration", "script"),
    ("RecalcStyleDuration", "style"),
    ("LayoutDuration", "layout"),
    ("TaskDuration", "all work"),
];

/// Seconds since the page was opened.
pub(super) struct Work([f64; COUNTED.len()]);

impl Work {
    pub(super) async fn so_far(browser: &Browser) -> Self {
        browser.command("Performance.enable", json!({ "timeDomain": "threadTicks" })).await;
        let answer = browser.command("Performance.getMetrics", json!({})).await;
        let metrics = answer["metrics"].as_array().cloned().unwrap_or_default();
        let value = |name: &str| {
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            metric.map(|metric| &metric["value"]).and_then(Value::as_f64)
        };
        Self(COUNTED.map(|(name, _)| value(name).unwrap_or_else(|| panic!("no {name}: {answer}"))))
    }

    /// What came on top of an earlier count.
    pub(super) fn since(&self, before: &Self) -> impl Iterator<Item = (&'static str, f64)> {
        let spent = |at: usize| (COUNTED[at].1, self.0[at] - before.0[at]);
        (0..COUNTED.len()).map(spent)
    }
}
