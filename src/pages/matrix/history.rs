//! Undo: takes back the last switch or filled range, as long as it is not saved.

use guidepost_model::{
    PermissionGroupDraft, PermissionGroupId, Privilege, SegmentId, visible_text,
};
use leptos::{ev, prelude::*};

use super::board::Board;
use crate::{
    pages::parts::count_of,
    store::Segments,
    ui::{is_typing, live, on_window},
};

/// A switch that was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Switched {
    pub(super) group: PermissionGroupId,
    pub(super) segment: SegmentId,
    pub(super) privilege: Privilege,
    /// Where to.
    pub(super) on: bool,
}

/// What was switched and can be undone, step by step.
#[derive(Clone, Copy, Default)]
pub(super) struct History {
    steps: StoredValue<Vec<Vec<Switched>>>,
    /// What was undone last, until something is switched again.
    pub(super) undone: RwSignal<Option<Vec<Switched>>>,
}

impl History {
    /// Remembers what one action of the user has switched.
    pub(super) fn add_step(self, step: Vec<Switched>) {
        self.undone.set(None);
        if !step.is_empty() {
            self.steps.update_value(|steps| steps.push(step));
        }
    }

    /// Nothing can be undone any more.
    pub(super) fn clear(self) {
        self.undone.set(None);
        self.steps.update_value(Vec::clear);
    }

    /// Forgets the switches of a group that are saved or given up.
    pub(super) fn forget_saved(self, board: Board, group: PermissionGroupId) {
        let unsaved = |switched: &Switched| {
            let is_changed = board.edits.try_with_untracked(|edits| {
                let edit = edits.get(&group)?;
                let lists = |draft: &PermissionGroupDraft| {
                    draft.lists(switched.segment, switched.privilege)
                };
                Some(lists(&edit.base.draft()) != lists(&edit.draft))
            });
            is_changed.flatten().unwrap_or(false)
        };
        // The job may go on after the page is gone.
        let _ = self.steps.try_update_value(|steps| {
            for step in steps.iter_mut() {
                step.retain(|switched| switched.group != group || unsaved(switched));
            }
            steps.retain(|step| !step.is_empty());
        });
    }

    /// Takes back the last step that still stands. False when there is none.
    fn undo(self, board: Board) -> bool {
        while let Some(step) = self.steps.try_update_value(Vec::pop).flatten() {
            let stands = |switched: &Switched| {
                let group = untrack(|| board.groups.find(switched.group));
                group.is_some_and(|group| {
                    let draft = untrack(|| board.draft_of(&group));
                    draft.lists(switched.segment, switched.privilege) == switched.on
                        && board.set(&group, switched.segment, switched.privilege, !switched.on)
                })
            };
            let undone: Vec<Switched> = step.into_iter().filter(stands).collect();
            if !undone.is_empty() {
                self.undone.set(Some(undone));
                return true;
            }
        }
        false
    }
}

/// Control or Command and Z. In a field the key is the field's own, and a message that offers Undo takes it first.
pub(super) fn undo_by_key(board: Board) {
    on_window(ev::keydown, move |event| {
        let command = event.ctrl_key() != event.meta_key();
        let other = event.alt_key() || event.shift_key() || event.is_composing();
        if event.key() != "z" || !command || other || event.default_prevented() {
            return;
        }
        let dialog = document().query_selector("dialog[open]").ok().flatten();
        if dialog.is_none() && !is_typing(&event) && board.history.undo(board) {
            event.prevent_default();
        }
    });
}

/// Says what was undone.
#[component]
pub(super) fn Undone(board: Board) -> impl IntoView {
    let segments = Segments::expect();
    let words = move |undone: Vec<Switched>| match undone.as_slice() {
        [one] => {
            let segment = segments.find(one.segment)?;
            let group = board.groups.find(one.group)?;
            Some(format!(
                "Undone: {}, {}: {}",
                visible_text(segment.display_name()),
                visible_text(group.display_name()),
                one.privilege.label()
            ))
        }
        more => Some(format!("Undone: {}", count_of(more.len(), "change"))),
    };
    let said = Memo::new(move |_| board.history.undone.get().and_then(words));
    view! {
        <p class="matrix-foot__undone" role="status">
            {live(move || said.get())}
        </p>
    }
}
