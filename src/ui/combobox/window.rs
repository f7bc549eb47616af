//! Which options of a long list are in the page: those in view and some around them. All options of one are equally high.

use std::ops::Range;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::Combo;

/// A list of more options than this is a long one.
const LONG: usize = 100;
/// Options kept before and after those in view.
const AROUND: usize = 20;
/// An option's height in pixels before there is one to measure: `--control-m`.
const HEIGHT: i32 = 32;
/// The list's padding above and below, in pixels.
const PADDING: i32 = 8;

impl Combo {
    /// True when only some of the options are in the page. Tracks.
    pub(super) fn is_long(self) -> bool {
        self.search.options.with(Vec::len) > LONG
    }

    /// The options that are in the page. Tracks.
    pub(super) fn window(self) -> Range<usize> {
        let count = self.search.options.with(Vec::len);
        if count <= LONG {
            return 0..count;
        }
        let top = self.top.get();
        top.saturating_sub(AROUND)..(top + 2 * AROUND).min(count)
    }

    /// Room for as many options, as a style.
    pub(super) fn room(options: usize) -> String {
        format!("calc(var(--control-m) * {options})")
    }

    /// The list was scrolled.
    pub(super) fn follow_scroll(self) {
        let Some(list) = self.list() else { return };
        let top = usize::try_from(list.scroll_top() / self.option_height()).unwrap_or_default();
        if self.top.get_untracked() != top {
            self.top.set(top);
        }
    }

    /// Makes an option the active one, and brings it into view.
    pub(super) fn activate(self, at: usize) {
        if untrack(|| self.is_long()) {
            self.scroll_to(at);
        }
        self.active.set(Some(at));
        if let Some(option) = document().get_element_by_id(&self.option_id(at)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Brings an option into view that may not be in the page.
    fn scroll_to(self, at: usize) {
        let Some(list) = self.list() else { return };
        let height = self.option_height();
        let top = i32::try_from(at).unwrap_or(i32::MAX).saturating_mul(height);
        if top < list.scroll_top() {
            list.set_scroll_top(top);
        } else if top + height + PADDING > list.scroll_top() + list.client_height() {
            list.set_scroll_top(top + height + PADDING - list.client_height());
        }
        self.follow_scroll();
    }

    fn list(self) -> Option<HtmlElement> {
        document().get_element_by_id(&format!("{}-list", self.id))?.dyn_into().ok()
    }

    fn option_height(self) -> i32 {
        let option = self.list().and_then(|list| list.query_selector(".option").ok().flatten());
        let height = option.and_then(|option| option.dyn_into::<HtmlElement>().ok());
        height.map_or(0, |option| option.offset_height()).max(HEIGHT)
    }
}
