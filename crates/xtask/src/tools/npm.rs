//! npm, for what is published nowhere else: packages go into `.tools/node_modules`.

use std::path::PathBuf;
use std::process::Command;

use super::version::Version;
use crate::command;
use crate::error::Error;
use crate::say;
use crate::workspace::Workspace;

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

pub(super) fn is_there() -> bool {
    Version::of(NPM.as_ref()).is_some()
}

pub(super) fn modules(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("node_modules")
}

/// `package` with its version; `holds` is what one wants of it, in a word or two.
pub(super) fn install(workspace: &Workspace, package: &str, holds: &str) -> Result<(), Error> {
    say::step(&format!("installing {package} ({holds}) into .tools (a few seconds, once)"));
    command::run(Command::new(NPM).arg("--prefix").arg(workspace.tools()).args([
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        package,
    ]))
}
