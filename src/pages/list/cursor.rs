//! A list by keyboard: `j` and `k` or the arrows move a cursor, Enter opens, `n` begins a new one, Delete deletes.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Found, Listing};
use crate::{
    pages::delete::Deletion,
    ui::{Router, on_shortcut},
};

/// Which row the keys act on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor {
    /// Its place in the list as shown.
    pub(crate) at: RwSignal<Option<usize>>,
}

impl Cursor {
    /// Listens as long as the page is shown. Keys that move no cursor are offered to `act` first, with the row that it
    /// is on; it returns true for one that it took.
    pub(crate) fn follow<T: Listing>(
        found: Memo<Found<T>>,
        act: impl Fn(&str, Option<&Arc<T>>) -> bool + 'static,
    ) -> Self {
        let cursor = Self { at: RwSignal::new(None) };
        let router = Router::expect();
        let deletion = Deletion::expect();
        on_shortcut(move |event| {
            let count = found.with_untracked(Vec::len);
            let current = cursor.at.get_untracked().filter(|at| *at < count);
            let row = current.and_then(|at| found.with_untracked(|found| found.get(at).cloned()));
            match (event.key().as_str(), row) {
                ("j" | "ArrowDown", _) if count > 0 => {
                    cursor.at.set(Some(current.map_or(0, |at| (at + 1).min(count - 1))));
                }
                ("k" | "ArrowUp", _) if count > 0 => {
                    cursor.at.set(Some(current.map_or(count - 1, |at| at.saturating_sub(1))));
                }
                ("Home", _) if current.is_some() => cursor.at.set(Some(0)),
                ("End", _) if current.is_some() => cursor.at.set(Some(count - 1)),
                (key, row) if act(key, row.as_ref()) => {}
                // On a button or link of its own, Enter is theirs.
                ("Enter" | "o" | "e", Some(row)) if event.key() != "Enter" || on_nothing() => {
                    router.go(&format!("{}/{}", T::PATH, row.id()));
                }
                // A key is pressed by mistake more easily than a menu's item: the dialog always comes.
                ("Delete" | "#", Some(row)) if !row.is_built_in() => {
                    deletion.ask_about_selection(&[row], |_| false);
                }
                ("n" | "c", _) => router.go(&format!("{}/new", T::PATH)),
                ("Escape", _) if current.is_some() => cursor.at.set(None),
                _ => return false,
            }
            true
        });
        cursor
    }
}

/// True when no element in particular has focus.
fn on_nothing() -> bool {
    document()
        .active_element()
        .is_none_or(|active| matches!(active.tag_name().as_str(), "BODY" | "MAIN" | "H1"))
}
