//! Pictures of every screen and state: wide in both themes, and narrow.

use guidepost_e2e::Theme;

use crate::tour::{Part, tour};

/// Width, height, theme and what is added to a picture's name.
const VIEWS: [(u32, u32, Theme, &str); 3] = [
    (390, 844, Theme::Light, "narrow"),
    (1440, 900, Theme::Dark, "dark"),
    // Last, because the tour goes on from it.
    (1440, 900, Theme::Light, "light"),
];

fn take_pictures(part: Part) {
    tour(part, "screens", async |app, stop| {
        let browser = &app.browser;
        for (width, height, theme, view) in VIEWS {
            browser.resize(width, height).await;
            browser.theme(theme).await;
            browser.is_still().await;
            let name = format!("{stop}-{view}");
            browser.picture(&name).await.expect("the picture can be written");
            let wider = "return document.documentElement.scrollWidth > innerWidth";
            assert_eq!(browser.run(wider, []).await, false, "{name} scrolls sideways");
        }
    });
}

#[test]
fn every_screen_of_segments_has_its_picture_taken() {
    take_pictures(Part::Segments);
}

#[test]
fn every_screen_of_permission_groups_has_its_picture_taken() {
    take_pictures(Part::PermissionGroups);
}

#[test]
fn the_matrix_has_its_picture_taken() {
    take_pictures(Part::Matrix);
}

#[test]
fn what_the_professional_plan_shows_has_its_picture_taken() {
    take_pictures(Part::Professional);
}

#[test]
fn what_the_lite_plan_shows_has_its_picture_taken() {
    take_pictures(Part::Lite);
}
