//! The table of a list. Only the rows in view are in the page; spacers hold the room of the others.

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::{Cursor, Found, Listing, rows::Rows};
use crate::{
    store::{Collection, Progress},
    ui::{Effect, For, Show, Viewport, after, next_frame},
};

/// How long a row that somebody comes back to stands out; the style sheet fades it within this time.
const FLASH: std::time::Duration = std::time::Duration::from_secs(3);

/// A row for each of what is found, the one that somebody comes back to in the middle of the view.
#[component]
pub(crate) fn Table<T: Listing>(
    /// Whose rows they are.
    collection: Collection<T>,
    /// What is listed.
    found: Memo<Found<T>>,
    /// The row that the keys act on.
    cursor: Cursor,
    /// The table's classes.
    class: &'static str,
    /// What the table is called.
    caption: &'static str,
    /// How many columns it has.
    columns: usize,
    /// Their heads.
    head: Children,
    /// Makes the row of an object, given its place.
    row: Arc<dyn Fn(usize, Arc<T>) -> AnyView + Send + Sync>,
    /// What stands below the rows.
    foot: Children,
) -> impl IntoView {
    let body = NodeRef::<html::Tbody>::new();
    let viewport = Viewport::follow();
    let place = Rows { body, viewport };
    let window = Memo::new(move |_| {
        let body = body.get();
        viewport.rows(body.as_deref(), found.with(Vec::len), place.height())
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
    Effect::new(move |_| {
        if let Some(at) = cursor.at.get() {
            place.show(at);
        }
    });
    // Somebody comes back from a form: its row in the middle of the view, and the cursor on it.
    Effect::new(move |_| {
        let (Some(id), Some(_)) = (collection.reveal.get(), body.get()) else { return };
        let at = found.with(|found| found.iter().position(|row| row.id() == id));
        if let Some(at) = at {
            after(FLASH, move || collection.reveal.set(None));
            next_frame(move || place.center(at));
        }
    });
    on_cleanup(move || collection.reveal.set(None));

    view! {
        <div class="table-box" aria-busy=move || (collection.progress() == Progress::Loading).to_string()>
            <table
                class=class
                role="table"
                aria-rowcount=move || (found.with(Vec::len) + 1).to_string()
            >
                <caption class="sr-only">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        {head()}
                    </tr>
                </thead>
                <tbody role="rowgroup" node_ref=body>
                    <Spacer columns height=Signal::derive(move || window.get().before)/>
                    <For
                        each=rows
                        key=|(at, row): &(usize, Arc<T>)| {
                            (*at, row.id(), row.updated_at(), row.display_name().to_owned())
                        }
                        let((at, object))
                    >
                        {row(at, object)}
                    </For>
                    <Spacer columns height=Signal::derive(move || window.get().after)/>
                </tbody>
            </table>
            <div class="table__foot">{foot()}</div>
        </div>
    }
}

/// Room for rows that are not in the page.
#[component]
fn Spacer(columns: usize, height: Signal<usize>) -> impl IntoView {
    view! {
        <Show when=move || { height.get() > 0 }>
            <tr class="spacer" aria-hidden="true">
                <td colspan=columns style:height=move || format!("{}px", height.get())></td>
            </tr>
        </Show>
    }
}
