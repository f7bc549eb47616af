//! What stands around the records of a page. The help center's envelope and Support's differ, in both styles.

use axum::{
    Json,
    http::header::LINK,
    response::{IntoResponse, Response},
};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use super::{
    cursor::Cursor,
    listing::{Page, Position},
};
use crate::address::Address;

/// Which of Zendesk's two APIs a list belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Api {
    HelpCenter,
    Support,
}

impl Api {
    /// Records on a page when `per_page` is not given: 30 in recorded answers of the help center, 100 in
    /// Support's documentation.
    pub(super) const fn default_page(self) -> u32 {
        match self {
            Self::HelpCenter => 30,
            Self::Support => 100,
        }
    }
}

/// A page as an answer: the records under `key`, and how to go on from there.
pub(crate) fn paged<T: Serialize>(
    page: &Page<T>,
    key: &'static str,
    api: Api,
    address: &Address,
) -> Response {
    paged_with(page, key, api, address, &[])
}

/// The same, with something more at its end: the order of the records, or what they refer to.
pub(crate) fn paged_with<T: Serialize>(
    page: &Page<T>,
    key: &'static str,
    api: Api,
    address: &Address,
    more: &[(&'static str, Value)],
) -> Response {
    let links = Links::of(&page.position, api, address);
    // Help center lists also say it in a header, as their documentation shows.
    let header = links.header().filter(|_| api == Api::HelpCenter);
    let (items, position, links) = (&page.items[..], &page.position, &links);
    let body = Json(Envelope { key, items, position, links, api, more });
    match header {
        Some(link) => ([(LINK, link)], body).into_response(),
        None => body.into_response(),
    }
}

/// Whole addresses of neighbouring pages.
struct Links {
    next: Option<String>,
    prev: Option<String>,
    /// The last page, walking backwards; only cursor lists of the help center have it.
    last: Option<String>,
    cursors: bool,
}

impl Links {
    fn of(position: &Position, api: Api, address: &Address) -> Self {
        match position {
            &Position::Offset { page, size, count } => {
                let link = |page: u32| {
                    address.with(&[("page", &page.to_string()), ("per_page", &size.to_string())])
                };
                Self {
                    next: (u64::from(page) * u64::from(size) < count).then(|| link(page + 1)),
                    prev: (page > 1).then(|| link(page - 1)),
                    last: None,
                    cursors: false,
                }
            }
            Position::Cursor { size, ends, before, after, .. } => {
                let link = |parameter: &str, cursor: &Cursor| {
                    address
                        .with(&[(parameter, &cursor.encode()), ("page[size]", &size.to_string())])
                };
                let (first, last) = ends.clone().unzip();
                Self {
                    next: last
                        .filter(|_| *after)
                        .map(|last| link("page[after]", &Cursor::At(last))),
                    prev: first
                        .filter(|_| *before)
                        .map(|first| link("page[before]", &Cursor::At(first))),
                    last: (api == Api::HelpCenter).then(|| link("page[before]", &Cursor::End)),
                    cursors: true,
                }
            }
        }
    }

    /// `<…>; rel="next"`, for the pages there are.
    fn header(&self) -> Option<String> {
        let named = [("next", &self.next), ("prev", &self.prev), ("last", &self.last)];
        let parts: Vec<String> = named
            .into_iter()
            .filter_map(|(name, link)| Some(format!("<{}>; rel=\"{name}\"", link.as_ref()?)))
            .collect();
        (self.cursors && !parts.is_empty()).then(|| parts.join(", "))
    }
}

struct Envelope<'a, T> {
    key: &'static str,
    items: &'a [T],
    position: &'a Position,
    links: &'a Links,
    api: Api,
    more: &'a [(&'static str, Value)],
}

impl<T: Serialize> Serialize for Envelope<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self.position {
            Position::Offset { page, size, count } => {
                map.serialize_entry("count", count)?;
                if self.api == Api::HelpCenter {
                    map.serialize_entry("page_count", &count.div_ceil(u64::from(*size)))?;
                    map.serialize_entry("per_page", size)?;
                    map.serialize_entry("page", page)?;
                }
                map.serialize_entry("next_page", &self.links.next)?;
                map.serialize_entry("previous_page", &self.links.prev)?;
                map.serialize_entry(self.key, self.items)?;
            }
            Position::Cursor { .. } => {
                map.serialize_entry(self.key, self.items)?;
                map.serialize_entry("meta", &Meta::of(self.position))?;
                map.serialize_entry("links", &CursorLinks { links: self.links, api: self.api })?;
            }
        }
        for (key, value) in self.more {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct Meta {
    /// More records in the direction that was walked.
    has_more: bool,
    after_cursor: Option<String>,
    before_cursor: Option<String>,
}

impl Meta {
    fn of(position: &Position) -> Self {
        match position {
            Position::Cursor { ends, before, after, backwards, .. } => {
                let (first, last) = ends.clone().unzip();
                Self {
                    has_more: *(if *backwards { before } else { after }),
                    after_cursor: last.map(|last| Cursor::At(last).encode()),
                    before_cursor: first.map(|first| Cursor::At(first).encode()),
                }
            }
            Position::Offset { .. } => {
                Self { has_more: false, after_cursor: None, before_cursor: None }
            }
        }
    }
}

struct CursorLinks<'a> {
    links: &'a Links,
    api: Api,
}

impl Serialize for CursorLinks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("next", &self.links.next)?;
        map.serialize_entry("prev", &self.links.prev)?;
        if self.api == Api::HelpCenter {
            map.serialize_entry("last", &self.links.last)?;
        }
        map.end()
    }
}
