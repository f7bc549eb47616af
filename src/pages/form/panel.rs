//! What changes, beside the form.

use leptos::prelude::*;

use super::FormState;
use crate::{
    pages::parts::Diff,
    ui::{Show, live},
};

/// A section of the panel; there while something differs from what is saved.
#[component]
pub(crate) fn YourChanges(form: FormState) -> impl IntoView {
    view! {
        <Show when=move || !form.is_new.get() && form.changes.with(|changes| !changes.is_empty())>
            <section class="panel__section" aria-labelledby="panel-changes">
                <div class="panel__head">
                    <h2 class="panel__title" id="panel-changes">
                        "Your changes"
                    </h2>
                </div>
                {live(move || view! { <Diff changes=form.changes.get()/> })}
            </section>
        </Show>
    }
}
