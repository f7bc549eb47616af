//! An address that leads nowhere.

use crate::ui::{Empty, PageTitle};
use leptos::prelude::*;

/// Says so, and leads back.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <div class="page__body">
            <header class="page__head">
                <PageTitle title="Page not found"/>
            </header>
            <Empty title="The link may be outdated or mistyped." glyph=true actions=Some(Box::new(|| {
                view! {
                    <a href="/segments" class="btn btn--primary">
                        "Go to user segments"
                    </a>
                }
                    .into_any()
            }))>
                ()
            </Empty>
        </div>
    }
}
