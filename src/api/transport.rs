//! How a request leaves the page: the browser's `fetch`, to the page's own origin or, with a token, to another.

use futures_util::future::{Either, select};
use gloo_net::http::{Request, RequestBuilder};
use gloo_timers::future::TimeoutFuture;
use web_sys::{AbortController, RequestInit};

use super::Failure;

/// Milliseconds until an unanswered request is given up.
const TIMEOUT: u32 = 20_000;

/// The verbs of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Changes.
    Put,
    /// Deletes.
    Delete,
}

/// An answer that arrived whole, whatever its status.
#[derive(Debug, Clone)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The body as text.
    pub body: String,
    /// The `Retry-After` header, if it could be read.
    pub retry_after: Option<String>,
}

/// Where the account is and how requests to it are signed.
#[derive(Debug, Clone, Default)]
pub struct Transport {
    /// Put before every path; empty for the page's own origin, where a session cookie signs.
    pub origin: String,
    /// Sent as bearer token when the account is elsewhere. Never stored.
    pub token: Option<String>,
    /// Further headers, for talking to a sandbox's switches.
    pub headers: Vec<(String, String)>,
}

/// Aborts the request when whoever awaits it goes away.
struct AbortOnDrop(Option<AbortController>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            // Without a reason: gloo-net can't take a rejection that is no `Error`.
            controller.abort();
        }
    }
}

impl Transport {
    /// Sends one request and waits for the whole answer.
    ///
    /// # Errors
    /// When no answer arrived: offline, unreachable, or too late.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<String>,
    ) -> Result<Answer, Failure> {
        let guard = AbortOnDrop(AbortController::new().ok());
        let signal = guard.0.as_ref().map(AbortController::signal);
        // A request that was begun with a connection may have arrived, even if the connection is lost by now.
        let lost = if is_online() { Failure::Unreachable } else { Failure::Offline };
        let exchange = Box::pin(self.exchange(method, path, body, signal.as_ref()));
        match select(exchange, TimeoutFuture::new(TIMEOUT)).await {
            Either::Left((answer, _)) => answer.map_err(|_| lost),
            Either::Right(_) => Err(Failure::Timeout),
        }
    }

    async fn exchange(
        &self,
        method: Method,
        path: &str,
        body: Option<String>,
        signal: Option<&web_sys::AbortSignal>,
    ) -> Result<Answer, gloo_net::Error> {
        let verb = match method {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
            Method::Put => gloo_net::http::Method::PUT,
            Method::Delete => gloo_net::http::Method::DELETE,
        };
        let mut request = RequestBuilder::new(&format!("{}{path}", self.origin))
            .method(verb)
            .abort_signal(signal)
            .header("Accept", "application/json");
        if method != Method::Get {
            request = request.header("Content-Type", "application/json");
        }
        if let Some(token) = &self.token {
            request = request.header("Authorization", &format!("Bearer {token}"));
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = match body {
            Some(body) => request.body(body)?,
            None => request.build()?,
        };
        let request = if method == Method::Delete { outlive_page(request) } else { request };
        let response = request.send().await?;
        Ok(Answer {
            status: response.status(),
            retry_after: response.headers().get("Retry-After"),
            body: response.text().await?,
        })
    }
}

/// A deletion whose time for undoing runs out because the page closes is sent all the same.
fn outlive_page(request: Request) -> Request {
    let request = web_sys::Request::from(request);
    let options = RequestInit::new();
    // web-sys has no setter for it.
    let _ = js_sys::Reflect::set(&options, &"keepalive".into(), &true.into());
    web_sys::Request::new_with_request_and_init(&request, &options).unwrap_or(request).into()
}

fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}
