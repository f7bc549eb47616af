//! The table by keyboard: the arrows lead from box to box, as in the matrix.

use guidepost_model::{Privilege, SegmentId};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::{candidates::Candidate, cell::cell_id};

/// The cell that an arrow key leads to from the one it was pressed in: the place of its row, and its column. `None`
/// for other keys and elsewhere; the cell itself where there is none on that side.
pub(super) fn next_cell(event: &KeyboardEvent, rows: &[Candidate]) -> Option<(usize, Privilege)> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    let (segment, privilege) = cell_of(event)?;
    let at = rows.iter().position(|row| row.id == segment)?;
    match event.key().as_str() {
        "ArrowLeft" => Some((at, Privilege::Edit)),
        "ArrowRight" => Some((at, Privilege::Publish)),
        "ArrowUp" => Some((at.saturating_sub(1), privilege)),
        "ArrowDown" => Some(((at + 1).min(rows.len() - 1), privilege)),
        _ => None,
    }
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
