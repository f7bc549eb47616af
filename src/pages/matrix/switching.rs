//! What a click or a key does to the cells: switches one, fills a range with Shift, or says why a cell is locked.

use std::sync::Arc;

use guidepost_model::{Grant, Locked, PermissionGroup, Privilege, UserSegment};
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent, MouseEvent};

use super::{
    axes::Axes,
    board::{Board, meeting},
    focus::{Focus, Spot, switch_of},
    history::Switched,
};
use crate::ui::next_frame;

/// The switches of the grid.
#[derive(Clone, Copy)]
pub(super) struct Switching {
    pub(super) board: Board,
    pub(super) axes: Axes,
    pub(super) focus: Focus,
    /// Why the cell that the user tried last can't be switched.
    pub(super) refused: RwSignal<Option<Locked>>,
    /// Where a range begins: what was switched last.
    pub(super) range_start: StoredValue<Option<Spot>>,
}

impl Switching {
    /// A box has been switched by the browser.
    pub(super) fn changed(self, event: &Event) {
        if let Some((input, spot)) = switch_of(event) {
            self.switch(spot, input.checked());
        }
    }

    /// A click on a box or anywhere in its cell.
    pub(super) fn click(self, event: &MouseEvent) {
        let Some(spot) = cell_of(event) else { return };
        let locked = self.locked(spot);
        let Some((input, _)) = switch_of(event) else { return self.refused.set(locked) };
        let on_box = event.target().as_ref() == Some(input.as_ref());
        // The browser has switched the box itself already.
        let on = input.checked() == on_box;
        let from = self.range_start.get_value().filter(|_| event.shift_key());
        match (locked, from) {
            (Some(_), _) => {
                self.refused.set(locked);
                if on_box {
                    event.prevent_default();
                }
            }
            (None, Some(from)) => {
                if on_box {
                    event.prevent_default();
                }
                // The box takes back what was prevented only after this.
                next_frame(move || self.fill(from, spot, on));
            }
            // Its change event follows.
            (None, None) if on_box => {}
            (None, None) => self.switch(spot, on),
        }
        if !on_box {
            let _ = input.focus();
        }
    }

    /// A key somewhere in the grid.
    pub(super) fn key(self, event: &KeyboardEvent) {
        let key = event.key();
        match (key.as_str(), switch_of(event), cell_of(event)) {
            ("Enter", Some((input, _)), _) => {
                event.prevent_default();
                input.click();
            }
            ("Enter" | " ", None, Some(spot)) => {
                // On what can't be switched, Space would scroll the page.
                event.prevent_default();
                self.refused.set(self.locked(spot));
            }
            _ if self.focus.key(event) => event.prevent_default(),
            _ => {}
        }
    }

    fn switch(self, spot: Spot, on: bool) {
        self.range_start.set_value(Some(spot));
        self.board.history.add_step(self.set(spot, on).into_iter().collect());
    }

    /// Switches one privilege for all segments and groups between two cells: that of the second cell.
    fn fill(self, from: Spot, to: Spot, on: bool) {
        let mut step = Vec::new();
        let groups = [from, to].map(|spot| (spot.column - 1) / 2);
        for row in from.row.min(to.row)..=from.row.max(to.row) {
            for group in groups[0].min(groups[1])..=groups[0].max(groups[1]) {
                let spot = Spot { row, column: group * 2 + (to.column - 1) % 2 + 1 };
                if self.locked(spot).is_none() {
                    step.extend(self.set(spot, on));
                }
            }
        }
        self.board.history.add_step(step);
    }

    /// What it switched, if anything.
    fn set(self, spot: Spot, on: bool) -> Option<Switched> {
        self.refused.set(None);
        let (segment, group, privilege) = self.cell(spot)?;
        let switched = Switched { group: group.id, segment: segment.id, privilege, on };
        self.board.set(&group, segment.id, privilege, on).then_some(switched)
    }

    /// Brings what was undone into view, with the focus if that is in the grid. Tracks.
    pub(super) fn show_undone(self) {
        let Some(undone) = self.board.history.undone.get() else { return };
        self.refused.set(None);
        let Some(first) = undone.first() else { return };
        let row = self
            .axes
            .rows
            .with_untracked(|rows| rows.iter().position(|segment| segment.id == first.segment));
        let group = self
            .axes
            .columns
            .with_untracked(|columns| columns.iter().position(|group| group.id == first.group));
        if let (Some(row), Some(group)) = (row, group) {
            let of_two = usize::from(first.privilege == Privilege::Publish);
            self.focus.show(Spot { row: row + 1, column: group * 2 + of_two + 1 });
        }
    }

    /// Why a cell can't be switched; `None` when it can.
    fn locked(self, spot: Spot) -> Option<Locked> {
        let (segment, group, privilege) = self.cell(spot)?;
        if group.built_in {
            return Some(Locked::BuiltIn);
        }
        let plan = self.board.plan.get_untracked();
        let edits = self.board.edits;
        let cell = edits.with_untracked(|edits| meeting(edits, plan, &group, segment.id));
        let implied = cell.grants[(spot.column - 1) % 2] == Grant::Implied;
        Locked::on(plan, privilege).or(implied.then_some(Locked::ByPublish))
    }

    fn cell(self, spot: Spot) -> Option<(Arc<UserSegment>, Arc<PermissionGroup>, Privilege)> {
        let (row, column) = (spot.row.checked_sub(1)?, spot.column.checked_sub(1)?);
        let segment = self.axes.rows.with_untracked(|rows| rows.get(row).cloned())?;
        let group = self.axes.columns.with_untracked(|columns| columns.get(column / 2).cloned())?;
        Some((segment, group, Privilege::ALL[column % 2]))
    }
}

/// The cell that an event happened in; `None` in the heads.
fn cell_of(event: &Event) -> Option<Spot> {
    Spot::of_event(event).filter(|spot| spot.row > 0 && spot.column > 0)
}
