//! The list before its first page is here: rows of their final height, shown when it takes longer than a moment.

use crate::ui::live;
use leptos::prelude::*;

/// Milliseconds before the rows show: an answer within them needs no placeholder.
const PATIENCE: u64 = 150;
/// Widths of a name and a rule, in pixels.
const ROWS: [(u32, u32); 8] =
    [(120, 260), (148, 220), (96, 284), (132, 180), (110, 244), (140, 300), (88, 210), (124, 250)];

#[component]
pub(super) fn Skeleton() -> impl IntoView {
    let shown = RwSignal::new(false);
    let timer = set_timeout_with_handle(
        move || {
            shown.try_set(true);
        },
        std::time::Duration::from_millis(PATIENCE),
    );
    if let Ok(timer) = timer {
        on_cleanup(move || timer.clear());
    }
    let bar =
        |width: u32| view! { <span class="skeleton" style:width=format!("{width}px")></span> };
    live(move || {
        shown.get().then(|| {
            view! {
                <div class="table-box" aria-busy="true">
                    <p class="sr-only" role="status">
                        "Loading segments"
                    </p>
                    <table class="table table--stack segments" aria-hidden="true">
                        <thead>
                            <tr>
                                <th class="c-check"></th>
                                <th class="c-name">"Name"</th>
                                <th class="c-who">"Who’s in"</th>
                                <th class="c-updated">"Updated"</th>
                                <th class="c-menu"></th>
                            </tr>
                        </thead>
                        <tbody>
                            {ROWS
                                .map(|(name, rule)| {
                                    view! {
                                        <tr>
                                            <td class="c-check">{bar(16)}</td>
                                            <td class="c-name">{bar(name)}</td>
                                            <td class="c-who">{bar(rule)}</td>
                                            <td class="c-updated">{bar(56)}</td>
                                            <td class="c-menu"></td>
                                        </tr>
                                    }
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
