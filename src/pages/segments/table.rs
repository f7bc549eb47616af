//! The table of segments.

use std::sync::Arc;

use guidepost_model::{SegmentQuery, SortKey, UserSegment};
use leptos::prelude::*;
use web_sys::{Element, MouseEvent};

use super::{
    COLUMNS, Selection,
    bulk::{Bulk, BulkBarPlace},
    row::SegmentRow,
};
use crate::{
    pages::list::{self, Address, Count, Cursor, Found, RowElement, SortHead},
    store::{Names, Segments},
};

#[component]
pub(super) fn Table(
    segments: Segments,
    address: Address<SegmentQuery>,
    found: Memo<Found<UserSegment>>,
    selection: Selection,
    cursor: Cursor,
    bulk: Bulk,
) -> impl IntoView {
    let head = Box::new(move || {
        view! {
            <th role="columnheader" scope="col" class="c-check">
                <SelectAll found selection/>
            </th>
            <SortHead address key=SortKey::Name label="Name" class="c-name"/>
            <th role="columnheader" scope="col" class="c-who">
                "Who’s included"
            </th>
            <SortHead address key=SortKey::Updated label="Updated" class="c-updated"/>
            <th role="columnheader" scope="col" class="c-menu" aria-label="Actions">
                <BulkBarPlace bulk/>
            </th>
        }
        .into_any()
    });
    let names = Names::expect();
    let make_row = Box::new(move || {
        Box::new(SegmentRow::new(selection, names)) as Box<dyn RowElement<UserSegment>>
    });
    let click = Box::new(move |event: &MouseEvent, target: &Element, at, segment: Arc<_>| {
        if target.class_list().contains("check") {
            selection.click(event.shift_key(), at, &segment, found);
        }
    });
    let foot = Box::new(move || view! { <Count collection=segments found/> }.into_any());
    view! {
        <list::Table
            collection=segments
            found
            cursor
            class="table table--stack list segments"
            caption="User segments"
            columns=COLUMNS.len()
            head
            make_row
            click
            foot
        />
    }
}

/// Selects every custom segment that is found beside what is selected already, or takes them out.
#[component]
fn SelectAll(found: Memo<Found<UserSegment>>, selection: Selection) -> impl IntoView {
    let state = Memo::new(move |_| {
        let ids = selection.ids.get();
        found.with(|found| {
            let custom = || found.iter().filter(|segment| !segment.built_in);
            let selected = custom().filter(|segment| ids.contains(&segment.id)).count();
            (selected, custom().count())
        })
    });
    view! {
        <label class="select-all">
        <input
            class="check"
            type="checkbox"
            aria-label="Select all segments that are listed"
            prop:disabled=move || state.get().1 == 0
            prop:checked=move || { state.get().0 > 0 && state.get().0 == state.get().1 }
            prop:indeterminate=move || { state.get().0 > 0 && state.get().0 < state.get().1 }
            on:change=move |event| {
                if event_target_checked(&event) {
                    selection.add(&found.get_untracked());
                } else {
                    selection.remove(&found.get_untracked());
                }
            }
        />
        <span class="select-all__text" aria-hidden="true">"Select all"</span>
        </label>
    }
}
