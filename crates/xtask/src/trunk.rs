//! Trunk: compiles the app and lays out dist/.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::command::{described, not_started};
use crate::error::Error;
use crate::say;
use crate::tools::SiteTools;
use crate::workspace::Workspace;

/// Trunk's minifier does not know the `export { … as default }` of wasm-bindgen's script, says so at every
/// build, and copies the script as it is, which is fine.
const EXPECTED_WARNING: &str = "Failed to minify JS: RequiredTokenNotFound(Identifier)";

pub(crate) fn build(workspace: &Workspace, tools: &SiteTools) -> Result<(), Error> {
    let built = run(workspace, tools);
    if built.is_err() {
        // What Trunk had laid out so far must not lie in a dist/ that somebody deploys.
        let _ = fs::remove_dir_all(workspace.dist().join(".stage"));
    }
    built
}

fn run(workspace: &Workspace, tools: &SiteTools) -> Result<(), Error> {
    let mut trunk = Command::new("trunk");
    trunk
        .current_dir(&workspace.root)
        .env("PATH", &tools.path)
        .env("CARGO_TARGET_DIR", &workspace.target)
        // Trunk takes only `true` or `false` here and stops at the usual NO_COLOR=1.
        .env_remove("NO_COLOR")
        // Its log names the panicking thread's whole stack with every failed compilation.
        .env("RUST_BACKTRACE", "0")
        .args(["build", "--skip-version-check", "--log", "error,trunk=warn"])
        .stdout(Stdio::piped());
    if tools.wasm_opt {
        // The cargo profile is fixed in Trunk.toml; all that "release" adds is wasm-opt.
        trunk.arg("--release");
    }
    let mut child = trunk.spawn().map_err(|source| not_started(&trunk, source))?;
    if let Some(log) = child.stdout.take() {
        for line in BufReader::new(log).lines().map_while(Result::ok) {
            if !line.contains(EXPECTED_WARNING) {
                say::line(&line);
            }
        }
    }
    let status = child.wait().map_err(|source| not_started(&trunk, source))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed { command: described(&trunk), status })
}
