//! What is chosen, in the box: each with a button that takes it out.

use crate::ui::{For, Icon, Show, Symbol, VisibleName, follow_printing, live};
use guidepost_model::visible_text;
use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::{Chip, Combo};

/// Chips shown before "N more".
const SHOWN: usize = 13;

#[component]
pub(super) fn Chips(combo: Combo, input: NodeRef<html::Input>) -> impl IntoView {
    let all = RwSignal::new(false);
    let printed = follow_printing();
    let shown = Memo::new(move |_| {
        let chips = combo.chosen.get();
        if all.get() || printed.get() { chips } else { collapse(chips) }
    });
    let hidden = move || combo.chosen.with(Vec::len) - shown.with(Vec::len);
    let can_collapse = Memo::new(move |_| {
        all.get() && combo.chosen.with(|chips| collapse(chips.clone()).len() < chips.len())
    });
    view! {
        <ul class="combobox__chips" aria-label=format!("Chosen {}", combo.noun)>
            <For each=move || shown.get() key=|chip| (chip.key.clone(), chip.label.clone(), chip.missing, chip.added, chip.wrong) let:chip>
                <RemovableChip combo input chip/>
            </For>
            <Show when=move || { hidden() > 0 }>
                <li>
                    <button
                        type="button"
                        class="link-btn chips__more"
                        on:click=move |event| {
                            event.stop_propagation();
                            focus_input_of(input);
                            all.set(true);
                        }
                    >
                        {live(move || format!("+ {} more", hidden()))}
                    </button>
                </li>
            </Show>
            <Show when=move || can_collapse.get()>
                <li>
                    <button
                        type="button"
                        class="link-btn chips__more"
                        on:click=move |event| {
                            event.stop_propagation();
                            focus_input_of(input);
                            all.set(false);
                        }
                    >
                        "Show fewer"
                    </button>
                </li>
            </Show>
        </ul>
    }
}

fn focus_input_of(input: NodeRef<html::Input>) {
    if let Some(input) = input.try_get_untracked().flatten() {
        let _ = input.focus();
    }
}

/// The first few chips, and all that were added since the form was last saved: those are what is being worked on.
fn collapse(chips: Vec<Chip>) -> Vec<Chip> {
    if chips.len() <= SHOWN + 1 {
        return chips;
    }
    let kept = |chip: &Chip| chip.added || chip.wrong;
    let added = chips.iter().filter(|chip| kept(chip)).count();
    let mut room = SHOWN.saturating_sub(added);
    let keep = |chip: &Chip| {
        let fits = room > 0;
        room -= usize::from(fits && !kept(chip));
        kept(chip) || fits
    };
    chips.into_iter().filter(keep).collect()
}

#[component]
fn RemovableChip(combo: Combo, input: NodeRef<html::Input>, chip: Chip) -> impl IntoView {
    let Chip { key, label, symbol, literal, missing, wrong, added } = chip;
    let focus_input = move || focus_input_of(input);
    let keydown = {
        let key = key.clone();
        move |event: KeyboardEvent| {
            let own =
                event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            let Some(own) = own else { return };
            match event.key().as_str() {
                "ArrowLeft" => focus_neighbour(&own, false, &focus_input),
                "ArrowRight" => focus_neighbour(&own, true, &focus_input),
                "Backspace" | "Delete" => {
                    focus_neighbour(&own, event.key() == "Delete", &focus_input);
                    combo.remove(&key);
                }
                "Escape" => focus_input(),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        }
    };
    view! {
        <li
            class="chip chip--input"
            class=("chip--tag", literal)
            class=("chip--missing", missing)
            class=("chip--wrong", wrong)
            class=("chip--added", added && !missing && !wrong)
        >
            {if missing {
                Some(view! { <Icon symbol=Symbol::Warning/> })
            } else {
                symbol.map(|symbol| view! { <Icon symbol/> })
            }}
            <VisibleName class="chip__label" text=label.clone()/>
            <button
                type="button"
                class="chip__remove"
                aria-label=format!("Remove {}", visible_text(&label))
                on:click=move |event| {
                    event.stop_propagation();
                    combo.remove(&key);
                    focus_input();
                }
                on:keydown=keydown
            >
                <Icon symbol=Symbol::X/>
            </button>
        </li>
    }
}

/// Moves focus to the next or previous chip's button; past the last, to the input.
fn focus_neighbour(own: &HtmlElement, forward: bool, focus_input: &impl Fn()) {
    let chip = own.parent_element();
    let sibling = chip.and_then(|chip| {
        if forward { chip.next_element_sibling() } else { chip.previous_element_sibling() }
    });
    let button = sibling
        .and_then(|sibling| sibling.query_selector("button").ok().flatten())
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    match button {
        Some(button) => {
            let _ = button.focus();
        }
        None => focus_input(),
    }
}
