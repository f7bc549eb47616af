//! Dialogs that keep somebody from losing work: leaving with changes, a segment that is gone, an answer that was lost.

use guidepost_model::ValidSegment;
use leptos::prelude::*;

use super::save::Save;
use crate::{
    pages::parts::FailureBanner,
    ui::{Dialog, Leaving, live},
};

#[component]
fn KeepEditing(save: Save) -> impl IntoView {
    view! {
        <button type="button" class="btn" on:click=move |_| save.keep_editing()>
            "Keep editing"
        </button>
    }
}

/// Names of the changed fields, as a list in a sentence.
pub(super) fn changed_fields(save: Save) -> String {
    let labels: Vec<&str> = save
        .form
        .changes
        .with(|changes| changes.iter().map(|change| change.field.label()).collect());
    match labels.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [many @ .., last] => format!("{} and {last}", many.join(", ")),
    }
}

#[component]
pub(super) fn LeaveDialog(save: Save, leaving: Leaving) -> impl IntoView {
    let fields = untrack(|| changed_fields(save));
    let verb = if fields.contains(" and ") { "have" } else { "has" };
    let foot = ViewFn::from(move || {
        let leaving = leaving.clone();
        view! {
            <button
                type="button"
                class="btn btn--ghost-danger dialog__foot-start"
                on:click=move |_| save.discard_and_leave(&leaving)
            >
                "Discard"
            </button>
            <KeepEditing save/>
            <button
                type="button"
                class="btn btn--primary"
                autofocus=true
                on:click=move |_| {
                    save.review();
                }
            >
                "Review & save"
            </button>
        }
    });
    view! {
        <Dialog
            id="leave"
            title="Leave without saving?"
            on_close=Callback::new(move |()| save.keep_editing())
            foot
        >
            <p class="muted">{format!("{fields} {verb} changes that are not saved.")}</p>
        </Dialog>
    }
}

/// The segment was deleted while the form was open.
#[component]
pub(super) fn DeletedDialog(save: Save) -> impl IntoView {
    let foot = ViewFn::from(move || {
        view! {
            <KeepEditing save/>
            <button type="button" class="btn btn--primary" autofocus=true on:click=move |_| save.create_instead()>
                "Create it as new"
            </button>
        }
    });
    view! {
        <Dialog
            id="deleted"
            title="Someone else deleted this segment"
            on_close=Callback::new(move |()| save.keep_editing())
            foot
        >
            <p class="muted">
                "Your changes are still here. Created as new, the segment has another id: content that used the old one has to be given the new one."
            </p>
        </Dialog>
    }
}

/// Whether a new segment was created is not known, and can't be found out just now.
#[component]
pub(super) fn DoubtDialog(save: Save, segment: ValidSegment) -> impl IntoView {
    let check = Callback::new(move |()| save.check_again(segment.clone()));
    let foot = ViewFn::from(move || {
        view! {
            <KeepEditing save/>
            <button type="button" class="btn btn--primary" autofocus=true on:click=move |_| check.run(())>
                "Check again"
            </button>
        }
    });
    view! {
        <Dialog
            id="doubt"
            title="It is not known whether the segment was created"
            on_close=Callback::new(move |()| save.keep_editing())
            foot
        >
            <p class="muted">
                "The answer was lost on its way. Nothing is sent again before the account says what it has."
            </p>
            {live(move || save.failure.get().map(|failure| view! { <FailureBanner failure/> }))}
        </Dialog>
    }
}
