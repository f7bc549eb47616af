//! The matrix on paper: as many tables as it takes to have all columns on sheets side by side, each with the names of
//! its rows and columns. On the screen there is nothing of it.

use std::sync::Arc;

use guidepost_model::{Grant, PermissionGroup, Plan, Privilege, UserSegment};
use leptos::{html, prelude::*};
use web_sys::{Element, HtmlElement};

use super::{
    axes::Axes,
    board::{Board, Edits, meeting},
};
use crate::ui::{
    Effect,
    dom::{element, set},
    follow_printing, set_visible_name,
};

/// Groups that fit on a sheet of A4 on its side.
const GROUPS: usize = 8;
/// Widths of the names and of a group in millimetres.
const NAMES: usize = 55;
const GROUP: usize = 24;

const LEGEND: &str = "✓ granted, (✓) included in Publish, • changed and not saved";

/// Made when the page is printed, and taken out again afterwards.
#[component]
pub(super) fn Paper(board: Board, axes: Axes) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let printed = follow_printing();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        place.set_text_content(None);
        if !printed.get() {
            return;
        }
        let (rows, columns, plan) = (axes.rows.get(), axes.columns.get(), board.plan.get());
        board.edits.with(|edits| {
            for groups in columns.chunks(GROUPS) {
                let _ = place.append_child(&table(&rows, groups, edits, plan));
            }
        });
        let _ = place.append_child(&with_text("p", LEGEND));
    });
    view! { <div class="paper-matrix" node_ref=place></div> }
}

fn table(
    rows: &[Arc<UserSegment>],
    groups: &[Arc<PermissionGroup>],
    edits: &Edits,
    plan: Plan,
) -> HtmlElement {
    let table = element("table");
    // As style/later/print.css has them; a table of few groups is no wider than it needs.
    let _ = table.style().set_property("width", &format!("{}mm", NAMES + GROUP * groups.len()));
    append(&table, [head(groups)]);
    let body = element("tbody");
    append(&body, rows.iter().map(|segment| line(segment, groups, edits, plan)));
    append(&table, [body]);
    table
}

fn head(groups: &[Arc<PermissionGroup>]) -> HtmlElement {
    let corner = with_text("th", "Staff segment");
    set(&corner, &[("scope", "col"), ("rowspan", "2")]);
    let names = element("tr");
    append(&names, [corner]);
    append(
        &names,
        groups.iter().map(|group| {
            let name = element("th");
            set(&name, &[("scope", "colgroup"), ("colspan", "2")]);
            set_visible_name(&name, group.display_name());
            name
        }),
    );
    let privileges = element("tr");
    let labels = groups.iter().flat_map(|_| Privilege::ALL);
    append(&privileges, labels.map(|privilege| with_text("th", privilege.label())));
    let head = element("thead");
    append(&head, [names, privileges]);
    head
}

fn line(
    segment: &UserSegment,
    groups: &[Arc<PermissionGroup>],
    edits: &Edits,
    plan: Plan,
) -> HtmlElement {
    let name = element("th");
    set(&name, &[("scope", "row")]);
    set_visible_name(&name, segment.display_name());
    let line = element("tr");
    append(&line, [name]);
    for group in groups {
        let meeting = meeting(edits, plan, group, segment.id);
        let cells = meeting.grants.into_iter().zip(meeting.changed);
        append(&line, cells.map(|(grant, changed)| with_text("td", sign(grant, changed))));
    }
    line
}

const fn sign(grant: Grant, changed: bool) -> &'static str {
    match (grant, changed) {
        (Grant::Yes, false) => "✓",
        (Grant::Yes, true) => "✓ •",
        (Grant::Implied, false) => "(✓)",
        (Grant::Implied, true) => "(✓) •",
        (Grant::No | Grant::Dormant, false) => "",
        (Grant::No | Grant::Dormant, true) => "•",
    }
}

fn with_text(name: &str, text: &str) -> HtmlElement {
    let element = element(name);
    element.set_text_content(Some(text));
    element
}

fn append(parent: &Element, children: impl IntoIterator<Item = HtmlElement>) {
    for child in children {
        let _ = parent.append_child(&child);
    }
}
