//! The table by keyboard: the arrows lead from box to box, past those that can't be switched.

use guidepost_model::{Plan, Privilege, SegmentId};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::{
    GroupForm,
    candidates::Candidate,
    cell::{cell_id, lock},
};

/// The cell that an arrow key leads to from the one it was pressed in: the place of its row, and its column. `None`
/// for other keys and elsewhere; the cell itself where there is none on that side.
pub(super) fn next_cell(
    event: &KeyboardEvent,
    form: GroupForm,
    rows: &[Candidate],
    plan: Plan,
) -> Option<(usize, Privilege)> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    let (segment, privilege) = cell_of(event)?;
    let at = rows.iter().position(|row| row.id == segment)?;
    let open = |at: usize, privilege| {
        let row = rows.get(at)?;
        untrack(|| lock(form, row.id, privilege, plan)).is_none().then_some((at, privilege))
    };
    let next = match event.key().as_str() {
        "ArrowLeft" => open(at, Privilege::Edit),
        "ArrowRight" => open(at, Privilege::Publish),
        "ArrowUp" => (0..at).rev().find_map(|at| open(at, privilege)),
        "ArrowDown" => (at + 1..rows.len()).find_map(|at| open(at, privilege)),
        _ => return None,
    };
    Some(next.unwrap_or((at, privilege)))
}

/// The cell whose box a key was pressed in.
fn cell_of(event: &KeyboardEvent) -> Option<(SegmentId, Privilege)> {
    let target = event.target()?.dyn_into::<HtmlElement>().ok()?;
    let id = target.id();
    let (name, segment) = id.split_once('-')?;
    let privilege =
        Privilege::ALL.into_iter().find(|privilege| privilege.field().wire_name() == name)?;
    Some((segment.parse().ok()?, privilege))
}

/// Moves focus to a cell's box. False when it is not in the page.
pub(super) fn focus_cell(segment: SegmentId, privilege: Privilege) -> bool {
    let cell = document()
        .get_element_by_id(&cell_id(segment, privilege))
        .and_then(|cell| cell.dyn_into::<HtmlElement>().ok());
    cell.is_some_and(|cell| cell.focus().is_ok())
}
