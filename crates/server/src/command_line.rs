//! The command line: what it says, and what it means.

use std::{
    ffi::OsString,
    fmt,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    str::FromStr,
};

use guidepost_sandbox::{Place, Plan, Size};
use lexopt::{Arg, Parser, ValueExt};

pub const HELP: &str = "\
guidepost-server: serves the Guidepost app

  guidepost-server sandbox [OPTIONS]

A sandbox account that answers as Zendesk does, and the app in front of it.

  --listen ADDRESS    where to listen, on this machine only; port 0 picks a free one
                      [127.0.0.1:8080]
  --database PATH     the account's file, or :memory: to keep nothing
                      [guidepost-sandbox-<size>.sqlite3 in the current folder]
  --fresh             start afresh: removes the file and fills a new one
  --size SIZE         demo, large or huge: how much there is in a new account [demo]
  --plan PLAN         enterprise, professional or lite [enterprise]
  --site DIR          the built app (dist/); without it only the API is served

For tests of clients:

  --faults            failures on demand (POST /sandbox/faults) and POST /sandbox/reset
  --cors-friendly     every answer is readable from other origins; Zendesk's are not

Credentials: manager@sandbox.test/token:manager-token (or the bearer manager-token), likewise
agent@sandbox.test with agent-token, user@sandbox.test with user-token.
";

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Sandbox(SandboxOptions),
    Help,
    Version,
}

/// Options of `guidepost-server sandbox`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SandboxOptions {
    /// A loopback address.
    pub listen: SocketAddr,
    pub database: Place,
    pub fresh: bool,
    pub size: Size,
    pub plan: Plan,
    pub site: Option<PathBuf>,
    pub faults: bool,
    pub cors_friendly: bool,
}

/// What is wrong with the arguments.
#[derive(Debug)]
pub enum UsageError {
    NoCommand,
    UnknownCommand(String),
    NotLoopback(SocketAddr),
    Argument(lexopt::Error),
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCommand => f.write_str("a command is missing: guidepost-server sandbox"),
            Self::UnknownCommand(name) => {
                write!(f, "there is no command “{name}”: guidepost-server sandbox")
            }
            Self::NotLoopback(address) => write!(
                f,
                "--listen {address} would let other machines in, and everybody knows the sandbox's credentials: \
                 listen on 127.0.0.1 or [::1]"
            ),
            Self::Argument(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for UsageError {}

impl From<lexopt::Error> for UsageError {
    fn from(error: lexopt::Error) -> Self {
        Self::Argument(error)
    }
}

/// Reads the arguments after the program's name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, UsageError> {
    let mut parser = Parser::from_args(arguments);
    match parser.next()? {
        None => Err(UsageError::NoCommand),
        Some(Arg::Long("help") | Arg::Short('h')) => Ok(Command::Help),
        Some(Arg::Long("version") | Arg::Short('V')) => Ok(Command::Version),
        Some(Arg::Value(name)) if name == "sandbox" => sandbox(parser),
        Some(Arg::Value(name)) if name == "help" => Ok(Command::Help),
        Some(Arg::Value(name)) => {
            Err(UsageError::UnknownCommand(name.to_string_lossy().into_owned()))
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

fn sandbox(mut parser: Parser) -> Result<Command, UsageError> {
    let mut options = SandboxOptions {
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
        database: Place::Memory,
        fresh: false,
        size: Size::default(),
        plan: Plan::default(),
        site: None,
        faults: false,
        cors_friendly: false,
    };
    let mut database = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("listen") => options.listen = value(&mut parser)?,
            Arg::Long("database") => database = Some(parser.value()?),
            Arg::Long("fresh") => options.fresh = true,
            Arg::Long("size") => options.size = value(&mut parser)?,
            Arg::Long("plan") => options.plan = value(&mut parser)?,
            Arg::Long("site") => options.site = Some(parser.value()?.into()),
            Arg::Long("faults") => options.faults = true,
            Arg::Long("cors-friendly") => options.cors_friendly = true,
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    if !options.listen.ip().is_loopback() {
        return Err(UsageError::NotLoopback(options.listen));
    }
    options.database = match database {
        Some(text) if text == ":memory:" => Place::Memory,
        Some(path) => Place::File(path.into()),
        None => Place::File(format!("guidepost-sandbox-{}.sqlite3", options.size).into()),
    };
    Ok(Command::Sandbox(options))
}

fn value<T>(parser: &mut Parser) -> Result<T, lexopt::Error>
where
    T: FromStr<Err: Into<Box<dyn std::error::Error + Send + Sync>>>,
{
    parser.value()?.parse()
}
