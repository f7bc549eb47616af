//! guidepost-server as a child of a task: built, started, waited for until it answers, and never left
//! behind.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::command::{self, not_started};
use crate::error::Error;
use crate::say;
use crate::workspace::Workspace;

#[derive(Clone, Copy)]
pub(crate) enum Profile {
    /// Shares what the native tests compiled.
    Dev,
    Release,
}

/// The line that the server prints when it is ready starts like this; its address follows.
const READY: &str = "listening on ";

/// Filling the largest account on a slow disk; a server that does not come up mostly exits by itself.
const PATIENCE: Duration = Duration::from_secs(600);

/// Every server that runs. A task that is interrupted runs no destructors, so the signal handler stops
/// them from here.
static RUNNING: Mutex<Vec<Arc<Mutex<Child>>>> = Mutex::new(Vec::new());

pub(crate) fn build(workspace: &Workspace, profile: Profile) -> Result<PathBuf, Error> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--package", "guidepost-server"]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    say::step("building guidepost-server");
    command::run(&mut cargo)?;
    let name = format!("guidepost-server{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.target.join(folder).join(name))
}

/// A running server, which ends with this value.
pub(crate) struct Server {
    child: Arc<Mutex<Child>>,
    pub(crate) url: String,
}

impl Server {
    /// Returns when the server answers.
    pub(crate) fn start(
        workspace: &Workspace,
        binary: &Path,
        args: &[String],
    ) -> Result<Self, Error> {
        let mut command = Command::new(binary);
        // The account's file is kept in the current folder: one for the checkout, wherever one calls from.
        command.args(args).current_dir(&workspace.root).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|source| not_started(&command, source))?;
        let stdout = child.stdout.take();
        let child = Arc::new(Mutex::new(child));
        locked(&RUNNING).push(Arc::clone(&child));
        let mut server = Server { child, url: String::new() };

        let (ready, answer) = mpsc::channel();
        if let Some(stdout) = stdout {
            thread::spawn(move || pass_on(BufReader::new(stdout), &ready));
        }
        match answer.recv_timeout(PATIENCE) {
            Ok(url) => {
                server.url = url;
                Ok(server)
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {
                Err(Error::Server(format!("said nothing for {} s", PATIENCE.as_secs())))
            }
            // Its output has ended, and so has it.
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(match server.wait() {
                Ok(status) => Error::Server(format!("stopped before it answered ({status})")),
                Err(error) => error,
            }),
        }
    }

    /// Returns when the server has ended by itself.
    pub(crate) fn wait(&self) -> Result<ExitStatus, Error> {
        loop {
            // Not `wait`: it would hold the lock that the signal handler needs.
            match locked(&self.child).try_wait() {
                Ok(Some(status)) => return Ok(status),
                Ok(None) => {}
                Err(source) => {
                    let doing = "waiting for guidepost-server".to_owned();
                    return Err(Error::Io { doing, source });
                }
            }
            thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        stop(&self.child);
        locked(&RUNNING).retain(|running| !Arc::ptr_eq(running, &self.child));
    }
}

/// For Ctrl-C, and for SIGTERM and SIGHUP, which reach only this process.
pub(crate) fn stop_all_when_interrupted() -> Result<(), Error> {
    ctrlc::set_handler(|| {
        for child in locked(&RUNNING).iter() {
            stop(child);
        }
        // What a shell reports for a program that Ctrl-C ended.
        std::process::exit(130);
    })
    .map_err(|source| Error::Io {
        doing: "listening for Ctrl-C".to_owned(),
        source: std::io::Error::other(source),
    })
}

/// Killing is safe: a write that the server has answered is on disk.
fn stop(child: &Mutex<Child>) {
    let mut child = locked(child);
    let _ = child.kill();
    let _ = child.wait();
}

/// Sends the address on when it is printed, and prints everything else.
fn pass_on(output: impl BufRead, ready: &Sender<String>) {
    for line in output.lines().map_while(Result::ok) {
        match address(&line) {
            Some(url) => drop(ready.send(url.to_owned())),
            None => say::note(&line),
        }
    }
}

fn address(line: &str) -> Option<&str> {
    let (_, url) = line.split_once(READY)?;
    url.split_whitespace().next().filter(|url| url.starts_with("http"))
}

/// A thread that panicked with the lock leaves a child that still has to be stopped.
fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_read_from_the_line_that_says_the_server_is_ready() {
        assert_eq!(address("listening on http://127.0.0.1:4711"), Some("http://127.0.0.1:4711"));
        assert_eq!(address("sandbox listening on http://[::1]:80 (demo)"), Some("http://[::1]:80"));
        assert_eq!(address("listening on nothing"), None);
        assert_eq!(address("filling the account"), None);
    }
}
