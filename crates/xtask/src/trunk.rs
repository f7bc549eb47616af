//! Trunk: compiles the app and lays out the site.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::{described, not_started};
use crate::error::Error;
use crate::say;
use crate::split;
use crate::tools::SiteTools;
use crate::workspace::Workspace;

/// Trunk's minifier does not know all that is in wasm-bindgen's script, says so at every build, and copies the script
/// as it is, which is fine.
const EXPECTED_WARNING: &str = "Failed to minify JS: RequiredTokenNotFound";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// As deployed: the profile that Trunk.toml names, split, and wasm-opt.
    Release,
    /// Cargo's own dev profile, which the web tests use too.
    Quick,
}

pub(crate) fn build(
    workspace: &Workspace,
    tools: &SiteTools,
    effort: Effort,
    target: &Path,
) -> Result<(), Error> {
    // Trunk makes only the last folder of the path by itself.
    fs::create_dir_all(target).map_err(Error::io("making", target))?;
    let built = run(workspace, tools, effort, target);
    if built.is_err() {
        // What Trunk had laid out so far must not lie in a dist/ that somebody deploys.
        let _ = fs::remove_dir_all(target.join(".stage"));
    }
    built
}

/// What .cargo/config.toml says, and no paths of this machine in the messages of panics: what is built has the same size
/// everywhere.
fn flags_for_release() -> OsString {
    let mut flags = OsString::from("--cfg erase_components");
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    // Cargo splits the flags at spaces.
    if let Some(cargo_home) = cargo_home
        && !cargo_home.to_string_lossy().contains(char::is_whitespace)
    {
        flags.push(" --remap-path-prefix=");
        flags.push(cargo_home.join("registry/src"));
        flags.push("=");
    }
    flags
}

fn run(
    workspace: &Workspace,
    tools: &SiteTools,
    effort: Effort,
    target: &Path,
) -> Result<(), Error> {
    let mut trunk = Command::new("trunk");
    trunk
        .current_dir(&workspace.root)
        .env("CARGO_TARGET_DIR", &workspace.target)
        // Trunk takes only `true` or `false` here and stops at the usual NO_COLOR=1.
        .env_remove("NO_COLOR")
        // Its log names the panicking thread's whole stack with every failed compilation.
        .env("RUST_BACKTRACE", "0")
        .args(["build", "--skip-version-check", "--log", "error,trunk=warn", "--dist"])
        .arg(target)
        .stdout(Stdio::piped());
    match effort {
        Effort::Release => {
            trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags_for_release());
            trunk.args(["--features", "split"]);
            split::stand_in(workspace, &mut trunk, &tools.path)?;
            if tools.wasm_opt.is_some() {
                // All that "release" adds is wasm-opt.
                trunk.arg("--release");
            }
        }
        Effort::Quick => {
            trunk.args(["--cargo-profile", "dev"]).env("PATH", &tools.path);
        }
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
