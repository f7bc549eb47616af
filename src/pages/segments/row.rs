//! One segment in the list.

use std::sync::Arc;

use guidepost_model::{Detail, SegmentId, UserSegment, UserType, visible_text};
use leptos::{html, prelude::*};

use super::Selection;
use crate::{
    pages::{
        list::{Cursor, Found, RowMenu},
        parts::Rule,
    },
    ui::{VisibleName, time},
};

#[component]
pub(super) fn Row(
    at: usize,
    segment: Arc<UserSegment>,
    found: Memo<Found<UserSegment>>,
    selection: Selection,
    cursor: Cursor,
    reveal: RwSignal<Option<SegmentId>>,
) -> impl IntoView {
    let id = segment.id;
    let (name, title) = (segment.display_name().to_owned(), visible_text(segment.display_name()));
    let row = NodeRef::<html::Tr>::new();
    let selected = Memo::new(move |_| selection.ids.with(|ids| ids.contains(&id)));
    let flash = move || reveal.get() == Some(id);
    let updated = segment.updated_at.filter(|_| !segment.built_in);
    let type_name = match segment.user_type {
        UserType::Staff => "Staff",
        UserType::SignedInUsers => "Signed-in users",
        UserType::Other(_) => "Other",
    };
    view! {
        <tr
            node_ref=row
            role="row"
            aria-rowindex=at + 2
            class:is-selected=move || selected.get()
            class:is-active=move || cursor.at.get() == Some(at)
            class:is-flash=flash
            data-segment=id.to_string()
        >
            <td role="cell" class="c-check">
                <SelectOne at segment=segment.clone() found selection selected/>
            </td>
            <th role="rowheader" scope="row" class="c-name">
                <span class="name-cell">
                    <a href=format!("/segments/{id}") class="table__name" title=title>
                        <VisibleName text=name.clone()/>
                    </a>
                    {segment.built_in.then(|| view! { <span class="badge">"Built-in"</span> }.into_any())}
                </span>
            </th>
            <td role="cell" class="c-who">
                <Rule draft=segment.draft() detail=Detail::Line/>
            </td>
            <td role="cell" class="c-updated nowrap muted" title=updated.map(time::full)>
                {updated.map_or_else(|| "–".to_owned(), time::relative)}
            </td>
            <td role="cell" class="c-stacked" aria-hidden="true">
                {match updated {
                    Some(updated) => format!("{type_name} · {}", time::relative(updated)),
                    None => type_name.to_owned(),
                }}
            </td>
            <td role="cell" class="c-menu">
                <RowMenu object=segment.clone()/>
            </td>
        </tr>
    }
}

#[component]
fn SelectOne(
    at: usize,
    segment: Arc<UserSegment>,
    found: Memo<Found<UserSegment>>,
    selection: Selection,
    selected: Memo<bool>,
) -> impl IntoView {
    let id = segment.id;
    let label = if segment.built_in {
        format!("{} is built in and can’t be selected", visible_text(segment.display_name()))
    } else {
        format!("Select {}", visible_text(segment.display_name()))
    };
    view! {
        <input
            class="check"
            type="checkbox"
            aria-label=label
            disabled=segment.built_in
            prop:checked=move || selected.get()
            on:click=move |event| {
                let range = selection.last.get_value().filter(|_| event.shift_key());
                if let Some(last) = range {
                    let between = found
                        .with_untracked(|found| {
                            let rows = found.get(last.min(at)..=last.max(at)).unwrap_or_default();
                            rows.iter()
                                .filter(|segment| !segment.built_in)
                                .map(|segment| segment.id)
                                .collect::<Vec<_>>()
                        });
                    selection.ids.update(|ids| ids.extend(between));
                } else {
                    selection.toggle(id);
                }
                selection.last.set_value(Some(at));
            }
        />
    }
}
