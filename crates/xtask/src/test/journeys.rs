//! Whole journeys through the built site and a real server, in a real browser: tests/e2e.

use crate::command;
use crate::e2e;
use crate::error::Error;
use crate::say;
use crate::server::Profile;
use crate::tools;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, filters: &[String]) -> Result<(), Error> {
    let axe = tools::axe(workspace)?;
    let mut cargo = e2e::cargo(workspace, Profile::Dev)?;

    say::step("running the journeys in Chromium");
    cargo
        .args(["test", "--package", "guidepost-e2e", "--test", "journeys"])
        .env("GUIDEPOST_AXE", axe)
        .env("GUIDEPOST_SCREENSHOTS", workspace.root.join("screenshots"));
    command::run(cargo.arg("--").args(filters))
}
