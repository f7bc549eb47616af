//! Beside the form: the segment in words, what changes, what uses it.

use guidepost_model::{Detail, Draft, Field, Item, SegmentDraft, UserType, warnings};
use leptos::prelude::*;

use super::{SegmentForm, privileges::Privileges, used_by::UsedBy};
use crate::{
    pages::{form::YourChanges, parts::Rule},
    store::DraftKey,
    ui::{Banner, Symbol, Tone, live},
};

#[component]
pub(super) fn Panel(form: SegmentForm) -> impl IntoView {
    let base = form.base.get_untracked();
    let id = base.as_ref().map(|base| base.id);
    // Only staff segments can hold privileges.
    let staff = base.filter(|base| base.user_type == UserType::Staff).map(|base| base.id);
    let original = match form.key.get_value() {
        DraftKey::CopyOf(id) => Some(id),
        DraftKey::New | DraftKey::Existing(_) => None,
    };
    view! {
        <aside class="panel panel--sticky" aria-label="What this segment means">
            <Words form/>
            <YourChanges form=form.state/>
            {staff.map(|id| view! { <Privileges id/> })}
            {original.map(|id| view! { <Privileges id of_original=true/> })}
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
