//! The table of the matrix. Only what is in view is in the page, and each part stands where its number puts it.

use std::sync::Arc;

use guidepost_model::{PermissionGroup, Privilege, UserSegment};
use leptos::{html, prelude::*};

use super::{
    axes::Axes,
    board::Board,
    cell::Cells,
    focus::{Focus, Spot, switch_of},
    head::GroupHead,
    viewport::{GROUP, HEAD, ROW, Viewport},
};
use crate::ui::{Effect, For};

/// A group and its number.
pub(super) type Column = (usize, Arc<PermissionGroup>);

#[component]
pub(super) fn Grid(board: Board, axes: Axes) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let grid = NodeRef::<html::Table>::new();
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

    let switch = move |event: web_sys::Event| {
        let Some((input, Spot { row, column })) = switch_of(&event) else { return };
        let segment = axes.rows.with_untracked(|rows| rows.get(row.wrapping_sub(1)).cloned());
        let group = axes.columns.with_untracked(|columns| columns.get((column - 1) / 2).cloned());
        if let (Some(segment), Some(group)) = (segment, group) {
            let privilege = Privilege::ALL[(column - 1) % 2];
            board.set(&group, segment.id, privilege, input.checked());
        }
    };
    // A checkbox that only shows what publish implies takes focus, but no click.
    let hold = move |event: web_sys::MouseEvent| {
        if let Some((input, _)) = switch_of(&event)
            && input.get_attribute("aria-disabled").as_deref() == Some("true")
        {
            event.prevent_default();
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter"
            && let Some((input, _)) = switch_of(&event)
        {
            event.prevent_default();
            input.click();
        } else if focus.key(&event) {
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
                on:click=hold
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
                <tbody role="rowgroup" style:height=move || format!("{}px", height.get())>
                    <For
                        each=move || rows.get()
                        key=|(at, segment): &(usize, Arc<UserSegment>)| {
                            (*at, segment.id, segment.name.clone())
                        }
                        let((at, segment))
                    >
                        <Row board focus columns at segment/>
                    </For>
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

/// Where a group's columns begin, as a style. Of its two the second stands half a group further.
pub(super) fn left(at: usize, of_two: usize) -> String {
    format!("calc(var(--first) + {}px)", at * GROUP + of_two * GROUP / 2)
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

#[component]
fn Row(
    board: Board,
    focus: Focus,
    columns: Memo<Vec<Column>>,
    at: usize,
    segment: Arc<UserSegment>,
) -> impl IntoView {
    let (id, name) = (segment.id, segment.name.clone());
    let (label, title) = (name.clone(), name.clone());
    view! {
        <tr
            class="matrix__line"
            role="row"
            aria-rowindex=Spot::row_index(at + 1)
            style:top=format!("{}px", at * ROW)
        >
            <th class="matrix__row" role="rowheader" scope="row" aria-colindex="1">
                <span class="matrix__row-name">
                    <a
                        href=format!("/segments/{id}")
                        tabindex=focus.stop(Spot { row: at + 1, column: 0 })
                        title=title
                    >
                        <bdi>{name}</bdi>
                    </a>
                    {segment.built_in.then(|| view! { <span class="badge">"Built-in"</span> })}
                </span>
            </th>
            <For
                each=move || {
                    let plan = board.plan.get();
                    columns.get().into_iter().map(|column| (column, plan)).collect()
                }
                // The very object: a cell holds the group as it was loaded, and so keeps its place in memory from being
                // another's.
                key=|((at, group), plan): &(Column, _)| (*at, Arc::as_ptr(group), plan.as_str())
                let(((number, group), _))
            >
                <Cells board focus row=at + 1 at=number group segment=id label=label.clone()/>
            </For>
        </tr>
    }
}

/// The room that the head takes; the style sheet has the same.
const _: () = assert!(HEAD == 86 && GROUP == 120 && ROW == 40);
