//! Running other programs: in the open, or for what they say about themselves.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::say;

/// Runs to the end, with what it prints in plain sight.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let status =
        command.stdout(say::output()).status().map_err(|source| not_started(command, source))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed { command: described(command), status })
}

/// Runs to the end without a word, unless it fails: then with all it said.
pub(crate) fn run_quietly(command: &mut Command) -> Result<(), Error> {
    let output = command.output().map_err(|source| not_started(command, source))?;
    if output.status.success() {
        return Ok(());
    }
    eprintln!("{}", String::from_utf8_lossy(&output.stderr).trim_end());
    Err(Error::Failed { command: described(command), status: output.status })
}

/// Runs to the end, but not longer than `limit`; what it prints goes to the file `log`.
pub(crate) fn run_into(log: &Path, limit: Duration, command: &mut Command) -> Result<(), Error> {
    let output = File::create(log).map_err(Error::io("writing", log))?;
    let errors = output.try_clone().map_err(Error::io("writing", log))?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(output)
        .stderr(errors)
        .spawn()
        .map_err(|source| not_started(command, source))?;
    let start = Instant::now();
    loop {
        match child.try_wait().map_err(|source| not_started(command, source))? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(Error::Failed { command: described(command), status }),
            None if start.elapsed() > limit => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(Error::Endless { command: described(command), limit });
            }
            None => thread::sleep(Duration::from_millis(100)),
        }
    }
}

/// What the program prints when it succeeds; nothing when it fails or does not exist.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// As one would type it.
pub(crate) fn described(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem();
    program
        .into_iter()
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

pub(crate) fn not_started(command: &Command, source: std::io::Error) -> Error {
    Error::NotStarted { program: command.get_program().to_string_lossy().into_owned(), source }
}
