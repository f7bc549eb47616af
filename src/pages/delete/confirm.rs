//! The decision: what uses the segments and what becomes of it. Where something does use them, it is typed.

use leptos::prelude::*;

use super::{
    Deletion, Target,
    dialog::{CancelButton, title},
};
use crate::{
    pages::parts::{Usage, count_of},
    ui::{Dialog, Icon, Symbol},
};

/// Names what uses the segments. Where something does, it is typed.
#[component]
pub(super) fn Confirm(deletion: Deletion, checked: Vec<(Target, Usage)>) -> impl IntoView {
    let targets: Vec<Target> = checked.iter().map(|(target, _)| target.clone()).collect();
    let used = checked.iter().any(|(_, usage)| !usage.is_empty());
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
        1 => "Delete segment".to_owned(),
        many => format!("Delete {many} segments"),
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
            <p class="muted">"Zendesk applies this at once and cannot undo it."</p>
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

/// What becomes visible to everyone.
#[component]
fn Impact(checked: Vec<(Target, Usage)>) -> impl IntoView {
    let several = checked.len() > 1;
    let unused = checked.iter().filter(|(_, usage)| usage.is_empty()).count();
    let line =
        |symbol: Symbol, number: usize, one: &str, names: Vec<String>, of: Option<String>| {
            let text = format!("{} will become visible to everyone", count_of(number, one));
            let of = of.map(|of| format!(" (“{of}”)")).unwrap_or_default();
            view! {
                <li class="is-danger">
                    <Icon symbol/>
                    <span>
                        <b>{text}</b>
                        {of}
                        ", signed in or not: "
                        {name_some(&names)}
                    </span>
                </li>
            }
        };
    let lines = checked
        .into_iter()
        .flat_map(|(target, usage)| {
            let of = several.then(|| target.name.clone());
            let sections: Vec<String> =
                usage.sections.into_iter().map(|section| section.name).collect();
            let topics: Vec<String> = usage.topics.into_iter().map(|topic| topic.name).collect();
            [
                (!sections.is_empty()).then(|| {
                    line(Symbol::Section, sections.len(), "section", sections, of.clone())
                }),
                (!topics.is_empty())
                    .then(|| line(Symbol::Topic, topics.len(), "topic", topics, of)),
            ]
        })
        .flatten()
        .collect_view();
    view! {
        <ul class="impact-list">
            {lines}
            {(unused > 0)
                .then(|| {
                    let text = match (several, unused) {
                        (false, _) => "No section and no topic uses it.".to_owned(),
                        (true, 1) => "1 segment is used by no section and no topic.".to_owned(),
                        (true, unused) => {
                            format!("{unused} segments are used by no section and no topic.")
                        }
                    };
                    view! {
                        <li>
                            <Icon symbol=Symbol::Check/>
                            <span>{text}</span>
                        </li>
                    }
                })}
            <li>
                <Icon symbol=Symbol::Info/>
                <span>"Articles are not looked up. Those that use it become visible to everyone too."</span>
            </li>
        </ul>
    }
}

fn name_some(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(4).map(String::as_str).collect();
    let more = names.len() - shown.len();
    let list = shown.join(", ");
    if more > 0 { format!("{list} and {more} more.") } else { format!("{list}.") }
}
