//! How many requests a minute are answered. As Zendesk documents it: two headers on every answer, three more on lists of
//! the Ticketing API, and beyond the limit 429 with `Retry-After`. Recorded answers, such as those in node-zendesk's and
//! zenpy's tests, have yet another three, all of them.

use std::sync::{Mutex, PoisonError};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use guidepost_model::Timestamp;

use crate::sandbox::Sandbox;

const LIMIT: HeaderName = HeaderName::from_static("x-rate-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-rate-limit-remaining");
const RECORDED_LIMIT: HeaderName = HeaderName::from_static("rate-limit");
const RECORDED_REMAINING: HeaderName = HeaderName::from_static("rate-limit-remaining");
const RECORDED_RESET: HeaderName = HeaderName::from_static("rate-limit-reset");
const LIST_LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
const LIST_REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
const LIST_RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// The whole account's requests, whoever makes them. That a minute is one of the clock's is assumed.
pub(crate) struct RateLimit {
    per_minute: u32,
    window: Mutex<Window>,
}

/// One minute, and how many requests came in it.
#[derive(Debug, Clone, Copy, Default)]
struct Window {
    minute: i64,
    requests: u32,
}

impl RateLimit {
    pub(crate) const fn new(per_minute: u32) -> Self {
        Self { per_minute, window: Mutex::new(Window { minute: i64::MIN, requests: 0 }) }
    }

    /// Counts a request, unless the minute has no more of them.
    fn take(&self, now: Timestamp) -> Taken {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        let (minute, second) = (now.unix().div_euclid(60), now.unix().rem_euclid(60));
        if window.minute != minute {
            *window = Window { minute, requests: 0 };
        }
        let is_allowed = window.requests < self.per_minute;
        if is_allowed {
            window.requests += 1;
        }
        let remaining = self.per_minute - window.requests;
        Taken { is_allowed, limit: self.per_minute, remaining, reset: 60 - second as u32 }
    }
}

/// What became of a request, and what its answer tells.
#[derive(Debug, Clone, Copy)]
struct Taken {
    is_allowed: bool,
    limit: u32,
    /// How many more requests the minute has.
    remaining: u32,
    /// Seconds until the next one.
    reset: u32,
}

/// The API's requests count, whatever becomes of them; signing in and the sandbox's own endpoints do not.
pub(crate) async fn enforce(
    State(sandbox): State<Sandbox>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    let counted = path.starts_with("/api/");
    let Some(limit) = sandbox.rate_limit().filter(|_| counted) else {
        return next.run(request).await;
    };
    let is_list = is_ticketing_list(path);
    let taken = limit.take(sandbox.clock().now());
    let mut response = if taken.is_allowed {
        next.run(request).await
    } else {
        // As people report it: plain text, where every other refusal is JSON.
        let retry_after = [(header::RETRY_AFTER, HeaderValue::from(taken.reset))];
        (StatusCode::TOO_MANY_REQUESTS, retry_after, "Too Many Requests\n").into_response()
    };
    tell(response.headers_mut(), taken, is_list);
    response
}

fn tell(headers: &mut HeaderMap, taken: Taken, is_list: bool) {
    headers.insert(LIMIT, HeaderValue::from(taken.limit));
    headers.insert(REMAINING, HeaderValue::from(taken.remaining));
    headers.insert(RECORDED_LIMIT, HeaderValue::from(taken.limit));
    headers.insert(RECORDED_REMAINING, HeaderValue::from(taken.remaining));
    headers.insert(RECORDED_RESET, HeaderValue::from(taken.reset));
    if is_list {
        headers.insert(LIST_LIMIT, HeaderValue::from(taken.limit));
        headers.insert(LIST_REMAINING, HeaderValue::from(taken.remaining));
        headers.insert(LIST_RESET, HeaderValue::from(taken.reset));
    }
}

/// Documented are "list endpoints such as List Tickets or Search Users". That these are all that end neither in an id nor
/// in one of a few words is assumed.
fn is_ticketing_list(path: &str) -> bool {
    let Some(path) = path.strip_prefix("/api/v2/") else { return false };
    let (first, last) = (path.split('/').next(), path.rsplit('/').next());
    let is_other = matches!(first, Some("help_center" | "guide" | "community"));
    let is_one = last.is_none_or(|last| {
        last.parse::<u64>().is_ok() || matches!(last, "count" | "current" | "me" | "settings")
    });
    !is_other && !is_one
}
