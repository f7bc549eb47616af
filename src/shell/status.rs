//! What concerns every request: no connection, a pause that the account asked for, a session that ended.

use leptos::{ev, prelude::*};

use crate::{
    chunks,
    pages::PauseBanner,
    session::Session,
    ui::{Banner, Effect, Lazy, NotLoadedBanner, Show, Symbol, Tone, on_window},
};

#[component]
pub(super) fn Status() -> impl IntoView {
    let session = Session::expect();
    let (signed_out, put_off) = (session.signed_out(), session.sign_in_put_off);
    // Until the next answer says so again.
    Effect::new(move |_| {
        signed_out.track();
        put_off.set(false);
    });
    view! {
        <Offline/>
        <div class="page__status">
            <PauseBanner/>
        </div>
        <Show when=move || signed_out.get() && !put_off.get()>
            <SignedOut/>
        </Show>
        <Show when=move || signed_out.get() && put_off.get()>
            <SignInLater put_off/>
        </Show>
    }
}

/// The browser knows that it has no connection.
#[component]
fn Offline() -> impl IntoView {
    let offline = RwSignal::new(!window().navigator().on_line());
    on_window(ev::offline, move |_| offline.set(true));
    on_window(ev::online, move |_| offline.set(false));
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

/// The person closed the dialog in which they sign in again. The way back to it stays.
#[component]
fn SignInLater(put_off: RwSignal<bool>) -> impl IntoView {
    let sign_in: Children = Box::new(move || {
        view! {
            <button type="button" class="btn btn--s" on:click=move |_| put_off.set(false)>
                "Sign in"
            </button>
        }
        .into_any()
    });
    view! {
        <div class="page__status">
            <Banner
                tone=Tone::Danger
                symbol=Symbol::Error
                title="You’ve been signed out"
                actions=Some(sign_in)
            >
                <p>"Your changes aren’t saved yet, but they’re still here."</p>
            </Banner>
        </div>
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
