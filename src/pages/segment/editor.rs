//! The form of a custom segment.

use std::sync::Arc;

use guidepost_model::{UserSegment, UserType};
use leptos::prelude::*;

use super::{SegmentForm, fields::Fields, panel::Panel};
use crate::{
    pages::{delete::Deletion, form::Editor},
    ui::{Icon, Symbol},
};

#[component]
pub(super) fn SegmentEditor(form: SegmentForm) -> impl IntoView {
    let kind = form.base.with_untracked(|base| {
        base.as_ref().map(|base| match &base.user_type {
            UserType::Staff => "Staff".to_owned(),
            UserType::SignedInUsers => "Signed-in users".to_owned(),
            UserType::Other(name) => name.clone(),
        })
    });
    view! {
        <Editor
            form
            meta=move || view! { <span>{kind.clone()}</span> }
            actions=move || view! { <DeleteButton base=form.base/> }
            fields=view! { <Fields form/> }.into_any()
            panel=view! { <Panel form/> }.into_any()
        />
    }
}

#[component]
fn DeleteButton(base: RwSignal<Option<UserSegment>>) -> impl IntoView {
    let deletion = Deletion::expect();
    let delete = move |_| {
        if let Some(base) = base.get_untracked() {
            deletion.ask(vec![Arc::new(base)]);
        }
    };
    view! {
        <button type="button" class="btn btn--ghost-danger" on:click=delete>
            <Icon symbol=Symbol::Trash/>
            "Delete…"
        </button>
    }
}
