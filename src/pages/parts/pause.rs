//! A pause that the account asked for, wherever somebody waits for it: on the page, and in a dialog above it.

use leptos::prelude::*;

use crate::{
    api::Pause,
    session::Session,
    ui::{Banner, Show, Symbol, Tone, every, live},
};

/// Shows as long as requests wait.
#[component]
pub fn PauseBanner() -> impl IntoView {
    let pause = Session::expect().client().pause;
    let paused = Memo::new(move |_| pause.requests() > 0);
    view! {
        <Show when=move || paused.get()>
            <Paused pause/>
        </Show>
    }
}

/// How long it still takes, and a way out.
#[component]
fn Paused(pause: Pause) -> impl IntoView {
    let left = RwSignal::new(untrack(|| pause.seconds_left()));
    every(std::time::Duration::from_millis(250), move || {
        left.set(untrack(|| pause.seconds_left()));
    });
    let waiting = move || match pause.requests() {
        1 => "1 request waiting.".to_owned(),
        many => format!("{many} requests waiting."),
    };
    view! {
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
                    "Resuming in "
                    <b>{live(move || format!("{}:{:02}", left.get() / 60, left.get() % 60))}</b>
                    ". "
                    {live(waiting)}
                </p>
            </Banner>
    }
}
