//! The table of segments. Only the rows in view are in the page; spacers hold the room of the others.

use std::sync::Arc;

use guidepost_model::{Sort, SortKey, UserSegment};
use leptos::{html, prelude::*};

use super::{Selection, address::Address, keyboard::Cursor, matches::Found, row::Row};
use crate::{
    pages::parts::count_of,
    store::{Progress, Segments},
    ui::{Effect, For, Icon, Show, Symbol, Viewport, live},
};

/// Height of a row in pixels: `--row`, and `--row-stacked` where the page is narrow.
const ROW: usize = 44;
const ROW_STACKED: usize = 120;
/// How long a row that somebody comes back to stands out; the style sheet fades it within this time.
const FLASH: std::time::Duration = std::time::Duration::from_secs(3);

#[component]
pub(super) fn Table(
    segments: Segments,
    address: Address,
    found: Memo<Found>,
    selection: Selection,
    cursor: Cursor,
) -> impl IntoView {
    let body = NodeRef::<html::Tbody>::new();
    let viewport = Viewport::follow();
    let height = move || if viewport.narrow.get() { ROW_STACKED } else { ROW };
    let window = Memo::new(move |_| {
        let body = body.get();
        viewport.rows(body.as_deref(), found.with(Vec::len), height())
    });
    let rows = move || {
        let window = window.get();
        found.with(|found| {
            let slice = found.get(window.start..window.end.min(found.len())).unwrap_or_default();
            slice
                .iter()
                .cloned()
                .enumerate()
                .map(|(at, row)| (window.start + at, row))
                .collect::<Vec<_>>()
        })
    };
    let scroll_to = move |at: usize| {
        let Some(body) = body.get_untracked() else { return };
        let (row, view) = (height_untracked(viewport), inner_height());
        let top = body.get_bounding_client_rect().top() + (at * row) as f64;
        let (above, below) = (top - 60.0, top + row as f64 - view + 24.0);
        let by = if above < 0.0 {
            above
        } else if below > 0.0 {
            below
        } else {
            return;
        };
        web_sys::Window::scroll_by_with_x_and_y(&leptos::prelude::window(), 0.0, by);
    };
    Effect::new(move |_| {
        if let Some(at) = cursor.at.get() {
            scroll_to(at);
        }
    });
    // Somebody comes back from a form: its row in the middle of the view, and the cursor on it.
    Effect::new(move |_| {
        let (Some(id), Some(_)) = (segments.reveal.get(), body.get()) else { return };
        let at = found.with(|found| found.iter().position(|segment| segment.id == id));
        if let Some(at) = at {
            set_timeout(
                move || {
                    segments.reveal.try_set(None);
                },
                FLASH,
            );
            request_animation_frame(move || {
                let Some(body) = body.try_get_untracked().flatten() else { return };
                let row = height_untracked(viewport);
                let top = body.get_bounding_client_rect().top() + (at * row) as f64;
                let view = inner_height();
                if top < 60.0 || top + row as f64 > view {
                    leptos::prelude::window().scroll_by_with_x_and_y(0.0, top - view / 2.0);
                }
            });
        }
    });

    view! {
        <div class="table-box" aria-busy=move || (segments.progress() == Progress::Loading).to_string()>
            <table
                class="table table--stack segments"
                role="table"
                aria-rowcount=move || found.with(Vec::len) + 1
            >
                <caption class="sr-only">"User segments"</caption>
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        <th role="columnheader" scope="col" class="c-check">
                            <SelectAll found selection/>
                        </th>
                        <SortHead address key=SortKey::Name label="Name" class="c-name"/>
                        <th role="columnheader" scope="col" class="c-who">
                            "Who’s in"
                        </th>
                        <SortHead address key=SortKey::Updated label="Updated" class="c-updated"/>
                        <th role="columnheader" scope="col" class="c-menu">
                            <span class="sr-only">"Actions"</span>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup" node_ref=body>
                    <Spacer height=Signal::derive(move || window.get().before)/>
                    <For
                        each=rows
                        key=|(at, segment): &(usize, Arc<UserSegment>)| {
                            (*at, segment.id, segment.updated_at, segment.name.clone())
                        }
                        let((at, segment))
                    >
                        <Row at segment found selection cursor reveal=segments.reveal/>
                    </For>
                    <Spacer height=Signal::derive(move || window.get().after)/>
                </tbody>
            </table>
            <div class="table__foot">
                <Count segments found/>
            </div>
        </div>
    }
}

