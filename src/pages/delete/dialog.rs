//! What a deletion shows: looking up, deciding, running.

use leptos::prelude::*;

use super::{Deletion, Stage, Target, job::Job};
use crate::{
    api::Failure,
    pages::parts::{FailureBanner, Usage, count_of},
    ui::{Dialog, For, Icon, Show, Symbol, live},
};

/// The dialog of the deletion under way. One for the app.
#[component]
pub fn DeleteDialog() -> impl IntoView {
    let deletion = Deletion::expect();
    live(move || match deletion.stage.get() {
        Stage::Idle => ().into_any(),
        Stage::Checking(targets) => view! { <Checking deletion targets/> }.into_any(),
        Stage::Unknown(targets, failure) => {
            view! { <Unknown deletion targets failure/> }.into_any()
        }
        Stage::Confirm(checked) => view! { <Confirm deletion checked/> }.into_any(),
        Stage::Running(job) => view! { <Running deletion job/> }.into_any(),
    })
}

fn title(targets: &[Target]) -> String {
    match targets {
        [one] => format!("Delete “{}”?", one.name),
        many => format!("Delete {} segments?", many.len()),
    }
}

#[component]
fn CancelButton(deletion: Deletion) -> impl IntoView {
    view! {
        <button type="button" class="btn" on:click=move |_| deletion.cancel()>
            "Cancel"
        </button>
    }
}

/// Usually over before it is seen: the dialog waits a moment before it shows.
#[component]
fn Checking(deletion: Deletion, targets: Vec<Target>) -> impl IntoView {
    let shown = RwSignal::new(false);
    let timer = set_timeout_with_handle(
        move || {
            shown.try_set(true);
        },
        std::time::Duration::from_millis(300),
    );
    if let Ok(timer) = timer {
        on_cleanup(move || timer.clear());
    }
    let title = title(&targets);
    live(move || {
        shown.get().then(|| {
            view! {
                <Dialog
                    id="delete"
                    title=title.clone()
                    on_close=Callback::new(move |()| deletion.cancel())
                    foot=ViewFn::from(move || view! { <CancelButton deletion/> })
                >
                    <p class="progress-note" role="status">
                        <span class="spinner" aria-hidden="true"></span>
                        "Looking up what uses it…"
                    </p>
                </Dialog>
            }
        })
    })
}

#[component]
fn Unknown(deletion: Deletion, targets: Vec<Target>, failure: Failure) -> impl IntoView {
    let title = title(&targets);
    let retry = Callback::new(move |()| deletion.ask(targets.clone()));
    view! {
        <Dialog
            id="delete"
            title=title
            on_close=Callback::new(move |()| deletion.cancel())
            foot=ViewFn::from(move || view! { <CancelButton deletion/> })
        >
            <p>"What uses it could not be looked up, so nothing was deleted."</p>
            <FailureBanner failure retry/>
        </Dialog>
    }
}

/// Names what uses the segments. Where something does, it is typed.
#[component]
fn Confirm(deletion: Deletion, checked: Vec<(Target, Usage)>) -> impl IntoView {
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

/// Progress, failures, and what can be done about them.
#[component]
fn Running(deletion: Deletion, job: Job) -> impl IntoView {
    let total = job.targets.len();
    let title = match total {
        1 => "Deleting 1 segment".to_owned(),
        total => format!("Deleting {total} segments"),
    };
    let (done, failed, running) = (job.done, job.failed, job.running);
    // One segment without a failure needs no closing word.
    Effect::new({
        let job = job.clone();
        move |_| {
            if !running.get() && job.done.with(Vec::len) == total {
                deletion.cancel();
                let text = match job.targets.as_slice() {
                    [one] => format!("Deleted “{}”", one.name),
                    many => format!("Deleted {} segments", many.len()),
                };
                deletion.toasts.say(text);
            }
        }
    });
    let stopped = job.stopped;
    let stop = move || stopped.set(true);
    let foot = {
        let job = job.clone();
        ViewFn::from(move || {
            let (retry, resume) = (job.clone(), job.clone());
            let can_resume = {
                let job = job.clone();
                move || !running.get() && job.left() > 0
            };
            view! {
                <Show when=move || running.get()>
                    <button type="button" class="btn" on:click=move |_| stop()>
                        "Stop"
                    </button>
                </Show>
                <Show when=move || !running.get()>
                    <button type="button" class="btn" on:click=move |_| deletion.cancel()>
                        "Close"
                    </button>
                </Show>
                {live(move || {
                    (!running.get() && !failed.with(Vec::is_empty))
                        .then(|| {
                            let retry = retry.clone();
                            view! {
                                <button
                                    type="button"
                                    class="btn btn--primary"
                                    on:click=move |_| retry.retry(deletion)
                                >
                                    "Retry failed"
                                </button>
                            }
                        })
                })}
                {live(move || {
                    can_resume()
                        .then(|| {
                            let resume = resume.clone();
                            view! {
                                <button
                                    type="button"
                                    class="btn btn--primary"
                                    on:click=move |_| resume.run(deletion)
                                >
                                    "Resume"
                                </button>
                            }
                        })
                })}
            }
        })
    };
    let share = move |count: usize| format!("{}%", count as f64 * 100.0 / total as f64);
    view! {
        <Dialog
            id="delete"
            title=title
            on_close=Callback::new(move |()| {
                stop();
                deletion.cancel();
            })
            foot
        >
            <p class="job__count" role="status">
                {live(move || {
                    let failed = failed.with(Vec::len);
                    let number = done.with(Vec::len);
                    match failed {
                        0 => format!("{number} of {total}"),
                        failed => format!("{number} of {total}, {failed} failed"),
                    }
                })}
            </p>
            <div
                class="progress"
                role="progressbar"
                aria-label="Deleted segments"
                aria-valuemin="0"
                aria-valuemax=total
                aria-valuenow=move || done.with(Vec::len)
            >
                <div class="progress__track">
                    <div class="progress__fill" style:width=move || share(done.with(Vec::len))></div>
                    <div
                        class="progress__fill progress__fill--failed"
                        style:width=move || share(failed.with(Vec::len))
                    ></div>
                </div>
            </div>
            <ul class="job__failures">
                <For each=move || failed.get() key=|(target, _)| target.id let((target, failure))>
                    <li>
                        <Icon symbol=Symbol::Error/>
                        <span>
                            <b>{target.name.clone()}</b>
                            ": "
                            {failure.to_string()}
                        </span>
                    </li>
                </For>
            </ul>
        </Dialog>
    }
}
