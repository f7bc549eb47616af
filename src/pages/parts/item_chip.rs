//! One thing a rule names, as a chip.

use guidepost_model::{Item, visible_text};
use leptos::prelude::*;

use crate::{
    store::{Name, Names, missing},
    ui::{Icon, Symbol, VisibleName, live},
};

/// The icon of a kind of thing; tags have none.
pub(crate) fn symbol_of(item: &Item) -> Option<Symbol> {
    match item {
        Item::Group(_) => Some(Symbol::Group),
        Item::Organization(_) => Some(Symbol::Organization),
        Item::User(_) => Some(Symbol::User),
        Item::Segment(_) => Some(Symbol::Segments),
        Item::Tag(_) => None,
    }
}

/// The chip shows the name once it is known, and marks what no longer exists.
#[component]
pub fn ItemChip(
    /// What it names.
    item: Item,
    /// Mark it as added and not yet saved.
    #[prop(optional)]
    added: bool,
) -> impl IntoView {
    let names = Names::expect();
    let literal = matches!(item, Item::Tag(_));
    let icon = symbol_of(&item);
    live(move || {
        let name = names.of(&item);
        let gone = name == Name::Missing;
        let label = match name {
            Name::Known(name, _) => name,
            Name::Loading => "…".into(),
            Name::Missing => missing(&item).into(),
        };
        let title = visible_text(&label);
        view! {
            <span
                class="chip"
                class=("chip--tag", literal)
                class=("chip--missing", gone)
                class=("chip--added", added && !gone)
                title=title
            >
                {if gone {
                    Some(view! { <Icon symbol=Symbol::Warning/> }.into_any())
                } else {
                    icon.map(|symbol| view! { <Icon symbol/> }.into_any())
                }}
                <VisibleName class="chip__label" text=label/>
            </span>
        }
    })
}
