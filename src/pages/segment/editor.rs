//! The page around a form: head, fields, panel, save bar, and the dialogs of saving.

use guidepost_model::UserType;
use leptos::{ev, prelude::*};

use super::{
    Crumbs,
    conflict::Conflict,
    fields::Fields,
    form::Form,
    leave::{DeletedDialog, DoubtDialog, LeaveDialog, changed_fields},
    notices::Notices,
    panel::Panel,
    review::Review,
    save::{Save, Stage},
};
use crate::{
    pages::delete::Deletion,
    store::{DraftKey, Segments},
    ui::{Icon, Leaving, PageTitle, Router, Show, Symbol, guard_leaving, live, time},
};

#[component]
pub(super) fn Editor(form: Form) -> impl IntoView {
    let save = Save::new(form);
    let focus_summary = RwSignal::new(0);
    let submit = move || {
        if !save.review() {
            focus_summary.update(|count| *count += 1);
        }
    };
    guard_leaving(
        Signal::derive(move || form.is_dirty()),
        Callback::new(move |leaving: Leaving| save.stage.set(Stage::Leaving(leaving))),
    );
    let hotkey = window_event_listener(ev::keydown, move |event| {
        let saves = (event.ctrl_key() || event.meta_key()) && event.key() == "s";
        if saves {
            event.prevent_default();
            let editing = save.stage.with_untracked(|stage| *stage == Stage::Editing);
            if editing && untrack(|| form.is_new() || form.is_dirty()) {
                submit();
            }
        }
    });
    on_cleanup(move || hotkey.remove());
    // The server's words came back: they are read first.
    Effect::new(move |before: Option<bool>| {
        let refused = save.stage.with(|stage| *stage == Stage::Editing)
            && !untrack(|| form.summary()).is_empty();
        if before == Some(false) && refused {
            focus_summary.update(|count| *count += 1);
        }
        refused
    });

    view! {
        <div class="page__body">
            <Head form/>
            <div class="split">
                <form
                    aria-labelledby="form-title"
                    novalidate
                    on:submit=move |event| {
                        event.prevent_default();
                        submit();
                    }
                >
                    <h2 class="sr-only" id="form-title">
                        "Segment details"
                    </h2>
                    <Notices save focus_summary/>
                    <Fields form/>
                </form>
                <Panel form/>
            </div>
        </div>
        <SaveBar save submit=Callback::new(move |()| submit())/>
        <Dialogs save/>
    }
}

#[component]
fn Head(form: Form) -> impl IntoView {
    let name = move || form.base.with(|base| base.as_ref().map(|base| base.name.clone()));
    let fallback = match form.key.get_value() {
        DraftKey::CopyOf(_) => "Duplicate segment",
        DraftKey::New | DraftKey::Existing(_) => "New segment",
    };
    let title = Signal::derive(move || name().unwrap_or_else(|| fallback.to_owned()));
    view! {
        <Crumbs current=title/>
        <header class="page__head">
            <PageTitle title/>
            {live(move || form.base.get().map(|base| {
                let kind = match &base.user_type {
                    UserType::Staff => "Staff".to_owned(),
                    UserType::SignedInUsers => "Signed-in users".to_owned(),
                    UserType::Other(name) => name.clone(),
                };
                view! {
                    <p class="title-meta">
                        <span>{kind}</span>
                        {base.updated_at.map(|moment| view! {
                            <span class="dot-sep" title=time::full(moment)>
                                {format!("Updated {}", lower_first(&time::relative(moment)))}
                            </span>
                        })}
                    </p>
                }
            }))}
            {live(move || form.base.with(Option::is_some).then(|| view! { <Actions form/> }))}
        </header>
    }
}

/// "Yesterday" inside a sentence is "yesterday"; "14 Nov" stays.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[component]
fn Actions(form: Form) -> impl IntoView {
    let deletion = Deletion::expect();
    let segments = Segments::expect();
    let id = form.base.with_untracked(|base| base.as_ref().map(|base| base.id));
    let delete = move |_| {
        if let Some(base) = form.base.get_untracked() {
            deletion.ask(vec![std::sync::Arc::new(base)]);
        }
    };
    // Once it is deleted there is nothing left to edit here.
    let router = Router::expect();
    Effect::new(move |_| {
        if id.is_some_and(|id| segments.is_leaving(id)) {
            form.close();
            let search = segments.last_search.get_untracked();
            router.go(&format!("/segments{search}"));
        }
    });
    view! {
        <div class="page__actions">
            {id.map(|id| view! {
                <a href=format!("/segments/new?from={id}") class="btn">
                    <Icon symbol=Symbol::Copy/>
                    "Duplicate"
                </a>
            })}
            <button type="button" class="btn btn--ghost-danger" on:click=delete>
                <Icon symbol=Symbol::Trash/>
                "Delete…"
            </button>
        </div>
    }
}

/// Shows while there is something to save.
#[component]
fn SaveBar(save: Save, submit: Callback<()>) -> impl IntoView {
    let form = save.form;
    let dirty = Memo::new(move |_| form.is_dirty());
    let state = move || match form.changes.with(Vec::len) {
        _ if form.is_new() => "Not created yet".to_owned(),
        1 => "1 unsaved change".to_owned(),
        many => format!("{many} unsaved changes"),
    };
    view! {
        <Show when=move || dirty.get() || form.is_new()>
            <footer class="save-bar" aria-label="Unsaved changes">
                <p class="save-bar__state" role="status">
                    <span class="dot dot--changed"></span>
                    {state}
                </p>
                <span class="save-bar__detail">
                    {live(move || if form.is_new() { String::new() } else { changed_fields(save) })}
                </span>
                <div class="save-bar__actions">
                    <Show when=move || dirty.get()>
                        <button type="button" class="btn" on:click=move |_| form.discard()>
                            "Discard"
                        </button>
                    </Show>
                    <button type="button" class="btn btn--primary" on:click=move |_| submit.run(())>
                        {live(move || if form.is_new() { "Review & create" } else { "Review & save" })}
                    </button>
                </div>
            </footer>
        </Show>
    }
}

#[component]
fn Dialogs(save: Save) -> impl IntoView {
    // Saving stays in the review's dialog: the two are one view.
    let shown = Memo::new(move |_| match save.stage.get() {
        Stage::Saving(segment) => Stage::Review(segment),
        stage => stage,
    });
    live(move || match shown.get() {
        Stage::Editing => ().into_any(),
        Stage::Review(segment) | Stage::Saving(segment) => {
            view! { <Review save segment/> }.into_any()
        }
        Stage::Conflict(conflict) => {
            let (merge, latest) = *conflict;
            view! { <Conflict save merge latest/> }.into_any()
        }
        Stage::Deleted => view! { <DeletedDialog save/> }.into_any(),
        Stage::Doubt(segment) => view! { <DoubtDialog save segment/> }.into_any(),
        Stage::Leaving(leaving) => view! { <LeaveDialog save leaving/> }.into_any(),
    })
}
