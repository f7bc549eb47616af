//! The orders that a list can be asked for: `sort_by` and `sort_order`.

use serde_json::{Value, json};

use super::{Order, PageRequest};
use crate::{error::ApiError, query::Query};

/// Something that a list can be sorted by.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SortKey {
    /// Its name in `sort_by`.
    pub(crate) name: &'static str,
    /// What the rows are ordered by, as SQL. Never null.
    pub(crate) expression: &'static str,
}

/// The order of a list; records that are alike in it are ordered by their key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sorting {
    pub(crate) by: &'static SortKey,
    pub(crate) order: Order,
}

impl Sorting {
    /// The order that a request asks for; by the first key and ascending when it does not say. That anything else
    /// is refused is assumed.
    pub(crate) fn read(query: &Query, keys: &'static [SortKey]) -> Result<Self, ApiError> {
        let asked = query.get("sort_by");
        let found = keys.iter().find(|key| asked.is_none_or(|name| name == key.name));
        let by = found.ok_or_else(|| {
            let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
            ApiError::InvalidAttribute {
                name: "sort_by",
                message: format!("Invalid parameter: sort_by must be one of {}", names.join(", ")),
            }
        })?;
        let order = match query.get("sort_order") {
            None | Some("asc") => Order::Ascending,
            Some("desc") => Order::Descending,
            Some(_) => {
                return Err(ApiError::InvalidAttribute {
                    name: "sort_order",
                    message: "Invalid parameter: sort_order must be asc or desc".to_owned(),
                });
            }
        };
        Ok(Self { by, order })
    }

    /// What recorded answers say of their order: pages with a number only.
    pub(crate) fn told(&self, page: &PageRequest) -> Vec<(&'static str, Value)> {
        let order = match self.order {
            Order::Ascending => "asc",
            Order::Descending => "desc",
        };
        match page {
            PageRequest::Offset { .. } => {
                vec![("sort_by", json!(self.by.name)), ("sort_order", json!(order))]
            }
            PageRequest::Cursor { .. } => Vec::new(),
        }
    }
}
