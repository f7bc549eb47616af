//! The table of the matrix. Only what is in view is in the page, and each part stands where its number puts it.

use std::sync::Arc;

use guidepost_model::{Grant, Locked, PermissionGroup, Privilege};
use leptos::{html, prelude::*};

use super::{
    axes::Axes,
    board::{Board, meeting},
    crosshair::{ColumnMark, Crosshair},
    focus::{Focus, Spot, switch_of},
    head::{GroupHead, left},
    painter::{Column, Painter, Scene},
    totals::{SegmentTotals, group_totals},
    viewport::{GROUP, HEAD, ROW, Viewport},
};
use crate::ui::{Effect, For, live};

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

    let cell_at = move |Spot { row, column }: Spot| {
        let segment = axes.rows.with_untracked(|rows| rows.get(row.checked_sub(1)?).cloned())?;
        let column = column.checked_sub(1)?;
        let group = axes.columns.with_untracked(|columns| columns.get(column / 2).cloned())?;
        Some((segment, group, Privilege::ALL[column % 2]))
    };
    let locked = move |spot: Spot| {
        let (segment, group, privilege) = cell_at(spot)?;
        if group.built_in {
            return Some(Locked::BuiltIn);
        }
        let plan = board.plan.get_untracked();
        let grants = board.edits.with_untracked(|edits| meeting(edits, plan, &group, segment.id));
        let implied = grants.grants[(spot.column - 1) % 2] == Grant::Implied;
        Locked::on(plan, privilege).or(implied.then_some(Locked::ByPublish))
    };
    let set = move |spot: Spot, on: bool| {
        refused.set(None);
        if let Some((segment, group, privilege)) = cell_at(spot) {
            board.set(&group, segment.id, privilege, on);
        }
    };
    let switch = move |event: web_sys::Event| {
        if let Some((input, spot)) = switch_of(&event) {
            set(spot, input.checked());
        }
    };
    let click = move |event: web_sys::MouseEvent| {
        let Some(spot) = Spot::of_event(&event).filter(|spot| spot.row > 0 && spot.column > 0)
        else {
            return;
        };
        let locked = locked(spot);
        let Some((input, _)) = switch_of(&event) else { return refused.set(locked) };
        let on_box = event.target().as_ref() == Some(input.as_ref());
        // A checkbox that only shows what publish includes takes focus, but no click.
        if locked.is_some() {
            refused.set(locked);
            if on_box {
                event.prevent_default();
            }
        }
        // The whole cell is there to be hit.
        if !on_box {
            let _ = input.focus();
            if locked.is_none() {
                set(spot, !input.checked());
            }
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        let switches = matches!(event.key().as_str(), "Enter" | " ");
        match switch_of(&event) {
            Some((input, _)) if event.key() == "Enter" => {
                event.prevent_default();
                input.click();
            }
            None if switches => {
                let spot = Spot::of_event(&event).filter(|spot| spot.row > 0 && spot.column > 0);
                if let Some(spot) = spot {
                    // On what can't be switched, Space would scroll the page.
                    event.prevent_default();
                    refused.set(locked(spot));
                }
            }
            _ if focus.key(&event) => event.prevent_default(),
            _ => {}
        }
    };

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
                }
                on:focusout=move |_| crosshair.focus_away()
                on:mouseover=move |event| crosshair.point_at(&event)
                on:mouseleave=move |_| crosshair.point_away()
                on:change=switch
                on:click=click
                on:keydown=key
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
const _: () = assert!(HEAD == 104 && GROUP == 120 && ROW == 40);
