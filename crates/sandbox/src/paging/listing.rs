//! A list in the database, and a page of it. Every list ends its order with a number that no two records share, so
//! that a cursor is what the record beside it is ordered by, and a page costs the same wherever it lies.

use rusqlite::{Connection, Row, params_from_iter, types::Value};

use super::{PageRequest, Place, Sorting, walk::Walk};

/// A list in the database: the parts of a `SELECT`.
#[derive(Debug)]
pub(crate) struct Listing<'a> {
    pub(crate) columns: &'a str,
    /// The table that is counted and walked.
    pub(crate) from: &'a str,
    /// What a row needs besides, as `JOIN …`; it neither adds rows nor takes any away.
    pub(crate) join: &'a str,
    /// A condition on rows; `1` for all of them.
    pub(crate) condition: &'a str,
    /// The unique number that rows are ordered by.
    pub(crate) key: &'a str,
    pub(crate) order: Order,
    /// Values of the condition's `?1`, `?2`, …
    pub(crate) parameters: Vec<Value>,
}

/// Which way a list runs along its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Ascending,
    Descending,
}

/// The records of a page, and where it lies.
#[derive(Debug)]
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    pub(crate) position: Position,
}

/// Where a page lies in its list.
#[derive(Debug)]
pub(crate) enum Position {
    Offset {
        page: u32,
        size: u32,
        /// Records on all pages.
        count: u64,
    },
    Cursor {
        size: u32,
        /// The places of the first and the last record, when there are any.
        ends: Option<(Place, Place)>,
        /// Records before the first one.
        before: bool,
        /// Records after the last one.
        after: bool,
        /// The page was reached walking backwards.
        backwards: bool,
    },
}

impl<T> Page<T> {
    /// The same page of what the records become.
    pub(crate) fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), position: self.position }
    }
}

impl Listing<'_> {
    /// A page in the order of the key.
    pub(crate) fn page<T>(
        self,
        connection: &Connection,
        request: &PageRequest,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Page<T>> {
        Walk { listing: self, sorting: None }.page(connection, request, read)
    }

    /// A page in another order.
    pub(crate) fn sorted_page<T>(
        mut self,
        connection: &Connection,
        sorting: &Sorting,
        request: &PageRequest,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Page<T>> {
        self.order = sorting.order;
        Walk { listing: self, sorting: Some(sorting.by) }.page(connection, request, read)
    }

    /// How many records there are.
    pub(crate) fn count(&self, connection: &Connection) -> rusqlite::Result<u64> {
        let sql = format!("SELECT count(*) FROM {} WHERE {}", self.from, self.condition);
        connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&self.parameters), |row| row.get(0))
    }
}

impl Order {
    pub(super) const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }

    pub(crate) const fn keyword(self) -> &'static str {
        match self {
            Self::Ascending => "ASC",
            Self::Descending => "DESC",
        }
    }

    pub(super) const fn comparison(self) -> &'static str {
        match self {
            Self::Ascending => ">",
            Self::Descending => "<",
        }
    }
}
