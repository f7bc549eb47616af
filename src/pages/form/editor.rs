//! The page around a form: head, fields, panel, save bar.

use guidepost_model::{Kind, Resource, Timestamp};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    Editable, Form, FormState,
    dialogs::Dialogs,
    loaded::Crumbs,
    notices::{Notices, OtherDraftNotice},
    save::Save,
    save_bar::SaveBar,
    stage::Stage,
    watch::{ElsewhereNotice, watch_object},
    words,
};
use crate::{
    pages::{delete::Deletion, parts::count_of},
    store::{Collection, DraftKey},
    ui::{
        Icon, Leaving, PageTitle, Router, Symbol, guard_leaving, live, on_window, pass_focus_to,
        time,
    },
};

#[component]
pub(crate) fn Editor<T: Editable>(
    form: Form<T>,
    /// Facts beside the name of one that exists, before the time of its last change.
    #[prop(optional, into)]
    meta: ViewFn,
    /// The form's fields.
    fields: AnyView,
    /// What stands beside it.
    panel: AnyView,
) -> impl IntoView {
    let save = Save::new(form);
    watch_object(save);
    guard_leaving(
        Signal::derive(move || form.state.is_dirty() || save.is_saving()),
        Callback::new(move |leaving: Leaving| save.ask_to_leave(leaving)),
    );
    let focus_summary = RwSignal::new(0);
    let submit = Callback::new(move |()| {
        if !save.review() {
            focus_summary.update(|count| *count += 1);
        }
    });
    let editing = Memo::new(move |_| save.stage.with(|stage| *stage == Stage::Editing));
    save_by_key(form.state, editing, submit);
    // The server's words came back: they are read first.
    Effect::new(move |before: Option<bool>| {
        let refused = editing.get() && !untrack(|| form.state.summary()).is_empty();
        if before == Some(false) && refused {
            focus_summary.update(|count| *count += 1);
        }
        refused
    });
    let discard = Callback::new(move |()| {
        form.discard();
        // Not into a field: there Control and Z would be the field's, and not undo this.
        pass_focus_to(&["h1[tabindex]"]);
    });
    let review = Callback::new(move |()| {
        save.review();
    });
    let notices = view! {
        <Notices form=form.state attempt=save.attempt control_id=T::control_id focus_summary discard review/>
        <OtherDraftNotice form/>
        <ElsewhereNotice save/>
    };
    view! {
        <div class="page__body">
            <Head form meta/>
            <Split kind=T::KIND submit notices=notices.into_any() fields panel/>
        </div>
        <FormBar
            kind=T::KIND
            form=form.state
            changed=Signal::derive(move || T::changed_in_words(form.state))
            submit
            discard
        />
        <Dialogs save/>
    }
}

/// Control and S, or whatever saves elsewhere too.
fn save_by_key(form: FormState, editing: Memo<bool>, submit: Callback<()>) {
    on_window(ev::keydown, move |event| {
        let saves = (event.ctrl_key() || event.meta_key()) && event.key() == "s";
        if saves {
            event.prevent_default();
            let worth_it = untrack(|| form.is_new.get() || form.is_dirty());
            if editing.get_untracked() && worth_it {
                submit.run(());
            }
        }
    });
}

#[component]
fn Split(
    kind: Kind,
    submit: Callback<()>,
    notices: AnyView,
    fields: AnyView,
    panel: AnyView,
) -> impl IntoView {
    view! {
        <div class="split">
            <form
                aria-labelledby="form-title"
                novalidate
                on:submit=move |event| event.prevent_default()
                on:keydown=move |event| {
                    if event.key() == "Enter" && !event.is_composing() && is_name(&event) {
                        event.prevent_default();
                        submit.run(());
                    }
                }
            >
                <h2 class="sr-only" id="form-title">
                    {format!("{} details", words::capital(kind))}
                </h2>
                {notices}
                {fields}
            </form>
            {panel}
        </div>
    }
}

/// Enter goes on from the name, as in any form. In the pickers it adds what is marked.
fn is_name(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.id() == "name")
}

