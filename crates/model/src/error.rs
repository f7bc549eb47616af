//! Every error body that Zendesk is known to send, read into one type. There are at least seven shapes, and a
//! text body for any of the 4xx.

use std::fmt;

use serde_json::{Map, Value};

use crate::list::once;

/// What kind of refusal it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// Not signed in, or no longer. 401.
    Unauthenticated,
    /// The role or the token's scope does not allow it. 403.
    Forbidden,
    /// No such object, or none for this user. 404.
    NotFound,
    /// Something else happened to it first. 409.
    Conflict,
    /// The content was refused. 400, 422, 413.
    Invalid,
    /// Too many requests. 429.
    RateLimited,
    /// Zendesk failed. 5xx.
    Server,
    /// Any other status.
    Other,
}

/// A refusal, as far as the body could be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    /// The answer's status.
    pub status: u16,
    /// What kind it is.
    pub kind: ErrorKind,
    /// The body's short title or code, such as `RecordNotFound`.
    pub title: Option<String>,
    /// The body's sentence about it.
    pub message: Option<String>,
    /// Messages by field, keyed as in the API's JSON.
    pub fields: Vec<(String, Vec<String>)>,
    /// The start of the body when none of the above was found in it.
    pub raw: Option<String>,
}

/// Characters of an unreadable body that are kept.
const RAW: usize = 500;

impl ApiError {
    /// Reads a refusal. Never fails: a body of no known shape is kept as it is.
    pub fn read(status: u16, body: &str) -> Self {
        let kind = match status {
            400 | 413 | 415 | 422 => ErrorKind::Invalid,
            401 => ErrorKind::Unauthenticated,
            403 => ErrorKind::Forbidden,
            404 | 410 => ErrorKind::NotFound,
            409 => ErrorKind::Conflict,
            429 => ErrorKind::RateLimited,
            500..=599 => ErrorKind::Server,
            _ => ErrorKind::Other,
        };
        let mut error =
            Self { status, kind, title: None, message: None, fields: Vec::new(), raw: None };
        if let Ok(Value::Object(object)) = serde_json::from_str(body) {
            error.take(&object);
        }
        let understood =
            error.title.is_some() || error.message.is_some() || !error.fields.is_empty();
        if !understood && !body.trim().is_empty() {
            error.raw = Some(body.trim().chars().take(RAW).collect());
        }
        error
    }

    fn take(&mut self, object: &Map<String, Value>) {
        if let Some(Value::Object(inner)) = object.get("error") {
            self.take(inner);
        }
        let first = |keys: &[&str]| keys.iter().find_map(|key| sentence(object.get(*key)?));
        self.title = self.title.take().or_else(|| first(&["error", "title"]));
        self.message =
            self.message.take().or_else(|| first(&["message", "description", "error_description"]));
        for key in ["errors", "details"] {
            match object.get(key) {
                Some(Value::Object(fields)) => self.fields.extend(
                    fields
                        .iter()
                        .map(|(field, problems)| (field.clone(), messages(problems)))
                        .filter(|(_, messages)| !messages.is_empty()),
                ),
                Some(texts) => self.add(messages(texts)),
                None => {}
            }
        }
    }

    /// Adds sentences that belong to no field: newer endpoints send `errors` as a list.
    fn add(&mut self, mut texts: Vec<String>) {
        if let Some(message) = self.message.take() {
            texts.retain(|text| !message.contains(text));
            texts.insert(0, message);
        }
        if !texts.is_empty() {
            self.message = Some(once(&texts).join(" "));
        }
    }

    /// True when the body has no words for a person: it is empty, or a web page as proxies send it.
    pub fn says_nothing(&self) -> bool {
        let readable = self.raw.as_ref().is_some_and(|raw| !raw.starts_with('<'));
        self.title.is_none() && self.message.is_none() && self.fields.is_empty() && !readable
    }

    /// Seconds, from a `Retry-After` header; `None` for a date, which Zendesk does not send.
    pub fn retry_after(header: Option<&str>) -> Option<u32> {
        header?.trim().parse().ok()
    }
}

/// A text that says something.
fn sentence(value: &Value) -> Option<String> {
    value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The sentences in whatever shape a field's problems come.
fn messages(problems: &Value) -> Vec<String> {
    match problems {
        Value::Array(list) => list.iter().flat_map(messages).collect(),
        Value::Object(object) => ["description", "detail", "message", "title", "error", "type"]
            .iter()
            .find_map(|key| sentence(object.get(*key)?))
            .into_iter()
            .collect(),
        other => sentence(other).into_iter().collect(),
    }
}

/// The server's own words, in the fullest form it gave. A web page, as proxies send it, says nothing to a person:
/// only the status is told then, and `raw` has the rest.
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.title, &self.message) {
            (Some(title), Some(message)) if title != message => write!(f, "{title}: {message}")?,
            (Some(text), _) | (None, Some(text)) => f.write_str(text)?,
            (None, None) => match &self.raw {
                Some(raw) if raw.starts_with('<') => {
                    write!(f, "status {}, with a web page in place of an answer", self.status)?;
                }
                Some(raw) => f.write_str(raw)?,
                None if self.fields.is_empty() => write!(f, "status {}", self.status)?,
                None => {}
            },
        }
        for (at, (field, messages)) in self.fields.iter().enumerate() {
            let separator =
                if at == 0 && self.title.is_none() && self.message.is_none() { "" } else { "; " };
            write!(f, "{separator}{field}: {}", messages.join(", "))?;
        }
        Ok(())
    }
}

impl std::error::Error for ApiError {}
