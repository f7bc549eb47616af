//! How the page looks: theme, connection, pictures of it.

use serde_json::json;
use thirtyfour::error::WebDriverResult;

use crate::{Browser, environment};

/// What the system asks of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    pub const BOTH: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in CSS.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Browser {
    /// Shows the page in a theme, without motion.
    pub async fn theme(&self, theme: Theme) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": theme.name() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.command("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Takes the connection away, or gives it back.
    pub async fn offline(&self, offline: bool) {
        let conditions = json!({
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.command("Network.enable", json!({})).await;
        self.command("Network.emulateNetworkConditions", conditions).await;
    }

    /// Signs all requests of the page with this token instead of the session's cookie.
    pub async fn sign_with(&self, token: &str) {
        self.send_header("Authorization", &format!("Bearer {token}")).await;
    }

    /// Marks all requests of the page, so that faults strike no others.
    pub async fn mark_requests(&self, tag: &str) {
        self.send_header("X-Sandbox-Tag", tag).await;
    }

    async fn send_header(&self, name: &str, value: &str) {
        self.command("Network.enable", json!({})).await;
        self.command("Network.setExtraHTTPHeaders", json!({ "headers": { name: value } })).await;
    }

    /// Waits until nothing moves any more, and every font is there.
    pub async fn is_still(&self) {
        const STILL: &str = "return document.fonts.status === 'loaded' && document.getAnimations()
            .every((animation) => animation.playState !== 'running'
                || animation.effect.getComputedTiming().endTime > 1000)";
        self.until("the page is still", async || {
            let still = self.driver.execute(STILL, Vec::new()).await?;
            Ok((still.json() == true).then_some(()))
        })
        .await;
    }

    /// Writes what the window shows to a file.
    pub async fn picture(&self, name: &str) -> WebDriverResult<()> {
        let path = environment::screenshots().join(format!("{name}.png"));
        self.driver.screenshot(&path).await
    }
}
