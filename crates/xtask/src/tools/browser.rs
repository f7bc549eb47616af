//! A Chromium and the ChromeDriver of the same major version, for tests in a real browser.

use std::env;
use std::path::{Path, PathBuf};

use super::apt;
use super::on_path::on_path;
use super::version::Version;
use crate::error::Error;

const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

pub(crate) fn ensure() -> Result<Browser, Error> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    apt::install(&["chromium", "chromium-driver"], "about a minute")?;
    if let Some(browser) = find() {
        return Ok(browser);
    }
    Err(Error::Missing {
        what: "the browser tests need Chromium (or Chrome) and a chromedriver of the same major \
               version, on the PATH or as CHROMEDRIVER. On Debian and Ubuntu:"
            .to_owned(),
        remedy: "sudo apt-get install chromium chromium-driver".to_owned(),
    })
}

fn find() -> Option<Browser> {
    let chromedriver = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
    let chromedriver = on_path(Path::new(&chromedriver))?;
    let wanted = Version::of(&chromedriver)?.major()?;
    let chromium = BROWSERS
        .iter()
        .filter_map(|name| on_path(Path::new(name)))
        .find(|browser| Version::of(browser).and_then(|found| found.major()) == Some(wanted))?;
    Some(Browser { chromium, chromedriver })
}
