//! What page of a list a request asks for.

use std::num::IntErrorKind;

use super::{
    Sorting,
    cursor::{Cursor, Place},
    envelope::Api,
};
use crate::{error::ApiError, query::Query};

/// Zendesk: at most 100 records a page; more are cut to that.
const MOST: u32 = 100;
/// Zendesk: offset paging ends at 10,000 records, and at page 100 however few are on a page.
const DEEPEST: u64 = 10_000;
pub(crate) const LAST_PAGE: u32 = 100;

/// Which records are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PageRequest {
    /// `page` and `per_page`; pages count from 1.
    Offset { page: u32, size: u32 },
    /// `page[size]`, with `page[after]` or `page[before]`.
    Cursor { size: u32, start: Start },
}

/// Where a page of cursor paging lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Start {
    /// At the list's beginning.
    First,
    /// Directly after the record at this place.
    After(Place),
    /// Directly before the record at this place.
    Before(Place),
    /// The last page.
    Last,
}

impl PageRequest {
    /// Cursor paging where `page[size]` or a cursor is given, else offset paging, as Zendesk decides it.
    /// Sizes above 100 become 100; what is no positive number is refused, also in parameters of the other style. The
    /// latter is assumed.
    pub(crate) fn read(query: &Query, api: Api) -> Result<Self, ApiError> {
        Self::read_in(query, api, None)
    }

    /// The same for a list in another order than its own. A cursor from one order has no meaning in another.
    pub(crate) fn read_sorted(
        query: &Query,
        api: Api,
        sorting: &Sorting,
    ) -> Result<Self, ApiError> {
        Self::read_in(query, api, Some(sorting))
    }

    fn read_in(query: &Query, api: Api, sorting: Option<&Sorting>) -> Result<Self, ApiError> {
        let numbered = Self::read_offset(query, api)?;
        let (after, before) = (query.get("page[after]"), query.get("page[before]"));
        if query.get("page[size]").is_some() || after.is_some() || before.is_some() {
            let size = positive(query, "page[size]")?.unwrap_or(MOST).min(MOST);
            let start = match (after, before) {
                (Some(cursor), None) => match decode("page[after]", cursor, sorting)? {
                    Cursor::At(place) => Start::After(place),
                    Cursor::End => return Err(invalid("page[after]")),
                },
                (None, Some(cursor)) => match decode("page[before]", cursor, sorting)? {
                    Cursor::At(place) => Start::Before(place),
                    Cursor::End => Start::Last,
                },
                (None, None) => Start::First,
                (Some(_), Some(_)) => return Err(invalid("page[before]")),
            };
            return Ok(Self::Cursor { size, start });
        }
        Ok(numbered)
    }

    /// For lists that know only offset paging.
    pub(crate) fn read_offset(query: &Query, api: Api) -> Result<Self, ApiError> {
        let size = positive(query, "per_page")?.unwrap_or(api.default_page()).min(MOST);
        let page = positive(query, "page")?.unwrap_or(1);
        if page > LAST_PAGE || u64::from(page) * u64::from(size) > DEEPEST {
            return Err(ApiError::Paging {
                code: "InvalidPaginationDepth",
                title: "Pagination requests using Offset Pagination are limited to page 100 or up to 10000 \
                        records (page * per_page)"
                    .to_owned(),
            });
        }
        Ok(Self::Offset { page, size })
    }
}

fn positive(query: &Query, name: &'static str) -> Result<Option<u32>, ApiError> {
    let Some(text) = query.get(name) else { return Ok(None) };
    match text.parse::<u32>() {
        Ok(number) if number > 0 => Ok(Some(number)),
        // Far above every limit is above it, too.
        Err(error) if *error.kind() == IntErrorKind::PosOverflow => Ok(Some(u32::MAX)),
        _ => Err(invalid(name)),
    }
}

fn decode(name: &'static str, text: &str, sorting: Option<&Sorting>) -> Result<Cursor, ApiError> {
    let cursor = Cursor::decode(text).ok_or_else(|| invalid(name))?;
    let fits = match &cursor {
        Cursor::End => true,
        Cursor::At(place) => {
            let by = place.sorted.as_ref().map(|(by, _)| by.as_str());
            by == sorting.map(|sorting| sorting.by.name)
        }
    };
    if fits { Ok(cursor) } else { Err(invalid(name)) }
}

fn invalid(name: &'static str) -> ApiError {
    ApiError::Paging {
        code: "InvalidPaginationParameter",
        title: format!("Invalid parameter: {name}"),
    }
}
