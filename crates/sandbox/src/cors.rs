//! Which answers a page from elsewhere may read. Recorded: everything that is read of the help center, whatever the
//! credentials. Documented: answers to requests with an OAuth token; and never those of status 403 and 429, so that a page
//! cannot tell them from no network. Where nothing is known, switches decide. A friendly sandbox lets everything be read,
//! for tests whose page comes from another port.
//!
//! The sandbox's own endpoints are for nobody's pages: a reset would take no more than an address that everybody knows.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    auth::{is_bearer_for_pages, is_read},
    sandbox::Sandbox,
    switches::{
        CorsExposed, CorsHelpCenter, CorsPermissionGroups, CorsRefusals, CorsTokens, Switches,
    },
};

const ANY: HeaderValue = HeaderValue::from_static("*");
const METHODS: HeaderValue =
    HeaderValue::from_static("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
/// Which headers Zendesk allows is not documented: assumed.
const ALLOWED: HeaderValue =
    HeaderValue::from_static("Authorization, Content-Type, Accept, X-Requested-With");
/// Recorded.
const WARNINGS: HeaderValue = HeaderValue::from_static("X-Zendesk-API-Warn");
const EXPOSED: HeaderValue = HeaderValue::from_static(
    "X-Zendesk-API-Warn, Retry-After, Link, X-Rate-Limit, X-Rate-Limit-Remaining, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, \
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
    let open = place.is_open(switches)
        && match place {
            // Nobody who asks for a token has one.
            Place::Tokens => true,
            Place::HelpCenter if is_read(request.method()) => {
                switches.cors_help_center == CorsHelpCenter::Anyone
                    || is_bearer_for_pages(&request, &sandbox)
            }
            Place::Consent
            | Place::Sandbox
            | Place::PermissionGroups
            | Place::HelpCenter
            | Place::Elsewhere => is_bearer_for_pages(&request, &sandbox),
        };
    let mut response = next.run(request).await;
    if friendly || open && is_readable(response.status(), switches) {
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        let exposed = match switches.cors_exposed {
            _ if friendly => Some(EXPOSED),
            CorsExposed::Warnings => Some(WARNINGS),
            CorsExposed::Present => Some(EXPOSED),
            CorsExposed::Absent => None,
        };
        if let Some(exposed) = exposed {
            headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
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
    /// Faults and reset, which are no part of Zendesk.
    Sandbox,
    PermissionGroups,
    HelpCenter,
    Elsewhere,
}

impl Place {
    fn of(path: &str) -> Self {
        match path {
            "/oauth/tokens" => Self::Tokens,
            _ if path.starts_with("/oauth/") => Self::Consent,
            _ if path.starts_with("/sandbox/") => Self::Sandbox,
            _ if path.starts_with("/api/v2/guide/permission_groups") => Self::PermissionGroups,
            _ if ["/api/v2/help_center/", "/api/v2/community/"]
                .into_iter()
                .any(|beginning| path.starts_with(beginning)) =>
            {
                Self::HelpCenter
            }
            _ => Self::Elsewhere,
        }
    }

    fn is_open(self, switches: &Switches) -> bool {
        match self {
            Self::Tokens => switches.cors_tokens == CorsTokens::Present,
            Self::Consent | Self::Sandbox => false,
            Self::PermissionGroups => {
                switches.cors_permission_groups == CorsPermissionGroups::Present
            }
            Self::HelpCenter | Self::Elsewhere => true,
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
