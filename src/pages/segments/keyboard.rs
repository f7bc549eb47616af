//! The list by keyboard: `j` and `k` or the arrows move a cursor, Enter opens, `x` selects, `n` begins a new segment,
//! Delete deletes, Escape clears the selection.

use guidepost_model::SegmentId;
use leptos::prelude::*;

use super::{Selection, matches::Found};
use crate::{
    pages::delete::Deletion,
    ui::{Router, on_shortcut},
};

/// Which row the keys act on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor {
    /// Its place in the list as shown.
    pub(super) at: RwSignal<Option<usize>>,
}

impl Cursor {
    /// Listens as long as the page is shown.
    pub(super) fn follow(found: Memo<Found>, selection: Selection) -> Self {
        let cursor = Self { at: RwSignal::new(None) };
        let router = Router::expect();
        let deletion = Deletion::expect();
        on_shortcut(move |event| {
            let count = found.with_untracked(Vec::len);
            let current = cursor.at.get_untracked().filter(|at| *at < count);
            let segment =
                current.and_then(|at| found.with_untracked(|found| found.get(at).cloned()));
            match (event.key().as_str(), segment) {
                ("j" | "ArrowDown", _) if count > 0 => {
                    cursor.at.set(Some(current.map_or(0, |at| (at + 1).min(count - 1))));
                }
                ("k" | "ArrowUp", _) if count > 0 => {
                    cursor.at.set(Some(current.map_or(count - 1, |at| at.saturating_sub(1))));
                }
                ("Home", _) if current.is_some() => cursor.at.set(Some(0)),
                ("End", _) if current.is_some() => cursor.at.set(Some(count - 1)),
                // On a button or link of its own, Enter is theirs.
                ("Enter" | "o" | "e", Some(segment)) if event.key() != "Enter" || on_nothing() => {
                    router.go(&format!("/segments/{}", segment.id));
                }
                ("x", Some(segment)) if !segment.built_in => selection.toggle(segment.id),
                ("Delete" | "#", Some(segment)) if !segment.built_in => {
                    deletion.ask(vec![segment]);
                }
                ("n" | "c", _) => router.go("/segments/new"),
                ("Escape", _) if selection.count() > 0 => selection.clear(),
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

impl Selection {
    /// Selects a segment, or takes it out.
    pub(super) fn toggle(self, id: SegmentId) {
        self.ids.update(|ids| {
            if !ids.remove(&id) {
                ids.insert(id);
            }
        });
    }

    /// Selects nothing.
    pub(super) fn clear(self) {
        self.ids.update(std::collections::HashSet::clear);
        self.last.set_value(None);
    }

    fn count(self) -> usize {
        self.ids.with_untracked(std::collections::HashSet::len)
    }
}
