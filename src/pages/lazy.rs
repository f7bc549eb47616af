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
                        {kind.map(|_| view! { <p class="crumbs">"\u{a0}"</p> })}
                        <header class="page__head">
                            <h1 class="page__title">
                                {match kind {
                                    Some(Kind::Segment) => "Segment",
                                    Some(Kind::PermissionGroup) => "Permission group",
                                    None => "Permission groups",
                                }}
                            </h1>
                        </header>
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
    // Where the fields and the panel will stand, and how high.
    let fields: &[u32] = match kind {
        Some(Kind::Segment) => &[32, 88, 32, 32, 32, 54],
        Some(Kind::PermissionGroup) => &[32, 944],
        None => &[520],
    };
    let block = |height: u32| {
        view! { <div class="outline__box" style:height=format!("{height}px")></div> }
    };
    view! {
        <p class="sr-only" role="status">
            "Loading the "
            {kind.map_or("page", Kind::noun)}
        </p>
        <div class="split split--waiting" aria-hidden="true">
            <div>
                {fields
                    .iter()
                    .map(|height| view! {
                        <span class="skeleton outline__label"></span>
                        {block(*height)}
                    })
                    .collect_view()}
            </div>
            {kind.map(|_| block(208))}
        </div>
    }
}
