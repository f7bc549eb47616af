//! What concerns every request: no connection, a pause that the account asked for, a session that ended.

use leptos::{ev, prelude::*};

use crate::{
    chunks,
    pages::PauseBanner,
    session::Session,
    store::{Progress, Segments},
    ui::{Banner, Lazy, NotLoadedBanner, Show, Symbol, Tone, on_window},
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
            <SignedOut/>
        </Show>
    }
}

/// The browser knows that it has no connection.
#[component]
fn Offline() -> impl IntoView {
    let segments = Segments::expect();
    let offline = RwSignal::new(!window().navigator().on_line());
    on_window(ev::offline, move |_| offline.set(true));
    on_window(ev::online, move |_| {
        offline.set(false);
        if matches!(untrack(|| segments.progress()), Progress::Failed(_)) {
            segments.reload();
        }
    });
    view! {
        <Show when=move || offline.get()>
            <div class="page__status">
                <Banner tone=Tone::Danger symbol=Symbol::Offline title="You are offline">
                    <p>"You can keep reading and editing. Saving resumes when you’re back online."</p>
                </Banner>
            </div>
        </Show>
    }
}

/// The session ended.
#[component]
fn SignedOut() -> impl IntoView {
    let failed = Callback::new(|retry| {
        view! {
            <div class="page__status">
                <NotLoadedBanner title="You’ve been signed out of Zendesk" retry/>
            </div>
        }
        .into_any()
    });
    view! { <Lazy load=chunks::sign_in failed/> }
}
