//! A request that failed, above the content it concerns; what was loaded stays readable.

use leptos::prelude::*;

use crate::{
    api::Failure,
    ui::{Banner, Icon, Symbol, Tone},
};

/// What happened, what to do, and a way to try again.
#[component]
pub fn FailureBanner(
    /// What failed.
    failure: Failure,
    /// Tries again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
    /// What still holds, such as what is shown instead.
    #[prop(optional, into)]
    note: String,
) -> impl IntoView {
    let symbol = match failure {
        Failure::Offline | Failure::Unreachable => Symbol::Offline,
        _ => Symbol::Error,
    };
    let actions: Option<Children> = retry.map(|retry| {
        Box::new(move || {
            view! {
                <button type="button" class="btn btn--s" on:click=move |_| retry.run(())>
                    <Icon symbol=Symbol::Refresh/>
                    "Retry"
                </button>
            }
            .into_any()
        }) as Children
    });
    view! {
        <Banner tone=Tone::Danger symbol title=failure.title() actions>
            <p>{failure.advice()} " " {note}</p>
        </Banner>
    }
}
