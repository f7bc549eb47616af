//! wasm-opt, which makes the app's wasm smaller, mostly by taking out the names of its functions. The only
//! tool that a build can do without.

use std::path::PathBuf;

use super::npm;
use super::version::Version;
use crate::error::Error;
use crate::say;
use crate::workspace::Workspace;

/// The release of npm's binaryen package that gets installed.
const PACKAGE: &str = "binaryen@132.0.0";

/// Older ones do not know the wasm features that the compiler names in its output (Debian 12 has 108).
const OLDEST: u32 = 123;

pub(crate) fn bin(workspace: &Workspace) -> PathBuf {
    npm::modules(workspace).join(".bin")
}

/// The wasm-opt there is now. When it can't be had, says what that costs.
pub(crate) fn ensure(workspace: &Workspace) -> Result<Option<PathBuf>, Error> {
    if let Some(program) = located(workspace) {
        return Ok(Some(program));
    }
    if !npm::is_there() {
        say::note("there is no wasm-opt and no npm to install it: the wasm stays a third larger.");
        say::note("To change that, install Node.js, or binaryen's wasm-opt, and run this again.");
        return Ok(None);
    }
    let install = npm::install(workspace, PACKAGE, "wasm-opt");
    let program = install.ok().and_then(|()| located(workspace));
    if program.is_none() {
        say::note("wasm-opt could not be installed: the wasm stays a third larger.");
    }
    Ok(program)
}

fn located(workspace: &Workspace) -> Option<PathBuf> {
    let ours = bin(workspace).join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
    let program = if ours.exists() { ours } else { PathBuf::from("wasm-opt") };
    let version = Version::of(&program).and_then(|version| version.major())?;
    (version >= OLDEST).then_some(program)
}
