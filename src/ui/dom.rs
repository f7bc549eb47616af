//! Elements made by hand. Rows of a list and cells of the matrix come by the dozen in one frame: made of components, each
//! with its own subscriptions, they take longer than that.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTemplateElement};

use super::Symbol;

/// A new element. There is no name here that a browser refuses.
pub fn element(name: &str) -> HtmlElement {
    #[expect(clippy::expect_used, reason = "every name given is that of an HTML element")]
    let element = document().create_element(name).expect("a known name");
    element.unchecked_into()
}

/// Sets attributes, none of which a browser refuses.
pub fn set(element: &Element, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        let _ = element.set_attribute(name, value);
    }
}

/// Sets an attribute, or takes it away.
pub fn set_or_remove(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The first element of constant markup, to be copied. What comes from the account is never put into markup.
pub fn template(markup: &'static str) -> Element {
    let template: HtmlTemplateElement = element("template").unchecked_into();
    template.set_inner_html(markup);
    #[expect(clippy::expect_used, reason = "the markup given has an element")]
    template.content().first_element_child().expect("markup with an element")
}

/// A copy of an element with everything in it.
pub fn copy_of(element: &Element) -> HtmlElement {
    #[expect(clippy::expect_used, reason = "only a shadow root can't be copied")]
    let copy = element.clone_node_with_deep(true).expect("an element can be copied");
    copy.unchecked_into()
}

/// The element inside another one that its template has there.
pub fn part<E: JsCast>(of: &Element, selector: &'static str) -> E {
    #[expect(clippy::expect_used, reason = "the selector is one of the element's own template")]
    let part = of.query_selector(selector).ok().flatten().expect("a part of the template");
    part.unchecked_into()
}

/// A decorative icon, as `Icon` makes one.
pub fn icon(symbol: Symbol) -> Element {
    thread_local! {
        static ICON: Element =
            template(r#"<svg class="icon" aria-hidden="true"><use></use></svg>"#);
    }
    let icon = ICON.with(copy_of);
    if let Some(link) = icon.first_element_child() {
        set(&link, &[("href", symbol.href())]);
    }
    icon.unchecked_into()
}
