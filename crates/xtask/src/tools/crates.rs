//! Tools that are Rust programs: from `.tools/`, from the PATH, as a binary through cargo-binstall where
//! that is installed, or compiled by `cargo install`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::version::Version;
use crate::command;
use crate::error::Error;
use crate::say;
use crate::workspace::Workspace;

pub(crate) struct CrateTool {
    pub(crate) package: &'static str,
    /// The program that is asked for its version.
    pub(crate) program: &'static str,
    /// What gets installed.
    pub(crate) version: Version,
    /// Whether an installed version (the first) will do for the wanted one.
    pub(crate) fits: fn(&Version, &Version) -> bool,
    /// Whether to build with the lock file that the package came with.
    pub(crate) locked: bool,
    pub(crate) default_features: bool,
    /// As rustc has it; 0 for a program that does little each time it runs, which is quickest to compile.
    pub(crate) opt_level: &'static str,
    /// How long compiling it takes on two cores, in words.
    pub(crate) takes: &'static str,
}

/// Quick to compile rather than quick to run: most run for a second or so, once a build. With Trunk's own
/// release profile (fat LTO, one codegen unit) installing it takes three times as long.
const QUICK_PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

pub(crate) fn bin(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("bin")
}

/// Where the program is started from: `.tools/`, or else whatever the PATH has.
pub(crate) fn located(workspace: &Workspace, program: &str) -> PathBuf {
    let ours = bin(workspace).join(format!("{program}{}", env::consts::EXE_SUFFIX));
    if ours.exists() { ours } else { PathBuf::from(program) }
}

pub(crate) fn ensure(workspace: &Workspace, tools: &[CrateTool]) -> Result<(), Error> {
    // One directory for all of them, because they share many dependencies; deleted when all are there.
    let scratch = workspace.tools().join("target");
    for tool in tools {
        if !tool.is_there(workspace) {
            tool.install(workspace, &scratch)?;
        }
    }
    if scratch.exists() {
        fs::remove_dir_all(&scratch).map_err(Error::io("deleting", &scratch))?;
    }
    Ok(())
}

impl CrateTool {
    fn is_there(&self, workspace: &Workspace) -> bool {
        Version::of(&located(workspace, self.program))
            .is_some_and(|found| (self.fits)(&found, &self.version))
    }

    fn install(&self, workspace: &Workspace, scratch: &Path) -> Result<(), Error> {
        if Version::of(Path::new("cargo-binstall")).is_some()
            && self.fetch_binary(workspace).is_ok()
        {
            return Ok(());
        }
        let Self { package, version, takes, opt_level, .. } = self;
        say::step(&format!("installing {package} {version} into .tools (about {takes}, once)"));
        let mut cargo = workspace.cargo();
        cargo
            .args(["install", package, "--force", "--version", &version.to_string()])
            .arg("--root")
            .arg(workspace.tools())
            .env("CARGO_TARGET_DIR", scratch)
            .env_remove("RUSTFLAGS")
            .envs(QUICK_PROFILE)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level);
        if self.locked {
            cargo.arg("--locked");
        }
        if !self.default_features {
            cargo.arg("--no-default-features");
        }
        command::run(&mut cargo)
    }

    fn fetch_binary(&self, workspace: &Workspace) -> Result<(), Error> {
        let Self { package, version, .. } = self;
        say::step(&format!("fetching {package} {version} into .tools"));
        command::run(
            Command::new("cargo-binstall")
                .args(["--no-confirm", "--force", "--disable-strategies", "compile", "--root"])
                .arg(workspace.tools())
                .arg(format!("{package}@{version}")),
        )
    }
}
