//! The decision: what uses the objects and what becomes of it. Unless it is certain that nothing does, it is typed.

use guidepost_model::{is_blank, reads_as};
use leptos::prelude::*;

use super::{
    Deletion, Target,
    dialog::{CancelButton, noun, title},
    impact::Impact,
    objects::Objects,
    uses::{ArticleUses, Uses},
};
use crate::{
    store::Articles,
    ui::{Dialog, Show, VisibleName, live},
};

#[component]
pub(super) fn Confirm(deletion: Deletion, checked: Vec<(Target, Uses)>) -> impl IntoView {
    let targets: Vec<Target> = checked.iter().map(|(target, _)| target.clone()).collect();
    let articles = Articles::expect();
    // Follows the count: the user may have it counted in the dialog.
    let found = {
        let targets = targets.clone();
        Memo::new(move |_| ArticleUses::of(articles, &targets.iter().collect::<Vec<_>>()))
    };
    let others_use = checked.iter().any(|(_, uses)| !uses.is_empty());
    let typing = Memo::new(move |_| others_use || found.with(|found| !found.are_certainly_none()));
    let word = match targets.as_slice() {
        [one] => word_for(&one.name),
        many => format!("delete {}", many.len()),
    };
    let typed = RwSignal::new(String::new());
    let ready = {
        let word = word.clone();
        Memo::new(move |_| !typing.get() || typed.with(|typed| reads_as(typed, &word)))
    };
    let verb = match targets.len() {
        1 => format!("Delete {}", noun(&targets)),
        many => format!("Delete {many} {}s", noun(&targets)),
    };
    let title = title(&targets);
    let several = targets.len() > 1;
    let act = Callback::new(move |()| {
        if ready.get_untracked() {
            deletion.run(targets.clone());
        }
    });
    let foot = ViewFn::from(move || {
        let verb = verb.clone();
        view! {
            <CancelButton deletion/>
            <button
                type="button"
                class="btn btn--danger"
                disabled=move || !ready.get()
                on:click=move |_| act.run(())
            >
                {verb}
            </button>
        }
    });
    let objects = several.then(|| view! { <Objects deletion checked=checked.clone()/> });
    view! {
        <Dialog id="delete" title=title on_close=Callback::new(move |()| deletion.cancel()) foot>
            <p class="muted">"This takes effect immediately and can’t be undone."</p>
            {live(move || view! { <Impact checked=checked.clone() articles=found.get()/> })}
            {objects}
            <Show when=move || typing.get()>
                <TypeToConfirm word=word.clone() typed act/>
            </Show>
        </Dialog>
    }
}

#[component]
fn TypeToConfirm(word: String, typed: RwSignal<String>, act: Callback<()>) -> impl IntoView {
    view! {
        <form
            class="field confirm"
            on:submit=move |event| {
                event.prevent_default();
                act.run(());
            }
        >
            <div class="field__head">
                <label class="confirm__label" for="delete-confirm">
                    "Type "
                    <b><VisibleName text=word/></b>
                    " to confirm"
                </label>
            </div>
            <input
                class="input"
                id="delete-confirm"
                autofocus=true
                autocomplete="off"
                spellcheck="false"
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
        </form>
    }
}

/// What is to be typed for an object of that name. A name that nothing can be seen of can't be typed either.
fn word_for(name: &str) -> String {
    if is_blank(name) { "delete".to_owned() } else { name.trim().to_owned() }
}
