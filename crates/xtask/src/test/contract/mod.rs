//! Programs that other people wrote, against a live sandbox: what they know of Zendesk's API they know from elsewhere.
//! What they are told to do is in tests/contract.

mod node_zendesk;
mod schemathesis;
mod zenpy;

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::say;
use crate::server::{self, Profile, Server};
use crate::workspace::Workspace;

/// One of them: its name, and how to run what is asked of it.
type Program = (&'static str, fn(&Contract<'_>) -> Result<(), Error>);

const PROGRAMS: [Program; 3] = [
    ("node-zendesk", node_zendesk::run),
    ("zenpy", zenpy::run),
    ("schemathesis", schemathesis::run),
];

/// What each of them is given.
struct Contract<'a> {
    workspace: &'a Workspace,
    server: PathBuf,
    /// A test runs when its name contains one of these, or when there are none.
    filters: &'a [String],
}

impl Contract<'_> {
    /// A sandbox of its own, in memory, with more options than that where needed.
    fn sandbox(&self, options: &[&str]) -> Result<Server, Error> {
        let always = ["sandbox", "--listen", "127.0.0.1:0", "--database", ":memory:"];
        let args = always.iter().chain(options).map(|&arg| arg.to_owned()).collect::<Vec<_>>();
        Server::start(self.workspace, &self.server, &args)
    }

    /// Where it is said what one of them is to do.
    fn folder(&self) -> PathBuf {
        self.workspace.root.join(Path::new("tests").join("contract"))
    }
}

/// Runs all of them, whatever becomes of the earlier ones.
pub(super) fn run(workspace: &Workspace, filters: &[String]) -> Result<(), Error> {
    let server = server::build(workspace, Profile::Dev)?;
    let contract = Contract { workspace, server, filters };
    let mut failed = Vec::new();
    for (name, program) in PROGRAMS {
        say::step(&format!("running {name} against a sandbox"));
        if let Err(error) = program(&contract) {
            say::line(&format!("{name}: {error}"));
            failed.push(name.to_owned());
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Error::Parts(failed)) }
}
