//! Pictures of every screen and state: wide in both themes, and narrow.

use guidepost_e2e::{Theme, journey};

use crate::tour::tour;

/// Width, height, theme and what is added to a picture's name.
const VIEWS: [(u32, u32, Theme, &str); 3] = [
    (390, 844, Theme::Light, "narrow"),
    (1440, 900, Theme::Dark, "dark"),
    // Last, because the tour goes on from it.
    (1440, 900, Theme::Light, "light"),
];

#[test]
fn every_screen_has_its_picture_taken() {
    journey("screens", async |app| {
        let browser = &app.browser;
        let mut number = 0;
        tour(app, &mut async |stop: &str| {
            number += 1;
            for (width, height, theme, view) in VIEWS {
                browser.resize(width, height).await;
                browser.theme(theme).await;
                browser.is_still().await;
                let name = format!("{number:02}-{stop}-{view}");
                browser.picture(&name).await.expect("the picture can be written");
                let wider = "return document.documentElement.scrollWidth > innerWidth";
                assert_eq!(browser.run(wider, []).await, false, "{name} scrolls sideways");
            }
        })
        .await;
    });
}
