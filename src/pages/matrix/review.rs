//! One look at all changes, then their saving: progress, what failed, and what can be done about it.

use leptos::prelude::*;

use super::{
    board::count,
    job::{Job, Outcome, Task},
};
use crate::{
    pages::parts::{Diff, PauseBanner, count_of},
    store::Arrival,
    ui::{Dialog, Effect, Icon, Show, Symbol, Toasts, VisibleName, live},
};

#[component]
pub(super) fn Review(
    job: Job,
    /// Closes the dialog.
    close: Callback<()>,
) -> impl IntoView {
    job.shown.set(true);
    let shown = job.shown;
    on_cleanup(move || {
        shown.try_set(false);
    });
    let total = job.tasks.len();
    let switches: usize = job.tasks.iter().map(|task| count(&task.changes)).sum();
    let (running, begun, stopped) = (job.running, job.begun, job.stopped);
    let toasts = Toasts::expect();
    // When all went well there is nothing left to read.
    Effect::new({
        let job = job.clone();
        move |_| {
            if begun.get()
                && !running.get()
                && job.count(|outcome| matches!(outcome, Outcome::Saved | Outcome::Together(_)))
                    == total
            {
                toasts.say(job.all_saved());
                close.run(());
            }
        }
    });
    let title = {
        let job = job.clone();
        Signal::derive(move || {
            let saved = job.count(Outcome::is_saved);
            match (begun.get(), running.get()) {
                (false, _) => format!(
                    "Save {} to {}?",
                    count_of(switches, "change"),
                    count_of(total, "permission group")
                ),
                (true, true) => format!("Saving {}", count_of(total, "permission group")),
                (true, false) => {
                    format!("Saved {saved} of {}", count_of(total, "permission group"))
                }
            }
        })
    };
    let tasks = job
        .tasks
        .iter()
        .map(|task| view! { <TaskLine job=job.clone() task=task.clone()/> })
        .collect_view();
    view! {
        <Dialog
            id="review"
            title
            wide=true
            on_close=Callback::new(move |()| {
                stopped.set(true);
                close.run(());
            })
            foot=foot(&job, total, close)
        >
            <Show when=move || begun.get()>
                <Progress job=job.clone() total/>
            </Show>
            <PauseBanner/>
            <ul class="batch">{tasks}</ul>
        </Dialog>
    }
}

fn foot(job: &Job, total: usize, close: Callback<()>) -> ViewFn {
    let job = job.clone();
    let (running, begun, stopped) = (job.running, job.begun, job.stopped);
    ViewFn::from(move || {
        let job = job.clone();
        live(move || {
            let (go, retry) = (job.clone(), job.clone());
            if !begun.get() {
                return view! {
                    <button type="button" class="btn" on:click=move |_| close.run(())>
                        "Keep editing"
                    </button>
                    <button type="button" class="btn btn--primary" autofocus=true on:click=move |_| go.run()>
                        {format!("Save {}", count_of(total, "permission group"))}
                    </button>
                }
                .into_any();
            }
            if running.get() {
                return view! {
                    <button
                        type="button"
                        class="btn"
                        disabled=move || stopped.get()
                        on:click=move |_| stopped.set(true)
                    >
                        {live(move || if stopped.get() { "Stopping…" } else { "Stop" })}
                    </button>
                }
                .into_any();
            }
            let failed = job.count(|outcome| matches!(outcome, Outcome::Failed(..)));
            let waiting = job.count(|outcome| *outcome == Outcome::Waiting);
            view! {
                <button type="button" class="btn" on:click=move |_| close.run(())>
                    "Close"
                </button>
                {(failed > 0)
                    .then(|| {
                        view! {
                            <button type="button" class="btn btn--primary" on:click=move |_| retry.retry()>
                                "Retry failed"
                            </button>
                        }
                    })}
                {(failed == 0 && waiting > 0)
                    .then(|| {
                        view! {
                            <button type="button" class="btn btn--primary" on:click=move |_| go.run()>
                                "Resume"
                            </button>
                        }
                    })}
            }
            .into_any()
        })
    })
}

