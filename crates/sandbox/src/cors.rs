//! Which answers a page from elsewhere may read. As Zendesk does it: only answers to requests with a bearer
//! token, and only those of status 200, 201, 204 and 404, so that a page cannot tell a 403 from a 429 or from no
//! network. Where nothing is known, switches decide. A friendly sandbox lets everything be read, for tests whose page comes from another port.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    sandbox::Sandbox,
    switches::{CorsExposed, CorsPermissionGroups, CorsRefusals, CorsTokens, Switches},
};

const ANY: HeaderValue = HeaderValue::from_static("*");
const METHODS: HeaderValue =
    HeaderValue::from_static("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
/// Which headers Zendesk allows and exposes is not documented: assumed.
const ALLOWED: HeaderValue =
    HeaderValue::from_static("Authorization, Content-Type, Accept, X-Requested-With");
const EXPOSED: HeaderValue = HeaderValue::from_static(
    "Retry-After, Link, X-Rate-Limit, X-Rate-Limit-Remaining, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, \
     Content-Length",
);
const CROSS_ORIGIN: HeaderValue = HeaderValue::from_static("cross-origin");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

pub(crate) async fn allow(
    State(sandbox): State<Sandbox>,
    request: Request,
    next: Next,
) -> Response {
    let (friendly, switches) = (sandbox.settings().cors_friendly, sandbox.switches());
    let place = Place::of(request.uri().path());
    if is_preflight(&request) && (friendly || place.is_open(switches)) {
        return preflight(&request, friendly);
    }
    // Nobody who asks for a token has one.
    let bearer = place == Place::Tokens || has_bearer(request.headers());
    let mut response = next.run(request).await;
    let readable = || bearer && place.is_open(switches) && is_readable(response.status(), switches);
    if friendly || readable() {
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        if friendly || switches.cors_exposed == CorsExposed::Present {
            headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }
    if friendly {
        // A page that is isolated from other origins may load only what says that it agrees.
        response.headers_mut().insert(RESOURCE_POLICY, CROSS_ORIGIN);
    }
    response
}

/// What a request is about, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Where a code becomes a token.
    Tokens,
    /// The page on which a user agrees, which no script reads.
    Consent,
    PermissionGroups,
    Elsewhere,
}

impl Place {
    fn of(path: &str) -> Self {
        match path {
            "/oauth/tokens" => Self::Tokens,
            _ if path.starts_with("/oauth/") => Self::Consent,
            _ if path.starts_with("/api/v2/guide/permission_groups") => Self::PermissionGroups,
            _ => Self::Elsewhere,
        }
    }

    fn is_open(self, switches: &Switches) -> bool {
        match self {
            Self::Tokens => switches.cors_tokens == CorsTokens::Present,
            Self::Consent => false,
            Self::PermissionGroups => {
                switches.cors_permission_groups == CorsPermissionGroups::Present
            }
            Self::Elsewhere => true,
        }
    }
}

fn is_preflight(request: &Request) -> bool {
    request.method() == Method::OPTIONS
        && request.headers().contains_key(header::ORIGIN)
        && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}

fn preflight(request: &Request, friendly: bool) -> Response {
    let asked = request.headers().get(header::ACCESS_CONTROL_REQUEST_HEADERS);
    let allowed = asked.filter(|_| friendly).cloned().unwrap_or(ALLOWED);
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, ANY),
        (header::ACCESS_CONTROL_ALLOW_METHODS, METHODS),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, allowed),
        (header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600")),
        (RESOURCE_POLICY, CROSS_ORIGIN),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

fn has_bearer(headers: &HeaderMap) -> bool {
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    value
        .and_then(|value| value.split_once(' '))
        .is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
}

fn is_readable(status: StatusCode, switches: &Switches) -> bool {
    match status {
        StatusCode::OK | StatusCode::CREATED | StatusCode::NO_CONTENT | StatusCode::NOT_FOUND => {
            true
        }
        StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::UNPROCESSABLE_ENTITY => {
            switches.cors_refusals == CorsRefusals::Present
        }
        _ => false,
    }
}
