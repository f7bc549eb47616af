//! `guidepost-server sandbox`: the account, and the site in front of it, as one service.

use std::{
    fmt, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use axum::{Router, extract::Request, middleware::from_fn_with_state};
use guidepost_model::Timestamp;
use guidepost_sandbox::{
    Account, Clock, OpenError, Place, SESSION_COOKIE, Sandbox, Settings, StoreFailure, is_account,
    router,
};
use tower::ServiceExt;

use crate::{
    SandboxOptions, TlsError,
    host::{KnownHosts, only_known},
    lock::{DatabaseLock, LockError},
    site,
};

/// Why the server did not start.
#[derive(Debug)]
pub enum StartError {
    Listen { address: SocketAddr, source: io::Error },
    Tls(TlsError),
    Lock(LockError),
    Database { path: Place, source: OpenError },
    Remove { path: PathBuf, source: io::Error },
    NotAnAccount(PathBuf),
    NoSite(PathBuf),
    NoRandomness(getrandom::Error),
    Output(io::Error),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen { address, source } if source.kind() == io::ErrorKind::AddrInUse => {
                write!(
                    f,
                    "something listens on {address} already: stop it, or choose another port with --listen {}:0",
                    address.ip()
                )
            }
            Self::Listen { address, source } => write!(f, "cannot listen on {address}: {source}"),
            Self::Tls(error) => error.fmt(f),
            Self::Lock(error) => error.fmt(f),
            Self::Database { path: Place::Memory, source } => source.fmt(f),
            Self::Database { path: Place::File(path), source } => {
                write!(f, "{}: {source}", path.display())?;
                if matches!(source, OpenError::OtherSize { .. }) {
                    f.write_str(", or start afresh with --fresh")?;
                }
                Ok(())
            }
            Self::Remove { path, source } => {
                write!(f, "cannot remove {}: {source}", path.display())
            }
            Self::NotAnAccount(path) => {
                write!(
                    f,
                    "{} is not a sandbox account, so --fresh does not remove it",
                    path.display()
                )
            }
            Self::NoSite(path) => write!(
                f,
                "there is no {}: build the app with `cargo xtask build`",
                path.join(site::INDEX).display()
            ),
            Self::NoRandomness(error) => write!(f, "the system gives no random numbers: {error}"),
            Self::Output(error) => write!(f, "cannot write to standard output: {error}"),
        }
    }
}

impl std::error::Error for StartError {}

/// An account that is open, and who answers for it.
pub struct Service {
    router: Router,
    sandbox: Sandbox,
    /// Absent for a database in memory.
    _lock: Option<DatabaseLock>,
}

impl Service {
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Leaves one file behind: the database, with everything in it. To be called when nothing is served any more.
    ///
    /// # Errors
    /// When that failed. Nothing is lost: the next start reads SQLite's journal.
    pub fn close(self) -> Result<(), StoreFailure> {
        self.sandbox.close()
    }
}

/// Opens the account and puts everything together. `address` is the one that is listened on.
///
/// # Errors
/// When the database, the site or randomness is not to be had.
pub fn service(options: &SandboxOptions, address: SocketAddr) -> Result<Service, StartError> {
    if let Some(site) = options.site.as_deref().filter(|site| !site.join(site::INDEX).is_file()) {
        return Err(StartError::NoSite(site.to_owned()));
    }
    let lock = match &options.database {
        Place::Memory => None,
        Place::File(path) => {
            let own = format!("{}://{address}", options.scheme());
            let lock = DatabaseLock::take(path, &own).map_err(StartError::Lock)?;
            if options.fresh {
                remove(path)?;
            }
            Some(lock)
        }
    };
    let cannot_open = |source| StartError::Database { path: options.database.clone(), source };
    let account = Account::open(&options.database, options.size).map_err(cannot_open)?;
    let (mut session, mut seed) = ([0; 16], [0; 32]);
    getrandom::fill(&mut session).map_err(StartError::NoRandomness)?;
    getrandom::fill(&mut seed).map_err(StartError::NoRandomness)?;
    let settings = Settings {
        clock: Clock::new(now),
        session,
        seed,
        plan: options.plan,
        switches: options.switches,
        clients: options.clients.clone(),
        latency: options.latency,
        rate_limit: options.rate_limit,
        faults: options.faults,
        cors_friendly: options.cors_friendly,
        strict: options.strict,
    };
    let sandbox = Sandbox::new(account, settings);
    let api = router(&sandbox);
    let site = site::router(
        options.site.as_deref(),
        options.plan,
        options.faults,
        &session_cookie(address.port(), sandbox.session()),
    );
    let choose = async move |request: Request| {
        if is_api(request.uri().path()) {
            api.oneshot(request).await
        } else {
            site.oneshot(request).await
        }
    };
    let hosts =
        KnownHosts { scheme: options.scheme(), public_urls: options.public_urls.as_slice().into() };
    let router = Router::new().fallback(choose).layer(from_fn_with_state(hosts, only_known));
    Ok(Service { router, sandbox, _lock: lock })
}

/// The account's part of the addresses. The app's own, where OAuth brings a code back to, is not among it. What nearly
/// is such an address is refused there, in the API's words.
fn is_api(path: &str) -> bool {
    let mut parts = path.split('/').filter(|part| !part.is_empty()).map(str::to_ascii_lowercase);
    let (Some(first), second) = (parts.next(), parts.next()) else { return false };
    match first.as_str() {
        "api" => true,
        "sandbox" => second.is_some(),
        "oauth" => {
            let second = second.unwrap_or_default();
            second.starts_with("authorizations") || second.starts_with("tokens")
        }
        other => other.starts_with("openapi"),
    }
}

/// Signs the site's own pages in as the manager. Cookies are shared by all ports of a host, so the name has the
/// port in it: two servers do not sign each other's pages out.
fn session_cookie(port: u16, session: &str) -> String {
    format!("{SESSION_COOKIE}_{port}={session}; Path=/; HttpOnly; SameSite=Strict")
}

fn now() -> Timestamp {
    // A clock before 1970 reads as 1970.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_unix(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

/// The database and what SQLite keeps beside it.
fn remove(database: &Path) -> Result<(), StartError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        |source| StartError::Remove { path, source }
    };
    match is_account(database) {
        Ok(true) => {}
        Ok(false) => return Err(StartError::NotAnAccount(database.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(database)(error)),
    }
    for suffix in ["", "-wal", "-shm"] {
        let mut name = database.as_os_str().to_owned();
        name.push(suffix);
        let path = PathBuf::from(name);
        if path.exists() {
            std::fs::remove_file(&path).map_err(failed(&path))?;
        }
    }
    Ok(())
}
