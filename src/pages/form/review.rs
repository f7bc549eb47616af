//! The look before saving: what changes, or what a new object will mean.

use guidepost_model::Change;
use leptos::prelude::*;

use crate::{
    pages::parts::{Diff, PauseBanner},
    ui::{Banner, Dialog, Show, Symbol, Tone, live},
};

/// What is looked at.
pub(super) enum Reviewed {
    /// A new object, in words.
    New(AnyView),
    /// Changes to one that exists.
    Changes(Vec<Change>),
}

#[component]
pub(super) fn Review(
    #[prop(into)] title: String,
    reviewed: Reviewed,
    /// What is odd about it.
    cautions: Vec<String>,
    /// "Save changes", "Create segment".
    #[prop(into)]
    verb: String,
    /// It is being saved.
    busy: Memo<bool>,
    /// The person leaves when it is saved.
    leaving: Memo<bool>,
    confirm: Callback<()>,
    keep: Callback<()>,
) -> impl IntoView {
    let foot = ViewFn::from(move || {
        let verb = verb.clone();
        view! {
            <button
                type="button"
                class="btn"
                disabled=move || busy.get()
                on:click=move |_| keep.run(())
            >
                "Keep editing"
            </button>
            <button
                type="button"
                class="btn btn--primary"
                autofocus=true
                aria-busy=move || busy.get().to_string()
                on:click=move |_| {
                    if !busy.get_untracked() {
                        confirm.run(());
                    }
                }
            >
                {live(move || {
                    if busy.get() {
                        view! {
                            <span class="spinner" aria-hidden="true"></span>
                            "Saving…"
                        }
                            .into_any()
                    } else {
                        verb.clone().into_any()
                    }
                })}
            </button>
        }
    });
    view! {
        <Dialog
            id="review"
            title=title
            on_close=Callback::new(move |()| {
                if !busy.get_untracked() {
                    keep.run(());
                }
            })
            foot
        >
            {match reviewed {
                Reviewed::New(words) => words,
                Reviewed::Changes(changes) => view! { <Diff changes/> }.into_any(),
            }}
            <Show when=move || busy.get() && leaving.get()>
                <p class="muted" role="status">
                    "You’ll leave this page once it’s saved."
                </p>
            </Show>
            // The page's own is behind this dialog.
            <PauseBanner/>
            {cautions
                .into_iter()
                .map(|caution| {
                    view! {
                        <Banner tone=Tone::Warning symbol=Symbol::Warning>
                            <p>{caution}</p>
                        </Banner>
                    }
                })
                .collect_view()}
        </Dialog>
    }
}
