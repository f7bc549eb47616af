//! Where things are.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;

pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    /// Cargo's target directory, wherever the environment or a configuration file put it.
    pub(crate) target: PathBuf,
}

impl Workspace {
    pub(crate) fn find() -> Result<Self, Error> {
        // At run time rather than `env!`: with a shared target directory a binary may have been compiled
        // in another checkout.
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest_dir.ancestors().nth(2).map(Path::to_path_buf).ok_or_else(|| {
            Error::Missing {
                what: "the workspace was not found; run the task through cargo:".to_owned(),
                remedy: "cargo xtask help".to_owned(),
            }
        })?;
        // <target>/debug/xtask: cheaper than asking `cargo metadata`, and true for every way of
        // choosing the directory.
        let target = env::current_exe()
            .ok()
            .and_then(|exe| exe.ancestors().nth(2).map(Path::to_path_buf))
            .unwrap_or_else(|| root.join("target"));
        Ok(Self { root, target })
    }

    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        cargo
    }

    /// The built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Tools that the tasks installed for themselves.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// Generated files whose path the sources name. Below the root even when cargo's target directory is
    /// elsewhere: index.html links to one, and the web tests fetch another from the package's root.
    pub(crate) fn generated(&self, path: &str) -> PathBuf {
        self.root.join("target").join(path)
    }
}
