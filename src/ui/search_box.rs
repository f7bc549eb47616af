//! A search above what it narrows: a key moves to it, Escape empties it, Enter and the arrow down lead on.

use leptos::{html, prelude::*};

use super::{Icon, Symbol, next_frame, on_shortcut};

/// The input with its label and its key.
#[component]
pub fn SearchBox(
    /// The input's id.
    id: &'static str,
    /// What the input is called.
    label: &'static str,
    /// What is searched.
    placeholder: &'static str,
    /// Moves focus to it from anywhere on the page.
    #[prop(default = "/")]
    key: &'static str,
    /// What is searched for.
    text: Signal<String>,
    /// Searches for something else.
    search: Callback<String>,
    /// Prepares for a search: the first key should not wait.
    #[prop(optional_no_strip)]
    prepare: Option<Callback<()>>,
    /// Moves focus into what was found.
    #[prop(optional_no_strip)]
    go_on: Option<Callback<()>>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    on_shortcut(move |event| {
        let here = event.key() == key;
        if let (true, Some(input)) = (here, input.get_untracked()) {
            let _ = input.focus();
            input.select();
        }
        here
    });
    view! {
        <label class="input-box toolbar__search">
            <Icon symbol=Symbol::Search/>
            <input
                node_ref=input
                id=id
                type="search"
                aria-label=label
                placeholder=placeholder
                autocomplete="off"
                spellcheck="false"
                prop:value=move || text.get()
                on:focus=move |_| {
                    // Once the focus shows.
                    if let Some(prepare) = prepare {
                        next_frame(move || prepare.run(()));
                    }
                }
                on:input=move |event| search.run(event_target_value(&event))
                on:keydown=move |event| match event.key().as_str() {
                    // From here on the keys of what was found work.
                    "ArrowDown" | "Enter" if !event.is_composing() => {
                        if let Some(go_on) = go_on {
                            event.prevent_default();
                            event.stop_propagation();
                            go_on.run(());
                        }
                    }
                    "Escape" if !text.with_untracked(String::is_empty) => {
                        event.prevent_default();
                        search.run(String::new());
                    }
                    _ => {}
                }
            />
            <span class="kbd" aria-hidden="true">
                {key}
            </span>
            <button
                type="button"
                class="btn btn--ghost btn--icon btn--s toolbar__empty-search"
                aria-label="Clear search"
                on:click=move |_| {
                    search.run(String::new());
                    if let Some(input) = input.get_untracked() {
                        let _ = input.focus();
                    }
                }
            >
                <Icon symbol=Symbol::X small=true/>
            </button>
        </label>
    }
}
