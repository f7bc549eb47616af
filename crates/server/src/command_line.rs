//! The command line: what it says, and what it means.

use std::{
    ffi::OsString,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    str::FromStr,
};

use crate::{UsageError, oauth_client::ClientArgument, tls::TlsFiles};
use guidepost_sandbox::{Latency, OauthClient, Place, Plan, PublicUrl, Scheme, Size, Switches};
use lexopt::{Arg, Parser, ValueExt};

/// What `--help` says; the switches follow.
const HELP: &str = "\
guidepost-server: serves the Guidepost app

  guidepost-server sandbox [OPTIONS]

A sandbox account that answers as Zendesk does, and the app in front of it.

  --listen ADDRESS    where to listen, on this machine only; port 0 picks a free one
                      [127.0.0.1:8080]
  --public-url URL    an address that the sandbox stands in for, such as
                      https://fernhollow.zendesk.com: its host is answered, and links begin with
                      it. Several, or with commas between them, for several brands. Then
                      X-Forwarded-Host and -Proto count, too
  --tls-cert FILE     the certificate, or its chain, with which to answer https, in PEM format
  --tls-key FILE      its private key, in PEM format
  --database PATH     the account's file, or :memory: to keep nothing
                      [guidepost-sandbox-<size>.sqlite3 in the current folder]
  --fresh             start afresh: removes the file and fills a new one
  --size SIZE         demo, large or huge: how much there is in a new account [demo]
  --plan PLAN         enterprise, professional or lite [enterprise]
  --site DIR          the built app (dist/); without it only the API is served

  --oauth-client ID=REDIRECT_URI[,secret-file=PATH]
                      one more client that may ask users for access, or one more address of one;
                      with a secret it is confidential. ID=secret-file=PATH asks for tokens of its
                      own alone. The app itself is the client “guidepost”

For tests of clients:

  --faults            failures on demand (POST /sandbox/faults) and POST /sandbox/reset
  --cors-friendly     every page in your browser may read and change everything; Zendesk's
                      answers are not as open
  --strict            keys of bodies that mean nothing are refused; otherwise they are named in
                      X-Zendesk-API-Warn
  --latency MS        every answer waits so many milliseconds, or MIN-MAX of them
  --rate-limit N      so many requests a minute and then 429; “plan” for what the plan has
                      (enterprise 700, professional 400, lite 200) [no limit]
  --segment-in-use cascade|refuse
                      what becomes of deleting a segment in use; short for --switch segment-in-use=…
  --switch NAME=VALUE what Zendesk's documentation leaves open; may be given several times

Credentials: manager@sandbox.test/token:manager-token (or the bearer manager-token), likewise
agent@sandbox.test with agent-token, user@sandbox.test with user-token.

Switches, each with its default first:
";

/// Columns of the help.
const WIDTH: usize = 100;

/// Everything the command line takes.
pub fn help() -> String {
    let mut text = HELP.to_owned();
    for switch in Switches::default().list() {
        text.push_str(&format!("\n  {}={}\n", switch.name, switch.values.join("|")));
        let mut line = String::from("     ");
        for word in switch.meaning.split_whitespace() {
            if line.chars().count() + 1 + word.chars().count() > WIDTH {
                text.push_str(&format!("{line}\n"));
                line = String::from("     ");
            }
            line.push(' ');
            line.push_str(word);
        }
        text.push_str(&format!("{line}\n"));
    }
    text
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Sandbox(Box<SandboxOptions>),
    Help,
    Version,
}

/// Options of `guidepost-server sandbox`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SandboxOptions {
    /// A loopback address.
    pub listen: SocketAddr,
    /// With a host each.
    pub public_urls: Vec<PublicUrl>,
    /// Plain HTTP when absent.
    pub tls: Option<TlsFiles>,
    pub database: Place,
    pub fresh: bool,
    pub size: Size,
    pub plan: Plan,
    pub site: Option<PathBuf>,
    pub faults: bool,
    pub cors_friendly: bool,
    /// Keys of bodies that mean nothing are refused.
    pub strict: bool,
    pub latency: Option<Latency>,
    /// Requests a minute.
    pub rate_limit: Option<u32>,
    pub switches: Switches,
    pub clients: Vec<OauthClient>,
}

