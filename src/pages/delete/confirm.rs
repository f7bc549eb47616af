//! The decision: what uses the objects and what becomes of it. Where something does use them, it is typed.

use leptos::prelude::*;

use super::{
    Deletion, Target,
    dialog::{CancelButton, noun, title},
    impact::Impact,
    uses::Uses,
};
use crate::ui::Dialog;

/// Names what uses the objects. Where something does, or may, it is typed.
#[component]
pub(super) fn Confirm(deletion: Deletion, checked: Vec<(Target, Uses)>) -> impl IntoView {
    let targets: Vec<Target> = checked.iter().map(|(target, _)| target.clone()).collect();
    let used = checked.iter().any(|(_, uses)| !uses.are_none());
    let word = match targets.as_slice() {
        [one] => one.name.trim().to_owned(),
        many => format!("delete {}", many.len()),
    };
    let typed = RwSignal::new(String::new());
    let ready = {
        let word = word.clone();
        Memo::new(move |_| !used || typed.with(|typed| typed.trim() == word))
    };
    let verb = match targets.len() {
        1 => format!("Delete {}", noun(&targets)),
        many => format!("Delete {many} {}s", noun(&targets)),
    };
    let title = title(&targets);
    let act = {
        let targets = targets.clone();
        Callback::new(move |()| {
            if ready.get_untracked() {
                deletion.run(targets.clone());
            }
        })
    };
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
    view! {
        <Dialog id="delete" title=title on_close=Callback::new(move |()| deletion.cancel()) foot>
            <p class="muted">"This takes effect immediately and can’t be undone."</p>
            <Impact checked/>
            {used
                .then(|| {
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
                                    <b><bdi>{word}</bdi></b>
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
                })}
        </Dialog>
    }
}
