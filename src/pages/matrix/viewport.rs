//! Which part of the matrix is in view, so that a million cells cost what a few hundred cost.

use std::ops::Range;

use leptos::{ev, html, prelude::*};

use crate::ui::{Effect, on_window, visible_rows};

/// Heights and widths in pixels; style/later/matrix.css has the same.
pub(super) const ROW: usize = 40;
pub(super) const HEAD: usize = 114;
pub(super) const GROUP: usize = 120;
const FIRST: usize = 252;
const FIRST_NARROW: usize = 148;

/// Rows and groups beyond the edge that are in the page already when they come into view.
const MORE_ROWS: usize = 3;
const MORE_GROUPS: usize = 1;

/// Where the box is scrolled to, and how large it is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct View {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    narrow: bool,
}

/// Follows the scrolling of the matrix's box.
#[derive(Clone, Copy)]
pub(super) struct Viewport {
    element: NodeRef<html::Div>,
    view: RwSignal<View>,
    /// Width of the column of names.
    pub(super) first: Memo<usize>,
}

impl Viewport {
    /// Follows this box as long as the caller's component lives.
    pub(super) fn of(element: NodeRef<html::Div>) -> Self {
        // Before it is measured, as large as a common screen.
        let view = View { left: 0.0, top: 0.0, width: 1200.0, height: 620.0, narrow: false };
        let view = RwSignal::new(view);
        let narrow = move || view.with(|view| view.narrow);
        let first = Memo::new(move |_| if narrow() { FIRST_NARROW } else { FIRST });
        let viewport = Self { element, view, first };
        Effect::new(move |_| {
            element.track();
            viewport.measure();
        });
        on_window(ev::resize, move |_| viewport.measure());
        viewport
    }

    /// Looks where it is now.
    pub(super) fn measure(self) {
        let Some(element) = self.element.get_untracked() else { return };
        let page = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(1440.0);
        let view = View {
            left: f64::from(element.scroll_left()),
            top: f64::from(element.scroll_top()),
            width: f64::from(element.client_width()),
            height: f64::from(element.client_height()),
            narrow: page <= 720.0,
        };
        if self.view.get_untracked() != view {
            self.view.set(view);
        }
    }

    /// The rows to render. Tracks scrolling.
    pub(super) fn rows(self, total: usize) -> Range<usize> {
        let View { top, height, .. } = self.view.get();
        let rows = visible_rows(total, ROW, MORE_ROWS, HEAD as f64 - top, height);
        rows.start..rows.end
    }

    /// The groups to render. Tracks scrolling.
    pub(super) fn groups(self, total: usize) -> Range<usize> {
        let View { left, width, .. } = self.view.get();
        let groups = visible_rows(total, GROUP, MORE_GROUPS, self.first.get() as f64 - left, width);
        groups.start..groups.end
    }

    /// How many rows fit below the head.
    pub(super) fn page(self) -> usize {
        let height = self.view.with_untracked(|view| view.height);
        ((height - HEAD as f64) / ROW as f64).max(2.0) as usize - 1
    }

    /// Scrolls as little as it takes to bring a row and a group into view; `None` is what is always in view.
    pub(super) fn show(self, row: Option<usize>, group: Option<usize>) {
        let Some(element) = self.element.get_untracked() else { return };
        let first = self.first.get_untracked() as f64;
        let View { left, top, width, height, .. } = self.view.get_untracked();
        // No `clamp`: it panics where there is no room for a cell, and brings what writes fractions for saying so.
        if let Some(row) = row {
            let upper = (row * ROW) as f64;
            let room = height - HEAD as f64 - ROW as f64;
            element.set_scroll_top(top.max(upper - room).min(upper).round() as i32);
        }
        if let Some(group) = group {
            let start = (group * GROUP) as f64;
            let room = width - first - GROUP as f64;
            element.set_scroll_left(left.max(start - room).min(start).round() as i32);
        }
        self.measure();
    }
}
