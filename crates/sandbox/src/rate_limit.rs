//! How many requests a minute are answered. As Zendesk documents it: two headers on every answer, and beyond the limit
//! 429 with `Retry-After`.

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

    /// Counts a request: how many more the minute has, or how many seconds are left of it.
    fn take(&self, now: Timestamp) -> Result<u32, u32> {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        let (minute, second) = (now.unix().div_euclid(60), now.unix().rem_euclid(60));
        if window.minute != minute {
            *window = Window { minute, requests: 0 };
        }
        if window.requests >= self.per_minute {
            return Err(60 - second as u32);
        }
        window.requests += 1;
        Ok(self.per_minute - window.requests)
    }
}

/// The API's requests count, whatever becomes of them; signing in and the sandbox's own endpoints do not.
pub(crate) async fn enforce(
    State(sandbox): State<Sandbox>,
    request: Request,
    next: Next,
) -> Response {
    let counted = request.uri().path().starts_with("/api/");
    let Some(limit) = sandbox.rate_limit().filter(|_| counted) else {
        return next.run(request).await;
    };
    match limit.take(sandbox.clock().now()) {
        Ok(remaining) => {
            let mut response = next.run(request).await;
            tell(response.headers_mut(), limit, remaining);
            response
        }
        Err(seconds) => {
            // As people report it: plain text, where every other refusal is JSON.
            let mut response =
                (StatusCode::TOO_MANY_REQUESTS, "Too Many Requests\n").into_response();
            tell(response.headers_mut(), limit, 0);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
    }
}

fn tell(headers: &mut HeaderMap, limit: &RateLimit, remaining: u32) {
    headers.insert(LIMIT, HeaderValue::from(limit.per_minute));
    headers.insert(REMAINING, HeaderValue::from(remaining));
}
