//! An accessible, asynchronous multi-select combobox (WAI-ARIA combobox with a listbox popup): focus stays in the input,
//! options are announced, chips can be removed by keyboard.

mod chips;
mod keys;
mod list;
mod place;
mod search;
mod state;
mod window;
mod words;

use crate::ui::{Effect, live};
use leptos::{ev, html, prelude::*};

use super::{Icon, Symbol};
use chips::Chips;
use list::Popup;
pub use search::{Find, Found};
use state::Combo;
pub use state::{Chip, Choice};

/// The combobox. It shows `chosen` and reports what is added and removed; the caller keeps the list.
#[component]
pub fn Combobox(
    /// The input's id; others derive from it.
    id: &'static str,
    /// What is chosen from, in the plural: "groups".
    noun: &'static str,
    /// What to do, in the empty input.
    placeholder: &'static str,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Vec<Chip>>,
    /// Looks up suggestions for a text.
    find: Find,
    /// Letters before suggestions are looked up.
    #[prop(optional)]
    min_letters: usize,
    /// Takes text that no suggestion has, split into values.
    #[prop(optional_no_strip)]
    free_text: Option<fn(&str) -> Vec<String>>,
    /// How many can be saved.
    limit: usize,
    /// False for a list of people, which is shown below instead of in the box.
    #[prop(default = true)]
    chips: bool,
    /// Something is wrong with the field.
    #[prop(into)]
    invalid: Signal<bool>,
    /// Called with what was chosen.
    on_add: Callback<Vec<Choice>>,
    /// Called with the key of what was taken out.
    on_remove: Callback<String>,
    /// Called when focus leaves it.
    on_blur: Callback<()>,
    /// Called with whether the box holds text that chooses nothing; never where text is taken as it is.
    on_text: Callback<bool>,
) -> impl IntoView {
    let combo =
        Combo::new(id, noun, chosen, find, min_letters, free_text, limit, on_add, on_remove);
    report_text(combo, on_text);
    let input = NodeRef::<html::Input>::new();
    let blur = move |event: ev::FocusEvent| {
        let inside = event
            .related_target()
            .and_then(|target| wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(target).ok())
            .is_some_and(|target| target.closest(&format!("#{id}-box")).ok().flatten().is_some());
        if !inside {
            combo.leave();
            on_blur.run(());
        }
    };
    let paste = move |event: ev::ClipboardEvent| {
        let text =
            event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
        if combo.take_pasted(&text) {
            event.prevent_default();
        }
    };
    view! {
        <div class="combobox" on:focusout=blur>
            <div
                class=if chips { "combobox__box" } else { "input-box" }
                id=format!("{id}-box")
                on:click=move |_| {
                    if let Some(input) = input.get_untracked() {
                        let _ = input.focus();
                    }
                }
            >
                {if chips {
                    view! { <Chips combo input/> }.into_any()
                } else {
                    view! { <Icon symbol=Symbol::Search/> }.into_any()
                }}
                <input
                    node_ref=input
                    class="combobox__input"
                    id=id
                    role="combobox"
                    type="text"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    placeholder=placeholder
                    aria-autocomplete="list"
                    aria-expanded=move || combo.is_open().to_string()
                    aria-controls=format!("{id}-list")
                    aria-activedescendant=move || combo.active_id()
                    aria-invalid=move || invalid.get().then_some("true")
                    aria-describedby=format!("{id}-status {id}-error")
                    prop:value=move || combo.text.get()
                    on:input=move |event| combo.type_text(event_target_value(&event))
                    on:click=move |_| combo.open()
                    on:keydown=move |event| keys::keydown(combo, &event)
                    on:paste=paste
                />
            </div>
            <Popup combo invalid/>
            {live(move || {
                let left_out = combo.left_out.get();
                (!left_out.is_empty())
                    .then(|| {
                        view! {
                            <p class="field__message field__message--warning">
                                <Icon symbol=Symbol::Warning/>
                                <span>{left_out}</span>
                            </p>
                        }
                    })
            })}
            <span class="sr-only" role="status" id=format!("{id}-status")>
                {live(move || combo.announcement())}
            </span>
        </div>
    }
}

fn report_text(combo: Combo, on_text: Callback<bool>) {
    if combo.free_text.is_some() {
        return;
    }
    Effect::new(move |_| on_text.run(combo.text.with(|text| !text.trim().is_empty())));
    on_cleanup(move || {
        on_text.try_run(false);
    });
}
