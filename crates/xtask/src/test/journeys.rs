//! Whole journeys through the built site and a real server, in a real browser: tests/e2e.

use crate::command;
use crate::error::Error;
use crate::say;
use crate::server::{self, Profile};
use crate::site;
use crate::tools;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, filters: &[String]) -> Result<(), Error> {
    let browser = tools::browser()?;
    let axe = tools::axe(workspace)?;
    site::build(workspace)?;
    let server = server::build(workspace, Profile::Dev)?;

    say::step("running the journeys in Chromium");
    let mut cargo = workspace.cargo();
    cargo
        .args(["test", "--package", "guidepost-e2e", "--test", "journeys"])
        .env("GUIDEPOST_DIST", workspace.dist())
        .env("GUIDEPOST_SERVER", server)
        .env("GUIDEPOST_CHROMEDRIVER", browser.chromedriver)
        .env("GUIDEPOST_CHROMIUM", browser.chromium)
        .env("GUIDEPOST_AXE", axe)
        .env("GUIDEPOST_SCREENSHOTS", workspace.root.join("screenshots"));
    command::run(cargo.arg("--").args(filters))
}
