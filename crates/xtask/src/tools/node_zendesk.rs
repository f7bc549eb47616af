//! node-zendesk, a client library of Zendesk's API in JavaScript, and the node that it runs in.

use std::path::{Path, PathBuf};

use super::npm::{self, Package};
use super::version::Version;
use crate::error::Error;
use crate::workspace::Workspace;

const NODE_ZENDESK: Package = Package {
    name: "node-zendesk",
    // What another version asks for is met on purpose, and not on a day when something else was to be done.
    version: "6.0.1",
    holds: "a client library of Zendesk's API",
    reason: "the contract tests point it at the sandbox",
};

/// The first with all that its test runner is told here.
const OLDEST: [u32; 2] = [20, 10];

/// The folder that node is to look for it in.
pub(super) fn ensure(workspace: &Workspace) -> Result<PathBuf, Error> {
    npm::ensure(workspace, &NODE_ZENDESK)?;
    let node = Version::of(Path::new("node"));
    if node.is_none_or(|found| found.0.as_slice() < OLDEST.as_slice()) {
        let [major, minor] = OLDEST;
        return Err(Error::Missing {
            what: format!("the contract tests need Node.js {major}.{minor} or later:"),
            remedy: "https://nodejs.org/en/download".to_owned(),
        });
    }
    Ok(npm::modules(workspace))
}
