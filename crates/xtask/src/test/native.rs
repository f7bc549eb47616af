//! Everything that needs no browser.

use crate::command;
use crate::error::Error;
use crate::workspace::Workspace;

/// The app is compiled for wasm32 only, and the journeys need a browser.
const NOT_NATIVE: [&str; 4] = ["--exclude", "guidepost", "--exclude", "guidepost-e2e"];

/// Plain `cargo test` and not nextest: it runs the examples in the documentation too, and there is nothing
/// to install.
pub(super) fn run(workspace: &Workspace, filters: &[String]) -> Result<(), Error> {
    let mut cargo = workspace.cargo();
    cargo.args(["test", "--workspace"]).args(NOT_NATIVE).arg("--no-fail-fast");
    command::run(cargo.arg("--").args(filters))
}
