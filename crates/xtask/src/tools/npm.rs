//! npm, for what is published nowhere else: packages go into `.tools/node_modules`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::version::Version;
use crate::command::run;
use crate::error::Error;
use crate::say;
use crate::workspace::Workspace;

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// A package in exactly one version.
pub(super) struct Package {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
    /// What it is, in a word or two.
    pub(super) holds: &'static str,
    /// What it is needed for: `the journeys look for barriers with it`.
    pub(super) reason: &'static str,
}

pub(super) fn command() -> Command {
    Command::new(NPM)
}

pub(super) fn is_there() -> bool {
    Version::of(NPM.as_ref()).is_some()
}

pub(super) fn modules(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("node_modules")
}

/// Installs what is not there in the wanted version.
pub(super) fn ensure(workspace: &Workspace, wanted: &Package) -> Result<(), Error> {
    let Package { name, version, holds, reason } = wanted;
    if installed(workspace, name).is_some_and(|found| Version::first_in(version) == Some(found)) {
        return Ok(());
    }
    let package = format!("{name}@{version}");
    if !is_there() {
        return Err(Error::Missing {
            what: format!(
                "{package} is missing ({reason}), and there is no npm to install it. On Debian and \
                 Ubuntu:"
            ),
            remedy: "sudo apt-get install npm".to_owned(),
        });
    }
    install(workspace, &package, holds)
}

/// The version of a package in `.tools`.
fn installed(workspace: &Workspace, name: &str) -> Option<Version> {
    let manifest = fs::read_to_string(modules(workspace).join(name).join("package.json")).ok()?;
    let manifest = serde_json::from_str::<serde_json::Value>(&manifest).ok()?;
    manifest["version"].as_str().and_then(Version::first_in)
}

/// `package` with its version; `holds` is what one wants of it, in a word or two.
pub(super) fn install(workspace: &Workspace, package: &str, holds: &str) -> Result<(), Error> {
    say::step(&format!("installing {package} ({holds}) into .tools (a few seconds, once)"));
    run(command().arg("--prefix").arg(workspace.tools()).args([
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        package,
    ]))
}
