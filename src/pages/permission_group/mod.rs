//! The form of one permission group: new, copied, existing, or one that can only be read.

mod candidates;
mod cell;
mod editable;
mod fields;
mod keyboard;
mod panel;
mod read_only;
mod table;
mod used_by;
mod words;

use std::sync::Arc;

use guidepost_model::{PermissionGroup, PermissionGroupDraft, PermissionGroupId};
use leptos::prelude::*;

use super::{
    form::{Editor, Form, Loaded, Opened},
    parts::count_of,
};
use crate::{
    session::Session,
    store::{Articles, DraftKey, PermissionGroups, Segments},
    ui::live,
};
use fields::Fields;
use panel::Panel;
use read_only::{NoneToCreate, ReadOnly};

/// What a permission group's form holds.
type GroupForm = Form<PermissionGroup>;

/// `/permission-groups/{id}`
#[component]
pub fn PermissionGroupPage() -> impl IntoView {
    // The names of all that the group holds, and the rows of its table.
    Segments::expect().ensure();
    let changeable = changeable();
    let show = Callback::new(move |group: Arc<PermissionGroup>| {
        live(move || {
            if group.built_in || !changeable.get() {
                view! { <ReadOnly group=group.clone()/> }.into_any()
            } else {
                view! { <Existing group=group.clone()/> }.into_any()
            }
        })
    });
    let Opened::<PermissionGroupId>(id) = expect_context();
    id.map(|id| view! { <Loaded id show/> })
}

/// `/permission-groups/new`, and `/permission-groups/new?from={id}` for a copy.
#[component]
pub fn NewPermissionGroupPage() -> impl IntoView {
    Segments::expect().ensure();
    // The number of groups is checked against Zendesk's limit.
    PermissionGroups::expect().ensure();
    let changeable = changeable();
    let Opened::<PermissionGroupId>(from) = expect_context();
    live(move || match from {
        _ if !changeable.get() => view! { <NoneToCreate/> }.into_any(),
        Some(id) => view! { <Loaded id show=Callback::new(copy)/> }.into_any(),
        None => {
            let form = Form::open(DraftKey::New, None, PermissionGroupDraft::default());
            view! { <GroupEditor form/> }.into_any()
        }
    })
}

/// Whether the plan can create and change permission groups. It may become known while a page is open.
fn changeable() -> Memo<bool> {
    let session = Session::expect();
    Memo::new(move |_| session.plan().changes_permission_groups())
}

fn copy(original: Arc<PermissionGroup>) -> AnyView {
    let mut draft = original.draft();
    draft.name = format!("Copy of {}", draft.name);
    if !untrack(|| Session::expect().plan()).grants_edit() {
        // What is left from a time on Enterprise is in effect nowhere, and can't be set anew.
        draft.edit.clear();
    }
    let form = Form::open(DraftKey::CopyOf(original.id), None, draft);
    view! { <GroupEditor form/> }.into_any()
}

#[component]
fn Existing(group: Arc<PermissionGroup>) -> impl IntoView {
    let draft = group.draft();
    let form = Form::open(DraftKey::Existing(group.id), Some(group.as_ref().clone()), draft);
    view! { <GroupEditor form/> }
}

#[component]
fn GroupEditor(form: GroupForm) -> impl IntoView {
    let articles = Articles::expect();
    let id = form.base.with_untracked(|base| base.as_ref().map(|base| base.id));
    let on = move || articles.of(id?).map(|count| format!("On {}", count_of(count, "article")));
    let meta = ViewFn::from(move || {
        live(move || on().map(|words| view! { <span class="dot-sep">{words}</span> }))
    });
    view! {
        <Editor
            form
            meta
            fields=view! { <Fields form/> }.into_any()
            panel=view! { <Panel form/> }.into_any()
        />
    }
}
