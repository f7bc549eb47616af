//! The queries behind a page.

use rusqlite::{
    Connection, Row, params_from_iter,
    types::{Value, ValueRef},
};

use super::{
    Listing, Order, Page, PageRequest, Place, SortKey, SortValue, Start, listing::Position,
};

/// A list in the order it is read in.
pub(super) struct Walk<'a> {
    pub(super) listing: Listing<'a>,
    /// What comes before the key in that order.
    pub(super) sorting: Option<&'static SortKey>,
}

impl Walk<'_> {
    pub(super) fn page<T>(
        self,
        connection: &Connection,
        request: &PageRequest,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Page<T>> {
        match request {
            PageRequest::Offset { page, size } => {
                let (page, size) = (*page, *size);
                let count = self.listing.count(connection)?;
                let skipped = u64::from(page - 1) * u64::from(size);
                let items = if skipped < count {
                    let order = self.listing.order;
                    let rows = self.rows(connection, "1", order, size, skipped, read)?;
                    rows.into_iter().map(|(_, item)| item).collect()
                } else {
                    Vec::new()
                };
                Ok(Page { items, position: Position::Offset { page, size, count } })
            }
            PageRequest::Cursor { size, start } => self.cursor_page(connection, *size, start, read),
        }
    }

    fn cursor_page<T>(
        mut self,
        connection: &Connection,
        size: u32,
        start: &Start,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Page<T>> {
        let (bound, backwards) = match start {
            Start::First => (None, false),
            Start::After(place) => (Some(place), false),
            Start::Before(place) => (Some(place), true),
            Start::Last => (None, true),
        };
        let own = self.listing.order;
        let order = if backwards { own.reversed() } else { own };
        let boundary = match bound {
            Some(place) => {
                self.add(place);
                self.comparison(order.comparison())
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
        let ends = rows.first().zip(rows.last());
        let ends = ends.map(|((first, _), (last, _))| (first.clone(), last.clone()));
        // Behind the page lies what the cursor stood beside, if it still does or anything beyond it.
        let behind = match bound {
            Some(_) => self.any_from(connection, order.reversed())?,
            None => false,
        };
        let (before, after) = if backwards { (more, behind) } else { (behind, more) };
        let position = Position::Cursor { size, ends, before, after, backwards };
        Ok(Page { items: rows.into_iter().map(|(_, item)| item).collect(), position })
    }

    /// Makes a place the last parameters.
    fn add(&mut self, place: &Place) {
        let parameters = &mut self.listing.parameters;
        if let Some((_, value)) = &place.sorted {
            parameters.push(match value {
                SortValue::Number(number) => Value::Integer(*number),
                SortValue::Text(text) => Value::Text(text.clone()),
            });
        }
        parameters.push(Value::Integer(place.key));
    }

    /// Compares rows with the place that the last parameters are.
    fn comparison(&self, operator: &str) -> String {
        let (key, last) = (self.listing.key, self.listing.parameters.len());
        match self.sorting {
            Some(SortKey { expression, .. }) => {
                format!("({expression}, {key}) {operator} (?{}, ?{last})", last - 1)
            }
            None => format!("{key} {operator} ?{last}"),
        }
    }

    /// Whether there is a record at the place that the last parameters are, or beyond it in this order.
    fn any_from(&self, connection: &Connection, order: Order) -> rusqlite::Result<bool> {
        let Listing { from, condition, parameters, .. } = &self.listing;
        let boundary = self.comparison(&format!("{}=", order.comparison()));
        let sql =
            format!("SELECT EXISTS (SELECT 1 FROM {from} WHERE ({condition}) AND {boundary})");
        connection.prepare_cached(&sql)?.query_row(params_from_iter(parameters), |row| row.get(0))
    }

    fn rows<T>(
        &self,
        connection: &Connection,
        boundary: &str,
        order: Order,
        limit: u32,
        skipped: u64,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<(Place, T)>> {
        let Listing { columns, from, join, condition, key, parameters, .. } = &self.listing;
        let direction = order.keyword();
        let (sort_column, sort_order) = match self.sorting {
            Some(SortKey { expression, .. }) => {
                (format!(", {expression} AS list_sort"), format!("{expression} {direction}, "))
            }
            None => Default::default(),
        };
        let (limit_at, skipped_at) = (parameters.len() + 1, parameters.len() + 2);
        let sql = format!(
            "SELECT {columns}, {key} AS list_key{sort_column} FROM {from} {join} WHERE ({condition}) AND {boundary} \
             ORDER BY {sort_order}{key} {direction} LIMIT ?{limit_at} OFFSET ?{skipped_at}"
        );
        let mut parameters = parameters.clone();
        parameters
            .extend([Value::from(limit), Value::from(i64::try_from(skipped).unwrap_or(i64::MAX))]);
        connection
            .prepare_cached(&sql)?
            .query_map(params_from_iter(parameters), |row| Ok((self.place(row)?, read(row)?)))?
            .collect()
    }

    fn place(&self, row: &Row<'_>) -> rusqlite::Result<Place> {
        let sorted = match self.sorting {
            Some(by) => {
                let value = match row.get_ref("list_sort")? {
                    ValueRef::Integer(number) => SortValue::Number(number),
                    text => SortValue::Text(text.as_str()?.to_owned()),
                };
                Some((by.name, value))
            }
            None => None,
        };
        Ok(Place { sorted, key: row.get("list_key")? })
    }
}
