//! What page of a list a request asks for.

use std::num::IntErrorKind;

use super::{
    Sorting,
    cursor::{Cursor, Place},
    envelope::Api,
};
use crate::{address::Address, error::ApiError, query::Query};

/// Zendesk: at most 100 records a page; more are cut to that.
const MOST: u32 = 100;
/// Zendesk: offset paging ends at page 100, however few records are on a page.
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
    pub(crate) fn read(query: &Query, api: Api, address: &Address) -> Result<Self, ApiError> {
        Self::read_in(query, api, address, None)
    }

    /// The same for a list in another order than its own. A cursor from one order has no meaning in another.
    pub(crate) fn read_sorted(
        query: &Query,
        api: Api,
        address: &Address,
        sorting: &Sorting,
    ) -> Result<Self, ApiError> {
        Self::read_in(query, api, address, Some(sorting.by.name))
    }

    fn read_in(
        query: &Query,
        api: Api,
        address: &Address,
        sorted_by: Option<&'static str>,
    ) -> Result<Self, ApiError> {
        let cursor = |name, text| {
            Cursor::decode(text, &address.list(), sorted_by).ok_or_else(|| invalid(name))
        };
        let numbered = Self::read_offset(query, api)?;
        let (after, before) = (query.get("page[after]"), query.get("page[before]"));
        if query.get("page[size]").is_some() || after.is_some() || before.is_some() {
            let size = positive(query, "page[size]")?.unwrap_or(MOST).min(MOST);
            let start = match (after, before) {
                (Some(text), None) => match cursor("page[after]", text)? {
                    Cursor::At(place) => Start::After(place),
                    Cursor::LastPage => return Err(invalid("page[after]")),
                },
                (None, Some(text)) => match cursor("page[before]", text)? {
                    Cursor::At(place) => Start::Before(place),
                    Cursor::LastPage => Start::Last,
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
        Self::read_offset_of(query, api.default_page())
    }

    /// The same for a list that has another number of records on a page unless more are asked for.
    pub(crate) fn read_offset_of(query: &Query, size: u32) -> Result<Self, ApiError> {
        let size = positive(query, "per_page")?.unwrap_or(size).min(MOST);
        let page = positive(query, "page")?.unwrap_or(1);
        if page > LAST_PAGE {
            return Err(ApiError::PageLimit(LAST_PAGE));
        }
        Ok(Self::Offset { page, size })
    }
}

/// The size of a page of a list that may have more than others have, and does unless `per_page` says otherwise.
pub(crate) fn page_size(query: &Query, most: u32) -> Result<u32, ApiError> {
    Ok(positive(query, "per_page")?.unwrap_or(most).min(most))
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

fn invalid(name: &'static str) -> ApiError {
    ApiError::Paging {
        code: "InvalidPaginationParameter",
        title: format!("Invalid parameter: {name}"),
    }
}
