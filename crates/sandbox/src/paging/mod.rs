//! Both of Zendesk's paging styles, for every list alike: what a request asks for, the query that answers it,
//! and the envelope around the answer.

mod cursor;
mod envelope;
mod listing;
mod request;

pub(crate) use envelope::{Api, paged};
pub(crate) use listing::{Listing, Order, Page};
pub(crate) use request::{PageRequest, Start};
