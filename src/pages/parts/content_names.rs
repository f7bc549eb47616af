//! Names of articles, sections and topics: links to where people read them, the first few at once.

use guidepost_model::is_blank;
use leptos::prelude::*;

use crate::ui::{Icon, Symbol, VisibleName};

/// Names shown before the rest is folded away.
const SHOWN: usize = 4;

/// Something that people read in a help center.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ContentName {
    /// What it is called.
    pub(crate) name: String,
    /// Where people read it; empty where that is not known.
    pub(crate) address: String,
}

/// A name that opens what it names. Only `https` addresses become links: they come from the account.
#[component]
pub(crate) fn ContentLink(of: ContentName) -> impl IntoView {
    let ContentName { name, address } = of;
    let name = if is_blank(&name) { "Untitled".to_owned() } else { name };
    if address.starts_with("https://") {
        view! {
            <a
                href=address
                class="external"
                target="_blank"
                rel="noopener noreferrer"
                title="Opens in a new tab"
            >
                <VisibleName text=name/>
                <span class="external__sign" role="img" aria-label="(opens in a new tab)">
                    <Icon symbol=Symbol::External/>
                </span>
            </a>
        }
        .into_any()
    } else {
        view! { <VisibleName text=name/> }.into_any()
    }
}

/// Names in a sentence, and its full stop. The rest unfolds.
#[component]
pub(crate) fn ContentNames(
    /// In order.
    names: Vec<ContentName>,
    /// How many more there are whose names are not known.
    #[prop(optional)]
    unnamed: usize,
) -> impl IntoView {
    let mut names = names;
    let rest = names.split_off(names.len().min(SHOWN));
    let more = rest.len() + unnamed;
    let first = names.into_iter().enumerate().map(|(at, of)| {
        view! {
            {(at > 0).then_some(", ")}
            <ContentLink of/>
        }
    });
    view! {
        {first.collect_view()}
        {if more == 0 { "." } else { "" }}
        {(more > 0)
            .then(|| {
                view! {
                    " "
                    <details class="more-names">
                        <summary>{format!("and {more} more.")}</summary>
                        <ul class="plain-list">
                            {rest
                                .into_iter()
                                .map(|of| view! { <li><ContentLink of/></li> })
                                .collect_view()}
                            {(unnamed > 0).then(|| view! { <li>{format!("{unnamed} more, not listed here")}</li> })}
                        </ul>
                    </details>
                }
            })}
    }
}
