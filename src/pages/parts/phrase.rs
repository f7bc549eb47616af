//! A few words with chips in them, in a row of a list: made by hand, and made again only when they change.

use guidepost_model::{Item, Part, Sentence, visible_text};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::item_chip::ChipLook;
use crate::{
    store::Names,
    ui::{
        Symbol,
        dom::{copy_of, element, icon, set, template},
        set_visible_name,
    },
};

/// A piece of a phrase.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    /// Plain words.
    Text(String),
    /// Words that carry the meaning.
    Strong(String),
    /// Words that the style sheet dresses.
    Span(&'static str, String),
    /// The same, hidden from screen readers; with a tooltip.
    Mute(&'static str, String, &'static str),
    /// A name.
    Chip(ChipLook),
    /// An icon.
    Icon(Symbol),
}

impl Piece {
    /// What an item is called, as a chip. Tracks.
    pub(crate) fn chip(item: &Item, names: Names) -> Self {
        Self::Chip(ChipLook::of(item, names))
    }

    /// A sentence with chips for what it names. Tracks.
    pub(crate) fn sentence(sentence: Sentence, names: Names) -> Vec<Self> {
        let piece = |part| match part {
            Part::Text(text) => Self::Text(text),
            Part::Strong(text) => Self::Strong(text),
            Part::Item(item) => Self::chip(&item, names),
        };
        sentence.0.into_iter().map(piece).collect()
    }

    fn put_into(&self, parent: &Element) {
        let child = match self {
            Self::Text(text) => {
                let _ = parent.append_with_str_1(text);
                return;
            }
            Self::Strong(text) => words("b", text),
            Self::Span(class, text) => {
                let span = words("span", text);
                span.set_class_name(class);
                span
            }
            Self::Mute(class, text, title) => {
                let span = words("span", text);
                set(&span, &[("class", class), ("title", title), ("aria-hidden", "true")]);
                span
            }
            Self::Chip(look) => chip(look),
            Self::Icon(symbol) => icon(*symbol).unchecked_into(),
        };
        let _ = parent.append_child(&child);
    }
}

/// An element that says something in pieces.
pub(crate) struct Phrase {
    element: HtmlElement,
    shown: Vec<Piece>,
}

impl Phrase {
    /// An element that is empty so far.
    pub(crate) fn new(element: HtmlElement) -> Self {
        Self { element, shown: Vec::new() }
    }

    /// Says this from now on.
    pub(crate) fn say(&mut self, pieces: Vec<Piece>) {
        if self.shown == pieces {
            return;
        }
        self.element.set_text_content(None);
        for piece in &pieces {
            piece.put_into(&self.element);
        }
        self.shown = pieces;
    }

    /// What it is said in.
    pub(crate) fn element(&self) -> &HtmlElement {
        &self.element
    }
}

fn words(name: &str, text: &str) -> HtmlElement {
    let words = element(name);
    words.set_text_content(Some(text));
    words
}

fn chip(look: &ChipLook) -> HtmlElement {
    thread_local! {
        static CHIP: Element = template(r#"<span class="chip"><bdi class="chip__label"></bdi></span>"#);
    }
    let chip = CHIP.with(copy_of);
    if let Some(label) = chip.first_element_child() {
        set_visible_name(&label, &look.label);
    }
    set(&chip, &[("title", &visible_text(&look.label))]);
    if look.is_literal || look.is_missing {
        let class = if look.is_missing { "chip chip--missing" } else { "chip chip--tag" };
        chip.set_class_name(class);
    }
    if let Some(symbol) = look.symbol() {
        let _ = chip.prepend_with_node_1(&icon(symbol));
    }
    chip
}
