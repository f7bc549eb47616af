//! A permission group in words: the sentence, and who has which privilege.

use guidepost_model::{
    Item, PermissionGroupDraft, Privilege, SegmentId, describe_permission_group,
    permission_group_warnings,
};
use leptos::prelude::*;

use crate::{
    pages::parts::SentenceLine,
    session::Session,
    store::{Name, Names, missing},
    ui::{Banner, Icon, Symbol, Tone, VisibleName, live},
};

/// Segments listed before "N more".
const SHOWN: usize = 12;

/// Who can edit and publish, as a sentence.
#[component]
pub(super) fn GroupWords(
    draft: PermissionGroupDraft,
    /// Segments whose privilege is not yet saved.
    #[prop(optional)]
    added: Vec<SegmentId>,
) -> impl IntoView {
    let session = Session::expect();
    let added: Vec<Item> = added.into_iter().map(Item::Segment).collect();
    live(move || {
        let sentence = describe_permission_group(&draft, session.plan());
        view! { <SentenceLine sentence added=added.clone()/> }
    })
}

/// Who has each privilege: segments to open, or the warning that nobody has it.
#[component]
pub(super) fn EffectiveAccess(
    #[prop(into)] draft: Signal<PermissionGroupDraft>,
    /// What is saved, to mark what was added since.
    #[prop(into)]
    opened: Signal<PermissionGroupDraft>,
) -> impl IntoView {
    let session = Session::expect();
    let entry = move |privilege| {
        let plan = session.plan();
        let holders = draft.with(|draft| draft.holders(privilege, plan));
        if holders.is_empty() {
            return None;
        }
        let before = opened.with(|opened| opened.holders(privilege, plan));
        let added = holders.iter().copied().filter(|id| !before.contains(id)).collect();
        Some(view! { <Holders privilege holders added/> })
    };
    live(move || {
        let warning = draft.with(|draft| permission_group_warnings(draft, session.plan()));
        let nobody = warning.into_iter().next().map(|warning| {
            view! {
                <Banner tone=Tone::Warning symbol=Symbol::Warning title="Only help center managers">
                    <p>{warning.to_string()}</p>
                </Banner>
            }
        });
        let edit = entry(Privilege::Edit);
        let publish = entry(Privilege::Publish);
        match (edit, publish) {
            (None, _) => nobody.into_any(),
            (Some(edit), Some(publish)) => {
                view! { <dl class="effective">{edit} {publish}</dl> }.into_any()
            }
            (Some(edit), None) => view! {
                <dl class="effective">
                    {edit} <div>
                        <Term privilege=Privilege::Publish/>
                        <dd>{nobody}</dd>
                    </div>
                </dl>
            }
            .into_any(),
        }
    })
}

#[component]
fn Term(privilege: Privilege) -> impl IntoView {
    let (symbol, words) = match privilege {
        Privilege::Edit => (Symbol::Edit, "Can edit"),
        Privilege::Publish => (Symbol::Export, "Can publish"),
    };
    view! {
        <dt>
            <Icon symbol/>
            {words}
        </dt>
    }
}

#[component]
fn Holders(privilege: Privilege, holders: Vec<SegmentId>, added: Vec<SegmentId>) -> impl IntoView {
    let names = Names::expect();
    let count = holders.len();
    let more = count.saturating_sub(SHOWN);
    let line = move |id: SegmentId| {
        let added = added.contains(&id);
        view! {
            <li>
                {live(move || match names.of(&Item::Segment(id)) {
                    Name::Known(name, _) => {
                        view! {
                            <a href=format!("/segments/{id}")>
                                <VisibleName text=name/>
                            </a>
                        }
                            .into_any()
                    }
                    Name::Loading => "…".into_any(),
                    Name::Missing => missing(&Item::Segment(id)).into_any(),
                })}
                {added.then(|| view! { <span class="badge badge--changed">"Added"</span> })}
            </li>
        }
    };
    let noun = if count == 1 { "segment" } else { "segments" };
    view! {
        <div>
            <Term privilege/>
            <dd>
                <p class="figure">
                    <span class="figure__value">{count}</span>
                    {noun}
                </p>
                <ul class="plain-list">
                    {holders.into_iter().take(SHOWN).map(line).collect_view()}
                </ul>
                {(more > 0).then(|| view! { <p class="effective__more">{format!("and {more} more")}</p> })}
            </dd>
        </div>
    }
}
