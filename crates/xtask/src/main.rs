//! `cargo xtask`: the project's tasks, on one page.
//!
//! Each task sets up what it lacks by itself, says what it is doing while it does, and when it can't go
//! on, names the command that helps.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that can't go on should panic"))]

mod args;
mod bench;
mod budget;
mod check;
mod command;
mod compress;
mod e2e;
mod error;
mod fingerprint;
mod function_order;
mod glue;
mod page;
mod release;
mod say;
mod serve;
mod server;
mod site;
mod soak;
mod split;
mod styles;
mod test;
mod tools;
mod trunk;
mod workspace;

use std::process::ExitCode;

use args::Task;
use error::Error;
use workspace::Workspace;

const USAGE: &str = "\
cargo xtask serve [--listen ADDRESS] [--quick] [-- SERVER ARGUMENTS]
    Build the site and a sandbox account and serve both (http://127.0.0.1:8080). What follows
    `--` goes to `guidepost-server sandbox`, for example `-- --size large`.
    --quick leaves out the optimizations: a change shows within seconds, but the app is slower.

cargo xtask test [--native] [--contract] [--web] [--journeys] [FILTER…]
    Run every test, or those of the kinds named, or those with FILTER in their name.

cargo xtask build
    Build the static site in dist/, compressed, and print what a first visit has to load.

cargo xtask bench [--server] [--matrix] [--peer] [--rounds N] [--json FILE]
    Measure everything, or the parts named, and print the figures as a table. They are written as
    JSON to target/bench.json, or to FILE; `-` is standard output. --peer is the list of segments
    beside the same list on react-admin, which takes Node.js; each first visit is made 5 times, or N.

cargo xtask soak [--minutes N] [--seed S]
    Walk through the app at random, with faults, without a connection, while somebody else changes the
    account, for 5 minutes or N. What the app said is held against the account. The same seed takes the
    same steps; it is printed, and another one each time unless it is given.

cargo xtask check
    Formatting and lints, for the native crates and for the browser app.
";

fn run(task: Task) -> Result<(), Error> {
    let workspace = Workspace::find()?;
    match task {
        Task::Serve(options) => serve::run(&workspace, &options),
        Task::Test(selection) => test::run(&workspace, &selection),
        Task::Build => site::build_and_report(&workspace),
        Task::Bench(options) => bench::run(&workspace, &options),
        Task::Soak(options) => soak::run(&workspace, &options),
        Task::Check => check::run(&workspace),
        Task::Help => {
            say::line(USAGE.trim_end());
            Ok(())
        }
    }
}

fn main() -> ExitCode {
    if split::stands_in() {
        return ended(split::run_as_wasm_bindgen());
    }
    let task = match args::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(misuse) => {
            eprintln!("{misuse}\n\n{}", USAGE.trim_end());
            return ExitCode::from(2);
        }
    };
    ended(server::stop_all_when_interrupted().and_then(|()| run(task)))
}

fn ended(outcome: Result<(), Error>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error}");
            ExitCode::FAILURE
        }
    }
}
