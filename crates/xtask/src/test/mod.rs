//! Every test there is, in four phases: the quick ones first.

mod contract;
mod journeys;
mod native;
mod web;

use std::fmt;
use std::time::{Duration, Instant};

use crate::args::TestSelection;
use crate::error::Error;
use crate::say;
use crate::workspace::Workspace;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The model, the sandbox, the server and these tasks.
    Native,
    /// Other people's programs, against a live sandbox.
    Contract,
    /// The app's parts in a headless browser, against a live sandbox.
    Web,
    /// The built site and the server, through a real browser.
    Journeys,
}

impl Phase {
    pub(crate) const ALL: [Phase; 4] =
        [Phase::Native, Phase::Contract, Phase::Web, Phase::Journeys];
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Phase::Native => "native",
            Phase::Contract => "contract",
            Phase::Web => "web",
            Phase::Journeys => "journeys",
        })
    }
}

struct Outcome {
    phase: Phase,
    took: Duration,
    result: Result<(), Error>,
}

/// Runs all chosen phases, whatever becomes of the earlier ones: one run tells everything.
pub(crate) fn run(workspace: &Workspace, selection: &TestSelection) -> Result<(), Error> {
    let filters = &selection.filters;
    let outcomes = selection
        .phases
        .iter()
        .map(|&phase| {
            timed(phase, || match phase {
                Phase::Native => native::run(workspace, filters),
                Phase::Contract => contract::run(workspace, filters),
                Phase::Web => web::run(workspace, filters),
                Phase::Journeys => journeys::run(workspace, filters),
            })
        })
        .collect::<Vec<_>>();
    summarize(&outcomes)
}

fn timed(phase: Phase, run: impl FnOnce() -> Result<(), Error>) -> Outcome {
    say::line(&format!("\n──── {phase} tests"));
    let start = Instant::now();
    let result = run();
    let took = start.elapsed();
    say::line(&format!("──── {phase} tests took {took:.0?}"));
    Outcome { phase, took, result }
}

fn summarize(outcomes: &[Outcome]) -> Result<(), Error> {
    say::line("");
    let mut failed = Vec::new();
    for Outcome { phase, took, result } in outcomes {
        let name = phase.to_string();
        let took = format!("{took:.0?}");
        match result {
            Ok(()) => say::line(&format!("{name:10} {took:>6}  passed")),
            Err(error) => {
                say::line(&format!("{name:10} {took:>6}  FAILED: {error}"));
                failed.push(name);
            }
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Error::Parts(failed)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failed_phase_fails_the_whole_and_is_named() {
        let outcome = |phase, result| Outcome { phase, took: Duration::ZERO, result };
        let passed = outcome(Phase::Native, Ok(()));
        assert!(summarize(&[passed]).is_ok());

        let passed = outcome(Phase::Native, Ok(()));
        let failed = outcome(Phase::Web, Err(Error::Page("is empty".into())));
        let Err(Error::Parts(names)) = summarize(&[passed, failed]) else {
            panic!("must fail");
        };
        assert_eq!(names, ["web"]);
    }
}
