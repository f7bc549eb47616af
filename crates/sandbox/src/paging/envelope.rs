//! What stands around the records of a page. The help center's envelope and Support's differ, in both styles.

use axum::{
    Json,
    http::header::LINK,
    response::{IntoResponse, Response},
};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use super::{
    cursor::{Cursor, Place},
    listing::{Page, Position},
};
use crate::address::Address;

/// Which of Zendesk's two APIs a list belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Api {
    HelpCenter,
    /// The part of the help center that is the community: its numbered pages differ.
    Community,
    Support,
}

impl Api {
    /// Records on a page when `per_page` is not given: 30 in recorded answers of the help center and 100 in those of
    /// the community, 100 in Support's documentation.
    pub(super) const fn default_page(self) -> u32 {
        match self {
            Self::HelpCenter => 30,
            Self::Community | Self::Support => 100,
        }
    }

    const fn is_help_center(self) -> bool {
        matches!(self, Self::HelpCenter | Self::Community)
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
    let header = links.header();
    let (items, position, links) = (&page.items[..], &page.position, &links);
    let list = &address.list();
    let body = Json(Envelope { key, items, position, links, api, list, more });
    match header {
        Some(link) => ([(LINK, link)], body).into_response(),
        None => body.into_response(),
    }
}

/// Whole addresses of other pages.
struct Links {
    next: Option<String>,
    prev: Option<String>,
    /// The first page, and the last one, walking backwards; only cursor lists of the help center have them.
    ends: Option<(String, String)>,
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
                    ends: None,
                }
            }
            Position::Cursor { size, ends, before, after, .. } => {
                let size = ("page[size]", &*size.to_string());
                let list = address.list();
                let link = |parameters: &[(&str, &str)]| match api {
                    Api::HelpCenter | Api::Community => address.canonical_with(parameters),
                    Api::Support => address.with(parameters),
                };
                let beside = |parameter: &str, cursor: &Cursor| {
                    link(&[(parameter, &cursor.encode(&list)), size])
                };
                let (first, last) = ends.clone().unzip();
                Self {
                    next: last
                        .filter(|_| *after)
                        .map(|last| beside("page[after]", &Cursor::At(last))),
                    prev: first
                        .filter(|_| *before)
                        .map(|first| beside("page[before]", &Cursor::At(first))),
                    ends: api
                        .is_help_center()
                        .then(|| (link(&[size]), beside("page[before]", &Cursor::LastPage))),
                }
            }
        }
    }

    /// `<…>; rel="next"`, where there is a next page. Recorded: nothing else is in it.
    fn header(&self) -> Option<String> {
        let next = self.next.as_ref().filter(|_| self.ends.is_some())?;
        Some(format!("<{next}>; rel=\"next\""))
    }
}

struct Envelope<'a, T> {
    key: &'static str,
    items: &'a [T],
    position: &'a Position,
    links: &'a Links,
    api: Api,
    /// The list's name, for its cursors.
    list: &'a str,
    more: &'a [(&'static str, Value)],
}

impl<T: Serialize> Serialize for Envelope<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self.position {
            Position::Offset { page, size, count } => {
                self.numbered(&mut map, *page, *size, *count)?
            }
            Position::Cursor { ends, before, after, backwards, .. } => {
                let has_more = *(if *backwards { before } else { after });
                let meta = Meta::of(has_more, ends.as_ref(), self.list);
                let links = CursorLinks(self.links);
                // Both orders are recorded.
                if self.api.is_help_center() {
                    map.serialize_entry("meta", &meta)?;
                    map.serialize_entry("links", &links)?;
                    map.serialize_entry(self.key, self.items)?;
                } else {
                    map.serialize_entry(self.key, self.items)?;
                    map.serialize_entry("meta", &meta)?;
                    map.serialize_entry("links", &links)?;
                }
            }
        }
        for (key, value) in self.more {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<T: Serialize> Envelope<'_, T> {
    /// A numbered page, whose keys are in the order that recorded answers have them in.
    fn numbered<M: SerializeMap>(
        &self,
        map: &mut M,
        page: u32,
        size: u32,
        count: u64,
    ) -> Result<(), M::Error> {
        let Links { next, prev, .. } = self.links;
        let page_count = count.div_ceil(u64::from(size));
        match self.api {
            Api::HelpCenter => {
                map.serialize_entry("count", &count)?;
                map.serialize_entry("page_count", &page_count)?;
                map.serialize_entry("per_page", &size)?;
                map.serialize_entry("page", &page)?;
                map.serialize_entry("next_page", next)?;
                map.serialize_entry("previous_page", prev)?;
                map.serialize_entry(self.key, self.items)
            }
            Api::Community => {
                map.serialize_entry(self.key, self.items)?;
                map.serialize_entry("page", &page)?;
                map.serialize_entry("previous_page", prev)?;
                map.serialize_entry("next_page", next)?;
                map.serialize_entry("per_page", &size)?;
                map.serialize_entry("page_count", &page_count)?;
                map.serialize_entry("count", &count)
            }
            Api::Support => {
                map.serialize_entry("count", &count)?;
                map.serialize_entry("next_page", next)?;
                map.serialize_entry("previous_page", prev)?;
                map.serialize_entry(self.key, self.items)
            }
        }
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
    fn of(has_more: bool, ends: Option<&(Place, Place)>, list: &str) -> Self {
        let encoded = |place: &Place| Cursor::At(place.clone()).encode(list);
        let (before, after) = ends.map(|(first, last)| (encoded(first), encoded(last))).unzip();
        Self { has_more, after_cursor: after, before_cursor: before }
    }
}

struct CursorLinks<'a>(&'a Links);

impl Serialize for CursorLinks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Links { next, prev, ends } = self.0;
        let mut map = serializer.serialize_map(None)?;
        if let Some((first, last)) = ends {
            map.serialize_entry("first", first)?;
            map.serialize_entry("last", last)?;
        }
        for (name, link) in [("next", next), ("prev", prev)] {
            // Recorded of the help center: a link that leads nowhere is absent. In Support it is documented as null.
            if link.is_some() || ends.is_none() {
                map.serialize_entry(name, link)?;
            }
        }
        map.end()
    }
}