#[component]
fn Head<T: Editable>(form: Form<T>, meta: ViewFn) -> impl IntoView {
    let exists = form.base.with_untracked(|base| base.as_ref().map(Resource::id));
    if let Some(id) = exists {
        leave_when_deleted(form, id);
    }
    let verb = match form.key.get_value() {
        DraftKey::CopyOf(_) => "Duplicate",
        DraftKey::New | DraftKey::Existing(_) => "New",
    };
    let name =
        move || form.base.with(|base| base.as_ref().map(|base| base.display_name().to_owned()));
    let title =
        Signal::derive(move || name().unwrap_or_else(|| format!("{verb} {}", T::KIND.noun())));
    let updated =
        Signal::derive(move || form.base.with(|base| base.as_ref().and_then(T::updated_at)));
    let deletion = Deletion::expect();
    let delete = Callback::new(move |()| {
        if let Some(base) = form.base.get_untracked() {
            deletion.ask(&base);
        }
    });
    let duplicate = exists.map(|id| format!("{}/new?from={id}", words::address(T::KIND)));
    view! {
        <Crumbs kind=T::KIND current=title/>
        <header class="page__head">
            <PageTitle title/>
            {exists.map(|_| view! { <Meta meta updated/> })}
            {duplicate.map(|duplicate| view! { <Actions duplicate delete/> })}
        </header>
    }
}

/// Once it is deleted there is nothing left to edit here. The draft stays until the deletion has taken place: after an
/// undo, or a refusal, it is back.
fn leave_when_deleted<T: Editable>(form: Form<T>, id: T::Id) {
    let collection = Collection::<T>::expect();
    let router = Router::expect();
    let list = words::last_list(T::KIND);
    Effect::new(move |_| {
        if collection.is_leaving(id) {
            // The deletion may be undone, or fail: what was typed waits for the form to be opened again.
            form.set_aside();
            router.go(&list.get_untracked());
        }
    });
}

#[component]
fn Meta(meta: ViewFn, updated: Signal<Option<Timestamp>>) -> impl IntoView {
    view! {
        <p class="title-meta">
            {meta.run()}
            {live(move || {
                updated
                    .get()
                    .map(|moment| {
                        view! {
                            <span class="dot-sep" title=time::full(moment)>
                                {format!("Updated {}", inside_sentence(time::relative(moment)))}
                            </span>
                        }
                    })
            })}
        </p>
    }
}

/// As it stands inside a sentence. "Nov 14" stays as it is.
fn inside_sentence(text: String) -> String {
    match text.as_str() {
        "Just now" => "just now".to_owned(),
        "Yesterday" => "yesterday".to_owned(),
        _ => text,
    }
}

#[component]
fn Actions(duplicate: String, delete: Callback<()>) -> impl IntoView {
    view! {
        <div class="page__actions">
            <a href=duplicate class="btn">
                <Icon symbol=Symbol::Copy/>
                "Duplicate"
            </a>
            <button
                type="button"
                class="btn btn--bordered-danger"
                on:click=move |_| delete.run(())
            >
                <Icon symbol=Symbol::Trash/>
                "Delete…"
            </button>
        </div>
    }
}

/// While there is something to save, and always under a new object.
#[component]
fn FormBar(
    kind: Kind,
    form: FormState,
    /// What is changed.
    changed: Signal<String>,
    submit: Callback<()>,
    discard: Callback<()>,
) -> impl IntoView {
    let dirty = Memo::new(move |_| form.is_dirty());
    let state = Signal::derive(move || match (form.is_new.get(), dirty.get()) {
        (true, true) => format!("New {} · not saved", kind.noun()),
        (true, false) => format!("New {}", kind.noun()),
        (false, _) => count_of(form.changes.with(Vec::len), "unsaved change"),
    });
    let detail = Signal::derive(move || match form.is_new.get() {
        true => String::new(),
        false => changed.get(),
    });
    let verb = move || if form.is_new.get() { "Review & create" } else { "Review & save" };
    view! {
        <SaveBar
            shown=Signal::derive(move || dirty.get() || form.is_new.get())
            state
            detail
            cannot_keep=form.cannot_keep
            dirty=dirty.into()
            discards=dirty
            cancel=words::last_list(kind)
            discard
            verb=Signal::derive(move || verb().to_owned())
            submit
        />
    }
}
