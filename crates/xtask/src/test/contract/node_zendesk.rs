//! node-zendesk, a client library in JavaScript: tests/contract/node-zendesk, with node's own test runner.

use std::process::Command;

use super::Contract;
use crate::command;
use crate::error::Error;
use crate::tools;

pub(super) fn run(contract: &Contract<'_>) -> Result<(), Error> {
    let modules = tools::node_zendesk(contract.workspace)?;
    let sandbox = contract.sandbox(&["--faults"])?;
    let lite = contract.sandbox(&["--plan", "lite"])?;
    let limited = contract.sandbox(&["--rate-limit", "5"])?;

    let mut node = Command::new("node");
    // Without names it runs all tests in the current folder; one file after the other, because what one writes would move
    // the pages that another counts.
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .args(
            contract
                .filters
                .iter()
                .map(|filter| format!("--test-name-pattern={}", literal(filter))),
        )
        .current_dir(contract.folder().join("node-zendesk"))
        .env("NODE_PATH", modules)
        .env("GUIDEPOST_SANDBOX", &sandbox.url)
        .env("GUIDEPOST_SANDBOX_LITE", &lite.url)
        .env("GUIDEPOST_SANDBOX_LIMITED", &limited.url);
    command::run(&mut node)
}

/// A regular expression that finds this text.
fn literal(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        if r"\^$.*+?()[]{}|/".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_found_as_it_was_written() {
        assert_eq!(literal("every segment comes once"), "every segment comes once");
        assert_eq!(literal("429? (twice)"), r"429\? \(twice\)");
    }
}
