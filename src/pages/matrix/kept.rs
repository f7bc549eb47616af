//! The matrix's unsaved changes in the browser's local storage: a reload, a closed tab or an ended session loses
//! nothing.

use guidepost_model::{PermissionGroup, PermissionGroupDraft};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::board::{Board, Edit, Edits};
use crate::{store::drafts::Person, ui::Effect};

/// The matrix, as it stands in storage keys.
pub(super) const FORM: &str = "matrix";

#[derive(Serialize, Deserialize)]
struct Kept {
    base: PermissionGroup,
    draft: PermissionGroupDraft,
}

fn to_kept(edits: &Edits) -> Vec<Kept> {
    let kept = |edit: &Edit| Kept { base: edit.base.clone(), draft: edit.draft.clone() };
    edits.values().map(kept).collect()
}

impl Board {
    /// Takes the changes that wait in storage into the matrix.
    pub(super) fn restore(self) {
        if let Some(waiting) = self.keeper.take::<Vec<Kept>>() {
            let edits = waiting.content.into_iter();
            self.edits
                .set(edits.map(|Kept { base, draft }| (base.id, Edit { base, draft })).collect());
            self.restored.set(Some(waiting.saved));
        }
    }

    /// Keeps the changes in storage as they change.
    pub(super) fn keep(self) {
        Effect::new(move |_| {
            let edits = self.edits.get();
            match self.keeper.person() {
                Person::Same => {}
                Person::Known if !edits.is_empty() => {}
                Person::Known => return self.restore(),
                Person::Another => {
                    // Nobody else's changes are shown to them, or undone by them.
                    self.history.clear();
                    self.edits.set(Edits::new());
                    self.restored.set(None);
                    return self.restore();
                }
            }
            if edits.is_empty() {
                self.keeper.forget();
            } else {
                self.keeper.keep(&to_kept(&edits));
            }
        });
    }

    /// Says what was discarded, and offers to bring it back.
    pub(super) fn offer_undo(self, text: String) {
        let address = untrack(|| self.router.address());
        self.edits.with_untracked(|edits| {
            self.keeper.offer_undo(&to_kept(edits), text, address);
        });
    }

    /// Brings back what was discarded, where the group was not changed again.
    pub(super) fn follow_undo(self) {
        Effect::new(move |_| {
            let Some(discarded) = self.keeper.take_back::<Vec<Kept>>() else { return };
            self.edits.update(|edits| {
                for Kept { base, draft } in discarded {
                    edits.entry(base.id).or_insert(Edit { base, draft });
                }
            });
        });
    }
}
