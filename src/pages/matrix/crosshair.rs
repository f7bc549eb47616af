//! Marks the column under the pointer, or the one with the focus: with the row's own mark, a long row can be read to
//! its names. One strip is moved behind the pointer, so no cell has to be drawn again.

use leptos::prelude::*;

use super::{focus::Spot, viewport::GROUP};

/// Which column is marked, counted as in a [`Spot`]; column 0 has the names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crosshair {
    pointed: RwSignal<Option<usize>>,
    focused: RwSignal<Option<usize>>,
}

impl Crosshair {
    pub(super) fn new() -> Self {
        Self { pointed: RwSignal::new(None), focused: RwSignal::new(None) }
    }

    /// The pointer is over this element of the grid.
    pub(super) fn point_at(self, event: &web_sys::Event) {
        set_changed(self.pointed, Spot::of_event(event).map(|spot| spot.column));
    }

    /// The pointer left the grid.
    pub(super) fn point_away(self) {
        set_changed(self.pointed, None);
    }

    /// The focus is in this element of the grid.
    pub(super) fn focus_at(self, event: &web_sys::Event) {
        set_changed(self.focused, Spot::of_event(event).map(|spot| spot.column));
    }

    /// The focus left the grid.
    pub(super) fn focus_away(self) {
        set_changed(self.focused, None);
    }

    /// The marked column. Tracks.
    pub(super) fn column(self) -> Option<usize> {
        self.pointed.get().or_else(|| self.focused.get()).filter(|column| *column > 0)
    }
}

fn set_changed(signal: RwSignal<Option<usize>>, column: Option<usize>) {
    if signal.try_get_untracked().is_some_and(|before| before != column) {
        signal.try_set(column);
    }
}

/// The strip over the marked column.
#[component]
pub(super) fn ColumnMark(crosshair: Crosshair, rows_height: Memo<usize>) -> impl IntoView {
    let column = Memo::new(move |_| crosshair.column());
    let left = move || {
        let before = column.get().map_or(0, |column| (column - 1) * GROUP / 2);
        format!("calc(var(--first) + {before}px)")
    };
    view! {
        <div
            class="matrix__column-mark"
            aria-hidden="true"
            hidden=move || column.get().is_none()
            style:left=left
            style:height=move || format!("{}px", rows_height.get())
        ></div>
    }
}
