//! Node.js with npm, for a folder that has a package.json and a package-lock.json of its own.

use std::path::Path;

use super::npm;
use super::version::Version;
use crate::command;
use crate::error::Error;

/// The oldest that Vite 7 runs on.
const OLDEST: [u32; 2] = [20, 19];

/// Fails where there is none; `reason` is what it is needed for.
pub(super) fn ensure(reason: &str) -> Result<(), Error> {
    let node = Version::of(Path::new("node"));
    if npm::is_there() && node.is_some_and(|found| found.0.as_slice() >= OLDEST.as_slice()) {
        return Ok(());
    }
    let [major, minor] = OLDEST;
    Err(Error::Missing {
        what: format!("{reason} needs Node.js {major}.{minor} or later, with npm:"),
        remedy: "https://nodejs.org/en/download".to_owned(),
    })
}

/// Installs what the lock file names into the folder, and runs the folder's script `build`.
pub(super) fn build(folder: &Path) -> Result<(), Error> {
    for args in [
        // Exactly what is locked, and none of the scripts that packages bring.
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund"].as_slice(),
        ["run", "build", "--silent"].as_slice(),
    ] {
        command::run_quietly(npm::command().args(args).current_dir(folder))?;
    }
    Ok(())
}
