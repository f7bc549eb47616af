//! wasm-bindgen's command line tools: one writes the app's JavaScript, one runs the browser tests.

use super::crates::CrateTool;
use super::locked;
use super::version::Version;
use crate::error::Error;
use crate::workspace::Workspace;

const LIBRARY: &str = "wasm-bindgen";

pub(crate) fn wanted(workspace: &Workspace) -> Result<CrateTool, Error> {
    let locked = locked::version(workspace, LIBRARY)?;
    let version = Version::first_in(&locked).ok_or(Error::NotLocked(LIBRARY))?;
    Ok(CrateTool {
        package: "wasm-bindgen-cli",
        // The package's test runner has the same version and is installed with it.
        program: "wasm-bindgen",
        fits: |found, wanted| found == wanted,
        version,
        // Its lock file has named a version that the registry no longer gave.
        locked: false,
        default_features: true,
        opt_level: "0",
        takes: "1 to 5 minutes",
    })
}
