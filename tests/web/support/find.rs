//! Finding things on the page as a person would: by what they are and what they are called.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node, NodeList};

use super::page::root;

/// What can be reached now: the topmost dialog, or else the whole app.
pub(super) fn scope() -> Element {
    all_in(&root(), "dialog[open]").pop().unwrap_or_else(root)
}

/// The elements that are shown and match the selector.
pub(super) fn all(selector: &str) -> Vec<Element> {
    all_in(&scope(), selector).into_iter().filter(is_shown).collect()
}

pub(super) fn all_in(element: &Element, selector: &str) -> Vec<Element> {
    elements(&element.query_selector_all(selector).expect("a correct selector"))
}

/// The element of that kind with that name.
pub(super) fn named(selector: &str, name: &str) -> Option<Element> {
    all(selector).into_iter().find(|element| name_of(element) == name)
}

/// The input, or what takes its place, with that label.
pub(super) fn field(label: &str) -> Option<HtmlInputElement> {
    let found = named("input, select, textarea", label)?;
    found.dyn_into().ok()
}

/// The part of the page that is called so: a section, a dialog, a list. It may have no box of its own.
pub(super) fn region(name: &str) -> Option<Element> {
    let regions = all_in(&scope(), "[aria-label], [aria-labelledby]");
    regions.into_iter().find(|region| name_of(region) == name)
}

/// The accessible name, as far as this app needs the rules for it.
pub fn name_of(element: &Element) -> String {
    if let Some(label) = element.get_attribute("aria-label") {
        return normalized(&label);
    }
    if let Some(ids) = element.get_attribute("aria-labelledby") {
        let parts = ids.split_whitespace().filter_map(|id| document().get_element_by_id(id));
        return parts.map(|part| text_of(&part)).collect::<Vec<_>>().join(" ");
    }
    if matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA") {
        return label_of(element).map(|label| text_of(&label)).unwrap_or_default();
    }
    text_of(element)
}

fn label_of(element: &Element) -> Option<Element> {
    let around = element.closest("label").ok().flatten();
    around.or_else(|| {
        let id = Some(element.id()).filter(|id| !id.is_empty())?;
        document().query_selector(&format!("label[for=\"{id}\"]")).ok().flatten()
    })
}

/// The text of an element for those who hear it: without what is hidden from them.
pub(super) fn text_of(element: &Element) -> String {
    let mut text = String::new();
    collect(element, &mut text);
    normalized(&text)
}

fn collect(node: &Node, text: &mut String) {
    if node.node_type() == Node::TEXT_NODE {
        text.push_str(&node.text_content().unwrap_or_default());
        return;
    }
    if let Some(element) = node.dyn_ref::<Element>()
        && element.get_attribute("aria-hidden").as_deref() == Some("true")
    {
        return;
    }
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.item(at)) {
        collect(&child, text);
    }
}

/// The text of an element for those who see it. A chip ends where a comma follows, so there is no space to see.
pub fn shown_text(element: &Element) -> String {
    let text = normalized(&element.unchecked_ref::<HtmlElement>().inner_text());
    text.replace(" ,", ",").replace(" .", ".")
}

pub(super) fn normalized(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn is_shown(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.width() > 0.0 && place.height() > 0.0
}

pub(super) fn is_disabled(element: &Element) -> bool {
    element.has_attribute("disabled")
        || element.get_attribute("aria-disabled").as_deref() == Some("true")
}

fn elements(list: &NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}
