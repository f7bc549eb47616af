//! The search above a list: `/` moves to it, Enter and the arrow down lead on into the rows.

use leptos::{html, prelude::*};

use super::{Address, Cursor, ListQuery};
use crate::ui::{Icon, Symbol, on_shortcut};

#[component]
pub(crate) fn SearchBox<Q: ListQuery>(
    /// Where the search stands.
    address: Address<Q>,
    /// Leads on into the rows.
    cursor: Cursor,
    /// The input's id.
    id: &'static str,
    /// What the input is called.
    label: &'static str,
    /// What is searched.
    placeholder: &'static str,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    on_shortcut(move |event| {
        let search = event.key() == "/";
        if let (true, Some(input)) = (search, input.get_untracked()) {
            let _ = input.focus();
            input.select();
        }
        search
    });
    view! {
        <label class="input-box toolbar__search">
            <Icon symbol=Symbol::Search/>
            <span class="sr-only">{label}</span>
            <input
                node_ref=input
                id=id
                type="search"
                placeholder=placeholder
                autocomplete="off"
                spellcheck="false"
                prop:value=move || address.query.with(|query| query.text().to_owned())
                on:input=move |event| address.search_for(event_target_value(&event))
                on:keydown=move |event| {
                    if matches!(event.key().as_str(), "ArrowDown" | "Enter") && !event.is_composing() {
                        // On into the rows: from here on the list's keys work.
                        event.prevent_default();
                        event.stop_propagation();
                        cursor.at.set(Some(0));
                        if let Some(input) = input.get_untracked() {
                            let _ = input.blur();
                        }
                    }
                    if event.key() == "Escape"
                        && !address.query.with_untracked(|query| query.text().is_empty())
                    {
                        event.prevent_default();
                        address.search_for(String::new());
                    }
                }
            />
            <span class="kbd" aria-hidden="true">
                "/"
            </span>
        </label>
    }
}
