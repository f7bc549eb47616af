//! The table of segments with their privileges. Only the rows in view are in the page; spacers hold the room of the
//! others.

use guidepost_model::{Detail, Grant, Privilege, quoted, visible_text};
use leptos::{html, prelude::*};

use super::{
    GroupForm,
    candidates::{Candidate, Candidates},
    cell::Cell,
    editable::TABLE,
    keyboard::{focus_cell, next_cell},
};
use crate::{
    pages::parts::Rule,
    session::Session,
    store::{Progress, Segments},
    ui::{For, Show, Viewport, VirtualRows, VisibleName, follow_printing, live, next_frame},
};

/// Height of a row in pixels: `--row-privileges`.
const ROW: usize = 54;
const COLUMNS: usize = 3;

#[component]
pub(super) fn Table(form: GroupForm, candidates: Candidates) -> impl IntoView {
    let segments = Segments::expect();
    let shown = candidates.shown;
    let body = NodeRef::<html::Tbody>::new();
    let viewport = Viewport::follow();
    let printed = follow_printing();
    let window = Memo::new(move |_| {
        let (body, total) = (body.get(), shown.with(Vec::len));
        if printed.get() {
            return VirtualRows { start: 0, end: total, before: 0, after: 0 };
        }
        viewport.rows(body.as_deref(), total, ROW)
    });
    let rows = move || {
        let window = window.get();
        shown.with(|shown| {
            let slice = shown.get(window.start..window.end.min(shown.len())).unwrap_or_default();
            slice
                .iter()
                .cloned()
                .enumerate()
                .map(|(at, row)| (window.start + at, row))
                .collect::<Vec<_>>()
        })
    };
    let move_focus = move |event: web_sys::KeyboardEvent| {
        let next = shown.with_untracked(|shown| {
            let (at, privilege) = next_cell(&event, shown)?;
            Some((at, shown.get(at)?.id, privilege))
        });
        let Some((at, segment, privilege)) = next else { return };
        event.prevent_default();
        if !focus_cell(segment, privilege)
            && let Some(body) = body.get_untracked()
        {
            let top = body.get_bounding_client_rect().top() + (at * ROW) as f64;
            leptos::prelude::window().scroll_by_with_x_and_y(0.0, top - 200.0);
            // The first frame tells that the page was scrolled, the next one has the row.
            next_frame(move || {
                next_frame(move || {
                    focus_cell(segment, privilege);
                });
            });
        }
    };
    let busy = move || (segments.progress() == Progress::Loading).to_string();
    view! {
        <div class="table-box" id=TABLE tabindex="-1" aria-busy=busy>
            <table
                class="table privileges"
                role="table"
                aria-rowcount=move || shown.with(Vec::len) + 1
                on:keydown=move_focus
            >
                <caption class="sr-only">"Privileges by staff segment"</caption>
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        <th role="columnheader" scope="col">
                            "Staff segment"
                        </th>
                        {Privilege::ALL
                            .map(|privilege| {
                                view! {
                                    <th role="columnheader" scope="col" class="center">
                                        {privilege.label()}
                                    </th>
                                }
                            })}
                    </tr>
                </thead>
                <tbody role="rowgroup" node_ref=body>
                    <Spacer height=Signal::derive(move || window.get().before)/>
                    <For
                        each=rows
                        key=|(at, row): &(usize, Candidate)| {
                            let segment = row.segment.as_ref();
                            (*at, row.id, segment.map(|segment| (segment.updated_at, segment.name.clone())))
                        }
                        let((at, row))
                    >
                        <Row at row form/>
                    </For>
                    <Spacer height=Signal::derive(move || window.get().after)/>
                </tbody>
            </table>
            <Show when=move || shown.with(Vec::is_empty) || segments.progress() == Progress::Loading>
                <div class="table__foot">
                    {live(move || note(segments, candidates))}
                </div>
            </Show>
        </div>
    }
}

/// What stands under the rows: that more are coming, or why there are none.
fn note(segments: Segments, candidates: Candidates) -> AnyView {
    if segments.progress() == Progress::Loading {
        return view! {
            <span class="progress-note" role="status">
                <span class="spinner" aria-hidden="true"></span>
                {format!("Loading… {} so far", candidates.staff.get())}
            </span>
        }
        .into_any();
    }
    let text = candidates.text.get();
    let why = match (text.trim(), candidates.granted_only.get()) {
        ("", false) => "The account has no staff segment.".to_owned(),
        ("", true) => "No segment has a privilege.".to_owned(),
        (text, _) => format!("No results for {} in names, tags or groups.", quoted(text)),
    };
    let clear = move |_| {
        candidates.text.set(String::new());
        candidates.granted_only.set(false);
    };
    let narrowed = !text.trim().is_empty() || candidates.granted_only.get();
    view! {
        <span role="status">{why}</span>
        {narrowed
            .then(|| {
                view! {
                    <button type="button" class="link-btn" on:click=clear>
                        "Show all"
                    </button>
                }
            })}
    }
    .into_any()
}

/// Room for rows that are not in the page.
#[component]
fn Spacer(height: Signal<usize>) -> impl IntoView {
    view! {
        <Show when=move || { height.get() > 0 }>
            <tr class="spacer" aria-hidden="true">
                <td colspan=COLUMNS style:height=move || format!("{}px", height.get())></td>
            </tr>
        </Show>
    }
}

#[component]
fn Row(at: usize, row: Candidate, form: GroupForm) -> impl IntoView {
    let id = row.id;
    let is_staff = row.is_staff();
    let name = row.name().to_owned();
    // In the names of boxes, two that are gone are told apart.
    let label = if row.segment.is_some() { visible_text(&name) } else { format!("{name} {id}") };
    let title = visible_text(&name);
    let built_in = row.segment.as_ref().is_some_and(|segment| segment.built_in);
    let session = Session::expect();
    let dormant = Memo::new(move |_| {
        let plan = session.plan();
        form.draft.with(|draft| draft.grant(id, Privilege::Edit, plan)) == Grant::Dormant
    });
    view! {
        <tr role="row" aria-rowindex=at + 2>
            <th role="rowheader" scope="row">
                <span class="name-cell">
                    {match row.segment {
                        Some(_) => {
                            view! {
                                <a href=format!("/segments/{id}") class="table__name" title=title>
                                    <VisibleName text=name/>
                                </a>
                            }
                                .into_any()
                        }
                        None => view! { <span class="table__name">{name}</span> }.into_any(),
                    }}
                    {built_in.then(|| view! { <span class="badge">"Built-in"</span> })}
                    {(!is_staff)
                        .then(|| {
                            let why = if row.segment.is_some() { "Not staff" } else { "Gone" };
                            view! { <span class="badge badge--warning">{why}</span> }
                        })}
                    <Show when=move || dormant.get()>
                        <span class="badge badge--warning">
                            {move || format!("Edit has no effect on {}", session.plan().label())}
                        </span>
                    </Show>
                </span>
                <div class="rule--under">
                    {match &row.segment {
                        Some(segment) => {
                            view! { <Rule draft=segment.draft() detail=Detail::Line/> }.into_any()
                        }
                        None => {
                            view! { <p class="rule rule--line">{format!("It had the id {id}.")}</p> }
                                .into_any()
                        }
                    }}
                </div>
            </th>
            {Privilege::ALL
                .map(|privilege| view! { <Cell form segment=id name=label.clone() privilege/> })}
        </tr>
    }
}