fn height_untracked(viewport: Viewport) -> usize {
    if viewport.narrow.get_untracked() { ROW_STACKED } else { ROW }
}

fn inner_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0)
}

/// Room for rows that are not in the page.
#[component]
fn Spacer(height: Signal<usize>) -> impl IntoView {
    view! {
        <Show when=move || { height.get() > 0 }>
            <tr class="spacer" aria-hidden="true">
                <td colspan="5" style:height=move || format!("{}px", height.get())></td>
            </tr>
        </Show>
    }
}

#[component]
fn Count(segments: Segments, found: Memo<Found>) -> impl IntoView {
    live(move || {
        let (shown, all) = (found.with(Vec::len), segments.all().len());
        match segments.progress() {
            Progress::Loading => view! {
                <span class="progress-note" role="status">
                    <span class="spinner" aria-hidden="true"></span>
                    {format!("Loading… {all} so far")}
                </span>
            }
            .into_any(),
            _ if shown == all => {
                view! { <span role="status">{count_of(all, "segment")} ", built-ins first"</span> }
                    .into_any()
            }
            _ => view! { <span role="status">{format!("{shown} of {all} segments")}</span> }
                .into_any(),
        }
    })
}

/// A column's head that sorts by it; once more turns the order round.
#[component]
fn SortHead(
    address: Address,
    key: SortKey,
    label: &'static str,
    class: &'static str,
) -> impl IntoView {
    let sort = Memo::new(move |_| address.query.with(|query| query.sort));
    let order = move || {
        let sort = sort.get();
        (sort.key == key).then_some(if sort.descending { "descending" } else { "ascending" })
    };
    let turn = move |_| {
        address.change(|query| {
            query.sort = if query.sort.key == key {
                Sort { key, descending: !query.sort.descending }
            } else {
                Sort::natural(key)
            };
        });
    };
    view! {
        <th role="columnheader" scope="col" class=class aria-sort=order>
            <button type="button" class="table__sort" on:click=turn>
                {label}
                {live(move || {
                    order()
                        .map(|order| {
                            let symbol = if order == "ascending" {
                                Symbol::ArrowUp
                            } else {
                                Symbol::ArrowDown
                            };
                            view! { <Icon symbol/> }
                        })
                })}
            </button>
        </th>
    }
}

/// Selects every custom segment that is found, or none.
#[component]
fn SelectAll(found: Memo<Found>, selection: Selection) -> impl IntoView {
    let state = Memo::new(move |_| {
        let ids = selection.ids.get();
        found.with(|found| {
            let custom = || found.iter().filter(|segment| !segment.built_in);
            let selected = custom().filter(|segment| ids.contains(&segment.id)).count();
            (selected, custom().count())
        })
    });
    view! {
        <input
            class="check"
            type="checkbox"
            aria-label="Select all segments that are listed"
            disabled=move || state.get().1 == 0
            prop:checked=move || { state.get().0 > 0 && state.get().0 == state.get().1 }
            prop:indeterminate=move || { state.get().0 > 0 && state.get().0 < state.get().1 }
            on:change=move |event| {
                if event_target_checked(&event) {
                    let ids = found
                        .with_untracked(|found| {
                            found.iter().filter(|segment| !segment.built_in).map(|segment| segment.id).collect()
                        });
                    selection.ids.set(ids);
                } else {
                    selection.clear();
                }
            }
        />
    }
}
