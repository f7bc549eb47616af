//! The server and the browser's driver as children that end with the journey.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use crate::environment;

/// Filling the largest account on a slow disk; a program that does not come up mostly exits by itself.
const PATIENCE: Duration = Duration::from_secs(600);

/// More than one unlucky port in a row is no accident.
const STARTS_OF_THE_DRIVER: u32 = 5;

/// A running program, which is killed when this value goes.
pub struct Process {
    child: Child,
    /// Where it listens.
    pub url: String,
}

impl Process {
    /// A sandbox with the site in front of it.
    pub fn server(options: &[&str]) -> Self {
        Self::server_of(&environment::site(), options)
    }

    /// The same with another site.
    pub fn server_of(site: &Path, options: &[&str]) -> Self {
        let mut command = Command::new(environment::server());
        command.args(["sandbox", "--listen", "127.0.0.1:0"]).arg("--site").arg(site).args(options);
        Self::start(command, |line| {
            let (_, url) = line.split_once("listening on ")?;
            url.split_whitespace().next().map(str::to_owned)
        })
    }

    /// A chromedriver on a free port. It takes a free port of IPv4 and then wants the same one of IPv6; when another
    /// program has that one, chromedriver exits at once, and the next start finds another port.
    pub fn driver() -> Self {
        let started = (0..STARTS_OF_THE_DRIVER).find_map(|_| {
            let mut command = Command::new(environment::driver());
            command.arg("--port=0").stderr(Stdio::null());
            Self::try_start(command, |line| {
                let (_, port) = line.split_once("started successfully on port ")?;
                Some(format!("http://127.0.0.1:{}", port.trim_end_matches('.')))
            })
            .inspect_err(|error| eprintln!("{error}"))
            .ok()
        });
        started.unwrap_or_else(|| panic!("chromedriver exited {STARTS_OF_THE_DRIVER} times"))
    }

    /// Returns when the program says where it listens.
    fn start(command: Command, address: fn(&str) -> Option<String>) -> Self {
        Self::try_start(command, address).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Returns when the program says where it listens, or has exited without saying it.
    fn try_start(
        mut command: Command,
        address: fn(&str) -> Option<String>,
    ) -> Result<Self, String> {
        let name = Path::new(command.get_program()).display().to_string();
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child =
            command.spawn().unwrap_or_else(|error| panic!("cannot start {name}: {error}"));
        let output = child.stdout.take().expect("it is piped");
        let mut process = Self { child, url: String::new() };
        let (send, receive) = mpsc::channel();
        // Reads on to the end: a program whose output nobody reads comes to a halt.
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some(url) = address(&line) {
                    let _ = send.send(url);
                }
            }
        });
        match receive.recv_timeout(PATIENCE) {
            Ok(url) => {
                process.url = url;
                Ok(process)
            }
            Err(error) => Err(format!("{name} does not say where it listens: {error}")),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
