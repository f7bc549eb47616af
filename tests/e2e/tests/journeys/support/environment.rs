//! What `cargo xtask test` tells the journeys, in environment variables.

use std::{env, path::PathBuf};

/// The built site.
pub fn site() -> PathBuf {
    needed("GUIDEPOST_DIST")
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
    let folder = needed("GUIDEPOST_SCREENSHOTS");
    std::fs::create_dir_all(&folder).expect("the folder for screenshots can be created");
    folder
}

fn needed(name: &str) -> PathBuf {
    match env::var_os(name) {
        Some(path) => path.into(),
        None => panic!(
            "{name} is not set: run the journeys with `cargo xtask test --journeys`, which builds and finds \
             everything they need"
        ),
    }
}
