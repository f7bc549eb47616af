//! A screen that comes in a file of its own.

use guidepost_model::Kind;
use leptos::prelude::*;

use crate::ui::{Lazy, Loading, NotLoadedBanner, PageTitle};

/// The screen, once it is here. Until then its outline, after a moment; when it does not come, a way to try again.
#[component]
pub fn LazyPage(
    /// Fetches the screen.
    load: fn() -> Loading,
    /// What it is the form of.
    #[prop(optional, into)]
    kind: Option<Kind>,
) -> impl IntoView {
    let failed = Callback::new(|retry| {
        view! {
            <div class="page__body">
                <header class="page__head">
                    <PageTitle title="Page not loaded"/>
                </header>
                <div class="page__banner">
                    <NotLoadedBanner title="This page couldn’t be loaded" retry/>
                </div>
            </div>
        }
        .into_any()
    });
    view! {
        <Lazy
            load
            waiting=move || {
                view! {
                    <div class="page__body" aria-busy="true">
                        <FormOutline kind/>
                    </div>
                }
            }
            failed
        />
    }
}

/// A form that is on its way; style/skeleton.css lets it show after a moment.
#[component]
pub fn FormOutline(
    /// What it is the form of.
    #[prop(optional_no_strip)]
    kind: Option<Kind>,
) -> impl IntoView {
    view! {
        <p class="sr-only" role="status">
            "Loading the "
            {kind.map_or("page", Kind::noun)}
        </p>
        <div class="split split--waiting" aria-hidden="true">
            <div>
                {[120, 340, 96, 260, 140, 300]
                    .map(|width| view! {
                        <span class="skeleton" style:width=format!("{width}px") style:margin-block-end="20px"></span>
                    })}
            </div>
        </div>
    }
}
