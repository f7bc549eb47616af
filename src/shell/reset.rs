//! Brings a sandbox back to its first day, once the user has confirmed it.

use leptos::prelude::*;

use super::sheet::OpenSheet;
use crate::{
    api::Failure,
    session::Session,
    store::{PermissionGroups, Segments},
    ui::{Dialog, Router, Toasts, live, spawn_for_app},
};

#[component]
pub(super) fn ResetDialog(sheet: OpenSheet) -> impl IntoView {
    let session = Session::expect();
    let (segments, groups) = (Segments::expect(), PermissionGroups::expect());
    let (toasts, router) = (Toasts::expect(), Router::expect());
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let reset = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_for_app(async move {
            let outcome = session.client().reset_sandbox().await;
            busy.try_set(false);
            if let Err(why) = outcome {
                failure.try_set(Some(why));
                return;
            }
            segments.reload();
            groups.reload();
            toasts.say("The sandbox is as it was on its first day");
            sheet.close();
            // What is open may no longer exist.
            router.go("/segments");
        });
    };
    let foot = ViewFn::from(move || {
        view! {
            <button type="button" class="btn" autofocus=true on:click=move |_| sheet.close()>
                "Cancel"
            </button>
            <button
                type="button"
                class="btn btn--danger"
                aria-busy=move || busy.get().to_string()
                on:click=move |_| reset()
            >
                {live(move || if busy.get() { "Resetting…" } else { "Reset sandbox" })}
            </button>
        }
    });
    view! {
        <Dialog
            id="reset"
            title="Reset the sandbox?"
            on_close=Callback::new(move |()| sheet.close())
            foot
        >
            <p>
                "Everything in this account goes back to its first day. Segments and permission groups that were created since are deleted, and changes are lost. This can’t be undone."
            </p>
            {live(move || {
                failure.get().map(|failure| view! { <p class="muted" role="alert">{failure.to_string()}</p> })
            })}
        </Dialog>
    }
}
