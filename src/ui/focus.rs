//! Where focus goes when the element that has it leaves the page. A browser gives it to the body: a screen reader falls
//! silent, and the next Tab starts at the top of the page. So code that removes a focused element names its heir here.
//! Where nobody did, or the heir is gone too, the page's own heir gets it, and in the end the dialog's title or the page's
//! heading.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::next_frame_for_app;

type Heir = Rc<dyn Fn() -> Option<HtmlElement>>;

thread_local! {
    /// What pages name for whatever they remove, the latest last.
    static PAGE_HEIRS: RefCell<Vec<(u32, Heir)>> = const { RefCell::new(Vec::new()) };
    static NEXT_HEIR: Cell<u32> = const { Cell::new(0) };
}

/// The last resort: where one reads on.
const PLACES: &[&str] = &["h1[tabindex]", "#main"];
/// The same, where a dialog is open.
const DIALOG_TITLE: &str = "dialog[open] .dialog__title";

/// If focus is gone by the next frame, the first of these selectors that finds an element able to take it decides who gets
/// it. To be called just before or just after the focused element is removed.
pub fn pass_focus_to(selectors: &'static [&'static str]) {
    next_frame_for_app(move || {
        if is_focus_lost() && !focus_first(selectors) {
            fall_back();
        }
    });
}

/// The same, where the heir depends on the state of the page. `heir` runs in the next frame, when its page may be gone: it
/// must not rely on that page's signals.
pub fn pass_focus(heir: impl Fn() -> Option<HtmlElement> + 'static) {
    next_frame_for_app(move || {
        if is_focus_lost() && !heir().is_some_and(|heir| take_focus(&heir)) {
            fall_back();
        }
    });
}

/// As long as the caller's component lives, `heir` gets the focus that would be lost without another heir.
pub fn name_page_heir(heir: impl Fn() -> Option<HtmlElement> + 'static) {
    let id = NEXT_HEIR.get();
    NEXT_HEIR.set(id + 1);
    PAGE_HEIRS.with_borrow_mut(|heirs| heirs.push((id, Rc::new(heir))));
    on_cleanup(move || PAGE_HEIRS.with_borrow_mut(|heirs| heirs.retain(|(other, _)| *other != id)));
}

/// Focuses the first element found that takes focus; false when none does.
pub fn focus_first(selectors: &[&str]) -> bool {
    selectors.iter().any(|selector| {
        let Ok(found) = document().query_selector_all(selector) else { return false };
        (0..found.length())
            .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
            .any(|element| take_focus(&element))
    })
}

/// True when no element of the page has focus.
pub fn is_focus_lost() -> bool {
    document()
        .active_element()
        .is_none_or(|active| matches!(active.tag_name().as_str(), "BODY" | "HTML"))
}

fn fall_back() {
    let heir = PAGE_HEIRS.with_borrow(|heirs| heirs.last().map(|(_, heir)| heir.clone()));
    let taken = heir.and_then(|heir| heir()).is_some_and(|heir| take_focus(&heir));
    if !taken && !focus_first(PLACES) {
        // A heading takes focus once it has a tabindex; until it is needed, it would be the first thing a dialog focuses.
        if let Ok(Some(title)) = document().query_selector(DIALOG_TITLE) {
            let _ = title.set_attribute("tabindex", "-1");
            focus_first(&[DIALOG_TITLE]);
        }
    }
}

/// An element that is hidden, disabled or behind a dialog refuses focus without a word.
fn take_focus(element: &HtmlElement) -> bool {
    let _ = element.focus();
    document().active_element().is_some_and(|active| active == *AsRef::<Element>::as_ref(element))
}
