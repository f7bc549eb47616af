//! The dialog in which somebody whose session ended signs in again.

use leptos::prelude::*;

use crate::{
    api::Failure,
    session::Session,
    ui::{Dialog, live, spawn_for_app},
};

/// The session ended. What is behind the dialog stays as it is.
#[component]
pub fn SignIn() -> impl IntoView {
    let session = Session::expect();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let sign_in = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_for_app(async move {
            let outcome = session.renew().await;
            busy.try_set(false);
            // What failed meanwhile tries again now.
            if let Err(why) = outcome {
                failure.try_set(Some(why));
            }
        });
    };
    let foot = ViewFn::from(move || {
        view! {
            <button
                type="button"
                class="btn btn--primary"
                autofocus=true
                aria-busy=move || busy.get().to_string()
                on:click=move |_| sign_in()
            >
                {live(move || if busy.get() { "Signing in…" } else { "Sign in" })}
            </button>
        }
    });
    view! {
        <Dialog
            id="sign-in"
            title="Sign in again to continue"
            on_close=Callback::new(move |()| session.sign_in_put_off.set(true))
            foot
        >
            <p class="muted">"You’ve been signed out of Zendesk. Your changes are still here."</p>
            {live(move || failure.get().map(|failure| view! { <p class="muted">{failure.to_string()}</p> }))}
        </Dialog>
    }
}
