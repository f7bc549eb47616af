//! No screen keeps anybody out: axe-core looks at every state in both themes.

use std::collections::BTreeMap;

use guidepost_e2e::Theme;

use crate::tour::{Part, tour};

fn look_for_barriers(part: Part) {
    // What is on every screen is told once, with all its places.
    let mut barriers = BTreeMap::<String, Vec<String>>::new();
    tour(part, "accessibility", async |app, stop| {
        for theme in Theme::BOTH {
            app.browser.theme(theme).await;
            app.browser.is_still().await;
            for barrier in app.browser.barriers().await {
                barriers.entry(barrier).or_default().push(format!("{stop} {}", theme.name()));
            }
        }
    });
    assert!(barriers.is_empty(), "{barriers:#?}");
}

#[test]
fn no_screen_of_segments_has_a_serious_barrier_in_either_theme() {
    look_for_barriers(Part::Segments);
}

#[test]
fn no_screen_of_permission_groups_has_a_serious_barrier_in_either_theme() {
    look_for_barriers(Part::PermissionGroups);
}

#[test]
fn the_matrix_has_no_serious_barrier_in_either_theme() {
    look_for_barriers(Part::Matrix);
}

#[test]
fn what_the_professional_plan_shows_has_no_serious_barrier_in_either_theme() {
    look_for_barriers(Part::Professional);
}

#[test]
fn what_the_lite_plan_shows_has_no_serious_barrier_in_either_theme() {
    look_for_barriers(Part::Lite);
}
