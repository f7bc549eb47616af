//! No screen keeps anybody out: axe-core looks at every state in both themes.

use guidepost_e2e::{Theme, journey};
use std::collections::BTreeMap;

use crate::tour::tour;

#[test]
fn no_screen_has_a_serious_barrier_in_either_theme() {
    journey("accessibility", async |app| {
        let browser = &app.browser;
        // What is on every screen is told once, with all its places.
        let mut barriers = BTreeMap::<String, Vec<String>>::new();
        tour(app, &mut async |stop: &str| {
            for theme in Theme::BOTH {
                browser.theme(theme).await;
                browser.is_still().await;
                for barrier in browser.barriers().await {
                    barriers.entry(barrier).or_default().push(format!("{stop} {}", theme.name()));
                }
            }
        })
        .await;
        assert!(barriers.is_empty(), "{barriers:#?}");
    });
}
