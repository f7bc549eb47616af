//! A labelled form field: head with label, rule, changed mark and counter; the control; a message under it.

use crate::ui::{Show, live};
use leptos::prelude::*;

use super::{Icon, Symbol};

/// The message under a control. Its id is `{id}-error`, for `aria-describedby`.
#[component]
pub fn FieldMessage(
    /// The control's id.
    id: &'static str,
    /// What is wrong; empty for nothing.
    #[prop(into)]
    error: Signal<Vec<String>>,
) -> impl IntoView {
    view! {
        <div id=format!("{id}-error")>
            {live(move || {
                error
                    .get()
                    .into_iter()
                    .map(|message| {
                        view! {
                            <p class="field__message">
                                <Icon symbol=Symbol::Error/>
                                <span>{message}</span>
                            </p>
                        }
                    })
                    .collect_view()
            })}
        </div>
    }
}

/// A field around a control that carries `id`.
#[component]
pub fn FormField(
    /// The control's id.
    id: &'static str,
    /// What it is called.
    label: &'static str,
    /// A few words on how it counts: "member of any".
    #[prop(optional)]
    rule: &'static str,
    /// A sentence above the control.
    #[prop(optional)]
    hint: &'static str,
    /// Edited and not yet saved.
    #[prop(into)]
    changed: Signal<bool>,
    /// How many of how many, where there is a limit.
    #[prop(optional, into)]
    count: Signal<Option<(usize, usize)>>,
    /// What is wrong; empty for nothing.
    #[prop(into)]
    error: Signal<Vec<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let wrong = move || {
        !error.with(Vec::is_empty) || count.get().is_some_and(|(number, limit)| number > limit)
    };
    view! {
        <div class="field" class:field--error=wrong>
            <div class="field__head">
                <label class="field__label" for=id>
                    {label}
                </label>
                {(!rule.is_empty())
                    .then(|| view! { <span class="muted">{format!("· {rule}")}</span> })}
                <Show when=move || changed.get()>
                    <ChangedMark/>
                </Show>
                {live(move || {
                    count
                        .get()
                        .map(|(number, limit)| {
                            view! {
                                <span class="field__counter">{format!("{number} of {limit}")}</span>
                            }
                        })
                })}
            </div>
            {(!hint.is_empty())
                .then(|| {
                    view! {
                        <p class="field__hint" id=format!("{id}-hint")>
                            {hint}
                        </p>
                    }
                })}
            {children()}
            <FieldMessage id error/>
        </div>
    }
}

/// Says that a field was edited and is not yet saved.
#[component]
pub fn ChangedMark() -> impl IntoView {
    view! {
        <span class="field__changed">
            <span class="dot dot--changed"></span>
            "Changed"
        </span>
    }
}