impl SandboxOptions {
    /// Of connections.
    pub const fn scheme(&self) -> Scheme {
        match self.tls {
            Some(_) => Scheme::Https,
            None => Scheme::Http,
        }
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
        public_urls: Vec::new(),
        tls: None,
        database: Place::Memory,
        fresh: false,
        size: Size::default(),
        plan: Plan::default(),
        site: None,
        faults: false,
        cors_friendly: false,
        strict: false,
        latency: None,
        rate_limit: None,
        switches: Switches::default(),
        clients: Vec::new(),
    };
    let (mut database, mut rate_limit) = (None, None);
    let (mut certificates, mut key) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("listen") => options.listen = value(&mut parser)?,
            Arg::Long("public-url") => {
                for url in parser.value()?.string()?.split(',') {
                    add_public_url(&mut options.public_urls, url.trim().parse()?)?;
                }
            }
            Arg::Long("tls-cert") => certificates = Some(parser.value()?.into()),
            Arg::Long("tls-key") => key = Some(parser.value()?.into()),
            Arg::Long("database") => database = Some(parser.value()?),
            Arg::Long("fresh") => options.fresh = true,
            Arg::Long("size") => options.size = value(&mut parser)?,
            Arg::Long("plan") => options.plan = value(&mut parser)?,
            Arg::Long("site") => options.site = Some(parser.value()?.into()),
            Arg::Long("faults") => options.faults = true,
            Arg::Long("cors-friendly") => options.cors_friendly = true,
            Arg::Long("latency") => options.latency = Some(value(&mut parser)?),
            Arg::Long("rate-limit") => rate_limit = Some(parser.value()?.string()?),
            Arg::Long("oauth-client") => {
                let ClientArgument(client) = value(&mut parser)?;
                options.clients.push(client);
            }
            Arg::Long("strict") => options.strict = true,
            Arg::Long("segment-in-use") => {
                options.switches.set("segment-in-use", &parser.value()?.string()?)?;
            }
            Arg::Long("switch") => {
                let text = parser.value()?.string()?;
                let (name, word) =
                    text.split_once('=').ok_or_else(|| UsageError::SwitchShape(text.clone()))?;
                options.switches.set(name, word)?;
            }
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    if !options.listen.ip().is_loopback() {
        return Err(UsageError::NotLoopback(options.listen));
    }
    options.tls = match (certificates, key) {
        (None, None) => None,
        (Some(certificates), Some(key)) => Some(TlsFiles { certificates, key }),
        (Some(_), None) | (None, Some(_)) => return Err(UsageError::TlsHalf),
    };
    options.rate_limit = match rate_limit {
        None => None,
        Some(text) if text == "plan" => Some(per_minute(options.plan)),
        Some(text) => match text.parse() {
            Ok(number) if number > 0 => Some(number),
            _ => return Err(UsageError::RateLimit(text)),
        },
    };
    options.database = match database {
        Some(text) if text == ":memory:" => Place::Memory,
        Some(path) if path.is_empty() => return Err(UsageError::NoDatabase),
        Some(path) => Place::File(path.into()),
        None => Place::File(format!("guidepost-sandbox-{}.sqlite3", options.size).into()),
    };
    Ok(Command::Sandbox(options.into()))
}

/// A host has one address, or nothing would say which one its links begin with.
fn add_public_url(known: &mut Vec<PublicUrl>, url: PublicUrl) -> Result<(), UsageError> {
    if known.iter().any(|other| other.host() == url.host()) {
        return Err(UsageError::PublicHostTwice(url.host().to_owned()));
    }
    known.push(url);
    Ok(())
}

/// Requests a minute, as Zendesk's documentation has them for its suites: Enterprise 700, Professional 400, Team 200.
const fn per_minute(plan: Plan) -> u32 {
    match plan {
        Plan::Enterprise => 700,
        Plan::Professional => 400,
        Plan::Lite => 200,
    }
}

fn value<T>(parser: &mut Parser) -> Result<T, lexopt::Error>
where
    T: FromStr<Err: Into<Box<dyn std::error::Error + Send + Sync>>>,
{
    parser.value()?.parse()
}
