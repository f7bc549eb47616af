//! The table of the matrix. Only what is in view is in the page, and each part stands where its number puts it.

use std::sync::Arc;

use guidepost_model::{Locked, PermissionGroup, Privilege};
use leptos::{html, prelude::*};

use super::{
    axes::Axes,
    board::Board,
    crosshair::{ColumnMark, Crosshair},
    focus::Focus,
    head::{GroupHead, left},
    hints::Hints,
    painter::{Column, Painter, Scene},
    switching::Switching,
    totals::{SegmentTotals, group_totals},
    viewport::{GROUP, HEAD, ROW, Viewport},
};
use crate::ui::{Effect, For, live, next_frame};

#[component]
pub(super) fn Grid(
    board: Board,
    axes: Axes,
    /// Why a cell that the user tried can't be switched.
    refused: RwSignal<Option<Locked>>,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let grid = NodeRef::<html::Table>::new();
    let body = NodeRef::<html::Tbody>::new();
    let viewport = Viewport::of(element);
    let focus = Focus::new(axes, viewport, grid);
    Effect::new(move |_| focus.clamp());
    Effect::new(move |_| focus.begin_at_switch(board.plan.get()));
    let crosshair = Crosshair::new();
    let totals = SegmentTotals::follow(board);

    // Where focus is stays in the page when it is scrolled away: else the keys would lose it.
    let columns = Memo::new(move |_| {
        let kept = focus.at.get().group();
        axes.columns.with(|columns| with_kept(columns, viewport.groups(columns.len()), kept))
    });
    let rows = Memo::new(move |_| {
        let kept = focus.at.get().row.checked_sub(1);
        axes.rows.with(|rows| with_kept(rows, viewport.rows(rows.len()), kept))
    });
    let width = Memo::new(move |_| viewport.first.get() + axes.columns.with(Vec::len) * GROUP);
    let height = Memo::new(move |_| axes.rows.with(Vec::len) * ROW);

    let painter = StoredValue::new_local(Painter::default());
    Effect::new(move |_| {
        let Some(body) = body.get() else { return };
        let (rows, columns, plan) = (rows.get(), columns.get(), board.plan.get());
        board.edits.with(|edits| {
            totals.with(|totals| {
                let (rows, columns) = (&rows, &columns);
                let scene = Scene { rows, columns, edits, plan, totals, focus };
                painter.update_value(|painter| painter.paint(&body, &scene));
            });
        });
    });

    let range_start = StoredValue::new(None);
    let switching = Switching { board, axes, focus, refused, range_start };
    Effect::new(move |_| switching.show_undone());
    // The save bar and the lines under the grid take room from it, and give it back.
    Effect::new(move |_| {
        let (_, _, _) =
            (board.is_dirty(), refused.get(), board.history.undone.with(Option::is_some));
        next_frame(move || viewport.measure());
    });
    let hints = Hints::follow(board, axes, focus);

    view! {
        <div class="matrix-box" node_ref=element on:scroll=move |_| viewport.measure()>
            <table
                class="matrix"
                role="grid"
                node_ref=grid
                aria-label="Edit and publish privileges"
                aria-rowcount=move || axes.rows.with(Vec::len) + 2
                aria-colcount=move || axes.columns.with(Vec::len) * 2 + 1
                style:width=move || format!("{}px", width.get())
                on:focusin=move |event| {
                    focus.entered(&event);
                    crosshair.focus_at(&event);
                    hints.at(&event);
                }
                on:focusout=move |_| crosshair.focus_away()
                on:mouseover=move |event| {
                    crosshair.point_at(&event);
                    hints.at(&event);
                }
                on:mouseleave=move |_| crosshair.point_away()
                on:change=move |event| switching.changed(&event)
                on:click=move |event| switching.click(&event)
                on:keydown=move |event| switching.key(&event)
            >
                <caption class="sr-only">
                    "Rows are staff segments, columns are permission groups. Publish includes edit."
                </caption>
                <thead class="matrix__head" role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        <th class="matrix__corner" role="columnheader" scope="col" aria-colindex="1" aria-rowspan="2">
                            "Staff segment"
                            <span class="matrix__total">"Edit / Publish"</span>
                        </th>
                        <For
                            each=move || columns.get()
                            key=|(at, group): &Column| (*at, Arc::as_ptr(group))
                            let((at, group))
                        >
                            <GroupHead board focus at group/>
                        </For>
                    </tr>
                    <tr class="matrix__privileges" role="row" aria-rowindex="2">
                        <For
                            each=move || columns.get()
                            key=|(at, group): &Column| (*at, Arc::as_ptr(group))
                            let((at, group))
                        >
                            <PrivilegeHeads board crosshair at group/>
                        </For>
                    </tr>
                </thead>
                <tbody
                    role="rowgroup"
                    node_ref=body
                    style:height=move || format!("{}px", height.get())
                >
                </tbody>
            </table>
            <ColumnMark crosshair rows_height=height/>
        </div>
    }
}

/// What is in view and the one that is kept, each with its number.
fn with_kept<T>(
    all: &[Arc<T>],
    shown: std::ops::Range<usize>,
    kept: Option<usize>,
) -> Vec<(usize, Arc<T>)> {
    let kept = kept.filter(|kept| !shown.contains(kept));
    let before = kept.filter(|kept| *kept < shown.start);
    let after = kept.filter(|kept| *kept >= shown.end);
    before
        .into_iter()
        .chain(shown)
        .chain(after)
        .filter_map(|at| Some((at, all.get(at)?.clone())))
        .collect()
}

#[component]
fn PrivilegeHeads(
    board: Board,
    crosshair: Crosshair,
    at: usize,
    group: Arc<PermissionGroup>,
) -> impl IntoView {
    let locked = group.built_in;
    let totals = Memo::new(move |_| {
        let plan = board.plan.get();
        board.edits.with(|edits| group_totals(edits, &group, plan))
    });
    Privilege::ALL
        .into_iter()
        .enumerate()
        .map(|(of_two, privilege)| {
            let column = at * 2 + of_two + 1;
            let crossed = Memo::new(move |_| crosshair.column() == Some(column));
            view! {
                <th
                    class="matrix__privilege"
                    class:group-start=of_two == 0
                    class:matrix__locked=locked
                    class:is-crossed=move || crossed.get()
                    role="columnheader"
                    scope="col"
                    aria-colindex=column + 1
                    style:left=left(at, of_two)
                >
                    {privilege.label()}
                    <span class="matrix__privilege-total">{live(move || totals.get()[of_two])}</span>
                </th>
            }
        })
        .collect_view()
}

/// The room that the head takes; the style sheet has the same.
const _: () = assert!(HEAD == 114 && GROUP == 120 && ROW == 40);
