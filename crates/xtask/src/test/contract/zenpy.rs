//! zenpy, a client library in Python: tests/contract/zenpy, with Python's own test runner.

use super::Contract;
use crate::command;
use crate::error::Error;
use crate::tools;

/// How Python 3.12 and later say that there was no test to run.
const NO_TESTS: Option<i32> = Some(5);

pub(super) fn run(contract: &Contract<'_>) -> Result<(), Error> {
    let folder = contract.folder().join("zenpy");
    let tool = tools::python(contract.workspace, "zenpy", &folder.join("requirements.txt"))?;
    let sandbox = contract.sandbox(&["--faults"])?;
    let limited = contract.sandbox(&["--rate-limit", "5"])?;

    let mut python = tool.program("python");
    python
        .args(["-m", "unittest", "discover"])
        .args(contract.filters.iter().map(|filter| format!("-k={}", in_a_name(filter))))
        .current_dir(folder)
        .env("GUIDEPOST_SANDBOX", &sandbox.url)
        .env("GUIDEPOST_SANDBOX_LIMITED", &limited.url);
    match command::run(&mut python) {
        Err(Error::Failed { status, .. })
            if status.code() == NO_TESTS && !contract.filters.is_empty() =>
        {
            Ok(())
        }
        outcome => outcome,
    }
}

/// A name in Python has no spaces.
fn in_a_name(filter: &str) -> String {
    filter.replace(' ', "_")
}
