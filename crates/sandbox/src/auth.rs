//! Who is asking. A handler names the role it needs as a parameter, so a request from anybody else never reaches it.

use axum::{
    extract::{FromRequestParts, Request},
    http::{HeaderMap, HeaderValue, Method, header, request::Parts},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use guidepost_model::UserId;

use crate::{
    account::{User, bearer, user_by_email},
    address::OriginalPath,
    error::ApiError,
    loopback::is_loopback,
    oauth::{Scopes, is_registered},
    origin::RequestOrigin,
    sandbox::Sandbox,
    secrets::Digested,
};

/// The credentials of every sandbox: e-mail address and token, of a help center manager, of an agent who is
/// none, and of an end user. No secrets: the server listens on this machine only.
pub const CREDENTIALS: [(&str, &str); 3] = [
    (MANAGER, "manager-token"),
    ("agent@sandbox.test", "agent-token"),
    ("user@sandbox.test", "user-token"),
];

/// Whom the session cookie of the served site signs in.
pub(crate) const MANAGER: &str = "manager@sandbox.test";

/// Cookies are shared by all ports of a host: the server ends the name with its port.
pub const SESSION_COOKIE: &str = "guidepost_session";

/// A help center manager.
#[derive(Debug)]
pub(crate) struct Manager;

/// An agent or a help center manager.
#[derive(Debug)]
pub(crate) struct Staff(pub(crate) User);

/// Anybody who is signed in.
#[derive(Debug)]
pub(crate) struct Someone(pub(crate) User);

/// The OAuth token that a request was made with; `None` for other credentials.
#[derive(Debug)]
pub(crate) struct CurrentToken(pub(crate) Option<u64>);

/// Whoever it is; nobody when the request has no credentials. Wrong ones are refused.
#[derive(Debug)]
pub(crate) struct Anyone(pub(crate) Option<User>);

impl Staff {
    /// True for the user's own id.
    pub(crate) fn is(&self, id: UserId) -> bool {
        self.0.id == id
    }
}

impl FromRequestParts<Sandbox> for Manager {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, ApiError> {
        match identify(parts, sandbox)? {
            Some(user) if user.manager => Ok(Self),
            Some(_) => Err(ApiError::Forbidden),
            None => Err(ApiError::NotAuthenticated),
        }
    }
}

impl FromRequestParts<Sandbox> for Staff {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, ApiError> {
        match identify(parts, sandbox)? {
            Some(user) if user.role.is_staff() => Ok(Self(user)),
            Some(_) => Err(ApiError::Forbidden),
            None => Err(ApiError::NotAuthenticated),
        }
    }
}

impl FromRequestParts<Sandbox> for Someone {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, ApiError> {
        identify(parts, sandbox)?.map(Self).ok_or(ApiError::NotAuthenticated)
    }
}

impl FromRequestParts<Sandbox> for CurrentToken {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, ApiError> {
        let caller = caller(parts, sandbox)?.ok_or(ApiError::NotAuthenticated)?;
        Ok(Self(caller.token))
    }
}

impl FromRequestParts<Sandbox> for Anyone {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, ApiError> {
        identify(parts, sandbox).map(Self)
    }
}

/// Who asks, and with which OAuth token.
struct Caller {
    user: User,
    token: Option<u64>,
}

fn identify(parts: &Parts, sandbox: &Sandbox) -> Result<Option<User>, ApiError> {
    Ok(caller(parts, sandbox)?.map(|caller| caller.user))
}

/// An `Authorization` header decides alone; the cookie is asked only where there is none.
fn caller(parts: &Parts, sandbox: &Sandbox) -> Result<Option<Caller>, ApiError> {
    let email = match parts.headers.get(header::AUTHORIZATION) {
        Some(value) => {
            let value = value.to_str().map_err(|_| ApiError::NotAuthenticated)?;
            match credentials(value)? {
                Credentials::Of(email) => {
                    refuse_writes_from_elsewhere(parts, sandbox)?;
                    email
                }
                Credentials::Token(token) => return by_token(token, parts, sandbox).map(Some),
            }
        }
        None if has_session(&parts.headers, sandbox.session()) => {
            refuse_foreign_writes(parts)?;
            MANAGER
        }
        None => return Ok(None),
    };
    let user = sandbox.account().read(|connection| user_by_email(connection, email))?;
    Ok(user.map(|user| Caller { user, token: None }))
}

/// What an `Authorization` header holds.
enum Credentials<'a> {
    /// Those of a user whom every sandbox has: they may do all that the user may.
    Of(&'static str),
    /// A token that OAuth may have given.
    Token(&'a str),
}

/// `Basic` with an API token (`email/token:token`), or `Bearer`.
fn credentials(authorization: &str) -> Result<Credentials<'_>, ApiError> {
    let (scheme, value) = authorization.split_once(' ').ok_or(ApiError::NotAuthenticated)?;
    let value = value.trim();
    if scheme.eq_ignore_ascii_case("bearer") {
        let known = CREDENTIALS.iter().find(|(_, token)| *token == value);
        return Ok(known.map_or(Credentials::Token(value), |(email, _)| Credentials::Of(email)));
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(ApiError::NotAuthenticated);
    }
    let decoded = STANDARD.decode(value).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let decoded = decoded.ok_or(ApiError::NotAuthenticated)?;
    let known = CREDENTIALS.iter().find(|(email, token)| {
        decoded
            .split_once("/token:")
            .is_some_and(|(name, given)| name.eq_ignore_ascii_case(email) && given == *token)
    });
    known.map(|(email, _)| Credentials::Of(email)).ok_or(ApiError::NotAuthenticated)
}

/// Whom an OAuth token stands for, if its scopes cover the request. They are asked before the role is: a token that may
/// not read learns nothing of what its user may.
fn by_token(token: &str, parts: &Parts, sandbox: &Sandbox) -> Result<Caller, ApiError> {
    let (digest, now) = (Digested::of(token), sandbox.clock().now());
    let found = sandbox.account().read(|connection| bearer(connection, digest, now))?;
    let found = found.filter(|bearer| is_registered(sandbox, &bearer.client));
    let bearer = found.ok_or(ApiError::InvalidToken)?;
    let scopes = Scopes::read(&bearer.scope).ok_or(ApiError::InvalidToken)?;
    // The whole path: what is nested in the router sees only its own end of it.
    let path = parts.extensions.get::<OriginalPath>();
    let path = path.map_or(parts.uri.path(), |original| &original.0);
    match scopes.missing_for(&parts.method, path) {
        Some(scope) => Err(ApiError::MissingScope(scope)),
        None => Ok(Caller { user: bearer.user, token: Some(bearer.token_id) }),
    }
}

fn has_session(headers: &HeaderMap, session: &str) -> bool {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .any(|(name, value)| name.starts_with(SESSION_COOKIE) && value == session)
}

/// A browser sends the cookie with whatever page makes the request: only this site's own may write. `SameSite`
/// alone would let other ports of the same host pass.
fn refuse_foreign_writes(parts: &Parts) -> Result<(), ApiError> {
    let origin = parts.headers.get(header::ORIGIN);
    let is_own = origin.is_some_and(|origin| RequestOrigin::of_parts(parts).is(origin));
    if is_read(&parts.method) || is_own { Ok(()) } else { Err(ApiError::Forbidden) }
}

/// Every page on the internet knows the tokens that every sandbox has, and could write with them: only pages of this
/// machine may. Programs say no origin.
fn refuse_writes_from_elsewhere(parts: &Parts, sandbox: &Sandbox) -> Result<(), ApiError> {
    let is_trusted = sandbox.settings().cors_friendly || is_read(&parts.method);
    match parts.headers.get(header::ORIGIN) {
        Some(origin) if !is_trusted && !is_near(origin, &RequestOrigin::of_parts(parts)) => {
            Err(ApiError::ForeignPage)
        }
        _ => Ok(()),
    }
}

/// True for a request that changes nothing.
pub(crate) fn is_read(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::OPTIONS].contains(method)
}

/// True when an answer to these credentials may be given to the page that asks, as Zendesk gives answers to OAuth tokens:
/// for tokens of OAuth, and for those of every sandbox where the page is one of this machine.
pub(crate) fn is_bearer_for_pages(request: &Request, sandbox: &Sandbox) -> bool {
    let headers = request.headers();
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let Some((scheme, token)) = authorization.and_then(|value| value.split_once(' ')) else {
        return false;
    };
    let is_everyones = CREDENTIALS.iter().any(|(_, known)| *known == token.trim());
    let is_near = |origin| is_near(origin, &RequestOrigin::of_request(request));
    scheme.eq_ignore_ascii_case("bearer")
        && (!is_everyones
            || sandbox.settings().cors_friendly
            || headers.get(header::ORIGIN).is_none_or(is_near))
}

/// True for pages of this server, and for those of other servers on this machine.
fn is_near(origin: &HeaderValue, own: &RequestOrigin) -> bool {
    let authority = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    own.is(origin) || authority.is_some_and(|(_, authority)| is_loopback(authority))
}
