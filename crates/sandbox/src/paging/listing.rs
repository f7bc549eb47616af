//! The queries behind a page. Every list is ordered by one number that no two records share, so that a cursor is
//! that number and a page costs the same wherever it lies.

use rusqlite::{Connection, Row, params_from_iter, types::Value};

use super::{PageRequest, Start};

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
        /// Keys of the first and the last record, when there are any.
        ends: Option<(i64, i64)>,
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
    pub(crate) fn page<T>(
        mut self,
        connection: &Connection,
        request: &PageRequest,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Page<T>> {
        match *request {
            PageRequest::Offset { page, size } => {
                let count = self.count(connection)?;
                let skipped = u64::from(page - 1) * u64::from(size);
                let items = if skipped < count {
                    let rows = self.rows(connection, "1", self.order, size, skipped, read)?;
                    rows.into_iter().map(|(_, item)| item).collect()
                } else {
                    Vec::new()
                };
                Ok(Page { items, position: Position::Offset { page, size, count } })
            }
            PageRequest::Cursor { size, start } => self.cursor_page(connection, size, start, read),
        }
    }

    fn cursor_page<T>(
        &mut self,
        connection: &Connection,
        size: u32,
        start: Start,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Page<T>> {
        let (bound, backwards) = match start {
            Start::First => (None, false),
            Start::After(key) => (Some(key), false),
            Start::Before(key) => (Some(key), true),
            Start::Last => (None, true),
        };
        let order = if backwards { self.order.reversed() } else { self.order };
        let boundary = match bound {
            Some(key) => {
                self.parameters.push(Value::Integer(key));
                format!("{} {} ?{}", self.key, order.comparison(), self.parameters.len())
            }
            None => "1".to_owned(),
        };
        // One more than asked for: its presence is the answer to "is there more".
        let mut rows = self.rows(connection, &boundary, order, size + 1, 0, read)?;
        let more = rows.len() > size as usize;
        rows.truncate(size as usize);
        if backwards {
            rows.reverse();
        }
        let ends = rows.first().zip(rows.last()).map(|((first, _), (last, _))| (*first, *last));
        // Behind the page lies what the cursor stood beside, if it still does or anything beyond it.
        let behind = match (bound, ends) {
            (Some(key), _) => self.any_from(connection, key, order.reversed())?,
            (None, _) => false,
        };
        let (before, after) = if backwards { (more, behind) } else { (behind, more) };
        let position = Position::Cursor { size, ends, before, after, backwards };
        Ok(Page { items: rows.into_iter().map(|(_, item)| item).collect(), position })
    }

    fn count(&self, connection: &Connection) -> rusqlite::Result<u64> {
        let sql = format!("SELECT count(*) FROM {} WHERE {}", self.from, self.condition);
        connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&self.parameters), |row| row.get(0))
    }

    /// Whether there is a record at this key, or beyond it in this order. The key is the last parameter.
    fn any_from(&self, connection: &Connection, key: i64, order: Order) -> rusqlite::Result<bool> {
        debug_assert_eq!(self.parameters.last(), Some(&Value::Integer(key)));
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {} WHERE ({}) AND {} {}= ?{})",
            self.from,
            self.condition,
            self.key,
            order.comparison(),
            self.parameters.len()
        );
        connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&self.parameters), |row| row.get(0))
    }

    fn rows<T>(
        &self,
        connection: &Connection,
        boundary: &str,
        order: Order,
        limit: u32,
        skipped: u64,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<(i64, T)>> {
        let Self { columns, from, join, condition, key, parameters, .. } = self;
        let direction = order.keyword();
        let (limit_at, skipped_at) = (parameters.len() + 1, parameters.len() + 2);
        let sql = format!(
            "SELECT {columns}, {key} AS list_key FROM {from} {join} WHERE ({condition}) AND {boundary} \
             ORDER BY {key} {direction} LIMIT ?{limit_at} OFFSET ?{skipped_at}"
        );
        let mut parameters = parameters.clone();
        parameters
            .extend([Value::from(limit), Value::from(i64::try_from(skipped).unwrap_or(i64::MAX))]);
        connection
            .prepare_cached(&sql)?
            .query_map(params_from_iter(parameters), |row| Ok((row.get("list_key")?, read(row)?)))?
            .collect()
    }
}

impl Order {
    const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }

    const fn keyword(self) -> &'static str {
        match self {
            Self::Ascending => "ASC",
            Self::Descending => "DESC",
        }
    }

    const fn comparison(self) -> &'static str {
        match self {
            Self::Ascending => ">",
            Self::Descending => "<",
        }
    }
}
