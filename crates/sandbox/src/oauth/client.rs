//! Who may ask users for access. Public clients have no secret, and PKCE takes its place. A confidential client has one, and
//! may also ask for a token of its own.

use std::{fmt, str::FromStr};

use axum::http::Uri;

use crate::{origin::RequestOrigin, sandbox::Sandbox, secrets::Digested};

/// A client, and where its users may be sent back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OauthClient {
    id: String,
    /// Absent for a client that asks for tokens of its own alone.
    redirect_uri: Option<String>,
    /// Absent for a public client.
    secret: Option<Digested>,
}

impl OauthClient {
    /// A client that users are not sent back to: it asks for tokens of its own.
    ///
    /// # Errors
    /// When it cannot have this id or this secret.
    pub fn confidential(id: &str, secret: &str) -> Result<Self, UnusableClient> {
        let client = Self { id: id.to_owned(), redirect_uri: None, secret: None };
        client.checked()?.with_secret(secret)
    }

    /// The same client, confidential.
    ///
    /// # Errors
    /// When the secret is empty.
    pub fn with_secret(mut self, secret: &str) -> Result<Self, UnusableClient> {
        if secret.is_empty() {
            return Err(UnusableClient::Secret(self.id));
        }
        self.secret = Some(Digested::of(secret));
        Ok(self)
    }

    fn checked(self) -> Result<Self, UnusableClient> {
        let known = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
        if self.id.is_empty() || !self.id.bytes().all(known) {
            return Err(UnusableClient::Id(self.id));
        }
        match self.redirect_uri {
            Some(uri) if RedirectTarget::of(&uri).is_none() => {
                Err(UnusableClient::RedirectUri(uri))
            }
            redirect_uri => Ok(Self { redirect_uri, ..self }),
        }
    }
}

/// The client that is always there: the app itself, on whatever port of this machine it is served, and at the sandbox's
/// public addresses.
const SITE: &str = "guidepost";

/// Where the app takes codes. Any host and port of this machine, because a port is chosen at every start: RFC 8252,
/// section 7.3, asks for this of clients that run on the user's machine.
const SITE_CALLBACK: &str = "/oauth/callback";

/// `ID=REDIRECT_URI`, as the command line has it.
impl FromStr for OauthClient {
    type Err = UnusableClient;

    fn from_str(text: &str) -> Result<Self, UnusableClient> {
        let (id, redirect_uri) = text.split_once('=').ok_or(UnusableClient::Shape)?;
        let (id, redirect_uri) = (id.to_owned(), Some(redirect_uri.to_owned()));
        Self { id, redirect_uri, secret: None }.checked()
    }
}

/// Why a client cannot be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnusableClient {
    Shape,
    Id(String),
    RedirectUri(String),
    /// It is empty: of the client with this id.
    Secret(String),
}

impl fmt::Display for UnusableClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => f.write_str("a client is ID=REDIRECT_URI"),
            Self::Secret(id) => write!(f, "the secret of “{id}” is empty"),
            Self::Id(id) => {
                write!(f, "“{id}” is no client id: letters, digits, “-”, “_” and “.” are")
            }
            Self::RedirectUri(uri) => write!(
                f,
                "“{uri}” cannot be sent back to: https is needed, or http on localhost, 127.0.0.1 or [::1]; \
                 without “#”"
            ),
        }
    }
}

impl std::error::Error for UnusableClient {}

/// The origin of an address that users may be sent back to, and what of it the page that asks them must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RedirectTarget {
    /// `https://app.example:8443`
    pub(super) origin: String,
    path: String,
    loopback: bool,
}

impl RedirectTarget {
    /// Documented: https, or http on localhost and 127.0.0.1; [::1] is assumed. No user, no fragment, and no other
    /// characters in the host than hosts have: it becomes part of a header.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.contains('#') || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let uri: Uri = text.parse().ok()?;
        let (scheme, authority) = (uri.scheme_str()?, uri.authority()?.as_str());
        let in_a_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte);
        if authority.is_empty() || !authority.bytes().all(in_a_host) {
            return None;
        }
        let loopback = matches!(uri.host()?, "localhost" | "127.0.0.1" | "[::1]");
        let allowed = scheme == "https" || (scheme == "http" && loopback);
        allowed.then(|| Self {
            origin: format!("{scheme}://{authority}"),
            path: uri.path().to_owned(),
            loopback,
        })
    }
}

/// Whether this client is registered with this address, and the address's parts.
pub(super) fn target(
    sandbox: &Sandbox,
    own: &RequestOrigin,
    client: &str,
    redirect_uri: &str,
) -> Result<RedirectTarget, NotRegistered> {
    if number(sandbox, client).is_none() {
        return Err(NotRegistered::Client);
    }
    let target = RedirectTarget::of(redirect_uri).ok_or(NotRegistered::RedirectUri)?;
    let is_own = own.is_public() && target.origin == own.to_string();
    let of_site = client == SITE
        && (target.loopback || is_own)
        && target.path == SITE_CALLBACK
        && !redirect_uri.contains('?');
    let registered = |known: &OauthClient| {
        known.id == client && known.redirect_uri.as_deref() == Some(redirect_uri)
    };
    if of_site || sandbox.settings().clients.iter().any(registered) {
        Ok(target)
    } else {
        Err(NotRegistered::RedirectUri)
    }
}

/// What is not known of who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotRegistered {
    Client,
    RedirectUri,
}

/// The number by which answers name a client; `None` for one that is not registered. The site is 1.
pub(super) fn number(sandbox: &Sandbox, client: &str) -> Option<usize> {
    if client == SITE {
        return Some(1);
    }
    let known = sandbox.settings().clients.iter().position(|known| known.id == client)?;
    Some(known + 2)
}

/// True for a client that is registered: tokens of others are worth nothing.
pub(crate) fn is_registered(sandbox: &Sandbox, client: &str) -> bool {
    number(sandbox, client).is_some()
}

/// True for a client that has a secret: it says it in every request for tokens.
pub(super) fn is_confidential(sandbox: &Sandbox, client: &str) -> bool {
    secrets(sandbox, client).next().is_some()
}

/// True when a client that has a secret says it. One that has none may say what it likes.
pub(super) fn is_authentic(sandbox: &Sandbox, client: &str, secret: Option<&str>) -> bool {
    let said = secret.map(Digested::of);
    !is_confidential(sandbox, client) || secrets(sandbox, client).any(|secret| Some(secret) == said)
}

fn secrets(sandbox: &Sandbox, client: &str) -> impl Iterator<Item = Digested> {
    let of_client = sandbox.settings().clients.iter().filter(move |known| known.id == client);
    of_client.filter_map(|known| known.secret)
}
