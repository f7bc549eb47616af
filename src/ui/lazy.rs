//! A chunk of the app, which comes in a file of its own: what shows until it is here, and when it does not come.

use std::pin::Pin;

use leptos::prelude::*;

use super::{Banner, Icon, Symbol, Tone, live, spawn_for_app};

/// What a chunk shows, once it is here.
pub type Chunk = fn() -> AnyView;

/// A chunk on its way. One that came is here at once when it is asked for again; one that failed is fetched anew.
pub type Loading = Pin<Box<dyn Future<Output = Result<Chunk, NotLoaded>>>>;

/// The chunk's file could not be had. The browser's console says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// The chunk, or what there is instead of it.
#[component]
pub fn Lazy(
    /// Fetches the chunk.
    load: fn() -> Loading,
    /// Until it is here: for one that was fetched before, too short to be painted.
    #[prop(optional, into)]
    waiting: ViewFn,
    /// When it can't be had; given what tries again.
    failed: Callback<Callback<()>, AnyView>,
) -> impl IntoView {
    let outcome = RwSignal::new(None::<Result<Chunk, NotLoaded>>);
    let fetch = move || {
        // To its end: what was fetched is there for whoever asks for it next.
        spawn_for_app(async move {
            let chunk = load().await;
            outcome.try_set(Some(chunk));
        });
    };
    fetch();
    let retry = Callback::new(move |()| {
        outcome.set(None);
        fetch();
    });
    live(move || match outcome.get() {
        None => waiting.run(),
        Some(Ok(chunk)) => chunk(),
        Some(Err(NotLoaded)) => failed.run(retry),
    })
}

/// Says that a chunk is missing. A reload helps where trying again does not: when the site was updated, and no longer
/// has the files that belong to what runs here.
#[component]
pub fn NotLoadedBanner(
    /// What is missing.
    title: &'static str,
    /// Tries again.
    retry: Callback<()>,
) -> impl IntoView {
    let actions: Children = Box::new(move || {
        view! {
            // Heard by src/boot/first.js.
            <button type="button" class="btn btn--s" data-reload="">
                "Reload"
            </button>
            <button type="button" class="btn btn--s" on:click=move |_| retry.run(())>
                <Icon symbol=Symbol::Refresh/>
                "Retry"
            </button>
        }
        .into_any()
    });
    view! {
        <Banner tone=Tone::Danger symbol=Symbol::Offline title=title actions=Some(actions)>
            <p>
                "This part of Guidepost couldn’t be loaded. Check the connection and try again. If Guidepost was updated in the meantime, reload the page."
            </p>
        </Banner>
    }
}
