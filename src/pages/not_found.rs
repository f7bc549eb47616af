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
            <Empty title="There is nothing at this address" glyph=true actions=Some(Box::new(|| {
                view! {
                    <a href="/segments" class="btn btn--primary">
                        "Show user segments"
                    </a>
                }
                    .into_any()
            }))>
                <p>"The link may be old, or a letter in it wrong."</p>
            </Empty>
        </div>
    }
}
