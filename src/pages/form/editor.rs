//! The page around a form: head, fields, panel, save bar.

use guidepost_model::{Kind, Resource, Timestamp};
use leptos::{ev, prelude::*};

use super::{
    Editable, Form, FormState, dialogs::Dialogs, loaded::Crumbs, notices::Notices, save::Save,
    stage::Stage, words,
};
use crate::{
    store::{Collection, DraftKey},
    ui::{Icon, Leaving, PageTitle, Router, Show, Symbol, guard_leaving, live, time},
};

#[component]
pub(crate) fn Editor<T: Editable>(
    form: Form<T>,
    /// Facts beside the name of one that exists, before the time of its last change.
    #[prop(optional, into)]
    meta: ViewFn,
    /// What can be done with one that exists, beside duplicating it.
    #[prop(optional, into)]
    actions: ViewFn,
    /// The form's fields.
    fields: AnyView,
    /// What stands beside it.
    panel: AnyView,
) -> impl IntoView {
    let save = Save::new(form);
    guard_leaving(
        Signal::derive(move || form.state.is_dirty()),
        Callback::new(move |leaving: Leaving| save.stage.set(Stage::Leaving(leaving))),
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
    let discard = Callback::new(move |()| form.discard());
    let review = Callback::new(move |()| {
        save.review();
    });
    let notices = view! {
        <Notices form=form.state attempt=save.attempt control_id=T::control_id focus_summary discard review/>
    };
    view! {
        <div class="page__body">
            <Head form meta actions/>
            <Split kind=T::KIND submit notices=notices.into_any() fields panel/>
        </div>
        <SaveBar form=form.state submit discard/>
        <Dialogs save/>
    }
}

/// Control and S, or whatever saves elsewhere too.
fn save_by_key(form: FormState, editing: Memo<bool>, submit: Callback<()>) {
    let hotkey = window_event_listener(ev::keydown, move |event| {
        let saves = (event.ctrl_key() || event.meta_key()) && event.key() == "s";
        if saves {
            event.prevent_default();
            let worth_it = untrack(|| form.is_new.get() || form.is_dirty());
            if editing.get_untracked() && worth_it {
                submit.run(());
            }
        }
    });
    on_cleanup(move || hotkey.remove());
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
                on:submit=move |event| {
                    event.prevent_default();
                    submit.run(());
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

#[component]
fn Head<T: Editable>(form: Form<T>, meta: ViewFn, actions: ViewFn) -> impl IntoView {
    let exists = form.base.with_untracked(|base| base.as_ref().map(Resource::id));
    if let Some(id) = exists {
        leave_when_deleted(form, id);
    }
    let verb = match form.key.get_value() {
        DraftKey::CopyOf(_) => "Duplicate",
        DraftKey::New | DraftKey::Existing(_) => "New",
    };
    let name = move || form.base.with(|base| base.as_ref().map(|base| base.name().to_owned()));
    let title =
        Signal::derive(move || name().unwrap_or_else(|| format!("{verb} {}", T::KIND.noun())));
    let updated =
        Signal::derive(move || form.base.with(|base| base.as_ref().and_then(T::updated_at)));
    let duplicate = exists.map(|id| format!("{}/new?from={id}", words::address(T::KIND)));
    view! {
        <Crumbs kind=T::KIND current=title/>
        <header class="page__head">
            <PageTitle title/>
            {exists.map(|_| view! { <Meta meta updated/> })}
            {duplicate.map(|duplicate| view! { <Actions duplicate actions/> })}
        </header>
    }
}

/// Once it is deleted there is nothing left to edit here.
fn leave_when_deleted<T: Editable>(form: Form<T>, id: T::Id) {
    let collection = Collection::<T>::expect();
    let router = Router::expect();
    let list = words::last_list(T::KIND);
    Effect::new(move |_| {
        if collection.is_leaving(id) {
            form.close();
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
                                {format!("Updated {}", lower_first(&time::relative(moment)))}
                            </span>
                        }
                    })
            })}
        </p>
    }
}

/// "Yesterday" inside a sentence is "yesterday"; "14 Nov" stays.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[component]
fn Actions(duplicate: String, actions: ViewFn) -> impl IntoView {
    view! {
        <div class="page__actions">
            <a href=duplicate class="btn">
                <Icon symbol=Symbol::Copy/>
                "Duplicate"
            </a>
            {actions.run()}
        </div>
    }
}

/// Shows while there is something to save.
#[component]
fn SaveBar(form: FormState, submit: Callback<()>, discard: Callback<()>) -> impl IntoView {
    let dirty = Memo::new(move |_| form.is_dirty());
    let state = move || match form.changes.with(Vec::len) {
        _ if form.is_new.get() => "Not created yet".to_owned(),
        1 => "1 unsaved change".to_owned(),
        many => format!("{many} unsaved changes"),
    };
    view! {
        <Show when=move || dirty.get() || form.is_new.get()>
            <footer class="save-bar" aria-label="Unsaved changes">
                <p class="save-bar__state" role="status">
                    <span class="dot dot--changed"></span>
                    {state}
                </p>
                <span class="save-bar__detail">
                    {live(move || if form.is_new.get() { String::new() } else { form.changed_fields() })}
                </span>
                <div class="save-bar__actions">
                    <Show when=move || dirty.get()>
                        <button type="button" class="btn" on:click=move |_| discard.run(())>
                            "Discard"
                        </button>
                    </Show>
                    <button type="button" class="btn btn--primary" on:click=move |_| submit.run(())>
                        {live(move || if form.is_new.get() { "Review & create" } else { "Review & save" })}
                    </button>
                </div>
            </footer>
        </Show>
    }
}
