//! A permission group that can't be changed, because Zendesk manages it or because the plan does not allow it: what it
//! grants.

use std::sync::Arc;

use guidepost_model::{AnyId, Kind, Locked, PermissionGroup};
use leptos::prelude::*;

use super::{
    fields::SegmentsTrouble,
    used_by::UsedBy,
    words::{EffectiveAccess, GroupWords},
};
use crate::{
    pages::{form::Crumbs, parts::Facts},
    session::Session,
    ui::{Banner, Icon, PageTitle, Show, Symbol, Tone},
};

#[component]
pub(super) fn ReadOnly(group: Arc<PermissionGroup>) -> impl IntoView {
    let session = Session::expect();
    let id = group.id;
    let name = group.display_name().to_owned();
    let draft = Signal::stored(group.draft());
    view! {
        <div class="page__body">
            <Crumbs kind=Kind::PermissionGroup current=name.clone()/>
            <header class="page__head">
                <PageTitle title=name/>
                {group
                    .built_in
                    .then(|| {
                        view! {
                            <p class="title-meta">
                                <span class="badge">"Built-in"</span>
                            </p>
                        }
                    })}
                <Show when=move || session.plan().changes_permission_groups()>
                    <div class="page__actions">
                        <a href=format!("/permission-groups/new?from={id}") class="btn">
                            <Icon symbol=Symbol::Copy/>
                            "Duplicate"
                        </a>
                    </div>
                </Show>
            </header>
            <div class="split">
                <div class="read-only">
                    {if group.built_in {
                        view! {
                            <Banner
                                tone=Tone::Plain
                                symbol=Symbol::Lock
                                title="Built-in permission group"
                            >
                                <p>{Locked::BuiltIn.to_string()}</p>
                            </Banner>
                        }
                            .into_any()
                    } else {
                        view! { <PlanLock/> }.into_any()
                    }}
                    <SegmentsTrouble/>
                    <div class="panel">
                        <Facts
                            id=id.get()
                            what=if group.built_in {
                                "Built-in permission group"
                            } else {
                                "Custom permission group"
                            }
                            created=group.created_at
                            updated=group.updated_at
                        />
                        <UsedBy id/>
                    </div>
                </div>
                <aside class="panel" aria-label="What this permission group means">
                    <section class="panel__section" aria-labelledby="panel-effective">
                        <div class="panel__head">
                            <h2 class="panel__title" id="panel-effective">
                                "Effective access"
                            </h2>
                        </div>
                        <GroupWords draft=group.draft()/>
                        <EffectiveAccess draft opened=draft/>
                    </section>
                </aside>
            </div>
        </div>
    }
}

/// The plan can't create or change permission groups.
#[component]
fn PlanLock() -> impl IntoView {
    view! {
        <Banner tone=Tone::Plain symbol=Symbol::Lock title="Read-only on this plan">
            <p>{Locked::PlanReadOnly.to_string()}</p>
        </Banner>
    }
}

/// In place of the form of a new group, on a plan that has none.
#[component]
pub(super) fn NoneToCreate() -> impl IntoView {
    view! {
        <div class="page__body">
            <Crumbs kind=Kind::PermissionGroup current="New permission group"/>
            <header class="page__head">
                <PageTitle title="New permission group"/>
            </header>
            <div class="page__banner">
                <PlanLock/>
            </div>
        </div>
    }
}
