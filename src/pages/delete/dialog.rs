//! What a deletion shows: looking up, deciding, running.

use guidepost_model::{Kind, quoted};
use leptos::prelude::*;

use super::{Deletion, Stage, Target, confirm::Confirm, running::Running};
use crate::{
    api::Failure,
    pages::parts::FailureBanner,
    ui::{Dialog, after, live},
};

/// The dialog of the deletion under way. One for the app.
#[component]
pub fn DeleteDialog() -> impl IntoView {
    let deletion = Deletion::expect();
    live(move || match deletion.stage.get() {
        Stage::Idle => ().into_any(),
        Stage::Checking { targets, asks } => view! { <Checking deletion targets asks/> }.into_any(),
        Stage::Unknown { targets, asks, failure } => {
            view! { <Unknown deletion targets asks failure/> }.into_any()
        }
        Stage::Confirm(checked) => view! { <Confirm deletion checked/> }.into_any(),
        Stage::Running(job) => view! { <Running deletion job/> }.into_any(),
    })
}

pub(super) fn title(targets: &[Target]) -> String {
    match targets {
        [one] => format!("Delete {}?", quoted(&one.name)),
        many => format!("Delete {} {}s?", many.len(), noun(many)),
    }
}

/// What one of them is. All are of one kind.
pub(super) fn noun(targets: &[Target]) -> &'static str {
    targets.first().map_or(Kind::Segment, |target| target.kind).noun()
}

#[component]
pub(super) fn CancelButton(deletion: Deletion) -> impl IntoView {
    view! {
        <button type="button" class="btn" on:click=move |_| deletion.cancel()>
            "Cancel"
        </button>
    }
}

/// Usually over before it is seen: the dialog waits a moment before it shows.
#[component]
fn Checking(deletion: Deletion, targets: Vec<Target>, asks: bool) -> impl IntoView {
    deletion.check(targets.clone(), asks);
    let shown = RwSignal::new(false);
    after(std::time::Duration::from_millis(300), move || shown.set(true));
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
fn Unknown(
    deletion: Deletion,
    targets: Vec<Target>,
    asks: bool,
    failure: Failure,
) -> impl IntoView {
    let title = title(&targets);
    let retry = Callback::new(move |()| deletion.begin(targets.clone(), asks));
    view! {
        <Dialog
            id="delete"
            title=title
            on_close=Callback::new(move |()| deletion.cancel())
            foot=ViewFn::from(move || view! { <CancelButton deletion/> })
        >
            <p>"Couldn’t check what uses it, so nothing was deleted."</p>
            <FailureBanner failure retry/>
        </Dialog>
    }
}
