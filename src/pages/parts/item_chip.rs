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

/// What a chip shows: the name once it is known, and a warning in the place of what no longer exists.
#[derive(Debug, PartialEq)]
pub(crate) struct ChipLook {
    pub(super) label: String,
    icon: Option<Symbol>,
    /// A tag: the very letters that are compared.
    pub(super) is_literal: bool,
    pub(super) is_missing: bool,
}

impl ChipLook {
    /// Tracks the item's name.
    pub(super) fn of(item: &Item, names: Names) -> Self {
        let name = names.of(item);
        let is_missing = name == Name::Missing;
        let label = match name {
            Name::Known(name, _) => name,
            Name::Loading => "…".into(),
            Name::Missing => missing(item).into(),
        };
        let is_literal = matches!(item, Item::Tag(_));
        Self { label, icon: symbol_of(item), is_literal, is_missing }
    }

    pub(super) fn symbol(&self) -> Option<Symbol> {
        if self.is_missing { Some(Symbol::Warning) } else { self.icon }
    }
}

/// The chip as a component.
#[component]
pub fn ItemChip(
    /// What it names.
    item: Item,
    /// Mark it as added and not yet saved.
    #[prop(optional)]
    added: bool,
) -> impl IntoView {
    let names = Names::expect();
    live(move || {
        let look = ChipLook::of(&item, names);
        let symbol = look.symbol();
        let ChipLook { label, is_literal, is_missing, .. } = look;
        let title = visible_text(&label);
        view! {
            <span
                class="chip"
                class=("chip--tag", is_literal)
                class=("chip--missing", is_missing)
                class=("chip--added", added && !is_missing)
                title=title
            >
                {symbol.map(|symbol| view! { <Icon symbol/> }.into_any())}
                <VisibleName class="chip__label" text=label/>
            </span>
        }
    })
}
