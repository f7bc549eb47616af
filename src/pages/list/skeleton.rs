//! A list before its first page is here: rows of their final height, shown when it takes longer than a moment.

use crate::ui::{after, live};
use leptos::prelude::*;

/// Milliseconds before the rows show: an answer within them needs no placeholder.
const PATIENCE: u64 = 150;
/// By how much the rows differ, in percent of a bar's width.
const ROWS: [u32; 8] = [88, 100, 74, 96, 82, 106, 68, 92];

/// A column: what it is called by the style sheet, its head, and how wide its bars are in pixels, 0 for none.
pub(crate) type Column = (&'static str, &'static str, u32);

#[component]
pub(crate) fn Skeleton(
    /// The table's classes.
    class: &'static str,
    /// What is loading.
    label: &'static str,
    /// Its columns.
    columns: &'static [Column],
) -> impl IntoView {
    let shown = RwSignal::new(false);
    after(std::time::Duration::from_millis(PATIENCE), move || shown.set(true));
    live(move || {
        shown.get().then(|| {
            view! {
                <div class="table-box" aria-busy="true">
                    <p class="sr-only" role="status">
                        {label}
                    </p>
                    <table class=class aria-hidden="true">
                        <thead>
                            <tr>
                                {columns
                                    .iter()
                                    .map(|(class, head, _)| view! { <th class=*class>{*head}</th> }.into_any())
                                    .collect_view()}
                            </tr>
                        </thead>
                        <tbody>
                            {ROWS
                                .map(|percent| {
                                    let cell = move |column: &Column| cell(*column, percent);
                                    view! { <tr>{columns.iter().map(cell).collect_view()}</tr> }
                                        .into_any()
                                })}
                        </tbody>
                    </table>
                </div>
            }
            .into_any()
        })
    })
}

fn cell((class, head, width): Column, percent: u32) -> AnyView {
    // What has no head, a box to check, is as wide in every row.
    let width = if head.is_empty() { width } else { width * percent / 100 };
    let bar = (width > 0)
        .then(|| view! { <span class="skeleton" style:width=format!("{width}px")></span> });
    view! { <td class=class>{bar}</td> }.into_any()
}
