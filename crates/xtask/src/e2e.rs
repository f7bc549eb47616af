//! What tests/e2e needs to have the built site in a real browser, for the journeys and for measuring.

use std::process::Command;

use crate::error::Error;
use crate::server::{self, Profile};
use crate::site;
use crate::tools;
use crate::workspace::Workspace;

/// Builds the site and a server, and finds a browser. The command is cargo, told where all of it is.
pub(crate) fn cargo(workspace: &Workspace, profile: Profile) -> Result<Command, Error> {
    let browser = tools::browser()?;
    site::build(workspace)?;
    let server = server::build(workspace, profile)?;
    let mut cargo = workspace.cargo();
    cargo
        .env("GUIDEPOST_DIST", workspace.dist())
        .env("GUIDEPOST_SERVER", server)
        .env("GUIDEPOST_CHROMEDRIVER", browser.chromedriver)
        .env("GUIDEPOST_CHROMIUM", browser.chromium);
    Ok(cargo)
}
