//! The static site in dist/.
//!
//! There is one way to build it: what `serve` shows and the journeys test is what gets deployed. A build
//! without optimizations was measured and brings little: the first page comes 12 seconds earlier of five
//! minutes (the tools take most of them), and a change shows 5 seconds earlier.

use std::time::Instant;

use crate::budget;
use crate::compress;
use crate::error::Error;
use crate::fingerprint::Fingerprint;
use crate::page;
use crate::say;
use crate::styles;
use crate::tools;
use crate::trunk;
use crate::workspace::Workspace;

/// Builds what is not built yet.
pub(crate) fn build(workspace: &Workspace) -> Result<(), Error> {
    let fingerprint = Fingerprint::of_sources(workspace)?;
    if fingerprint.is_of_dist() {
        say::note("the site in dist/ is up to date");
        return Ok(());
    }
    let tools = tools::for_site(workspace)?;

    let start = Instant::now();
    say::step("building the site into dist/ (about a minute the first time)");
    styles::join(workspace)?;
    trunk::build(workspace, &tools)?;
    page::read_checked(workspace)?;
    compress::compress(&workspace.dist())?;
    say::note(&format!("built the site in {:.0?}", start.elapsed()));

    // Without wasm-opt the build is tried again next time: it may have been installed by then.
    if tools.wasm_opt {
        fingerprint.remember()?;
    }
    Ok(())
}

pub(crate) fn build_and_report(workspace: &Workspace) -> Result<(), Error> {
    build(workspace)?;
    let page = page::read_checked(workspace)?;
    budget::report(&compress::list(&workspace.dist())?, &page)
}
