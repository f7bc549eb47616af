//! Which names this server answers to, and where a request was made to: links in its answer begin with that. A page on the
//! internet can point a name of its own at 127.0.0.1 and then speak to whatever listens there as if it were its own site
//! (DNS rebinding): so only names that mean this machine everywhere are answered, and those of `--public-url`.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{CONTENT_TYPE, HOST},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use guidepost_sandbox::{PublicUrl, RequestOrigin, Scheme, is_loopback};
use serde_json::json;

const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The names that are answered.
#[derive(Debug, Clone)]
pub(crate) struct KnownHosts {
    /// Of connections, where nothing else is known.
    pub(crate) scheme: Scheme,
    pub(crate) public_urls: Arc<[PublicUrl]>,
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HostError {
    /// No `Host` header, or several.
    NotOne,
    Unknown,
    /// A proxy names an unknown host.
    UnknownForwarded,
    /// A proxy names a scheme other than http and https.
    ForwardedScheme,
}

/// Passes on what is asked of a known name, with its address in the request's extensions.
pub(crate) async fn only_known(
    State(known): State<KnownHosts>,
    mut request: Request,
    next: Next,
) -> Response {
    match known.origin(request.headers()) {
        Ok(origin) => {
            request.extensions_mut().insert(origin);
            next.run(request).await
        }
        Err(error) => error.into_response(),
    }
}

impl KnownHosts {
    /// Where a request with these headers was made to. `X-Forwarded-Host` and `-Proto` say it where a proxy stands in
    /// front, which is only so with `--public-url`. `Host` must be a known name even then: a page on the internet that
    /// points its own name here can set every other header.
    fn origin(&self, headers: &HeaderMap) -> Result<RequestOrigin, HostError> {
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return Err(HostError::NotOne);
        };
        let host = host.to_str().map_err(|_| HostError::Unknown)?;
        let direct = self.at(host, None).ok_or(HostError::Unknown)?;
        if self.public_urls.is_empty() {
            return Ok(direct);
        }
        let scheme = match headers.get(FORWARDED_PROTO).map(first_of) {
            Some(text) => Some(text.parse().map_err(|_| HostError::ForwardedScheme)?),
            None => None,
        };
        let host = headers.get(FORWARDED_HOST).map_or(host, first_of);
        self.at(host, scheme).ok_or(HostError::UnknownForwarded)
    }

    /// The address with this host, if it is known. A public one has its scheme unless a proxy says another.
    fn at(&self, host: &str, scheme: Option<Scheme>) -> Option<RequestOrigin> {
        if let Some(url) = self.public_urls.iter().find(|url| url.is_at(host)) {
            let (scheme, host) = (scheme.unwrap_or(url.scheme()), url.host().to_owned());
            return Some(RequestOrigin {
                scheme,
                host,
                public_urls: Arc::clone(&self.public_urls),
            });
        }
        is_loopback(host).then(|| RequestOrigin {
            scheme: scheme.unwrap_or(self.scheme),
            host: host.to_owned(),
            public_urls: Arc::new([]),
        })
    }
}

/// The first of a list: each proxy adds what it saw, so the first saw the client. Empty when it is no text.
fn first_of(list: &HeaderValue) -> &str {
    list.to_str().unwrap_or_default().split(',').next().unwrap_or_default().trim()
}

impl IntoResponse for HostError {
    fn into_response(self) -> Response {
        let (status, error, description) = match self {
            Self::NotOne => {
                (StatusCode::BAD_REQUEST, "BadRequest", "A request needs one Host header.")
            }
            Self::Unknown => (
                StatusCode::FORBIDDEN,
                "Forbidden",
                "This server answers to localhost, names below it, 127.0.0.1, [::1] and the hosts of --public-url only.",
            ),
            Self::UnknownForwarded => (
                StatusCode::FORBIDDEN,
                "Forbidden",
                "X-Forwarded-Host names a host that --public-url does not.",
            ),
            Self::ForwardedScheme => (
                StatusCode::BAD_REQUEST,
                "BadRequest",
                "X-Forwarded-Proto is neither http nor https.",
            ),
        };
        let body = json!({ "error": error, "description": description }).to_string();
        (status, [(CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response()
    }
}
