//! A running server, and one request on one connection.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
};

use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_guidepost-server");

pub const SEGMENTS: &str = "/api/v2/help_center/user_segments";

/// A folder that is gone when the test ends.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: &str, content: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs the program to its end: whether it succeeded, and what it said on both outputs.
pub fn run(arguments: &[&str], folder: &Path) -> (bool, String, String) {
    ended(Command::new(PROGRAM).args(arguments).current_dir(folder).output().unwrap())
}

/// The same below a shell that runs this first; `"$0" "$@"` is the program.
#[cfg(unix)]
pub fn run_in_shell(script: &str, arguments: &[&str], folder: &Path) -> (bool, String, String) {
    let mut shell = Command::new("sh");
    let shell = shell.args(["-c", script, PROGRAM]).args(arguments).current_dir(folder);
    ended(shell.output().unwrap())
}

fn ended(output: Output) -> (bool, String, String) {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(["sandbox", "--listen", "127.0.0.1:0"]).args(arguments);
    command
}

/// A server on a port of its own, killed when the test ends.
pub struct Server {
    child: Child,
    pub scheme: String,
    pub address: String,
    stdout: BufReader<std::process::ChildStdout>,
}

impl Server {
    pub fn start(arguments: &[&str], folder: &Path) -> Self {
        Self::spawn(command(arguments).current_dir(folder))
    }

    /// A server below a shell that runs this first.
    #[cfg(unix)]
    pub fn start_in_shell(script: &str, arguments: &[&str], folder: &Path) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", script, PROGRAM, "sandbox", "--listen", "127.0.0.1:0"]).args(arguments);
        Self::spawn(shell.current_dir(folder))
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// A server, and the lines that it said to people before it was ready. They go to a file: a pipe that stays open
    /// has no end to read to.
    pub fn start_and_hear(arguments: &[&str], folder: &Folder) -> (Self, String) {
        let said = folder.path("said.txt");
        let server = Self::spawn(command(arguments).stderr(fs::File::create(&said).unwrap()));
        (server, fs::read_to_string(said).unwrap())
    }

    fn spawn(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let url = line.trim_end().strip_prefix("listening on ").unwrap();
        let (scheme, address) = url.split_once("://").unwrap();
        let (scheme, address) = (scheme.to_owned(), address.to_owned());
        Self { child, scheme, address, stdout }
    }

    /// A server with an account in memory and no site.
    pub fn in_memory(arguments: &[&str]) -> Self {
        let arguments: Vec<&str> =
            ["--database", ":memory:"].iter().chain(arguments).copied().collect();
        Self::start(&arguments, Path::new(env!("CARGO_TARGET_TMPDIR")))
    }

    /// Ends it as a power cut would: on Unix this is SIGKILL.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Ends it as Ctrl-C does; what it printed after it was ready, and whether it ended well.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> (bool, String) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).unwrap();
        (self.child.wait().unwrap().success(), rest)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], "")
    }

    pub fn manager(&self, method: &str, path: &str, body: &str) -> Answer {
        let headers = ["authorization: Bearer manager-token", "content-type: application/json"];
        self.send(method, path, &headers, body)
    }

    pub fn send(&self, method: &str, path: &str, headers: &[&str], body: &str) -> Answer {
        let host = format!("host: {}", self.address);
        let given = headers.iter().any(|header| header.starts_with("host:"));
        let own = if given { None } else { Some(host.as_str()) };
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nconnection: close\r\ncontent-length: {}\r\n",
            body.len()
        );
        for header in headers.iter().copied().chain(own) {
            request.push_str(header);
            request.push_str("\r\n");
        }
        request.push_str("\r\n");
        request.push_str(body);
        self.write(request.as_bytes())
    }

    /// Sends these bytes, and reads until the connection is closed.
    pub fn write(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request).unwrap();
        let mut bytes = Vec::new();
        // A connection that is reset ends an answer, too.
        let _ = stream.read_to_end(&mut bytes);
        Answer::read(&bytes)
    }
}

/// A server that may not be ready yet.
pub struct Starting(Child);

impl Starting {
    pub fn new(arguments: &[&str], folder: &Path) -> Self {
        Self(command(arguments).current_dir(folder).stdout(Stdio::piped()).spawn().unwrap())
    }

    /// As soon as this holds, as a power cut would.
    pub fn kill_when(mut self, holds: impl Fn() -> bool) {
        while !holds() {
            assert_eq!(self.0.try_wait().unwrap(), None, "it ended by itself");
            thread::yield_now();
        }
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A manager's request to a server that may be killed meanwhile: `None` when no whole answer came.
pub fn try_send(address: &str, method: &str, path: &str, body: &str) -> Option<Answer> {
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\nauthorization: Bearer manager-token\r\n\
         content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    );
    let mut stream = TcpStream::connect(address).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    bytes
        .windows(4)
        .any(|four| four == b"\r\n\r\n")
        .then(|| Answer::read(&bytes))
        .filter(Answer::is_whole)
}

/// What came over the wire. All empty when the connection was closed without an answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn read(bytes: &[u8]) -> Self {
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
            assert!(bytes.is_empty(), "half a head: {bytes:?}");
            return Self { status: 0, headers: Vec::new(), body: Vec::new() };
        };
        let head = str::from_utf8(&bytes[..end]).unwrap();
        let (first, rest) = head.split_once("\r\n").unwrap();
        let headers = rest.lines().filter_map(|line| line.split_once(": "));
        Self {
            status: first.split(' ').nth(1).unwrap().parse().unwrap(),
            headers: headers
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
                .collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    /// True when the body is as long as was announced.
    fn is_whole(&self) -> bool {
        self.status == 204
            || self
                .header("content-length")
                .is_some_and(|length| length == self.body.len().to_string())
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> &str {
        str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}
