//! The way to a new object, or why there is none.

use leptos::prelude::*;

use crate::ui::{Icon, Symbol, live};

/// Leads to the form. Where it can't, it stays reachable and says why.
#[component]
pub(crate) fn NewButton(
    /// What the button says.
    label: &'static str,
    /// Where the form is.
    href: &'static str,
    /// Why there can be no new one; empty where there can.
    refused: Signal<String>,
) -> impl IntoView {
    live(move || match refused.get() {
        reason if !reason.is_empty() => view! {
            <span class="limit-note" id="limit-note">
                {reason}
            </span>
            <button type="button" class="btn" aria-disabled="true" aria-describedby="limit-note">
                <Icon symbol=Symbol::Plus/>
                {label}
            </button>
        }
        .into_any(),
        _ => view! {
            <a href=href class="btn btn--primary">
                <Icon symbol=Symbol::Plus/>
                {label}
            </a>
        }
        .into_any(),
    })
}
