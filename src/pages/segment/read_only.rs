//! A built-in segment: to be read, not changed.

use std::sync::Arc;

use guidepost_model::{AnyId, Detail, Kind, UserSegment, UserType};
use leptos::prelude::*;

use super::{privileges::Privileges, used_by::UsedBy};
use crate::{
    pages::{
        form::Crumbs,
        parts::{Facts, Rule},
    },
    ui::{Banner, Icon, PageTitle, Symbol, Tone},
};

#[component]
pub(super) fn ReadOnly(segment: Arc<UserSegment>) -> impl IntoView {
    let id = segment.id;
    let name = segment.display_name().to_owned();
    view! {
        <div class="page__body">
            <Crumbs kind=Kind::Segment current=name.clone()/>
            <header class="page__head">
                <PageTitle title=name/>
                <p class="title-meta">
                    <span class="badge">"Built-in"</span>
                </p>
                <div class="page__actions">
                    <a href=format!("/segments/new?from={id}") class="btn">
                        <Icon symbol=Symbol::Copy/>
                        "Duplicate"
                    </a>
                </div>
            </header>
            <div class="split">
                <div class="read-only">
                    <Banner tone=Tone::Plain symbol=Symbol::Lock title="Built-in segment">
                        <p>"Built into Zendesk. You can use this segment anywhere, but you can’t edit or delete it."</p>
                    </Banner>
                    <div class="panel">
                        <Facts
                            id=id.get()
                            what="Built-in segment"
                            created=segment.created_at
                            updated=segment.updated_at
                        />
                        <UsedBy id/>
                    </div>
                </div>
                <aside class="panel" aria-label="What this segment means">
                    <section class="panel__section" aria-labelledby="panel-words">
                        <div class="panel__head">
                            <h2 class="panel__title" id="panel-words">
                                "Summary"
                            </h2>
                        </div>
                        <Rule draft=segment.draft() detail=Detail::Prose/>
                    </section>
                    {(segment.user_type == UserType::Staff).then(|| view! { <Privileges id/> })}
                </aside>
            </div>
        </div>
    }
}
