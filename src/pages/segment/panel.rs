//! Beside the form: the segment in words, what changes, what uses it.

use guidepost_model::{Detail, Draft, Field, Item, SegmentDraft, SegmentId, UserType, warnings};
use leptos::prelude::*;

use super::{SegmentForm, privileges::Privileges};
use crate::{
    api::Failure,
    pages::{
        form::YourChanges,
        parts::{FailureBanner, Rule, Usage, count_of, load_usage},
    },
    session::Session,
    ui::{Banner, Icon, Lifetime, Symbol, Tone, VisibleName, live},
};

#[component]
pub(super) fn Panel(form: SegmentForm) -> impl IntoView {
    let base = form.base.get_untracked();
    let id = base.as_ref().map(|base| base.id);
    // Only staff segments can hold privileges.
    let staff = base.filter(|base| base.user_type == UserType::Staff).map(|base| base.id);
    view! {
        <aside class="panel panel--sticky" aria-label="What this segment means">
            <Words form/>
            <YourChanges form=form.state/>
            {staff.map(|id| view! { <Privileges id/> })}
            {id.map(|id| view! { <UsedBy id/> })}
        </aside>
    }
}

#[component]
fn Words(form: SegmentForm) -> impl IntoView {
    let draft = Memo::new(move |_| form.draft.with(SegmentDraft::applicable));
    let added = move || -> Vec<Item> {
        if form.state.is_new.get() {
            return Vec::new();
        }
        let lists = [Field::Groups, Field::Organizations, Field::Tags, Field::OrTags];
        let new = |field| {
            let before = form.was_there(field);
            draft
                .with(|draft| draft.items(field))
                .into_iter()
                .filter(move |item| !before.contains(item))
        };
        lists.into_iter().flat_map(new).collect()
    };
    view! {
        <section class="panel__section" aria-labelledby="panel-words">
            <div class="panel__head">
                <h2 class="panel__title" id="panel-words">
                    "Summary"
                </h2>
            </div>
            <div aria-live="polite">
                {live(move || view! { <Rule draft=draft.get() detail=Detail::Prose added=added()/> })}
            </div>
            <div class="panel__notes">
                {live(move || {
                    draft
                        .with(warnings)
                        .into_iter()
                        .map(|warning| {
                            view! {
                                <Banner tone=Tone::Warning symbol=Symbol::Warning>
                                    <p>{warning.to_string()}</p>
                                </Banner>
                            }
                        })
                        .collect_view()
                })}
            </div>
        </section>
    }
}

/// The sections and topics that use a segment, from the API.
#[component]
pub(super) fn UsedBy(id: SegmentId) -> impl IntoView {
    let session = Session::expect();
    let usage = RwSignal::new(None::<Result<Usage, Failure>>);
    // A task ends with its owner, and the button that tries again goes as soon as it is clicked.
    let lifetime = Lifetime::here();
    let load = move || {
        usage.set(None);
        let client = session.client();
        let task = async move {
            let found = load_usage(&client, id).await;
            usage.set(Some(found));
        };
        lifetime.spawn(task);
    };
    load();
    view! {
        <section class="panel__section" aria-labelledby="panel-used">
            <div class="panel__head">
                <h2 class="panel__title" id="panel-used">
                    "Used by"
                </h2>
            </div>
            {live(move || match usage.get() {
                None => {
                    view! {
                        <p class="progress-note" role="status">
                            <span class="spinner" aria-hidden="true"></span>
                            "Looking it up…"
                        </p>
                    }
                        .into_any()
                }
                Some(Err(failure)) => {
                    view! { <FailureBanner failure retry=Callback::new(move |()| load())/> }.into_any()
                }
                Some(Ok(usage)) if usage.is_empty() => {
                    view! { <p class="muted">"Not used by any section or topic. Articles not checked."</p> }.into_any()
                }
                Some(Ok(usage)) => {
                    let sections = usage
                        .sections
                        .into_iter()
                        .map(|section| (section.name, section.html_url))
                        .collect();
                    let topics = usage
                        .topics
                        .into_iter()
                        .map(|topic| (topic.name, topic.html_url))
                        .collect();
                    view! {
                        <Uses symbol=Symbol::Section noun="section" uses=sections/>
                        <Uses symbol=Symbol::Topic noun="topic" uses=topics/>
                    }
                        .into_any()
                }
            })}
        </section>
    }
}

#[component]
fn Uses(symbol: Symbol, noun: &'static str, uses: Vec<(String, String)>) -> impl IntoView {
    if uses.is_empty() {
        return ().into_any();
    }
    let count = uses.len();
    view! {
        <details class="uses" open=count <= 5>
            <summary>
                <Icon symbol/>
                {count_of(count, noun)}
                <Icon symbol=Symbol::Down/>
            </summary>
            <ul class="plain-list">
                {uses
                    .into_iter()
                    .map(|(name, address)| {
                        let linked = address.starts_with("https://");
                        view! {
                            <li>
                                {if linked {
                                    view! {
                                        <a href=address target="_blank" rel="noopener noreferrer">
                                            <VisibleName text=name/>
                                        </a>
                                    }
                                        .into_any()
                                } else {
                                    view! { <VisibleName text=name/> }.into_any()
                                }}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </details>
    }
    .into_any()
}
