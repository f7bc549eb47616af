//! One privilege of one segment in one group: a checkbox, or a sign where it can't be switched.

use guidepost_model::{Grant, Locked, Privilege};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::board::Meeting;
use crate::ui::dom::{element, set};

/// All that a cell's look depends on, beside the names of its segment and its group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub(super) meeting: Meeting,
    /// Why it can't be switched, whatever it is now.
    pub(super) locked: Option<Locked>,
    /// Its `tabindex`.
    pub(super) stop: &'static str,
}

/// A cell in the page.
pub(super) struct Cell {
    /// 0 for edit, 1 for publish.
    of_two: usize,
    td: HtmlElement,
    content: Content,
    shown: Option<Look>,
}

enum Content {
    /// Can be switched.
    Switch(HtmlInputElement),
    /// Can't; the words are for those who don't see the sign.
    Mark { sign: Element, words: HtmlElement },
}

impl Cell {
    pub(super) fn new(of_two: usize) -> Self {
        let td = element("td");
        set(&td, &[("role", "gridcell")]);
        let switch = switch();
        let _ = td.append_child(&switch);
        Self { of_two, td, content: Content::Switch(switch), shown: None }
    }

    pub(super) fn element(&self) -> &HtmlElement {
        &self.td
    }

    /// Stands in the columns of the group with this number.
    pub(super) fn move_to(&mut self, at: usize) {
        set(&self.td, &[("aria-colindex", &(at * 2 + self.of_two + 2).to_string())]);
    }

    /// True when nothing has to be done to look like this.
    pub(super) fn shows(&self, look: Look) -> bool {
        self.shown == Some(look)
    }

    pub(super) fn show(&mut self, look: Look, segment: &str, group: &str) {
        let Look { meeting, locked, stop } = look;
        self.show_locked(locked);
        let changed = meeting.changed[self.of_two];
        let grant = meeting.grants[self.of_two];
        let implied = grant == Grant::Implied;
        self.td.set_class_name(&class(self.of_two, changed, locked.is_some()));
        let label = format!("{segment}, {group}: {}", Privilege::ALL[self.of_two].label());
        match &self.content {
            Content::Switch(input) => {
                let label = if implied { format!("{label}, included in Publish") } else { label };
                set(input, &[("aria-label", &label), ("tabindex", stop)]);
                input.set_class_name(if implied { "check check--implied" } else { "check" });
                if implied {
                    set(input, &[("aria-disabled", "true")]);
                } else {
                    let _ = input.remove_attribute("aria-disabled");
                }
                input.set_checked(grant.holds());
            }
            Content::Mark { sign, words } => {
                let (symbol, said) = match grant {
                    Grant::Yes => ("#i-check", "granted, locked"),
                    Grant::Implied => ("#i-check", "included in Publish, locked"),
                    Grant::No => ("#i-minus", "not granted, locked"),
                    Grant::Dormant => ("#i-minus", "listed, but this plan does not use it"),
                };
                set(sign, &[("href", symbol)]);
                set(&self.td, &[("tabindex", stop)]);
                words.set_text_content(Some(&format!("{label}, {said}")));
            }
        }
        self.shown = Some(look);
    }

    /// Puts the other kind of content into the cell, where it needs it.
    fn show_locked(&mut self, locked: Option<Locked>) {
        let before = self.shown.and_then(|shown| shown.locked);
        if locked == before {
            return;
        }
        match locked {
            Some(reason) => {
                set(&self.td, &[("aria-readonly", "true"), ("title", &reason.to_string())]);
            }
            None => {
                for name in ["aria-readonly", "title", "tabindex"] {
                    let _ = self.td.remove_attribute(name);
                }
            }
        }
        if locked.is_some() == before.is_some() {
            return;
        }
        self.td.set_text_content(None);
        self.content = if locked.is_some() {
            let (mark, sign, words) = mark();
            let _ = self.td.append_child(&mark);
            Content::Mark { sign, words }
        } else {
            let switch = switch();
            let _ = self.td.append_child(&switch);
            Content::Switch(switch)
        };
    }
}

fn class(of_two: usize, changed: bool, locked: bool) -> String {
    let mut class = String::from("cell");
    for (name, holds) in
        [(" group-start", of_two == 0), (" is-changed", changed), (" matrix__locked", locked)]
    {
        if holds {
            class.push_str(name);
        }
    }
    class
}

fn switch() -> HtmlInputElement {
    let input = element("input");
    set(&input, &[("type", "checkbox")]);
    input.unchecked_into()
}

fn mark() -> (HtmlElement, Element, HtmlElement) {
    const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");
    let (mark, words) = (element("span"), element("span"));
    set(&mark, &[("class", "cell__locked")]);
    set(&words, &[("class", "sr-only")]);
    #[expect(clippy::expect_used, reason = "both are elements of SVG")]
    let [icon, sign] = ["svg", "use"].map(|name| {
        leptos::prelude::document().create_element_ns(SVG, name).expect("a known name")
    });
    set(&icon, &[("class", "icon"), ("aria-hidden", "true")]);
    let _ = icon.append_child(&sign);
    let _ = mark.append_child(&icon);
    let _ = mark.append_child(&words);
    (mark, sign, words)
}
