//! What the lists of objects have in common: their address, keys, table and states. A page says what its columns are.

mod address;
mod count;
mod cursor;
mod extent;
mod new_button;
mod open_row;
mod painter;
mod refusal;
mod row_menu;
mod row_parts;
mod rows;
mod search;
mod shows;
mod skeleton;
mod sort;
mod table;
mod trouble;

use std::sync::Arc;

use guidepost_model::{Resource, Sort};

pub(crate) use address::Address;
pub(crate) use count::Count;
pub(crate) use cursor::Cursor;
pub(crate) use new_button::NewButton;
pub(crate) use painter::{RowElement, RowState};
pub(crate) use refusal::creation_refused;
pub(crate) use row_parts::{RowParts, updated};
pub(crate) use search::Search;
pub(crate) use shows::{Shows, say_if_hidden};
pub(crate) use skeleton::{Column, Skeleton};
pub(crate) use sort::{SortHead, SortMenu};
pub(crate) use table::Table;
pub(crate) use trouble::{NoAccess, Trouble};

/// A kind of object that has a list.
pub(crate) trait Listing: Resource {
    /// What the list is asked for.
    type Query: ListQuery;
    /// Where the list is. A new object is below it at `new`, one that exists at its id.
    const PATH: &'static str;
    /// The attribute of a row that holds its object's id.
    const ROW: &'static str;
}

/// What a page shows, as it stands in the page's address.
pub(crate) trait Query: Clone + Default + PartialEq + Send + Sync + 'static {
    /// Reads an address's parameters; what is unknown or malformed counts as not set.
    fn read(parameters: &[(String, String)]) -> Self;
    /// The parameters for an address; what is not set is left out.
    fn write(&self) -> Vec<(&'static str, String)>;
}

/// Search, filters and sort order of a list.
pub(crate) trait ListQuery: Query {
    /// What is searched for, as typed.
    fn text(&self) -> &str;
    /// Searches for something else.
    fn set_text(&mut self, text: String);
    /// In which order.
    fn sort(&self) -> Sort;
    /// Puts it in another order.
    fn set_sort(&mut self, sort: Sort);
}

/// What a query admits, in its order.
pub(crate) type Found<T> = Vec<Arc<T>>;

/// What the model's queries have by the same names.
macro_rules! query {
    ($query:ty) => {
        impl crate::pages::list::Query for $query {
            fn read(parameters: &[(String, String)]) -> Self {
                Self::from_parameters(
                    parameters.iter().map(|(key, value)| (key.as_str(), value.as_str())),
                )
            }

            fn write(&self) -> Vec<(&'static str, String)> {
                self.to_parameters()
            }
        }
    };
}

/// The same, of a list.
macro_rules! list_query {
    ($query:ty) => {
        crate::pages::list::query!($query);

        impl crate::pages::list::ListQuery for $query {
            fn text(&self) -> &str {
                &self.text
            }

            fn set_text(&mut self, text: String) {
                self.text = text;
            }

            fn sort(&self) -> guidepost_model::Sort {
                self.sort
            }

            fn set_sort(&mut self, sort: guidepost_model::Sort) {
                self.sort = sort;
            }
        }
    };
}

pub(crate) use list_query;
pub(crate) use query;
