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
                        <div inner_html=heading(kind)></div>
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
    // Constant markup: made of components it is code that every first visit pays for.
    let (what, blocks) = match kind {
        Some(Kind::Segment) => ("Loading the segment", SEGMENT),
        Some(Kind::PermissionGroup) => ("Loading the permission group", PERMISSION_GROUP),
        None => ("Loading the page", PAGE),
    };
    view! {
        <p class="sr-only" role="status">
            {what}
        </p>
        <div class="split split--waiting outline" aria-hidden="true" inner_html=blocks></div>
    }
}

/// Labels (`i`) and what has a frame (`b`), where the fields and the panel will stand and as high as they will be.
const SEGMENT: &str = r#"<div><i class="skeleton"></i><b></b><i class="skeleton"></i><b class="outline__cards"></b><i class="skeleton"></i><b></b><i class="skeleton"></i><b></b><i class="skeleton"></i><b></b><i class="skeleton"></i><b></b></div><b class="outline__panel"></b>"#;
const PERMISSION_GROUP: &str = r#"<div><i class="skeleton"></i><b></b><i class="skeleton"></i><b class="outline__table"></b></div><b class="outline__panel"></b>"#;
const PAGE: &str = r#"<b class="outline__table"></b>"#;

/// What stands over the outline until the screen brings its own.
const fn heading(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Segment) => {
            r#"<p class="crumbs">&nbsp;</p><div class="page__head"><h1 class="page__title">Segment</h1></div>"#
        }
        Some(Kind::PermissionGroup) => {
            r#"<p class="crumbs">&nbsp;</p><div class="page__head"><h1 class="page__title">Permission group</h1></div>"#
        }
        None => r#"<div class="page__head"><h1 class="page__title">Permission groups</h1></div>"#,
    }
}
