//! Who may ask users for access. Clients are public: they have no secret, and PKCE takes its place.

use std::{fmt, str::FromStr};

use axum::http::Uri;

use crate::sandbox::Sandbox;

/// A client, and where its users may be sent back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OauthClient {
    id: String,
    redirect_uri: String,
}

/// The client that is always there: the app itself, on whatever port of this machine it is served.
const SITE: &str = "guidepost";

/// Where the app takes codes. Any host and port of this machine, because a port is chosen at every start: RFC 8252,
/// section 7.3, asks for this of clients that run on the user's machine.
const SITE_CALLBACK: &str = "/oauth/callback";

/// `ID=REDIRECT_URI`, as the command line has it.
impl FromStr for OauthClient {
    type Err = UnusableClient;

    fn from_str(text: &str) -> Result<Self, UnusableClient> {
        let (id, redirect_uri) = text.split_once('=').ok_or(UnusableClient::Shape)?;
        let known = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
        if id.is_empty() || !id.bytes().all(known) {
            return Err(UnusableClient::Id(id.to_owned()));
        }
        if RedirectTarget::of(redirect_uri).is_none() {
            return Err(UnusableClient::RedirectUri(redirect_uri.to_owned()));
        }
        Ok(Self { id: id.to_owned(), redirect_uri: redirect_uri.to_owned() })
    }
}

/// Why a client cannot be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnusableClient {
    Shape,
    Id(String),
    RedirectUri(String),
}

impl fmt::Display for UnusableClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => f.write_str("a client is ID=REDIRECT_URI"),
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
    client: &str,
    redirect_uri: &str,
) -> Result<RedirectTarget, NotRegistered> {
    if number(sandbox, client).is_none() {
        return Err(NotRegistered::Client);
    }
    let target = RedirectTarget::of(redirect_uri).ok_or(NotRegistered::RedirectUri)?;
    let of_site = client == SITE
        && target.loopback
        && target.path == SITE_CALLBACK
        && !redirect_uri.contains('?');
    let registered = |known: &OauthClient| known.id == client && known.redirect_uri == redirect_uri;
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
