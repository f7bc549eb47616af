//! axe-core, which finds what keeps people with disabilities from using a page.

use std::{fmt::Write, fs};

use serde_json::Value;

use crate::{Browser, environment};

impl Browser {
    /// What axe finds on the page as it is now, one line a finding; only what is serious or worse.
    pub async fn barriers(&self) -> Vec<String> {
        const RUN: &str = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] })
                .then((found) => done(found.violations), (error) => done(String(error)))";
        if self.run("return typeof axe", []).await != "object" {
            let axe = environment::axe();
            let source = fs::read_to_string(&axe)
                .unwrap_or_else(|error| panic!("cannot read {}: {error}", axe.display()));
            self.run(&source, []).await;
        }
        let found = self.run_through(RUN, []).await;
        let violations = found.as_array().unwrap_or_else(|| panic!("axe failed: {found}"));
        let grave = |violation: &&Value| {
            ["serious", "critical"].contains(&violation["impact"].as_str().unwrap_or_default())
        };
        violations.iter().filter(grave).map(line).collect()
    }
}

fn line(violation: &Value) -> String {
    let mut line = format!("{} ({}):", text(&violation["help"]), text(&violation["id"]));
    for node in violation["nodes"].as_array().into_iter().flatten().take(3) {
        let _ = write!(line, "\n      {}", text(&node["html"]));
        let _ = write!(line, "\n        {}", text(&node["failureSummary"]).replace('\n', " "));
    }
    line
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
