//! Every screen in every state, one after the other. What is done at each stop is up to whoever takes the tour.

mod matrix;
mod permission_groups;
mod plans;
mod segments;

use guidepost_e2e::{App, journey_on};

/// Until the failure is cleared.
const ALWAYS: u32 = 1000;

/// A part of the tour. Each has an account of its own, so they can be taken side by side.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    Segments,
    PermissionGroups,
    Matrix,
    /// What the Professional plan shows otherwise.
    Professional,
    /// What the Lite plan shows otherwise.
    Lite,
}

impl Part {
    /// As it stands in the names of files.
    const fn name(self) -> &'static str {
        match self {
            Self::Segments => "segments",
            Self::PermissionGroups => "permission-groups",
            Self::Matrix => "matrix",
            Self::Professional => "professional",
            Self::Lite => "lite",
        }
    }

    const fn plan(self) -> &'static str {
        match self {
            Self::Segments | Self::PermissionGroups | Self::Matrix => "enterprise",
            Self::Professional => "professional",
            Self::Lite => "lite",
        }
    }
}

/// Calls `stop` with a name at each state of each screen. `why` is what the tour is taken for.
pub fn tour(part: Part, why: &str, mut stop: impl AsyncFnMut(&App, &str)) {
    journey_on(part.plan(), &format!("{why}-{}", part.name()), async |app| {
        let mut number = 0;
        let mut at = async |name: &str| {
            number += 1;
            stop(app, &format!("{}-{number:02}-{name}", part.name())).await;
        };
        match part {
            Part::Segments => segments::tour(app, &mut at).await,
            Part::PermissionGroups => permission_groups::tour(app, &mut at).await,
            Part::Matrix => matrix::tour(app, &mut at).await,
            Part::Professional => plans::professional(app, &mut at).await,
            Part::Lite => plans::lite(app, &mut at).await,
        }
    });
}
