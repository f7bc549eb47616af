//! What concerns every request: no connection, a pause that the account asked for, a session that ended.

use leptos::{ev, prelude::*, task::spawn_local};

use crate::{
    api::Failure,
    pages::PauseBanner,
    session::Session,
    store::{Progress, Segments},
    ui::{Banner, Dialog, Show, Symbol, Tone, live},
};

#[component]
pub(super) fn Status() -> impl IntoView {
    let session = Session::expect();
    view! {
        <Offline/>
        <div class="page__status">
            <PauseBanner/>
        </div>
        <Show when=move || session.signed_out().get()>
            <SignIn session/>
        </Show>
    }
}

/// The browser knows that it has no connection.
#[component]
fn Offline() -> impl IntoView {
    let segments = Segments::expect();
    let offline = RwSignal::new(!window().navigator().on_line());
    let lost = window_event_listener(ev::offline, move |_| offline.set(true));
    let back = window_event_listener(ev::online, move |_| {
        offline.set(false);
        if matches!(untrack(|| segments.progress()), Progress::Failed(_)) {
            segments.reload();
        }
    });
    on_cleanup(move || {
        lost.remove();
        back.remove();
    });
    view! {
        <Show when=move || offline.get()>
            <div class="page__status">
                <Banner tone=Tone::Danger symbol=Symbol::Offline title="You are offline">
                    <p>"What was loaded stays readable. What you type is kept until the connection is back."</p>
                </Banner>
            </div>
        </Show>
    }
}

/// The session ended. What is behind the dialog stays as it is.
#[component]
fn SignIn(session: Session) -> impl IntoView {
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let segments = Segments::expect();
    let sign_in = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let outcome = session.renew().await;
            busy.try_set(false);
            match outcome {
                Ok(()) => segments.reload(),
                Err(why) => {
                    failure.try_set(Some(why));
                }
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
            on_close=Callback::new(move |()| session.signed_out().set(false))
            foot
        >
            <p class="muted">"Your Zendesk session ended. What you typed stays here."</p>
            {live(move || failure.get().map(|failure| view! { <p class="muted">{failure.to_string()}</p> }))}
        </Dialog>
    }
}
