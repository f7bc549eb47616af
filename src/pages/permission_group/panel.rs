//! Beside the form: who can edit and publish with what it holds, and what changes.

use guidepost_model::{PermissionGroupDraft, Privilege};
use leptos::prelude::*;

use super::{
    GroupForm,
    used_by::UsedBy,
    words::{EffectiveAccess, GroupWords},
};
use crate::{
    pages::form::YourChanges,
    session::Session,
    ui::{Show, live},
};

#[component]
pub(super) fn Panel(form: GroupForm) -> impl IntoView {
    let session = Session::expect();
    let id = form.base.with_untracked(|base| base.as_ref().map(|base| base.id));
    // Of a new group nothing is marked as added: all of it is.
    let opened =
        Signal::derive(
            move || {
                if form.state.is_new.get() { form.draft.get() } else { form.opened.get() }
            },
        );
    let privileges = move |draft: &PermissionGroupDraft| {
        let plan = session.plan();
        Privilege::ALL.map(|privilege| draft.holders(privilege, plan))
    };
    let added = move || {
        let before = opened.with(privileges).concat();
        let mut added = form.draft.with(privileges).concat();
        added.retain(|id| !before.contains(id));
        added
    };
    view! {
        <aside class="panel panel--sticky" aria-label="What this permission group means">
            <section class="panel__section" aria-labelledby="panel-effective">
                <div class="panel__head">
                    <h2 class="panel__title" id="panel-effective">
                        "Effective access"
                    </h2>
                    <Show when=move || form.state.is_dirty() && !form.state.is_new.get()>
                        <span class="panel__aside">"with your changes"</span>
                    </Show>
                </div>
                <div aria-live="polite">
                    {live(move || view! { <GroupWords draft=form.draft.get() added=added()/> })}
                </div>
                <EffectiveAccess draft=form.draft opened/>
            </section>
            <YourChanges form=form.state/>
            {id.map(|id| view! { <UsedBy id/> })}
        </aside>
    }
}
