//! How much of a limit is used.

use crate::ui::live;
use leptos::prelude::*;

/// A bar with "38 of 200" beside it; amber from 90 %, red at the limit.
#[component]
pub fn Meter(
    /// What it measures, for those who can't see the bar.
    label: &'static str,
    /// How many are used.
    #[prop(into)]
    used: Signal<usize>,
    /// How many there may be.
    limit: usize,
) -> impl IntoView {
    let class = move || match used.get() {
        used if used >= limit => "meter meter--full",
        used if used * 10 >= limit * 9 => "meter meter--warning",
        _ => "meter",
    };
    let width = move || format!("{}%", (used.get() * 100 / limit).min(100));
    view! {
        <div
            class=class
            role="meter"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax=limit
            aria-valuenow=move || used.get()
        >
            <div class="meter__track">
                <div class="meter__fill" style:width=width></div>
            </div>
            {live(move || format!("{} of {limit}", used.get()))}
        </div>
    }
}
