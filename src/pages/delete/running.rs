//! Objects being deleted: progress, failures, and what can be done about them.

use leptos::prelude::*;

use super::{Deletion, dialog::noun, job::Job};
use crate::{
    pages::parts::count_of,
    ui::{Dialog, For, Icon, Show, Symbol, live},
};

/// Progress, failures, and what can be done about them.
#[component]
pub(super) fn Running(deletion: Deletion, job: Job) -> impl IntoView {
    let total = job.targets.len();
    let title = format!("Deleting {}", count_of(total, noun(&job.targets)));
    let (done, failed, running) = (job.done, job.failed, job.running);
    // One object without a failure needs no closing word.
    Effect::new({
        let job = job.clone();
        move |_| {
            if !running.get() && job.done.with(Vec::len) == total {
                deletion.cancel();
                let text = match job.targets.as_slice() {
                    [one] => format!("Deleted “{}”", one.name),
                    many => format!("Deleted {} {}s", many.len(), noun(many)),
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
    // Divided by the browser: the code that writes fractions is 19 kB.
    let share = move |count: usize| format!("calc(100% * {count} / {total})");
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
