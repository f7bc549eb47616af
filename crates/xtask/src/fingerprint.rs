//! Whether dist/ still is what the sources say, so that a second run starts at once: fat LTO, wasm-opt and
//! brotli take half a minute even when nothing changed.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::process::Command;

use crate::command;
use crate::compress::files_below;
use crate::error::Error;
use crate::styles::write_below;
use crate::workspace::Workspace;

/// What the site is made from, and what makes it. A folder stands for every file below it.
const SOURCES: [&str; 10] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "crates",
    "index.html",
    "public",
    "src",
    "style",
];

/// The app never depends on these (docs/ARCHITECTURE.md), and they change often.
const NOT_SOURCES: [&str; 2] = ["crates/sandbox", "crates/server"];

pub(crate) struct Fingerprint<'a> {
    workspace: &'a Workspace,
    sources: u64,
}

impl<'a> Fingerprint<'a> {
    pub(crate) fn of_sources(workspace: &'a Workspace) -> Result<Self, Error> {
        let mut hasher = DefaultHasher::new();
        let compiler = command::output(Command::new("rustc").arg("-vV"));
        (&workspace.root, compiler, env::var_os("RUSTFLAGS")).hash(&mut hasher);
        for path in sources(workspace)? {
            let content = fs::read(&path).map_err(Error::io("reading", &path))?;
            (path, content).hash(&mut hasher);
        }
        Ok(Self { workspace, sources: hasher.finish() })
    }

    /// Whether dist/ was built from these sources and nobody changed it since.
    pub(crate) fn is_of_dist(&self) -> bool {
        let remembered = fs::read_to_string(self.path()).unwrap_or_default();
        self.text().is_ok_and(|text| text == remembered)
    }

    pub(crate) fn remember(&self) -> Result<(), Error> {
        write_below(&self.path(), &self.text()?)
    }

    fn path(&self) -> PathBuf {
        self.workspace.generated("site/fingerprint.txt")
    }

    fn text(&self) -> Result<String, Error> {
        let mut lines = vec![format!("{:016x}", self.sources)];
        let mut files = files_below(&self.workspace.dist())?;
        files.sort();
        for path in files {
            let metadata = fs::metadata(&path).map_err(Error::io("reading", &path))?;
            lines.push(format!("{} {}", metadata.len(), path.display()));
        }
        Ok(lines.join("\n"))
    }
}

fn sources(workspace: &Workspace) -> Result<Vec<PathBuf>, Error> {
    let left_out = NOT_SOURCES.map(|folder| workspace.root.join(folder));
    let mut files = Vec::new();
    for source in SOURCES {
        let path = workspace.root.join(source);
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.retain(|file| !left_out.iter().any(|folder| file.starts_with(folder)));
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_the_model_and_these_tasks_are_sources_and_the_server_is_not() {
        let workspace = Workspace::find().unwrap();
        let sources = sources(&workspace).unwrap();
        let has = |path: &str| sources.contains(&workspace.root.join(path));
        assert!(has("src/main.rs"));
        assert!(has("crates/model/src/lib.rs"));
        assert!(has("crates/xtask/src/main.rs"));
        assert!(has("index.html"));
        assert!(!has("crates/server/src/main.rs"));
    }
}
