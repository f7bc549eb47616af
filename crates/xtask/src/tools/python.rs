//! Programs written in Python, each in a virtual environment of its own in `.tools/python`, so that none needs what
//! another must not have.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt;
use super::version::Version;
use crate::command;
use crate::error::Error;
use crate::say;
use crate::workspace::Workspace;

/// What some of the packages need. Debian 12 has it.
const OLDEST: [u32; 2] = [3, 11];

const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };
const PROGRAMS: &str = if cfg!(windows) { "Scripts" } else { "bin" };

/// Written when everything is installed: the requirements as they were.
const INSTALLED: &str = "installed.txt";

pub(crate) struct PythonTool(PathBuf);

impl PythonTool {
    /// One of the programs that the packages brought, or `python` itself.
    pub(crate) fn program(&self, name: &str) -> Command {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        let mut program = Command::new(self.0.join(PROGRAMS).join(file));
        // Else the sources that it is told to read get compiled ones beside them.
        program.env("PYTHONDONTWRITEBYTECODE", "1");
        program
    }

    /// With exactly these requirements.
    fn is_there(&self, requirements: &str) -> bool {
        fs::read_to_string(self.0.join(INSTALLED)).is_ok_and(|installed| installed == requirements)
            // The interpreter that it was made with may have gone.
            && command::output(self.program("python").arg("--version")).is_some()
    }

    fn install(&self, requirements: &Path) -> Result<(), Error> {
        command::run_quietly(Command::new(PYTHON).args(["-m", "venv", "--clear"]).arg(&self.0))?;
        // No source packages: building one runs what is in it, and needs compilers. Nothing but what is named: the
        // file has what the packages need.
        command::run_quietly(
            self.program("python")
                .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
                .args(["--only-binary", ":all:", "--no-deps", "--requirement"])
                .arg(requirements),
        )
    }
}

/// The environment called `name`, with the packages in the file `requirements`, each with its version and all that they
/// need.
pub(super) fn ensure(
    workspace: &Workspace,
    name: &str,
    requirements: &Path,
) -> Result<PythonTool, Error> {
    let wanted = fs::read_to_string(requirements).map_err(Error::io("reading", requirements))?;
    let environment = PythonTool(workspace.tools().join("python").join(name));
    if environment.is_there(&wanted) {
        return Ok(environment);
    }
    if !can_make_environments() {
        apt::install(&["python3", "python3-venv"], "a few seconds")?;
    }
    if !can_make_environments() {
        let [major, minor] = OLDEST;
        return Err(Error::Missing {
            what: format!(
                "{name} needs Python {major}.{minor} or later, with its module venv. On Debian and Ubuntu:"
            ),
            remedy: "sudo apt-get install python3 python3-venv".to_owned(),
        });
    }
    say::step(&format!("installing {name} into .tools/python (a few seconds, once)"));
    environment.install(requirements)?;
    let stamp = environment.0.join(INSTALLED);
    fs::write(&stamp, wanted).map_err(Error::io("writing", &stamp))?;
    Ok(environment)
}

/// Debian's Python has `venv` and not what it needs, `ensurepip`, unless one installs it.
fn can_make_environments() -> bool {
    Version::of(Path::new(PYTHON)).is_some_and(|found| found.0.as_slice() >= OLDEST.as_slice())
        && command::output(Command::new(PYTHON).args(["-c", "import ensurepip, venv"])).is_some()
}
