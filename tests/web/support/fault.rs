//! Failures to order: what the sandbox is to do to the next requests of the page.

use serde_json::{Map, Value, json};

/// A failure that waits for its requests; see the sandbox's own description of `/sandbox/faults`.
#[derive(Debug, Clone)]
pub struct Fault {
    fault: Map<String, Value>,
    action: Map<String, Value>,
}

/// A failure of the next request with this method to a path that begins like this.
pub fn on(method: &str, path: &str) -> Fault {
    let fault =
        Map::from_iter([("method".to_owned(), json!(method)), ("path".to_owned(), json!(path))]);
    Fault { fault, action: Map::new() }
}

impl Fault {
    /// Answers with a status and a body; a string is sent as plain text.
    pub fn answers(self, status: u16, body: impl Into<Value>) -> Self {
        self.action("status", json!(status)).action("body", body.into())
    }

    /// Asks for a pause of that many seconds.
    pub fn asks_for_pause(self, seconds: u32) -> Self {
        self.answers(429, "Too many requests").action("retry_after", json!(seconds))
    }

    /// Says when to come back.
    pub fn retry_after(self, seconds: u32) -> Self {
        self.action("retry_after", json!(seconds))
    }

    /// Closes the connection without an answer, until [`Page::is_well_again`](super::Page::is_well_again). Once is
    /// not enough: when a connection that was used before breaks, Chromium sends the request again by itself, a
    /// POST too.
    pub fn loses_the_connection(self) -> Self {
        self.times(1_000).action("drop", json!(true))
    }

    /// The request takes effect and its answer breaks off: too late for the browser to send it again by itself.
    pub fn loses_the_answer(self) -> Self {
        self.action("truncate", json!(true))
    }

    /// The request takes effect first, and then it is answered otherwise.
    pub fn after_it_took_effect(self) -> Self {
        self.action("when", json!("after"))
    }

    /// The answer, otherwise untouched, comes that late.
    pub fn delayed(self, milliseconds: u32) -> Self {
        self.action("delay_ms", json!(milliseconds))
    }

    /// Strikes that many requests.
    pub fn times(mut self, times: u32) -> Self {
        self.fault.insert("times".into(), json!(times));
        self
    }

    /// Lets that many requests pass before.
    pub fn skipping(mut self, skip: u32) -> Self {
        self.fault.insert("skip".into(), json!(skip));
        self
    }

    fn action(mut self, key: &str, value: Value) -> Self {
        self.action.insert(key.into(), value);
        self
    }

    /// As the sandbox wants it, for requests that carry `tag`.
    pub(super) fn tagged(mut self, tag: &str) -> Value {
        self.fault.insert("tag".into(), json!(tag));
        self.fault.insert("action".into(), Value::Object(self.action));
        Value::Object(self.fault)
    }
}
