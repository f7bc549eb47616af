//! Objects being deleted: progress, failures, and what can be done about them.

use leptos::prelude::*;

use super::{Deletion, dialog::noun, job::Job};
use crate::ui::{Dialog, Effect, For, Icon, Show, Symbol, VisibleName, live, pass_focus_to};

/// Progress, failures, and what can be done about them.
#[component]
pub(super) fn Running(deletion: Deletion, job: Job) -> impl IntoView {
    let total = job.targets.len();
    let (done, failed, running) = (job.done, job.failed, job.running);
    let title = {
        let job = job.clone();
        Signal::derive(move || job.title())
    };
    let count = {
        let job = job.clone();
        move || {
            let number = format!("{} of {total}", done.with(Vec::len));
            job.remainder().map_or(number.clone(), |remainder| format!("{number}, {remainder}"))
        }
    };
    // Starting and ending exchange the buttons, and one of them had the focus.
    Effect::new(move |_| {
        running.track();
        pass_focus_to(&[]);
    });
    let stopped = job.stopped;
    let stop = move || stopped.set(true);
    let foot = {
        let job = job.clone();
        ViewFn::from(move || {
            let (closed, retry, resume) = (job.clone(), job.clone(), job.clone());
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
                {live(move || {
                    (!running.get())
                        .then(|| {
                            let closed = closed.clone();
                            view! {
                                <button
                                    type="button"
                                    class="btn"
                                    on:click=move |_| deletion.close(&closed)
                                >
                                    "Close"
                                </button>
                            }
                        })
                })}
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
    // Divided by the browser: the code that writes fractions is 19 kB.
    let share = move |count: usize| format!("calc(100% * {count} / {total})");
    let closed = job.clone();
    view! {
        <Dialog
            id="delete"
            title=title
            on_close=Callback::new(move |()| deletion.close(&closed))
            foot
        >
            <p class="job__count" role="status">
                {live(count)}
            </p>
            <div
                class="progress"
                role="progressbar"
                aria-label=format!("Deleted {}s", noun(&job.targets))
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
                <For each=move || failed.get() key=|(target, _)| target.id let((target, why))>
                    <li>
                        <Icon symbol=Symbol::Error/>
                        <span>
                            <b><VisibleName text=target.name.clone()/></b>
                            ": "
                            {why.to_string()}
                        </span>
                    </li>
                </For>
            </ul>
        </Dialog>
    }
}
