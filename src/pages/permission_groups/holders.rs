//! The segments whose people can do something: two by name, the others by their number, all of them in the tooltip.

use guidepost_model::{
    Item, PermissionGroup, PermissionGroupDraft, Plan, Privilege, SegmentId, visible_text,
};
use leptos::prelude::*;

use crate::{
    pages::parts::ItemChip,
    session::Session,
    store::Names,
    ui::{Icon, Show, Symbol, live},
};

/// Segments by name before "2 more".
const SHOWN: usize = 2;

/// Said where no segment has a privilege: help center managers always have.
pub(super) const ONLY_MANAGERS: &str = "Only help center managers";

/// Who can publish.
#[component]
pub(super) fn CanPublish(group: std::sync::Arc<PermissionGroup>) -> impl IntoView {
    let session = Session::expect();
    let built_in = group.built_in;
    live(move || {
        let holders = group.draft().holders(Privilege::Publish, session.plan());
        if holders.is_empty() {
            return view! { <OnlyManagers warning=!built_in/> }.into_any();
        }
        view! { <Holders holders and=""/> }.into_any()
    })
}

/// Who can edit. Whoever can publish can edit too: they are one word, so that the others stand out.
#[component]
pub(super) fn CanEdit(group: std::sync::Arc<PermissionGroup>) -> impl IntoView {
    let session = Session::expect();
    live(move || {
        let plan = session.plan();
        let draft = group.draft();
        let editors = only_editors(&draft, plan);
        match (draft.publish.is_empty(), editors.is_empty()) {
            (true, true) => view! { <OnlyManagers warning=false/> }.into_any(),
            (true, false) => view! { <Holders holders=editors and=""/> }.into_any(),
            (false, true) => {
                view! { <Holders holders=editors and="All who can publish"/> }.into_any()
            }
            (false, false) => {
                view! { <Holders holders=editors and="and all who can publish"/> }.into_any()
            }
        }
    })
}

/// Segments whose people can edit and not publish.
fn only_editors(group: &PermissionGroupDraft, plan: Plan) -> Vec<SegmentId> {
    let mut editors = group.holders(Privilege::Edit, plan);
    editors.retain(|segment| !group.publish.contains(segment));
    editors
}

#[component]
fn Holders(
    holders: Vec<SegmentId>,
    /// Who else, after them.
    and: &'static str,
) -> impl IntoView {
    let names = Names::expect();
    let more = holders.len().saturating_sub(SHOWN);
    let items: Vec<Item> = holders.into_iter().map(Item::Segment).collect();
    let chips =
        items.iter().take(SHOWN).map(|item| view! { <ItemChip item=item.clone()/> }).collect_view();
    let title = move || {
        let all =
            items.iter().map(|item| visible_text(&names.text(item))).collect::<Vec<_>>().join(", ");
        format!("{all} {and}").trim().to_owned()
    };
    view! {
        <span class="holders" title=title>
            {chips}
            {(more > 0).then(|| view! { <span class="holders__more">{format!("{more} more")}</span> })}
            {(!and.is_empty()).then(|| view! { <span class="holders__and">{and}</span> })}
        </span>
    }
}

#[component]
fn OnlyManagers(
    /// Somebody may not have meant it.
    warning: bool,
) -> impl IntoView {
    view! {
        <span class="holders" class=("holders--warning", warning)>
            <Show when=move || warning>
                <Icon symbol=Symbol::Warning/>
            </Show>
            {ONLY_MANAGERS}
        </span>
    }
}
