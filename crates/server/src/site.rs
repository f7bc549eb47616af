//! The built app: its files with the headers that a static host should send too, and its page for every address
//! that the app itself knows.

use std::path::Path;

use axum::{
    Json, Router,
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::get,
};
use guidepost_sandbox::Plan;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

/// The app's page.
pub(crate) const INDEX: &str = "index.html";

/// The same as in `public/_headers`, which tells them to static hosts.
const SECURITY: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         manifest-src 'self'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Their names carry a hash of what is in them: see `Trunk.toml`.
const HASHED: &str = "/assets/";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// No path of the app's files is longer. Beyond what a file system allows, asking it is an error and not a missing file.
const LONGEST_PATH: usize = 255;

/// Everything that is not the API. Without a site there is a page that says so.
pub(crate) fn router(site: Option<&Path>, plan: Plan, resets: bool, cookie: &str) -> Router {
    // Tells the app where it runs; a static deployment has a file of this name.
    let told = serde_json::json!({
        "mode": "sandbox",
        "account": "Fernhollow",
        "plan": plan.as_str(),
        "resets": resets,
    });
    let told = get(async move || ([(header::CACHE_CONTROL, ASK_AGAIN)], Json(told)));
    let pages = match site {
        Some(site) => Files::new(site, cookie).into_router(),
        None => Router::new().fallback(async || NO_SITE),
    };
    Router::new().route("/guidepost.json", told).merge(pages).layer(from_fn(secure))
}

const NO_SITE: (StatusCode, &str) = (
    StatusCode::NOT_FOUND,
    "The sandbox answers below /api/v2. Start it with --site DIR to serve the app too.\n",
);

async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in SECURITY {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

#[derive(Clone)]
struct Files {
    assets: ServeDir,
    page: ServeFile,
    cookie: Option<HeaderValue>,
}

impl Files {
    fn new(site: &Path, cookie: &str) -> Self {
        let assets = ServeDir::new(site).precompressed_br().precompressed_gzip();
        Self {
            assets: assets.append_index_html_on_directories(false),
            page: ServeFile::new(site.join(INDEX)).precompressed_br().precompressed_gzip(),
            cookie: HeaderValue::from_str(cookie).ok(),
        }
    }

    fn into_router(self) -> Router {
        Router::new().fallback(async move |request: Request| self.answer(request).await)
    }

    async fn answer(self, request: Request) -> Response {
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            return StatusCode::METHOD_NOT_ALLOWED.into_response();
        }
        let path = request.uri().path().to_owned();
        if path == "/" || path == "/index.html" {
            return self.page(request).await;
        }
        let is_page = accepts_html(request.headers());
        // Only method, address and headers matter to it.
        let (parts, _) = request.into_parts();
        let asked = Request::from_parts(parts.clone(), Body::empty());
        let mut response = if path.len() > LONGEST_PATH {
            StatusCode::NOT_FOUND.into_response()
        } else {
            infallible(self.assets.clone().oneshot(asked).await)
        };
        if response.status() == StatusCode::NOT_FOUND && is_page {
            return self.page(Request::from_parts(parts, Body::empty())).await;
        }
        let kept = if path.starts_with(HASHED) && response.status().is_success() {
            FOR_EVER
        } else {
            ASK_AGAIN
        };
        response.headers_mut().insert(header::CACHE_CONTROL, kept);
        response
    }

    /// The app's page, which signs the browser in.
    async fn page(self, request: Request) -> Response {
        let mut response = infallible(self.page.oneshot(request).await);
        response.headers_mut().insert(header::CACHE_CONTROL, ASK_AGAIN);
        if let Some(cookie) = self.cookie {
            response.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// True for a browser that opens an address; what a page loads asks for anything, or for images or styles.
fn accepts_html(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

fn infallible<B>(result: Result<Response<B>, std::convert::Infallible>) -> Response
where
    B: http_body::Body<Data = axum::body::Bytes, Error: Into<axum::BoxError>> + Send + 'static,
{
    let Ok(response) = result;
    response.map(Body::new)
}
