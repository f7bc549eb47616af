//! The table of the matrix. Only what is in view is in the page, and each part stands where its number puts it.

use std::sync::Arc;

use guidepost_model::Privilege;
use leptos::{html, prelude::*};

use super::{
    axes::Axes,
    board::Board,
    focus::{Focus, Spot, switch_of},
    head::{GroupHead, left},
    painter::{Column, Painter, Scene},
    viewport::{GROUP, HEAD, ROW, Viewport},
};
use crate::ui::{Effect, For};

#[component]
pub(super) fn Grid(board: Board, axes: Axes) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let grid = NodeRef::<html::Table>::new();
    let body = NodeRef::<html::Tbody>::new();
    let viewport = Viewport::of(element);
    let focus = Focus::new(axes, viewport, grid);
    Effect::new(move |_| focus.clamp());

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
            let scene = Scene { rows: &rows, columns: &columns, edits, plan, focus };
            painter.update_value(|painter| painter.paint(&body, &scene));
        });
    });

    let set = move |Spot { row, column }: Spot, on: bool| {
        let segment = axes.rows.with_untracked(|rows| rows.get(row.wrapping_sub(1)).cloned());
        let group = axes.columns.with_untracked(|columns| columns.get((column - 1) / 2).cloned());
        if let (Some(segment), Some(group)) = (segment, group) {
            board.set(&group, segment.id, Privilege::ALL[(column - 1) % 2], on);
        }
    };
    let switch = move |event: web_sys::Event| {
        if let Some((input, spot)) = switch_of(&event) {
            set(spot, input.checked());
        }
    };
    let click = move |event: web_sys::MouseEvent| {
        let Some((input, spot)) = switch_of(&event) else { return };
        // A checkbox that only shows what publish implies takes focus, but no click.
        let implied = input.get_attribute("aria-disabled").as_deref() == Some("true");
        let on_box = event.target().as_ref() == Some(input.as_ref());
        if on_box && implied {
            event.prevent_default();
        }
        // The whole cell is there to be hit.
        if !on_box {
            let _ = input.focus();
            if !implied {
                set(spot, !input.checked());
            }
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter"
            && let Some((input, _)) = switch_of(&event)
        {
            event.prevent_default();
            input.click();
        } else if focus.key(&event) || (event.key() == " " && switch_of(&event).is_none()) {
            // On what can't be switched, Space would scroll the page.
            event.prevent_default();
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
                on:focusin=move |event| focus.entered(&event)
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
                            key=|(at, group): &Column| (*at, group.built_in)
                            let((at, group))
                        >
                            <PrivilegeHeads at locked=group.built_in/>
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
fn PrivilegeHeads(at: usize, locked: bool) -> impl IntoView {
    Privilege::ALL
        .into_iter()
        .enumerate()
        .map(|(of_two, privilege)| {
            view! {
                <th
                    class="matrix__privilege"
                    class:group-start=of_two == 0
                    class:matrix__locked=locked
                    role="columnheader"
                    scope="col"
                    aria-colindex=at * 2 + of_two + 2
                    style:left=left(at, of_two)
                >
                    {privilege.label()}
                </th>
            }
        })
        .collect_view()
}

/// The room that the head takes; the style sheet has the same.
const _: () = assert!(HEAD == 86 && GROUP == 120 && ROW == 40);
