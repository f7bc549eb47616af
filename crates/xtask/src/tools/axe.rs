//! axe-core, which the journeys run on every screen to find what keeps people with disabilities from using it.

use std::path::PathBuf;

use super::npm::{self, Package};
use crate::error::Error;
use crate::workspace::Workspace;

const AXE: Package = Package {
    name: "axe-core",
    // A newer one may find more in screens that did not change, so it is chosen and not drifted into.
    version: "4.14.1",
    holds: "finds barriers in pages",
    reason: "the journeys look for barriers with it",
};

/// The script that a page runs.
pub(super) fn ensure(workspace: &Workspace) -> Result<PathBuf, Error> {
    npm::ensure(workspace, &AXE)?;
    Ok(npm::modules(workspace).join(AXE.name).join("axe.min.js"))
}
