//! axe-core, which the journeys run on every screen to find what keeps people with disabilities from using it.

use std::fs;
use std::path::PathBuf;

use super::npm;
use super::version::Version;
use crate::error::Error;
use crate::workspace::Workspace;

/// A newer one may find more in screens that did not change, so it is chosen and not drifted into.
const VERSION: &str = "4.14.1";

/// The script that a page runs.
pub(super) fn ensure(workspace: &Workspace) -> Result<PathBuf, Error> {
    let script = npm::modules(workspace).join("axe-core").join("axe.min.js");
    if is_there(workspace) {
        return Ok(script);
    }
    let package = format!("axe-core@{VERSION}");
    if !npm::is_there() {
        return Err(Error::Missing {
            what: format!(
                "the journeys look for barriers with {package}, which npm installs, and there is no npm. On \
                 Debian and Ubuntu:"
            ),
            remedy: "sudo apt-get install npm".to_owned(),
        });
    }
    npm::install(workspace, &package, "finds barriers in pages")?;
    Ok(script)
}

/// In the wanted version.
fn is_there(workspace: &Workspace) -> bool {
    let manifest = npm::modules(workspace).join("axe-core").join("package.json");
    let Ok(manifest) = fs::read_to_string(manifest) else { return false };
    let Ok(manifest) = serde_json::from_str::<serde_json::Value>(&manifest) else { return false };
    let found = manifest["version"].as_str().and_then(Version::first_in);
    found.is_some() && found == Version::first_in(VERSION)
}
