//! Pages of a list, in either of the API's two paging styles.

use std::fmt;

use serde::de::{DeserializeOwned, Error};
use serde_json::{Map, Value};

use crate::read_object;

/// A resource that comes in lists, under a key of its own.
pub trait Listed: DeserializeOwned {
    /// The key that holds the items: `user_segments`.
    const KEY: &'static str;
}

impl Listed for crate::UserSegment {
    const KEY: &'static str = "user_segments";
}
impl Listed for crate::PermissionGroup {
    const KEY: &'static str = "permission_groups";
}
impl Listed for crate::Article {
    const KEY: &'static str = "articles";
}
impl Listed for crate::Brand {
    const KEY: &'static str = "brands";
}
impl Listed for crate::Group {
    const KEY: &'static str = "groups";
}
impl Listed for crate::Organization {
    const KEY: &'static str = "organizations";
}
impl Listed for crate::User {
    const KEY: &'static str = "users";
}
impl Listed for crate::Section {
    const KEY: &'static str = "sections";
}
impl Listed for crate::Topic {
    const KEY: &'static str = "topics";
}

/// Where the list goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// This was the last page.
    End,
    /// Cursor paging: send as `page[after]`.
    Cursor(String),
    /// Offset paging: send as `page`.
    Page(u32),
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// How to ask for what follows.
    pub next: Next,
    /// How many there are on all pages; only offset paging says.
    pub count: Option<u64>,
}

/// The answer is not a page of the list that was asked for.
#[derive(Debug)]
pub enum ReadPageError {
    /// Not JSON, or items of another shape.
    Json(serde_json::Error),
    /// No list under the resource's key.
    NoList(&'static str),
    /// There is more, but where is not said. To take this page for the last one would hide the rest.
    NextUnknown,
}

impl fmt::Display for ReadPageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the answer could not be read: {error}"),
            Self::NoList(key) => write!(f, "the answer has no list named {key}"),
            Self::NextUnknown => {
                f.write_str("the answer says that the list goes on, but not where")
            }
        }
    }
}

impl std::error::Error for ReadPageError {}

impl From<serde_json::Error> for ReadPageError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl<T: Listed> Page<T> {
    /// Reads an answer's body, whichever paging style it is in.
    ///
    /// # Errors
    /// When the body is no JSON, holds no such list, or says that there is more but not where.
    pub fn read(body: &str) -> Result<Self, ReadPageError> {
        let Envelope { items, next, count } = Envelope::read(body, T::KEY)?;
        let items = items.into_iter().map(read_object).collect::<Result<_, _>>()?;
        Ok(Self { items, next, count })
    }
}

/// A page whose items are not read yet: what all lists have in common, compiled once for all of them.
struct Envelope {
    items: Vec<Value>,
    next: Next,
    count: Option<u64>,
}

impl Envelope {
    fn read(body: &str, key: &'static str) -> Result<Self, ReadPageError> {
        let mut envelope: Map<String, Value> = serde_json::from_str(body)?;
        // Left empty, not taken out of the map: that would be the only place that needs a tree to be put right again.
        let items = match envelope.get_mut(key).map(Value::take) {
            Some(Value::Array(items)) => items,
            Some(_) => return Err(serde_json::Error::custom("not a list").into()),
            None => return Err(ReadPageError::NoList(key)),
        };
        let count = envelope.get("count").and_then(Value::as_u64);
        Ok(Self { items, next: next(&envelope)?, count })
    }
}

fn next(envelope: &Map<String, Value>) -> Result<Next, ReadPageError> {
    if let Some(more) = envelope.get("meta").and_then(|meta| meta.get("has_more")?.as_bool()) {
        let cursor = || envelope.get("meta")?.get("after_cursor")?.as_str();
        return match more {
            false => Ok(Next::End),
            true => cursor()
                .map(|cursor| Next::Cursor(cursor.to_owned()))
                .ok_or(ReadPageError::NextUnknown),
        };
    }
    // The address is not followed as it is: it may name another host. Only its page number is taken.
    let address = match envelope.get("next_page") {
        None | Some(Value::Null) => return Ok(Next::End),
        Some(address) => address.as_str().unwrap_or_default(),
    };
    let query = address.split_once('?').map_or("", |(_, query)| query);
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("page=")?.parse().ok())
        .map(Next::Page)
        .ok_or(ReadPageError::NextUnknown)
}
