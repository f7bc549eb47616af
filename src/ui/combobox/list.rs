//! The popup: the suggestions, and a foot that says how many there are and which keys work.

use crate::ui::{For, Icon, Show, Symbol, live};
use guidepost_model::{fold, visible_text};
use leptos::prelude::*;

use super::{
    place::follow_place,
    state::{Choice, Combo},
};

#[component]
pub(super) fn Popup(combo: Combo, invalid: Signal<bool>) -> impl IntoView {
    let id = combo.id;
    let options = move || {
        let sought = combo.search.sought.get();
        let window = combo.window();
        combo.search.options.with(|options| {
            let choices = options.get(window.clone()).unwrap_or_default().iter().cloned();
            window.zip(choices).map(|(at, choice)| (at, choice, sought.clone())).collect::<Vec<_>>()
        })
    };
    let place = follow_place(combo, invalid);
    let before = move || combo.window().start;
    let after = move || combo.search.options.with(Vec::len) - combo.window().end;
    view! {
        <div
            class="combobox__popup"
            class=("combobox__popup--above", move || place.get().above)
            style=("--message", move || format!("{}px", place.get().message))
            style=("--list", move || format!("{}px", place.get().list))
            hidden=move || !combo.is_open()
        >
            <ul
                class="combobox__list"
                class=("combobox__list--long", move || combo.is_long())
                on:scroll=move |_| combo.follow_scroll()
                role="listbox"
                id=format!("{id}-list")
                aria-label=combo.noun
                aria-multiselectable="true"
            >
                <Room options=Signal::derive(before)/>
                <For each=options key=|(at, choice, sought)| (*at, choice.key.clone(), sought.clone()) let((at, choice, sought))>
                    <OptionRow combo at choice sought/>
                </For>
                <Room options=Signal::derive(after)/>
            </ul>
            <div class="combobox__foot">
                <span>{live(move || combo.status())}</span>
                <span class="combobox__keys" aria-hidden="true">
                    <span class="kbd">"↑"</span>
                    <span class="kbd">"↓"</span>
                    "move"
                    <span class="kbd">"Enter"</span>
                    "add"
                    <span class="kbd">"Esc"</span>
                    "close"
                </span>
            </div>
        </div>
    }
}

/// Keeps the place of options that are not in the page.
#[component]
fn Room(options: Signal<usize>) -> impl IntoView {
    view! {
        <Show when=move || { options.get() > 0 }>
            <li role="presentation" style:height=move || Combo::room(options.get())></li>
        </Show>
    }
}

#[component]
fn OptionRow(combo: Combo, at: usize, choice: Choice, sought: String) -> impl IntoView {
    let Choice { key, label, detail, section } = choice;
    let (before, matched, after) = split_match(&visible_text(&label), &sought);
    let count = move || combo.search.options.with(Vec::len);
    view! {
        {(!section.is_empty())
            .then(|| view! { <li class="option-section" role="presentation">{section}</li> })}
        <li
            class="option"
            aria-posinset=at + 1
            aria-setsize=count
            class:is-active=move || combo.is_active(at)
            role="option"
            id=combo.option_id(at)
            aria-selected=move || combo.is_chosen(&key).to_string()
            on:mousedown=move |event| event.prevent_default()
            on:mousemove=move |_| {
                if !combo.is_active(at) {
                    combo.activate(at);
                }
            }
            on:click=move |_| combo.toggle(at)
        >
            <Icon symbol=Symbol::Check/>
            <bdi class="option__label">
                {before} {(!matched.is_empty()).then(|| view! { <mark>{matched}</mark> })} {after}
            </bdi>
            <span class="option__meta">{detail}</span>
        </li>
    }
}

/// The label in three: what precedes the first word that starts with `sought`, the match, and the rest.
fn split_match(label: &str, sought: &str) -> (String, String, String) {
    let sought = fold(sought);
    let whole = || (label.to_owned(), String::new(), String::new());
    if sought.is_empty() {
        return whole();
    }
    let starts = label
        .char_indices()
        .filter(|(at, _)| !label[..*at].chars().next_back().is_some_and(char::is_alphanumeric));
    for (at, _) in starts {
        let rest = &label[at..];
        if !fold(rest).starts_with(&sought) {
            continue;
        }
        // The shortest beginning that covers what was sought: folding may change lengths.
        let ends = rest.char_indices().map(|(end, letter)| end + letter.len_utf8());
        for end in ends {
            if fold(&rest[..end]).len() >= sought.len() {
                return (label[..at].into(), rest[..end].into(), rest[end..].into());
            }
        }
    }
    whole()
}
