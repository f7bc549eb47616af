//! The navigation of a narrow page: a drawer over it, and a modal dialog as long as it is open.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::{focus_first, is_narrow, next_frame, on_window};

/// What lies behind the drawer.
const BEHIND: &str = ".app > :not(.drawer)";
/// What opens it, and gets focus back.
const OPENER: &str = "[aria-controls=nav]";

/// Whether the drawer is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawer(RwSignal<bool>);

impl Drawer {
    /// Closed. Escape closes it, and a page that becomes wide has none.
    pub(super) fn new() -> Self {
        let drawer = Self(RwSignal::new(false));
        on_window(ev::keydown, move |event| {
            // A menu in it takes its own Escape.
            if event.key() == "Escape" && !event.default_prevented() && drawer.is_open_now() {
                event.prevent_default();
                drawer.close();
            }
        });
        on_window(ev::resize, move |_| {
            if drawer.is_open_now() && !is_narrow() {
                drawer.close();
            }
        });
        drawer
    }

    /// Tracks.
    pub(super) fn is_open(self) -> bool {
        self.0.get()
    }

    fn is_open_now(self) -> bool {
        self.0.try_get_untracked() == Some(true)
    }

    /// Opens it, with focus on the place where one is.
    pub(super) fn open(self) {
        self.0.set(true);
        set_inert(true);
        next_frame(|| {
            focus_first(&["#nav .nav__link[aria-current]", "#nav .nav__link"]);
        });
    }

    /// Closes it. Focus goes back at once, so that a page that comes next can take it.
    pub(super) fn close(self) {
        if self.is_open_now() {
            set_inert(false);
            focus_first(&[OPENER]);
            self.0.set(false);
        }
    }
}

/// At once: what has focus next must be able to take it.
fn set_inert(inert: bool) {
    let Ok(behind) = document().query_selector_all(BEHIND) else { return };
    for element in (0..behind.length()).filter_map(|at| behind.item(at)) {
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            let _ = if inert {
                element.set_attribute("inert", "")
            } else {
                element.remove_attribute("inert")
            };
        }
    }
}
