//! Both of Zendesk's paging styles, for every list alike: what a request asks for, the query that answers it,
//! and the envelope around the answer.

mod cursor;
mod envelope;
mod listing;
mod ordered;
mod request;
mod sorting;
mod walk;

pub(crate) use cursor::{Place, SortValue};
pub(crate) use envelope::{Api, paged, paged_with};
pub(crate) use listing::{Listing, Order, Page};
pub(crate) use request::{LAST_PAGE, PageRequest, Start, page_size};
pub(crate) use sorting::{SortKey, Sorting};
