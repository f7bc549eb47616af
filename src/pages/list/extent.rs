//! How much of a list is in the page. At first it is what is in view and a little more. A list that is not very long is
//! in it whole a moment later, so that the browser's own search finds every row. For printing any list is.

use std::{ops::Range, time::Duration};

use leptos::prelude::*;

use super::{Found, Listing, rows::Rows};
use crate::ui::{Effect, after, follow_printing};

/// The longest list that is in the page whole.
const WHOLE: usize = 300;
/// By how many rows it grows at each end, and how long it waits before each time: somebody who types waits for no rows
/// that are out of view.
const STEP: usize = 40;
const WAIT: Duration = Duration::from_millis(150);

/// The part of a list that is in the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// The rows.
    pub(super) rows: Memo<Range<usize>>,
}

/// How far the page has grown beyond the view, for the list of that number.
type Grown = (u32, usize);

impl Extent {
    /// Follows the list and the page as long as the caller's component lives.
    pub(super) fn follow<T: Listing>(place: Rows, found: Memo<Found<T>>) -> Self {
        // Counts how often something else was found.
        let list = Memo::new(move |before: Option<&u32>| {
            found.track();
            before.map_or(0, |before| before.wrapping_add(1))
        });
        let grown = RwSignal::new((0, 0));
        let printed = follow_printing();
        let rows = Memo::new(move |_| {
            let total = found.with(Vec::len);
            let beyond = beyond_view(grown.get(), list.get());
            if printed.get() || (total <= WHOLE && beyond >= total) {
                return 0..total;
            }
            let body = place.body.get();
            let in_view = place.viewport.rows(body.as_deref(), total, place.height());
            in_view.start.saturating_sub(beyond)..(in_view.end + beyond).min(total)
        });
        Effect::new(move |_| {
            let (total, number) = (found.with(Vec::len), list.get());
            let beyond = beyond_view(grown.get(), number);
            if total > WHOLE || beyond >= total {
                return;
            }
            after(WAIT, move || grown.set((number, beyond + STEP)));
        });
        Self { rows }
    }
}

/// Rows beyond the view at each end, none when the list is another one since.
fn beyond_view((of, rows): Grown, list: u32) -> usize {
    if of == list { rows } else { 0 }
}
