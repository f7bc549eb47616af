//! The static site in dist/, and a quick one to look at between two changes.
//!
//! What `serve` shows and the journeys test is what gets deployed, unless one asks for the quick one. That
//! was measured: it brings the first page half a minute earlier of six, which is not worth an app that
//! is slower than it will be; but after a change it is there in 5 seconds instead of 50.

use std::path::PathBuf;
use std::time::Instant;

use crate::budget;
use crate::compress;
use crate::error::Error;
use crate::fingerprint::Fingerprint;
use crate::page;
use crate::release;
use crate::say;
use crate::styles;
use crate::tools;
use crate::trunk::{self, Effort};
use crate::workspace::Workspace;

/// Builds dist/, unless it is built already.
pub(crate) fn build(workspace: &Workspace) -> Result<(), Error> {
    let fingerprint = Fingerprint::of_sources(workspace)?;
    if fingerprint.is_of_dist() {
        say::note("the site in dist/ is up to date");
        return Ok(());
    }
    let tools = tools::for_site(workspace)?;

    let start = Instant::now();
    say::step("building the site into dist/ (about two minutes the first time)");
    styles::join(workspace)?;
    trunk::build(workspace, &tools, Effort::Release, &workspace.dist())?;
    release::assemble(workspace, &tools)?;
    page::read_checked(&workspace.dist())?;
    compress::compress(&workspace.dist())?;
    say::note(&format!("built the site in {:.0?}", start.elapsed()));

    // Without wasm-opt the build is tried again next time: it may have been installed by then.
    if tools.wasm_opt.is_some() {
        fingerprint.remember()?;
    }
    Ok(())
}

/// Builds a site without optimizations, and says where it is. Not in dist/, so that nobody deploys it.
pub(crate) fn build_quick(workspace: &Workspace) -> Result<PathBuf, Error> {
    let tools = tools::for_site(workspace)?;
    let target = workspace.generated("site/quick");
    say::step("building the site without optimizations (about two minutes the first time)");
    styles::join(workspace)?;
    trunk::build(workspace, &tools, Effort::Quick, &target)?;
    page::read_checked(&target)?;
    Ok(target)
}

pub(crate) fn build_and_report(workspace: &Workspace) -> Result<(), Error> {
    build(workspace)?;
    let page = page::read_checked(&workspace.dist())?;
    budget::report(&compress::list(&workspace.dist())?, &page)
}
