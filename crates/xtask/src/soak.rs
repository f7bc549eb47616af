//! A random walk through the built site in a browser: tests/e2e/soak.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::args::SoakOptions;
use crate::command;
use crate::e2e;
use crate::error::Error;
use crate::say;
use crate::server::Profile;
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace, options: &SoakOptions) -> Result<(), Error> {
    let mut cargo = e2e::cargo(workspace, Profile::Dev)?;
    let minutes = options.minutes;
    let seed = options.seed.unwrap_or_else(seed_of_the_day);
    say::step(&format!("walking at random for {minutes} min, seed {seed}"));
    cargo.args(["run", "--package", "guidepost-e2e", "--bin", "soak", "--"]);
    command::run(cargo.args([minutes.to_string(), seed.to_string()]))
}

fn seed_of_the_day() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |time| time.as_secs())
}
