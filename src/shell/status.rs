//! What concerns every request: no connection, a pause that the account asked for, a session that ended.

use leptos::{ev, prelude::*, task::spawn_local};

use crate::{
    api::{Failure, Pause},
    session::Session,
    store::{Progress, Segments},
    ui::{Banner, Dialog, Show, Symbol, Tone, live},
};

#[component]
pub(super) fn Status() -> impl IntoView {
    let session = Session::expect();
    let pause = session.client().pause;
    let paused = Memo::new(move |_| pause.requests() > 0);
    view! {
        <Offline/>
        <Show when=move || paused.get()>
            <Paused pause/>
        </Show>
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

/// The account asked for a pause: how long it still takes, and a way out.
#[component]
fn Paused(pause: Pause) -> impl IntoView {
    let left = RwSignal::new(untrack(|| pause.seconds_left()));
    let ticking = set_interval_with_handle(
        move || {
            left.try_set(untrack(|| pause.seconds_left()));
        },
        std::time::Duration::from_millis(250),
    );
    if let Ok(ticking) = ticking {
        on_cleanup(move || ticking.clear());
    }
    let waiting = move || match pause.requests() {
        1 => "1 request is waiting.".to_owned(),
        many => format!("{many} requests are waiting."),
    };
    view! {
        <div class="page__status">
            <Banner
                tone=Tone::Warning
                symbol=Symbol::Clock
                title="Zendesk asked for a pause"
                actions=Some(
                    Box::new(move || {
                        view! {
                            <button type="button" class="btn btn--s" on:click=move |_| pause.stop()>
                                "Stop"
                            </button>
                        }
                            .into_any()
                    }),
                )
            >
                <p>
                    "Continuing by itself in "
                    <b>{live(move || format!("{}:{:02}", left.get() / 60, left.get() % 60))}</b>
                    ". "
                    {waiting}
                </p>
            </Banner>
        </div>
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
