//! The dialog that duplicates the selected segments: what will be created, how far it is, what failed.

use guidepost_model::limits;
use leptos::prelude::*;

use super::{
    Bulk,
    copies::{Copies, Planned, Stage},
};
use crate::{
    pages::parts::count_of,
    ui::{Dialog, Effect, Icon, Show, Symbol, VisibleName, live, pass_focus_to},
};

#[component]
pub(super) fn DuplicateDialog(bulk: Bulk) -> impl IntoView {
    let originals: Vec<_> = bulk
        .chosen()
        .into_iter()
        .filter(|segment| !segment.built_in)
        .map(|segment| segment.as_ref().clone())
        .collect();
    let copies = Copies::of(&originals);
    let too_many = Memo::new(move |_| copies.total_afterwards() > limits::SEGMENTS);
    let close = move || bulk.end();
    // Whatever takes the dialog away, nothing further is begun.
    on_cleanup(move || {
        copies.stopped.set(true);
        copies.closed.set(true);
    });
    // Selected were the originals: what comes next is about something else.
    let complete = move || {
        if copies.closed.try_get_untracked() == Some(false) {
            bulk.selection.clear();
            bulk.end();
        }
    };
    // Each stage has its own buttons, and one of those before had the focus.
    Effect::new(move |_| {
        copies.stage.track();
        pass_focus_to(&[]);
    });
    let foot = ViewFn::from(move || {
        live(move || match copies.stage.get() {
            Stage::Asking => view! {
                <button type="button" class="btn" on:click=move |_| close()>
                    "Cancel"
                </button>
                <button
                    type="button"
                    class="btn btn--primary"
                    autofocus=true
                    disabled=move || too_many.get()
                    on:click=move |_| copies.run(complete)
                >
                    {format!("Duplicate {}", count_of(copies.total, "segment"))}
                </button>
            }
            .into_any(),
            Stage::Running => view! {
                <button type="button" class="btn" on:click=move |_| copies.stopped.set(true)>
                    "Stop"
                </button>
            }
            .into_any(),
            Stage::Ended => view! {
                <button type="button" class="btn" on:click=move |_| close()>
                    "Close"
                </button>
                <button
                    type="button"
                    class="btn btn--primary"
                    on:click=move |_| copies.retry(complete)
                >
                    "Try again"
                </button>
            }
            .into_any(),
        })
    });
    view! {
        <Dialog
            id="duplicate"
            title=Signal::derive(move || copies.title())
            on_close=Callback::new(move |()| close())
            foot
        >
            {live(move || match copies.stage.get() {
                Stage::Asking => view! { <Plan copies too_many/> }.into_any(),
                Stage::Running | Stage::Ended => view! { <Progress copies/> }.into_any(),
            })}
        </Dialog>
    }
}

/// What will be created.
#[component]
fn Plan(copies: Copies, too_many: Memo<bool>) -> impl IntoView {
    let names = copies.left.get_untracked().into_iter().map(|Planned { draft, .. }| {
        view! {
            <li>
                <Icon symbol=Symbol::Copy/>
                <VisibleName text=draft.name/>
            </li>
        }
    });
    view! {
        <p class="muted">
            "Copies have the same conditions and people. They get no access in permission groups, and no content uses them."
        </p>
        <Show when=move || too_many.get()>
            <p class="field__message field__message--warning">
                <Icon symbol=Symbol::Warning/>
                <span>
                    {live(move || {
                        let (count, limit) = (copies.total_afterwards(), limits::SEGMENTS);
                        format!("This would make {count} custom segments. Zendesk allows {limit}.")
                    })}
                </span>
            </p>
        </Show>
        <div class="objects">
            <ul class="plain-list">{names.collect_view()}</ul>
        </div>
    }
}

#[component]
fn Progress(copies: Copies) -> impl IntoView {
    let total = copies.total;
    let count = move || {
        let failed = copies.failed.with(Vec::len);
        let done = format!("{} of {total}", copies.done.get());
        if failed == 0 { done } else { format!("{done}, {failed} failed") }
    };
    let share = move |count: usize| format!("calc(100% * {count} / {total})");
    view! {
        <p class="job__count" role="status">
            {live(count)}
        </p>
        <div
            class="progress"
            role="progressbar"
            aria-label="Duplicated segments"
            aria-valuemin="0"
            aria-valuemax=total
            aria-valuenow=move || copies.done.get()
        >
            <div class="progress__track">
                <div class="progress__fill" style:width=move || share(copies.done.get())></div>
                <div
                    class="progress__fill progress__fill--failed"
                    style:width=move || share(copies.failed.with(Vec::len))
                ></div>
            </div>
        </div>
        <ul class="job__failures">
            {live(move || {
                copies
                    .failed
                    .get()
                    .into_iter()
                    .map(|(planned, why)| {
                        view! {
                            <li>
                                <Icon symbol=Symbol::Error/>
                                <span>
                                    <b>
                                        <VisibleName text=planned.draft.name/>
                                    </b>
                                    ": "
                                    {why}
                                </span>
                            </li>
                        }
                    })
                    .collect_view()
            })}
        </ul>
    }
}
