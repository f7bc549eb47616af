//! The sandbox by itself, at Zendesk's limits and far past them: how long an account takes to fill, and how soon its
//! lists are there: for one who asks at a time, for 64 at a steady rate, and for 64 who ask for all that it can give.

mod endpoints;
mod get;
mod load;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::figure::Figure;
use crate::error::Error;
use crate::say;
use crate::server::{self, Profile, Server};
use crate::tools;
use crate::workspace::Workspace;
use endpoints::Endpoint;
use load::{Load, Outcome, Pace};

const PART: &str = "server";
const FILLING: &str = "filling";

const SIZES: [&str; 2] = ["large", "huge"];

/// Twelve times the highest rate that Zendesk's plans allow, which is 2,500 a minute.
const STEADY: Pace = Pace::Steady(500);

const LOADS: [Load; 3] = [
    Load { connections: 1, pace: Pace::Full, lasting: Duration::from_secs(2) },
    Load { connections: 64, pace: STEADY, lasting: Duration::from_secs(4) },
    Load { connections: 64, pace: Pace::Full, lasting: Duration::from_secs(4) },
];

struct Means {
    oha: PathBuf,
    server: PathBuf,
    /// Where the accounts are kept, which the matrix has in common with this, and what else is needed on the way.
    folder: PathBuf,
}

pub(super) fn measure(workspace: &Workspace) -> Result<Vec<Figure>, Error> {
    let oha = tools::oha(workspace)?;
    let server = server::build(workspace, Profile::Release)?;
    let folder = workspace.generated("bench");
    fs::create_dir_all(&folder).map_err(Error::io("creating", &folder))?;
    let means = Means { oha, server, folder };

    say::step("measuring the sandbox with oha");
    let (mut filling, mut answering) = (Vec::new(), Vec::new());
    for size in SIZES {
        let (server, took) = fill(workspace, &means, size)?;
        filling.push(Figure {
            part: FILLING.to_owned(),
            case: size.to_owned(),
            name: "from nothing to the first answer".to_owned(),
            value: took.as_secs_f64(),
            unit: "s".to_owned(),
            n: 1,
        });
        for endpoint in endpoints::of(&server.url)? {
            say::note(&format!("{size}: {}", endpoint.name));
            answering.extend(ask(&means, &server.url, size, &endpoint)?);
        }
    }
    filling.extend(answering);
    Ok(filling)
}

/// A new account in place of the one that is kept.
fn fill(workspace: &Workspace, means: &Means, size: &str) -> Result<(Server, Duration), Error> {
    say::note(&format!("{size}: filling a new account"));
    let database = means.folder.join(format!("{size}.sqlite3"));
    let database = database.to_string_lossy();
    let args = ["sandbox", "--listen", "127.0.0.1:0", "--size", size, "--fresh", "--database"];
    let args: Vec<String> = args.into_iter().chain([&*database]).map(str::to_owned).collect();
    let start = Instant::now();
    let server = Server::start(workspace, &means.server, &args)?;
    Ok((server, start.elapsed()))
}

fn ask(means: &Means, url: &str, size: &str, endpoint: &Endpoint) -> Result<Vec<Figure>, Error> {
    let addresses = write_addresses(&means.folder, url, endpoint)?;
    let mut figures = Vec::new();
    for load in LOADS {
        let outcome = load.put(&means.oha, &addresses, endpoint)?;
        let case = format!("{size}, {load}");
        figures.extend(figures_of(&case, endpoint.name, &outcome));
    }
    Ok(figures)
}

fn write_addresses(folder: &Path, url: &str, endpoint: &Endpoint) -> Result<PathBuf, Error> {
    let file = folder.join("addresses.txt");
    let lines: String = endpoint.paths.iter().map(|path| format!("{url}{path}\n")).collect();
    fs::write(&file, lines).map_err(Error::io("writing", &file))?;
    Ok(file)
}

fn figures_of(case: &str, name: &str, outcome: &Outcome) -> [Figure; 3] {
    let Outcome { requests, per_second, p50, p99 } = *outcome;
    [("p50", p50, "ms"), ("p99", p99, "ms"), ("requests a second", per_second.round(), "")].map(
        |(what, value, unit)| Figure {
            part: PART.to_owned(),
            case: case.to_owned(),
            name: format!("{name}, {what}"),
            value,
            unit: unit.to_owned(),
            n: requests,
        },
    )
}
