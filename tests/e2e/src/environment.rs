//! What `cargo xtask` tells the journeys and the measurements, in environment variables.

use std::{env, path::PathBuf};

/// The built site.
pub fn site() -> PathBuf {
    needed("GUIDEPOST_DIST")
}

/// The built site of the app that Guidepost is compared with.
pub fn peer() -> PathBuf {
    needed("GUIDEPOST_PEER")
}

/// How often a visit is repeated that is measured.
///
/// # Panics
/// When it is no number.
pub fn rounds() -> usize {
    let rounds = needed("GUIDEPOST_ROUNDS");
    let number = rounds.to_str().and_then(|rounds| rounds.parse().ok());
    number.unwrap_or_else(|| panic!("GUIDEPOST_ROUNDS is no number: {}", rounds.display()))
}

/// The guidepost-server program.
pub fn server() -> PathBuf {
    needed("GUIDEPOST_SERVER")
}

/// The chromedriver program.
pub fn driver() -> PathBuf {
    needed("GUIDEPOST_CHROMEDRIVER")
}

/// The Chromium program.
pub fn chromium() -> PathBuf {
    needed("GUIDEPOST_CHROMIUM")
}

/// The script of axe-core.
pub fn axe() -> PathBuf {
    needed("GUIDEPOST_AXE")
}

/// Where pictures go, created if need be.
pub fn screenshots() -> PathBuf {
    folder("GUIDEPOST_SCREENSHOTS")
}

/// Where figures go.
pub fn figures() -> PathBuf {
    needed("GUIDEPOST_FIGURES")
}

/// Where accounts are kept that take long to fill, created if need be.
pub fn accounts() -> PathBuf {
    folder("GUIDEPOST_ACCOUNTS")
}

fn folder(name: &str) -> PathBuf {
    let folder = needed(name);
    std::fs::create_dir_all(&folder)
        .unwrap_or_else(|error| panic!("cannot create {}: {error}", folder.display()));
    folder
}

fn needed(name: &str) -> PathBuf {
    match env::var_os(name) {
        Some(path) => path.into(),
        None => panic!(
            "{name} is not set: run this with `cargo xtask test --journeys` or `cargo xtask bench`, which build and \
             find everything it needs"
        ),
    }
}
