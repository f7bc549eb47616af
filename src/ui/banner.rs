//! A message above the content it concerns.

use crate::ui::live;
use leptos::prelude::*;

use super::{Icon, Symbol};

/// How grave it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// Something failed.
    Danger,
    /// Worth a look.
    Warning,
    /// A plain fact.
    Plain,
}

/// A banner with an optional title, text, and actions at its end.
#[component]
pub fn Banner(
    /// How grave it is.
    #[prop(optional)]
    tone: Tone,
    /// Its icon.
    symbol: Symbol,
    /// What happened, in a few words.
    #[prop(optional, into)]
    title: Signal<String>,
    /// What to do about it.
    #[prop(optional_no_strip)]
    actions: Option<Children>,
    /// More about it.
    children: Children,
) -> impl IntoView {
    let (class, role) = match tone {
        Tone::Info => ("banner", None),
        Tone::Danger => ("banner banner--danger", Some("alert")),
        Tone::Warning => ("banner banner--warning", Some("status")),
        Tone::Plain => ("banner banner--plain", None),
    };
    view! {
        <div class=class role=role>
            <Icon symbol/>
            <div class="banner__body">
                {live(move || {
                    let title = title.get();
                    (!title.is_empty()).then(|| view! { <p class="banner__title">{title}</p> }.into_any())
                })}
                {children()}
            </div>
            {actions.map(|actions| view! { <div class="banner__actions">{actions()}</div> }.into_any())}
        </div>
    }
}
