//! Failures on demand, for testing clients: the next requests that match are answered otherwise than they should
//! be. Only a sandbox that was started for it has these endpoints.
//!
//! ```json
//! {"method": "POST", "path": "/api/v2/help_center/user_segments", "times": 1, "skip": 0, "tag": "test-7",
//!  "action": {"status": 429, "retry_after": 2, "body": "Too many requests", "content_type": "text/plain",
//!             "headers": {"X-Rate-Limit-Remaining": "0", "ETag": null},
//!             "delay_ms": 0, "truncate": false, "drop": false, "when": "before"}}
//! ```

mod apply;
mod endpoints;
mod headers;

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::http::{HeaderMap, Method};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

pub(crate) use apply::apply;
pub(crate) use endpoints::{add, clear, list, reset};
pub(crate) use headers::set_headers;

/// Tests that share a sandbox put a name of their own into this header, and into their faults as `tag`.
const TAG_HEADER: &str = "x-sandbox-tag";

/// How an answer is to be sent. It travels with the response, because this crate neither waits nor holds
/// connections: the server does both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivery {
    /// To wait before the first byte.
    pub delay: Duration,
    /// What to do to the connection.
    pub connection: Connection,
}

/// What becomes of the connection that carries an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Connection {
    /// The whole answer is sent.
    Kept,
    /// The body breaks off half way, after its whole length was announced.
    CutShort,
    /// Closed without an answer.
    Closed,
}

/// A failure that waits for its requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    /// Any method when absent; never a preflight.
    #[serde(default)]
    method: Option<String>,
    /// How the path begins, whether or not requests end in `.json`.
    path: String,
    /// How many requests it strikes, at least 1.
    #[serde(default = "once")]
    #[schema(value_type = u64, minimum = 1, maximum = 4_294_967_295_i64)]
    times: u32,
    /// How many matching requests it lets pass before.
    #[serde(default)]
    #[schema(value_type = u64, maximum = 4_294_967_295_i64)]
    skip: u32,
    /// Strikes only requests with this in their `X-Sandbox-Tag` header.
    #[serde(default)]
    tag: Option<String>,
    action: Action,
}

const fn once() -> u32 {
    1
}

/// What a fault does to an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FaultAction)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Action {
    #[schema(minimum = 200, maximum = 599)]
    status: Option<u16>,
    /// A string is sent as it is, anything else as JSON.
    body: Option<Value>,
    #[schema(pattern = "^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$")]
    content_type: Option<String>,
    /// Seconds, in a `Retry-After` header.
    #[schema(value_type = Option<u64>, maximum = 4_294_967_295_i64)]
    retry_after: Option<u32>,
    /// Any other headers, and those above: a text is what a header says, `null` takes it out.
    #[schema(schema_with = headers::schema)]
    headers: BTreeMap<String, Option<String>>,
    #[schema(value_type = u64, maximum = 4_294_967_295_i64)]
    delay_ms: u32,
    truncate: bool,
    drop: bool,
    when: When,
}

/// Whether the request takes effect.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FaultWhen)]
#[serde(rename_all = "lowercase")]
enum When {
    /// It does not: the fault strikes first.
    #[default]
    Before,
    /// It does, and then its answer is lost.
    After,
}

/// The faults of one sandbox, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<Fault>>);

impl Faults {
    fn lock(&self) -> MutexGuard<'_, Vec<Fault>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The action that strikes this request, if any; uses up one of its times.
    fn strike(&self, method: &Method, path: &str, headers: &HeaderMap) -> Option<Action> {
        let mut faults = self.lock();
        let matching = faults.iter_mut().filter(|fault| fault.matches(method, path, headers));
        let mut struck = None;
        for fault in matching {
            if fault.skip > 0 {
                fault.skip -= 1;
            } else if fault.times > 0 {
                fault.times -= 1;
                struck = Some(fault.action.clone());
                break;
            }
        }
        faults.retain(|fault| fault.times > 0);
        struck
    }
}

impl Fault {
    fn matches(&self, method: &Method, path: &str, headers: &HeaderMap) -> bool {
        let tag = headers.get(TAG_HEADER).and_then(|tag| tag.to_str().ok());
        self.method.as_deref().is_none_or(|wanted| method.as_str().eq_ignore_ascii_case(wanted))
            && self.tag.as_deref().is_none_or(|wanted| tag == Some(wanted))
            && path.starts_with(&self.path)
    }
}

impl Action {
    /// True when the handler's own answer does not reach the client.
    fn replaces(&self) -> bool {
        self.status.is_some() || self.body.is_some() || self.drop
    }
}
