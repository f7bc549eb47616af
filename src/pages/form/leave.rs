//! Dialogs that keep somebody from losing work: leaving with changes, an object that is gone, an answer that was lost.

use guidepost_model::{Kind, Timestamp};
use leptos::prelude::*;

use super::words;
use crate::{
    api::Failure,
    pages::parts::FailureBanner,
    ui::{Dialog, live, time},
};

#[component]
fn KeepEditing(keep: Callback<()>) -> impl IntoView {
    view! {
        <button type="button" class="btn" on:click=move |_| keep.run(())>
            "Keep editing"
        </button>
    }
}

#[component]
pub(crate) fn LeaveDialog(
    /// What was changed, as a list in a sentence.
    fields: String,
    /// Stays.
    keep: Callback<()>,
    /// Forgets the changes, and leaves.
    discard: Callback<()>,
    /// Stays, and goes on to saving.
    review: Callback<()>,
) -> impl IntoView {
    let foot = ViewFn::from(move || {
        view! {
            <button
                type="button"
                class="btn btn--ghost-danger dialog__foot-start"
                on:click=move |_| discard.run(())
            >
                "Leave without saving"
            </button>
            <KeepEditing keep/>
            <button
                type="button"
                class="btn btn--primary"
                autofocus=true
                on:click=move |_| review.run(())
            >
                "Save first…"
            </button>
        }
    });
    view! {
        <Dialog id="leave" title="Leave without saving?" on_close=keep foot>
            <p class="muted">{format!("You have unsaved changes to {fields}.")}</p>
        </Dialog>
    }
}

/// The object was deleted while the form was open.
#[component]
pub(super) fn DeletedDialog(kind: Kind, keep: Callback<()>, create: Callback<()>) -> impl IntoView {
    let noun = kind.noun();
    let foot = ViewFn::from(move || {
        view! {
            <KeepEditing keep/>
            <button
                type="button"
                class="btn btn--primary"
                autofocus=true
                on:click=move |_| create.run(())
            >
                {format!("Recreate {noun}")}
            </button>
        }
    });
    view! {
        <Dialog
            id="deleted"
            title=format!("Someone else deleted this {noun}")
            on_close=keep
            foot
        >
            <p class="muted">
                {format!(
                    "Your version is safe. If you recreate it, it gets a new id, and {} that used the old {noun} must be switched to it.",
                    words::users(kind),
                )}
            </p>
        </Dialog>
    }
}

/// Whether a new object was created is not known, and can't be found out just now.
#[component]
pub(super) fn DoubtDialog(
    kind: Kind,
    failure: RwSignal<Option<Failure>>,
    keep: Callback<()>,
    check: Callback<()>,
) -> impl IntoView {
    let foot = ViewFn::from(move || {
        view! {
            <KeepEditing keep/>
            <button
                type="button"
                class="btn btn--primary"
                autofocus=true
                on:click=move |_| check.run(())
            >
                "Check again"
            </button>
        }
    });
    view! {
        <Dialog
            id="doubt"
            title=format!("It isn’t known whether the {} was created", kind.noun())
            on_close=keep
            foot
        >
            <p class="muted">
                "The connection dropped. Guidepost checks what was saved before trying again."
            </p>
            {live(move || failure.get().map(|failure| view! { <FailureBanner failure/> }))}
        </Dialog>
    }
}

/// An earlier attempt to create it seems to have arrived.
#[component]
pub(super) fn ExistsDialog(
    kind: Kind,
    /// The name of the one that exists.
    name: String,
    /// It has the content that would be created now, not only that of an earlier attempt.
    same: bool,
    /// When it was created.
    since: Option<Timestamp>,
    /// Back to the form.
    keep: Callback<()>,
    /// Goes on with the one that exists.
    open: Callback<()>,
    /// Creates one more.
    another: Callback<()>,
) -> impl IntoView {
    let noun = kind.noun();
    let foot = ViewFn::from(move || {
        view! {
            <button
                type="button"
                class="btn dialog__foot-start"
                on:click=move |_| another.run(())
            >
                "Create another"
            </button>
            <KeepEditing keep/>
            <button
                type="button"
                class="btn btn--primary"
                autofocus=true
                on:click=move |_| open.run(())
            >
                {format!("Open this {noun}")}
            </button>
        }
    });
    let since = since.map(|since| format!(" since {}", time::clock(since))).unwrap_or_default();
    let words = if same {
        format!(
            "A {noun} with exactly this content has existed{since}. Your earlier attempt probably created it."
        )
    } else {
        format!(
            "What you sent before seems to have arrived: it has existed{since}. Open it to go on there with what you changed since.",
        )
    };
    view! {
        <Dialog id="exists" title=format!("“{name}” exists already") on_close=keep foot>
            <p class="muted">{words}</p>
        </Dialog>
    }
}
