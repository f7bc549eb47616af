//! The form of a custom segment.

use guidepost_model::UserType;
use leptos::prelude::*;

use super::{SegmentForm, fields::Fields, panel::Panel};
use crate::pages::form::Editor;

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
            fields=view! { <Fields form/> }.into_any()
            panel=view! { <Panel form/> }.into_any()
        />
    }
}
