//! apt-get, for what distributions have: where there is one, and where one may use it without being asked anything.

use std::path::Path;
use std::process::Command;

use super::on_path::on_path;
use crate::command;
use crate::error::Error;
use crate::say;

/// Installs packages, where that is allowed; else does nothing. `takes` is how long, in a word or two.
pub(super) fn install(packages: &[&str], takes: &str) -> Result<(), Error> {
    let Some(prefix) = may_install_packages() else { return Ok(()) };
    say::step(&format!("installing {} with apt-get ({takes}, once)", packages.join(" and ")));
    apt(prefix, &["update"])?;
    apt(prefix, &[&["install", "-y", "--no-install-recommends"], packages].concat())
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
    let line = [prefix, &["apt-get"], words].concat();
    command::run(Command::new(line[0]).args(&line[1..]).env("DEBIAN_FRONTEND", "noninteractive"))
}
