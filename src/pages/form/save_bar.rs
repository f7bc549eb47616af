//! What is changed and not saved, at the lower edge of the page.

use leptos::prelude::*;

use crate::ui::{Show, live};

#[component]
pub(crate) fn SaveBar(
    /// Whether there is something to save.
    shown: Signal<bool>,
    /// How much it is.
    state: Signal<String>,
    /// What it is.
    detail: Signal<String>,
    /// The browser can't keep it.
    #[prop(into)]
    cannot_keep: Signal<bool>,
    /// Whether something was changed.
    dirty: Signal<bool>,
    /// Whether it can be discarded now.
    #[prop(into)]
    discards: Signal<bool>,
    /// Where to go from a new object that nobody has begun to fill in.
    #[prop(optional, into)]
    cancel: Option<Signal<String>>,
    /// Forgets the changes.
    discard: Callback<()>,
    /// What the main button says.
    verb: Signal<String>,
    /// Goes on to saving.
    submit: Callback<()>,
) -> impl IntoView {
    view! {
        <Show when=move || shown.get()>
            <footer class="save-bar" aria-label="Unsaved changes">
                <p class="save-bar__state" role="status">
                    <Show when=move || dirty.get()>
                        <span class="dot dot--changed"></span>
                    </Show>
                    {live(move || state.get())}
                </p>
                <span class="save-bar__detail">{live(move || detail.get())}</span>
                <Show when=move || cannot_keep.get()>
                    <p class="save-bar__warning" role="status">
                        "This browser can’t keep your changes. Save before you leave."
                    </p>
                </Show>
                <div class="save-bar__actions">
                    <Show when=move || discards.get()>
                        <button type="button" class="btn" on:click=move |_| discard.run(())>
                            "Discard"
                        </button>
                    </Show>
                    {cancel
                        .map(|list| {
                            view! {
                                <Show when=move || !dirty.get()>
                                    <a class="btn" href=move || list.get()>
                                        "Cancel"
                                    </a>
                                </Show>
                            }
                        })}
                    <button type="button" class="btn btn--primary" on:click=move |_| submit.run(())>
                        {live(move || verb.get())}
                    </button>
                </div>
            </footer>
        </Show>
    }
}
