//! schemathesis makes requests of the OpenAPI document, such as it allows and such as it does not, and holds the answers
//! against it. What it checks is said in tests/contract/schemathesis/schemathesis.toml.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Contract;
use crate::command;
use crate::error::Error;
use crate::say;
use crate::tools::{self, PythonTool};

/// In tests/contract.
const FOLDER: &str = "schemathesis";

/// Each run takes less than a minute.
const LIMIT: Duration = Duration::from_secs(600);

/// Requests of one caller, to a sandbox of its own: the same ones in the same order, whatever happened before.
struct Run {
    name: &'static str,
    /// Options of the sandbox.
    sandbox: &'static [&'static str],
    credentials: Option<&'static str>,
    asks: Asks,
}

enum Asks {
    /// For everything, and what fits the document must be accepted.
    Everything,
    /// For the endpoints below this path, in the same way.
    Below(&'static str),
    /// For what others may have. Refusing it is right, so all that counts is how; made-up cursors are sent, too.
    WhatOthersMay { phases: &'static str, examples: &'static str },
}

const MANAGER: Option<&str> = Some("manager@sandbox.test/token:manager-token");

const RUNS: [Run; 4] = [
    Run { name: "manager", sandbox: &[], credentials: MANAGER, asks: Asks::Everything },
    // Alone, because a fault that was asked for would strike everything else.
    Run {
        name: "faults",
        sandbox: &["--faults"],
        credentials: MANAGER,
        asks: Asks::Below("^/sandbox/"),
    },
    Run {
        name: "agent",
        sandbox: &[],
        credentials: Some("agent@sandbox.test/token:agent-token"),
        asks: Asks::WhatOthersMay { phases: "coverage,fuzzing", examples: "10" },
    },
    Run {
        name: "nobody",
        sandbox: &[],
        credentials: None,
        asks: Asks::WhatOthersMay { phases: "coverage", examples: "10" },
    },
];

pub(super) fn run(contract: &Contract<'_>) -> Result<(), Error> {
    let wanted = |run: &&Run| {
        let name = format!("schemathesis {}", run.name);
        contract.filters.is_empty() || contract.filters.iter().any(|filter| name.contains(filter))
    };
    let runs = RUNS.iter().filter(wanted).collect::<Vec<_>>();
    if runs.is_empty() {
        return Ok(());
    }
    let requirements = contract.folder().join(FOLDER).join("requirements.txt");
    let tool = tools::python(contract.workspace, "schemathesis", &requirements)?;
    let mut failed = Vec::new();
    for run in runs {
        if let Err(error) = run.start(contract, &tool) {
            say::line(&format!("schemathesis as {}: {error}", run.name));
            failed.push(run.name.to_owned());
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Error::Parts(failed)) }
}

impl Run {
    fn start(&self, contract: &Contract<'_>, tool: &PythonTool) -> Result<(), Error> {
        let folder = contract.folder().join(FOLDER);
        let sandbox = contract.sandbox(self.sandbox)?;
        let scratch = scratch(contract)?;
        let log = scratch.join(format!("{}.txt", self.name));

        let mut command = tool.program("schemathesis");
        command
            .arg("--config-file")
            .arg(folder.join("schemathesis.toml"))
            .args(["run", &format!("{}/openapi.json", sandbox.url), "--no-color"])
            // It keeps files of its own in the current folder, and so does Hypothesis below it.
            .current_dir(&scratch)
            .env("HYPOTHESIS_STORAGE_DIRECTORY", scratch.join("hypothesis"));
        if let Some(credentials) = self.credentials {
            command.args(["--auth", credentials]);
        }
        match self.asks {
            Asks::Everything | Asks::Below(_) => {
                command.env("PYTHONPATH", &folder).env("SCHEMATHESIS_HOOKS", "cursors");
            }
            Asks::WhatOthersMay { phases, examples } => {
                command.args(["--phases", phases, "--max-examples", examples]);
                command.args(["--exclude-checks", "positive_data_acceptance", "--warnings", "off"]);
            }
        }
        if let Asks::Below(path) = self.asks {
            command.args(["--include-path-regex", path]);
        }
        let outcome = command::run_into(&log, LIMIT, &mut command);
        let said = fs::read_to_string(&log).map_err(Error::io("reading", &log))?;
        match outcome {
            Ok(()) => say::note(&format!("{}: {}", self.name, summary(&said))),
            Err(_) => {
                say::line(&said);
                let options = [&["guidepost-server sandbox --database :memory:"], self.sandbox];
                say::note(
                    "The same requests are made at every run. To repeat one of those above, start",
                );
                say::note(&format!("    {}", options.concat().join(" ")));
                say::note("and send it there. All that was said above is in");
                say::note(&log.display().to_string());
            }
        }
        outcome
    }
}

/// Emptied first: what an earlier run left must not decide anything.
fn scratch(contract: &Contract<'_>) -> Result<PathBuf, Error> {
    let scratch = contract.workspace.generated("contract/schemathesis");
    fs::create_dir_all(&scratch).map_err(Error::io("making", &scratch))?;
    for name in ["hypothesis", ".schemathesis"] {
        remove(&scratch.join(name))?;
    }
    Ok(scratch)
}

fn remove(folder: &Path) -> Result<(), Error> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Error::io("deleting", folder))?;
    }
    Ok(())
}

/// `7169 generated, 7169 passed`, from the end of what it prints.
fn summary(said: &str) -> &str {
    let mut lines = said.lines().skip_while(|line| *line != "Test cases:");
    lines.nth(1).map_or("passed", str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_requests_is_read_from_the_summary() {
        let said = "=== SUMMARY ===\n\nTest cases:\n  12 generated, 12 passed\n\nSeed: 1\n";
        assert_eq!(summary(said), "12 generated, 12 passed");
        assert_eq!(summary("something else"), "passed");
    }
}
