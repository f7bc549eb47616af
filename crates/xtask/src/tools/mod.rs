//! What the tasks need beside cargo, each found or installed by its own file.
//!
//! A tool in `.tools/` always has the right version, because a wrong one there is replaced; so `.tools/`
//! goes first on the PATH of whatever uses the tools. What is not in `.tools/` may come from the PATH.

mod apt;
mod axe;
mod browser;
mod crates;
mod locked;
mod node;
mod node_zendesk;
mod npm;
mod oha;
mod on_path;
mod python;
mod trunk;
mod version;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_target;

pub(crate) use browser::Browser;
pub(crate) use python::PythonTool;
pub(crate) use wasm_target::ensure as ensure_wasm_target;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::workspace::Workspace;

/// What building the site takes.
pub(crate) struct SiteTools {
    pub(crate) path: OsString,
    /// None where there is none.
    pub(crate) wasm_opt: Option<PathBuf>,
}

/// What running the browser tests takes.
pub(crate) struct WebTestTools {
    pub(crate) path: OsString,
    pub(crate) runner: PathBuf,
    pub(crate) browser: Browser,
}

pub(crate) fn for_site(workspace: &Workspace) -> Result<SiteTools, Error> {
    ensure_wasm_target()?;
    let wasm_bindgen = wasm_bindgen::wanted(workspace)?;
    crates::ensure(workspace, &[wasm_bindgen, trunk::wanted()])?;
    let wasm_opt = wasm_opt::ensure(workspace)?;
    Ok(SiteTools { path: path(workspace), wasm_opt })
}

pub(crate) fn for_web_tests(workspace: &Workspace) -> Result<WebTestTools, Error> {
    ensure_wasm_target()?;
    let wasm_bindgen = wasm_bindgen::wanted(workspace)?;
    crates::ensure(workspace, &[wasm_bindgen])?;
    Ok(WebTestTools {
        path: path(workspace),
        runner: crates::located(workspace, "wasm-bindgen-test-runner"),
        browser: browser::ensure()?,
    })
}

/// The script of axe-core.
pub(crate) fn axe(workspace: &Workspace) -> Result<PathBuf, Error> {
    axe::ensure(workspace)
}

pub(crate) fn browser() -> Result<Browser, Error> {
    browser::ensure()
}

/// Fails without Node.js and npm, which `reason` needs.
pub(crate) fn ensure_node(reason: &str) -> Result<(), Error> {
    node::ensure(reason)
}

/// Installs what a folder's package-lock.json names, and runs its script `build`.
pub(crate) fn build_with_npm(folder: &Path) -> Result<(), Error> {
    node::build(folder)
}

/// The folder in which node finds node-zendesk.
pub(crate) fn node_zendesk(workspace: &Workspace) -> Result<PathBuf, Error> {
    node_zendesk::ensure(workspace)
}

/// The programs of a virtual environment of Python that holds what this file of requirements names.
pub(crate) fn python(
    workspace: &Workspace,
    name: &str,
    requirements: &Path,
) -> Result<PythonTool, Error> {
    python::ensure(workspace, name, requirements)
}

/// The program that puts load on a server.
pub(crate) fn oha(workspace: &Workspace) -> Result<PathBuf, Error> {
    let oha = oha::wanted();
    let program = oha.program;
    crates::ensure(workspace, &[oha])?;
    Ok(crates::located(workspace, program))
}

fn path(workspace: &Workspace) -> OsString {
    let ours = [crates::bin(workspace), wasm_opt::bin(workspace)];
    let theirs = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.into_iter().chain(env::split_paths(&theirs))).unwrap_or(theirs)
}
