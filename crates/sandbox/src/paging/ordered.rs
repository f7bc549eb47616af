//! A page of records that are in memory already, as a list in the database would have it.

use super::{Page, PageRequest, Place, Start, listing::Position};

impl<'a, T> Page<&'a T> {
    /// Of these records, which stand in the order of their list: that of a falling number that no two of them share.
    pub(crate) fn of(records: &[&'a T], number: impl Fn(&T) -> i64, request: &PageRequest) -> Self {
        let count = records.len();
        match request {
            &PageRequest::Offset { page, size } => {
                let start = count.min((page as usize - 1) * size as usize);
                let end = count.min(start + size as usize);
                let position = Position::Offset { page, size, count: count as u64 };
                Self { items: records[start..end].to_vec(), position }
            }
            PageRequest::Cursor { size, start } => {
                let length = *size as usize;
                // Where the records begin that are below a place, or at it.
                let below = |key| records.partition_point(|record| number(record) >= key);
                let from = |key| records.partition_point(|record| number(record) > key);
                let forwards = |start: usize| (start, count.min(start + length), false);
                let backwards = |end: usize| (end.saturating_sub(length), end, true);
                let (start, end, backwards) = match start {
                    Start::First => forwards(0),
                    Start::After(Place { key, .. }) => forwards(below(*key)),
                    Start::Before(Place { key, .. }) => backwards(from(*key)),
                    Start::Last => backwards(count),
                };
                let items = records[start..end].to_vec();
                let place = |record: &&T| Place::of_key(number(record));
                let ends = items.first().map(place).zip(items.last().map(place));
                let (before, after) = (start > 0, end < count);
                let position = Position::Cursor { size: *size, ends, before, after, backwards };
                Self { items, position }
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::paging::{Listing, Order};

    const NUMBERS: [i64; 7] = [90, 70, 50, 30, 20, 10, 5];

    /// The same list in a database.
    fn stored() -> Connection {
        let database = Connection::open_in_memory().unwrap();
        database.execute_batch("CREATE TABLE numbers (number INTEGER)").unwrap();
        for number in NUMBERS {
            database.execute("INSERT INTO numbers VALUES (?1)", [number]).unwrap();
        }
        database
    }

    #[test]
    fn a_page_is_the_one_that_the_database_has() {
        let database = stored();
        let records: Vec<&i64> = NUMBERS.iter().collect();
        let places = || [0, 5, 7, 10, 50, 60, 90, 99].map(Place::of_key).into_iter();
        let starts: Vec<Start> = [Start::First, Start::Last]
            .into_iter()
            .chain(places().map(Start::After))
            .chain(places().map(Start::Before))
            .collect();
        for size in [1, 2, 3, 7, 8] {
            let numbered = (1..=9).map(|page| PageRequest::Offset { page, size });
            let cursors = starts.iter().cloned().map(|start| PageRequest::Cursor { size, start });
            for request in numbered.chain(cursors) {
                let listing = Listing {
                    columns: "number",
                    from: "numbers",
                    join: "",
                    condition: "1",
                    key: "number",
                    order: Order::Descending,
                    parameters: Vec::new(),
                };
                let wanted =
                    listing.page(&database, &request, |row| row.get::<_, i64>("number")).unwrap();
                let found = Page::of(&records, |number| *number, &request).map(|number| *number);
                assert_eq!(format!("{found:?}"), format!("{wanted:?}"), "{request:?}");
            }
        }
    }

    #[test]
    fn of_nothing_every_page_is_empty() {
        for request in [
            PageRequest::Offset { page: 100, size: 100 },
            PageRequest::Cursor { size: 100, start: Start::Last },
            PageRequest::Cursor { size: 1, start: Start::After(Place::of_key(7)) },
        ] {
            assert!(Page::of(&[], |number: &i64| *number, &request).items.is_empty());
        }
    }
}
