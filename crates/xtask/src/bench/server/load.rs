//! oha on a list of addresses.

use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use super::endpoints::Endpoint;
use crate::command;
use crate::error::Error;

/// So many connections for so long.
pub(super) struct Load {
    pub(super) connections: u32,
    pub(super) pace: Pace,
    pub(super) lasting: Duration,
}

/// When they ask.
#[derive(Clone, Copy)]
pub(super) enum Pace {
    /// Each as soon as it is answered: what the server is able to do, and how long one waits when it is asked for more.
    Full,
    /// So many requests a second, whatever becomes of them: one that has to wait for its turn counts from when that was.
    Steady(u32),
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.connections, self.pace) {
            (1, Pace::Full) => f.write_str("alone"),
            (connections, Pace::Full) => write!(f, "{connections} flat out"),
            (connections, Pace::Steady(rate)) => write!(f, "{connections} at {rate}/s"),
        }
    }
}

#[derive(Debug, PartialEq)]
pub(super) struct Outcome {
    pub(super) requests: u64,
    pub(super) per_second: f64,
    /// Milliseconds that half of the answers took at most.
    pub(super) p50: f64,
    /// The same for 99 of 100.
    pub(super) p99: f64,
}

impl Load {
    /// On the addresses in this file, each time one of them.
    pub(super) fn put(
        &self,
        oha: &Path,
        addresses: &Path,
        endpoint: &Endpoint,
    ) -> Result<Outcome, Error> {
        let unanswered = |reason: String| Error::Unanswered {
            path: endpoint.paths.first().cloned().unwrap_or_default(),
            reason,
        };
        let mut command = Command::new(oha);
        command
            .args(["--no-tui", "--output-format", "json", "--urls-from-file"])
            .args(["-c", &self.connections.to_string()])
            .args(["-z", &format!("{}s", self.lasting.as_secs())])
            // Without it, what is under way at the end counts as failed.
            .arg("-w")
            .args(["-H", &format!("Authorization: Bearer {}", endpoint.token)]);
        if let Pace::Steady(rate) = self.pace {
            command.args(["-q", &rate.to_string(), "--latency-correction"]);
        }
        command.arg(addresses);
        let printed = command::output(&mut command)
            .ok_or_else(|| unanswered(format!("`{}` failed", command::described(&command))))?;
        outcome(&printed).map_err(unanswered)
    }
}

/// What oha prints, where all answers were 200.
fn outcome(printed: &str) -> Result<Outcome, String> {
    let found: Value =
        serde_json::from_str(printed).map_err(|error| format!("oha says no JSON: {error}"))?;
    let (answers, errors) = (&found["statusCodeDistribution"], &found["errorDistribution"]);
    let requests = answers["200"].as_u64();
    let all_well = answers.as_object().is_some_and(|answers| answers.len() == 1)
        && errors.as_object().is_some_and(serde_json::Map::is_empty);
    let Some(requests) = requests.filter(|_| all_well) else {
        return Err(format!("by status {answers}, failures {errors}"));
    };
    let number = |object: &str, key: &str| {
        let number = found[object][key].as_f64();
        number.ok_or_else(|| format!("oha says no {object}.{key}"))
    };
    // oha has seconds.
    let milliseconds = |key| number("latencyPercentiles", key).map(|seconds| seconds * 1e3);
    Ok(Outcome {
        requests,
        per_second: number("summary", "requestsPerSec")?,
        p50: milliseconds("p50")?,
        p99: milliseconds("p99")?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn printed(answers: Value, errors: Value) -> String {
        json!({
            "summary": { "successRate": 1.0, "total": 4.0, "requestsPerSec": 250.5 },
            "latencyPercentiles": { "p10": 0.001, "p50": 0.25, "p99": 0.5, "p99.9": 0.7 },
            "statusCodeDistribution": answers,
            "errorDistribution": errors,
        })
        .to_string()
    }

    #[test]
    fn a_load_says_how_much_it_is() {
        let load = |connections, pace| {
            Load { connections, pace, lasting: Duration::from_secs(1) }.to_string()
        };
        assert_eq!(load(1, Pace::Full), "alone");
        assert_eq!(load(64, Pace::Full), "64 flat out");
        assert_eq!(load(64, Pace::Steady(500)), "64 at 500/s");
    }

    #[test]
    fn times_are_milliseconds() {
        assert_eq!(
            outcome(&printed(json!({ "200": 1002 }), json!({}))),
            Ok(Outcome { requests: 1002, per_second: 250.5, p50: 250.0, p99: 500.0 })
        );
    }

    #[test]
    fn a_load_that_was_not_answered_as_it_should_be_has_no_figures() {
        for (answers, errors) in [
            (json!({ "401": 1002 }), json!({})),
            (json!({ "200": 1000, "500": 2 }), json!({})),
            (json!({ "200": 1000 }), json!({ "connection closed before message completed": 2 })),
            (json!({}), json!({ "Connection refused (os error 111)": 64 })),
        ] {
            let reason = outcome(&printed(answers.clone(), errors)).unwrap_err();
            assert!(reason.contains(&answers.to_string()), "{reason}");
        }
        assert!(outcome("oha: no such file").is_err());
        assert!(outcome("{}").is_err());
    }
}
