//! A list by keyboard. The row that keys act on is the one that has focus: `j` and `k` move focus from name to name, and
//! within the rows the arrows do too. Enter and the context menu are the browser's, and a screen reader says the row.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::{Found, Listing};
use crate::{
    pages::delete::Deletion,
    ui::{Router, Toasts, name_page_heir, next_frame, on_shortcut, on_window},
};

/// Frames in which a row that was scrolled to may come into the page.
const PATIENCE: u32 = 10;

/// The row that had focus last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor {
    /// Its place in the list as shown. Where focus comes back to, and where `j` goes on from.
    pub(crate) at: RwSignal<Option<usize>>,
    /// The row that a key moves to, which the list brings into view.
    pub(crate) moves_to: RwSignal<Option<usize>>,
}

impl Cursor {
    /// Listens as long as the page is shown. Keys that move no cursor are offered to `act` first, with the row that has
    /// focus; it returns true for one that it took. Where nothing can be created, `refused` says why.
    pub(crate) fn follow<T: Listing>(
        found: Memo<Found<T>>,
        refused: Signal<String>,
        act: impl Fn(&str, Option<&Arc<T>>) -> bool + 'static,
    ) -> Self {
        let cursor = Self { at: RwSignal::new(None), moves_to: RwSignal::new(None) };
        let (router, deletion, toasts) = (Router::expect(), Deletion::expect(), Toasts::expect());
        on_shortcut(move |event| {
            let count = found.with_untracked(Vec::len);
            let focused = focused_row().filter(|at| *at < count);
            let row = focused.and_then(|at| found.with_untracked(|found| found.get(at).cloned()));
            let before = focused.or(cursor.at.get_untracked()).filter(|at| *at < count);
            let key = event.key();
            let target = match key.as_str() {
                "j" => before.map_or(0, |at| if focused.is_some() { at + 1 } else { at }),
                "k" => before
                    .map_or(count, |at| if focused.is_some() { at } else { at + 1 })
                    .saturating_sub(1),
                "ArrowDown" if focused.is_some() => before.map_or(0, |at| at + 1),
                "ArrowUp" if focused.is_some() => before.unwrap_or_default().saturating_sub(1),
                "Home" if focused.is_some() => 0,
                "End" if focused.is_some() => count,
                key if act(key, row.as_ref()) => return true,
                "o" | "e" => {
                    let Some(row) = row else { return false };
                    router.go(&format!("{}/{}", T::PATH, row.id()));
                    return true;
                }
                "Delete" | "#" => {
                    let Some(row) = row.filter(|row| !row.is_built_in()) else { return false };
                    // A key is pressed by mistake more easily than a menu's item: the dialog always comes.
                    deletion.ask_about_selection(&[row], |_| false);
                    return true;
                }
                "n" | "c" => {
                    match refused.get_untracked() {
                        reason if reason.is_empty() => router.go(&format!("{}/new", T::PATH)),
                        reason => toasts.say(reason),
                    }
                    return true;
                }
                _ => return false,
            };
            if count > 0 {
                cursor.move_to(target.min(count - 1));
            }
            count > 0
        });
        on_window(ev::focusin, move |event| {
            let row = event.target().and_then(|target| row_around(&target.dyn_into().ok()?));
            if row.is_some() {
                cursor.at.set(row);
            }
        });
        // A row that goes leaves focus to the one that takes its place.
        name_page_heir(move || {
            let at = cursor.at.try_get_untracked()??;
            let last = found.try_with_untracked(Vec::len)?.checked_sub(1)?;
            name_of_row(at.min(last))
        });
        cursor
    }

    /// Moves focus to a row, scrolling as little as brings it into view.
    pub(crate) fn move_to(self, at: usize) {
        self.at.set(Some(at));
        self.moves_to.set(Some(at));
        focus_name(at, PATIENCE);
    }
}

/// A row far away comes into the page once the page has scrolled there.
fn focus_name(at: usize, patience: u32) {
    if let Some(name) = name_of_row(at) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = name.focus_with_options(&options);
    } else if patience > 0 {
        next_frame(move || focus_name(at, patience - 1));
    }
}

/// The place of the row that has focus, in the list as shown.
fn focused_row() -> Option<usize> {
    row_around(&document().active_element()?)
}

/// The place of the row that an element is in.
fn row_around(element: &Element) -> Option<usize> {
    let row = element.closest(".list tbody tr[aria-rowindex]").ok()??;
    // The head is the first row, and rows are counted from one.
    row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)
}

/// The link in the row at a place, while it is in the page.
fn name_of_row(at: usize) -> Option<HtmlElement> {
    let selector = format!(".list tbody tr[aria-rowindex=\"{}\"] .table__name", at + 2);
    document().query_selector(&selector).ok()??.dyn_into().ok()
}
