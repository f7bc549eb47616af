//! How much of a limit is used.

use crate::ui::live;
use leptos::prelude::*;

/// A bar with "38 of 200 custom" beside it; amber from 90 %, red at the limit.
#[component]
pub fn Meter(
    /// What it measures, for those who can't see the bar.
    label: &'static str,
    /// How many are used.
    #[prop(into)]
    used: Signal<usize>,
    /// How many there may be.
    limit: usize,
    /// What is counted, in a word.
    noun: &'static str,
    /// What counts and what does not, in a sentence.
    hint: &'static str,
) -> impl IntoView {
    let full = move || used.get() >= limit;
    let nearly_full = move || !full() && used.get() * 10 >= limit * 9;
    let width = move || format!("{}%", (used.get() * 100 / limit).min(100));
    view! {
        <div
            class="meter"
            class:meter--full=full
            class:meter--warning=nearly_full
            role="meter"
            title=hint
            aria-label=label
            aria-valuemin="0"
            aria-valuemax=limit
            aria-valuenow=move || used.get().to_string()
        >
            <div class="meter__track">
                <div class="meter__fill" style:width=width></div>
            </div>
            {live(move || format!("{} of {limit} {noun}", used.get()))}
        </div>
    }
}
