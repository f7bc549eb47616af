//! The two cells where a segment and a group meet.

use std::sync::Arc;

use guidepost_model::{Grant, PermissionGroup, Privilege, SegmentId};
use leptos::prelude::*;

use super::{
    board::{Board, Meeting},
    focus::{Focus, Spot},
    grid::left,
};
use crate::ui::{Icon, Symbol, live};

#[component]
pub(super) fn Cells(
    board: Board,
    focus: Focus,
    row: usize,
    at: usize,
    group: Arc<PermissionGroup>,
    segment: SegmentId,
    /// What the segment is called.
    label: String,
) -> impl IntoView {
    let locked = Privilege::ALL.map(|privilege| untrack(|| board.locked(&group, privilege)));
    let label = format!("{label}, {}", group.name);
    let meeting = Memo::new(move |_| board.meeting(&group, segment));
    [0, 1].map(|of_two| {
        let spot = Spot { row, column: at * 2 + of_two + 1 };
        let label = format!("{label}: {}", Privilege::ALL[of_two].label());
        let class = move || match (of_two == 0, meeting.with(|meeting| meeting.changed[of_two])) {
            (true, true) => "cell group-start is-changed",
            (true, false) => "cell group-start",
            (false, true) => "cell is-changed",
            (false, false) => "cell",
        };
        let content = match locked[of_two] {
            Some(_) => view! { <Mark meeting of_two label/> }.into_any(),
            None => view! { <Switch meeting of_two label stop=focus.stop(spot)/> }.into_any(),
        };
        let is_locked = locked[of_two].is_some();
        view! {
            <td
                class=class
                class:matrix__locked=is_locked
                role="gridcell"
                aria-colindex=spot.column + 1
                aria-readonly=is_locked.then_some("true")
                tabindex=is_locked.then(|| focus.stop(spot))
                title=locked[of_two].map(|locked| locked.to_string())
                style:left=left(at, of_two)
            >
                {content}
            </td>
        }
    })
}

#[component]
fn Switch(
    meeting: Memo<Meeting>,
    of_two: usize,
    label: String,
    stop: &'static str,
) -> impl IntoView {
    let implied = move || of_two == 0 && meeting.with(|meeting| meeting.edit_is_implied);
    view! {
        <input
            class="check"
            class=("check--implied", implied)
            type="checkbox"
            tabindex=stop
            aria-label=move || if implied() { format!("{label}, implied by publish") } else { label.clone() }
            aria-disabled=move || implied().then_some("true")
            prop:checked=move || meeting.with(|meeting| meeting.grants[of_two].holds())
        />
    }
}

/// What can't be switched, as a sign with words.
#[component]
fn Mark(meeting: Memo<Meeting>, of_two: usize, label: String) -> impl IntoView {
    live(move || {
        let (symbol, words) = match meeting.with(|meeting| meeting.grants[of_two]) {
            Grant::Yes => (Symbol::Check, "granted, locked"),
            Grant::Implied => (Symbol::Check, "implied by publish, locked"),
            Grant::No => (Symbol::Minus, "not granted, locked"),
            Grant::Dormant => (Symbol::Minus, "listed, but this plan does not use it"),
        };
        view! {
            <span class="cell__locked">
                <Icon symbol/>
                <span class="sr-only">{format!("{label}, {words}")}</span>
            </span>
        }
    })
}
