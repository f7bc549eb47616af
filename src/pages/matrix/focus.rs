//! The matrix by keyboard, after the WAI-ARIA grid pattern: one stop for Tab, arrows in two dimensions, Home and End,
//! with Control to the corners, Page Up and Page Down. Space and Enter switch.

use guidepost_model::{Locked, Plan, Privilege};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::{axes::Axes, viewport::Viewport};
use crate::ui::next_frame;

/// A place in the grid. Row 0 has the groups' names, column 0 the segments'.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) row: usize,
    pub(super) column: usize,
}

impl Spot {
    /// As `aria-rowindex`: the head has two rows.
    pub(super) const fn row_index(row: usize) -> usize {
        if row == 0 { 1 } else { row + 2 }
    }

    /// The group that the column belongs to.
    pub(super) const fn group(self) -> Option<usize> {
        match self.column {
            0 => None,
            column => Some((column - 1) / 2),
        }
    }

    /// Where the element of the grid stands that an event happened to.
    pub(super) fn of_event(event: &web_sys::Event) -> Option<Self> {
        Self::of(&event.target()?.dyn_into().ok()?)
    }

    /// Where an element of the grid stands.
    fn of(element: &Element) -> Option<Self> {
        let index = |element: &Element, name| element.get_attribute(name)?.parse::<usize>().ok();
        let cell = element.closest("[aria-colindex]").ok()??;
        let row = index(&cell.closest("[aria-rowindex]").ok()??, "aria-rowindex")?;
        let column = index(&cell, "aria-colindex")? - 1;
        Some(Self { row: row.saturating_sub(2), column })
    }
}

/// Which place has the grid's one stop for Tab.
#[derive(Clone, Copy)]
pub(super) struct Focus {
    pub(super) at: RwSignal<Spot>,
    /// The user has been in the grid.
    placed: StoredValue<bool>,
    axes: Axes,
    viewport: Viewport,
    grid: NodeRef<html::Table>,
}

impl Focus {
    pub(super) fn new(axes: Axes, viewport: Viewport, grid: NodeRef<html::Table>) -> Self {
        // The first privilege of the first segment.
        let at = RwSignal::new(Spot { row: 1, column: 1 });
        Self { at, placed: StoredValue::new(false), axes, viewport, grid }
    }

    /// What the place may be at most; the lists may have become shorter.
    fn last(self) -> Spot {
        let row = self.axes.rows.with_untracked(Vec::len);
        let column = self.axes.columns.with_untracked(Vec::len) * 2;
        Spot { row, column }
    }

    /// The user clicked or tabbed into a place.
    pub(super) fn entered(self, event: &web_sys::FocusEvent) {
        self.placed.set_value(true);
        if let Some(spot) = Spot::of_event(event)
            && spot != self.at.get_untracked()
        {
            self.move_stop(spot);
        }
    }

    /// Puts the stop on the first privilege that can be switched, as long as the user has been nowhere in the grid.
    /// Tracks the columns.
    pub(super) fn begin_at_switch(self, plan: Plan) {
        let column = self.axes.columns.with(|columns| {
            let group = columns.iter().position(|group| !group.built_in)?;
            let privilege = Privilege::ALL.iter().position(|it| Locked::on(plan, *it).is_none())?;
            Some(group * 2 + privilege + 1)
        });
        if let (false, Some(column)) = (self.placed.get_value(), column) {
            self.move_stop(Spot { row: 1, column });
        }
    }

    /// True when the key was one of the grid's.
    pub(super) fn key(self, event: &KeyboardEvent) -> bool {
        if event.alt_key() || event.meta_key() || event.shift_key() {
            return false;
        }
        let Spot { row, column } = self.at.get_untracked();
        let (last, far) = (self.last(), event.ctrl_key());
        let page = self.viewport.page();
        let (row, column) = match (event.key().as_str(), far) {
            // In the head a group's name stands over both its columns.
            ("ArrowRight", false) if row == 0 => (row, column + 2),
            ("ArrowLeft", false) if row == 0 => (row, column.saturating_sub(2)),
            ("ArrowRight", false) => (row, column + 1),
            ("ArrowLeft", false) => (row, column.saturating_sub(1)),
            ("ArrowDown", false) => (row + 1, column),
            ("ArrowUp", false) => (row.saturating_sub(1), column),
            ("PageDown", false) => (row + page, column),
            ("PageUp", false) => (row.saturating_sub(page).max(1), column),
            ("Home", false) => (row, 0),
            ("End", false) => (row, last.column),
            ("Home", true) => (1, 1),
            ("End", true) => (last.row, last.column),
            _ => return false,
        };
        let row = row.min(last.row);
        // Nothing stands in the corner.
        let least = usize::from(row == 0);
        self.go(Spot { row, column: column.clamp(least, last.column.max(least)) });
        true
    }

    /// Moves focus, and the view as far as it takes.
    fn go(self, spot: Spot) {
        self.viewport.show(spot.row.checked_sub(1), spot.group());
        self.move_stop(spot);
        // The place may only now come into the page.
        next_frame(move || {
            if let Some(element) = self.element(spot) {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = element.focus_with_options(&options);
            }
        });
    }

    /// Brings a place into view, and the focus to it if that is in the grid.
    pub(super) fn show(self, spot: Spot) {
        let in_grid = self
            .grid
            .get_untracked()
            .is_some_and(|grid| grid.matches(":focus-within").unwrap_or(false));
        if in_grid {
            self.go(spot);
        } else {
            self.viewport.show(spot.row.checked_sub(1), spot.group());
        }
    }

    fn move_stop(self, spot: Spot) {
        let before = self.at.get_untracked();
        if let Some(element) = self.element(before) {
            element.set_tab_index(-1);
        }
        self.at.set(spot);
        if let Some(element) = self.element(spot) {
            element.set_tab_index(0);
        }
    }

    /// `tabindex` of what is rendered at a place.
    pub(super) fn stop(self, spot: Spot) -> &'static str {
        if self.at.get_untracked() == spot { "0" } else { "-1" }
    }

    /// Keeps the stop on a place that there is. Tracks the axes.
    pub(super) fn clamp(self) {
        self.axes.rows.track();
        self.axes.columns.track();
        let (at, last) = (self.at.get_untracked(), self.last());
        let inside = Spot {
            row: at.row.min(last.row).max(1),
            column: at.column.min(last.column).max(usize::from(at.row == 0)),
        };
        if inside != at && last.row > 0 && last.column > 0 {
            self.move_stop(inside);
        }
    }

    /// What takes focus at a place: the checkbox or link in it, or the cell itself.
    pub(super) fn element(self, Spot { row, column }: Spot) -> Option<HtmlElement> {
        let grid = self.grid.try_get_untracked()??;
        let column = match (row, column) {
            (0, column) if column > 0 => (column - 1) / 2 * 2 + 1,
            (_, column) => column,
        };
        let cell = format!(
            "[aria-rowindex=\"{}\"] > [aria-colindex=\"{}\"]",
            Spot::row_index(row),
            column + 1
        );
        let cell = grid.query_selector(&cell).ok()??;
        let inner = cell.query_selector("input, a").ok().flatten();
        inner.unwrap_or(cell).dyn_into().ok()
    }
}

/// The checkbox that an event happened to, or whose cell it happened to, and where it stands.
pub(super) fn switch_of(event: &web_sys::Event) -> Option<(HtmlInputElement, Spot)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("td").ok()??;
    let input = cell.query_selector("input").ok()??;
    Some((input.dyn_into().ok()?, Spot::of(&cell)?))
}
