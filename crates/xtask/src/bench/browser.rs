//! What is measured in a browser: tests/e2e/bench, because everything that drives a browser is there and nothing of it in
//! these tasks, which a fresh machine waits for.

use std::fs;
use std::process::Command;

use super::figure::Figure;
use crate::command;
use crate::e2e;
use crate::error::Error;
use crate::say;
use crate::server::Profile;
use crate::workspace::Workspace;

/// Measures the part that tests/e2e/bench knows by this name; `tell` adds to the environment what only this part needs.
pub(super) fn measure(
    workspace: &Workspace,
    part: &str,
    tell: impl FnOnce(&mut Command),
) -> Result<Vec<Figure>, Error> {
    // Not the dev profile: what is measured is the app, not a slow server.
    let mut cargo = e2e::cargo(workspace, Profile::Release)?;
    let folder = workspace.generated("bench");
    fs::create_dir_all(&folder).map_err(Error::io("creating", &folder))?;
    let figures = folder.join(format!("{part}.json"));

    say::step(&format!(
        "measuring the {part} in Chromium (filling the largest account takes a while)"
    ));
    cargo
        // The browser does the work, so the program that drives it is the one that the journeys compiled.
        .args(["bench", "--profile", "dev", "--package", "guidepost-e2e", "--bench", "browser"])
        .args(["--", part])
        .env("GUIDEPOST_FIGURES", &figures)
        .env("GUIDEPOST_ACCOUNTS", &folder);
    tell(&mut cargo);
    command::run(&mut cargo)?;
    let text = fs::read_to_string(&figures).map_err(Error::io("reading", &figures))?;
    Figure::read_all(&text)
}
