//! A Chromium and the ChromeDriver of the same major version, for tests in a real browser.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::version::Version;
use crate::command;
use crate::error::Error;
use crate::say;

const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const APT_UPDATE: [&str; 2] = ["apt-get", "update"];
const APT_INSTALL: [&str; 6] =
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "chromium-driver"];

pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

pub(crate) fn ensure() -> Result<Browser, Error> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if let Some(prefix) = may_install_packages() {
        say::step("installing chromium and chromium-driver with apt-get (about a minute, once)");
        apt(prefix, &APT_UPDATE)?;
        apt(prefix, &APT_INSTALL)?;
        if let Some(browser) = find() {
            return Ok(browser);
        }
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

/// The whole path of a program: the drivers take no bare names.
fn on_path(program: &Path) -> Option<PathBuf> {
    if program.components().count() > 1 {
        return program.is_file().then(|| program.to_path_buf());
    }
    let name = format!("{}{}", program.display(), env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|directory| directory.join(&name))
        .find(|candidate| candidate.is_file())
}

/// What to put before apt-get: nothing for root, sudo for who may use it without a password.
fn may_install_packages() -> Option<&'static [&'static str]> {
    on_path(Path::new("apt-get"))?;
    let user = command::output(Command::new("id").arg("-u"))?;
    if user.trim() == "0" {
        return Some(&[]);
    }
    command::output(Command::new("sudo").args(["-n", "true"]))?;
    Some(&["sudo", "-n"])
}

fn apt(prefix: &[&str], words: &[&str]) -> Result<(), Error> {
    let line = [prefix, words].concat();
    command::run(Command::new(line[0]).args(&line[1..]).env("DEBIAN_FRONTEND", "noninteractive"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_named_by_its_whole_path() {
        let cargo = on_path(Path::new("cargo"));
        assert!(cargo.is_some_and(|path| path.is_absolute() && path.is_file()));
        assert_eq!(on_path(Path::new("no-such-program-anywhere")), None);
        assert_eq!(on_path(Path::new("/no/such/program")), None);
    }
}
