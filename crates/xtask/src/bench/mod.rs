//! How fast it all is, part by part. What is measured is told, not judged: a machine that is busy with something else
//! fails nothing.

mod browser;
mod figure;
mod peer;
mod server;
mod table;

use std::path::PathBuf;

use serde_json::json;

use crate::args::BenchOptions;
use crate::error::Error;
use crate::say;
use crate::styles::write_below;
use crate::workspace::Workspace;
use figure::Figure;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The sandbox, by itself.
    Server,
    /// The permission matrix in a browser.
    Matrix,
    /// The list of segments in a browser, beside the same list on react-admin.
    Peer,
}

impl Part {
    /// In this order: the first fills the accounts that the second uses, too.
    pub(crate) const ALL: [Part; 3] = [Part::Server, Part::Matrix, Part::Peer];
}

/// Where the figures go as JSON.
#[derive(Debug, PartialEq)]
pub(crate) enum Json {
    /// target/bench.json
    Usual,
    File(PathBuf),
    /// Standard output, and nothing else goes there.
    Stdout,
}

pub(crate) fn run(workspace: &Workspace, options: &BenchOptions) -> Result<(), Error> {
    if options.json == Json::Stdout {
        say::keep_stdout_free();
    }
    if options.parts.contains(&Part::Peer) {
        peer::ensure_tools()?;
    }
    let mut figures = Vec::new();
    for part in &options.parts {
        figures.extend(match part {
            Part::Server => server::measure(workspace)?,
            Part::Matrix => browser::measure(workspace, "matrix", |_| {})?,
            Part::Peer => peer::measure(workspace, options.rounds)?,
        });
    }
    say::line("");
    for line in table::lines(&figures) {
        say::line(&line);
    }
    tell(workspace, &options.json, &figures)
}

fn tell(workspace: &Workspace, json: &Json, figures: &[Figure]) -> Result<(), Error> {
    let figures: Vec<_> = figures.iter().map(Figure::to_json).collect();
    let text = format!("{:#}\n", json!({ "figures": figures }));
    let path = match json {
        Json::Usual => &workspace.generated("bench.json"),
        Json::File(path) => path,
        Json::Stdout => {
            say::result(&text);
            return Ok(());
        }
    };
    write_below(path, &text)?;
    say::line(&format!("\nthe same as JSON: {}", path.display()));
    Ok(())
}