#[component]
fn Progress(job: Job, total: usize) -> impl IntoView {
    let settled = {
        let job = job.clone();
        Memo::new(move |_| job.count(Outcome::is_settled))
    };
    let trouble = Memo::new(move |_| job.count(Outcome::is_trouble));
    // Divided by the browser: the code that writes fractions is 19 kB.
    let share = move |count: usize| format!("calc(100% * {count} / {total})");
    view! {
        <p class="job__count" role="status">
            {live(move || match trouble.get() {
                0 => format!("{} of {total}", settled.get()),
                trouble => format!("{} of {total}, {trouble} not saved", settled.get()),
            })}
        </p>
        <div
            class="progress"
            role="progressbar"
            aria-label="Saved permission groups"
            aria-valuemin="0"
            aria-valuemax=total
            aria-valuenow=move || settled.get()
        >
            <div class="progress__track">
                <div class="progress__fill" style:width=move || share(settled.get())></div>
                <div
                    class="progress__fill progress__fill--failed"
                    style:width=move || share(trouble.get())
                ></div>
            </div>
        </div>
    }
}

#[component]
fn TaskLine(job: Job, task: Task) -> impl IntoView {
    let outcome = task.outcome;
    let name = task.name.clone();
    let sign = move || match outcome.get() {
        Outcome::Waiting | Outcome::GivenUp => ().into_any(),
        Outcome::Saving => {
            view! { <span class="spinner" role="img" aria-label="Saving"></span> }.into_any()
        }
        Outcome::Saved | Outcome::Together(_) => view! {
            <Icon symbol=Symbol::Check/>
            "Saved"
        }
        .into_any(),
        Outcome::Otherwise(_) => view! {
            <Icon symbol=Symbol::Warning/>
            "Saved with differences"
        }
        .into_any(),
        _ => view! {
            <Icon symbol=Symbol::Error/>
            "Not saved"
        }
        .into_any(),
    };
    let words = {
        let task = task.clone();
        move || say(&job, &task)
    };
    view! {
        <li
            class="batch__item"
            class:is-settled=move || outcome.with(Outcome::is_settled)
            class:is-trouble=move || outcome.with(Outcome::is_trouble)
        >
            <div class="batch__head">
                <h3 class="batch__name">
                    <VisibleName text=name/>
                </h3>
                <span class="batch__sign">{live(sign)}</span>
            </div>
            <Diff changes=task.changes.clone()/>
            {live(words)}
        </li>
    }
}

/// What happened to a group, where that takes more than a sign.
fn say(job: &Job, task: &Task) -> AnyView {
    let (job, task) = (job.clone(), task.clone());
    match task.outcome.get() {
        Outcome::Waiting | Outcome::Saving | Outcome::Saved => ().into_any(),
        Outcome::Together(theirs) => view! {
            <p class="muted">"Saved together with someone else’s changes:"</p>
            <Diff changes=theirs/>
        }
        .into_any(),
        Outcome::GivenUp => {
            view! { <p class="muted">"Your changes to it were dropped."</p> }.into_any()
        }
        Outcome::Failed(failure, arrival) => {
            let note = match arrival {
                Arrival::Refused => "",
                Arrival::NotSoFar => " It hasn’t arrived so far.",
                Arrival::Unknown => " It may have been saved all the same.",
            };
            view! { <p class="batch__trouble" role="alert">{failure.to_string()} {note}</p> }
                .into_any()
        }
        Outcome::Invalid(words) => {
            view! { <p class="batch__trouble" role="alert">{words}</p> }.into_any()
        }
        Outcome::Otherwise(changes) => view! {
            <div class="batch__trouble" role="alert">
                <p>"Zendesk saved something different from what was sent. The difference:"</p>
                <Diff changes/>
            </div>
        }
        .into_any(),
        Outcome::Changed(changes, _) => {
            let (keep_job, keep_task) = (job.clone(), task.clone());
            view! {
                <div class="batch__trouble" role="alert">
                    <p>"Changed by someone else since you opened it:"</p>
                    <Diff changes/>
                    <p class="batch__actions">
                        <button
                            type="button"
                            class="btn btn--s"
                            on:click=move |_| keep_job.keep_both(&keep_task)
                        >
                            "Apply my changes too"
                        </button>
                        <button type="button" class="btn btn--s" on:click=move |_| job.give_up(&task)>
                            "Drop my changes"
                        </button>
                    </p>
                </div>
            }
            .into_any()
        }
        Outcome::Gone => view! {
            <div class="batch__trouble" role="alert">
                <p>"Someone else deleted this permission group."</p>
                <p class="batch__actions">
                    <button type="button" class="btn btn--s" on:click=move |_| job.give_up(&task)>
                        "Drop my changes"
                    </button>
                </p>
            </div>
        }
        .into_any(),
    }
}
