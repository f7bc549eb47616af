//! What the matrix holds: which groups were changed and not saved, and what each cell shows. No markup.

use std::{collections::BTreeMap, sync::Arc};

use guidepost_model::{
    Change, Grant, PermissionGroup, PermissionGroupDraft, PermissionGroupId, Plan, Privilege,
    SegmentId, Values, changes, name_key,
};
use leptos::prelude::*;

use super::kept;
use crate::{session::Session, store::PermissionGroups, ui::Effect};

/// A group with changes that are not saved.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edit {
    /// The group as it was when it was first changed here.
    pub(super) base: PermissionGroup,
    pub(super) draft: PermissionGroupDraft,
}

impl Edit {
    pub(super) fn changes(&self) -> Vec<Change> {
        changes(&self.base.draft(), &self.draft)
    }
}

pub(super) type Edits = BTreeMap<PermissionGroupId, Edit>;

/// How a segment and a group meet: one value for edit and one for publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meeting {
    pub(super) grants: [Grant; 2],
    /// The group's own list differs from the saved one. Edit that only follows publish is not changed: what is marked
    /// is what is counted and sent.
    pub(super) changed: [bool; 2],
}

/// The matrix's state, copied into its parts.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub(super) plan: Memo<Plan>,
    pub(super) edits: RwSignal<Edits>,
    /// The changes were taken from storage when the page was opened.
    pub(super) restored: RwSignal<bool>,
    pub(super) groups: PermissionGroups,
}

impl Board {
    /// With the changes that wait in storage.
    pub(super) fn open() -> Self {
        let session = Session::expect();
        let edits = kept::load();
        let board = Self {
            plan: Memo::new(move |_| session.plan()),
            restored: RwSignal::new(!edits.is_empty()),
            edits: RwSignal::new(edits),
            groups: PermissionGroups::expect(),
        };
        Effect::new(move |_| board.edits.with(kept::save));
        board
    }

    /// The group with what was changed in it. Tracks.
    pub(super) fn draft_of(self, group: &PermissionGroup) -> PermissionGroupDraft {
        self.edits
            .with(|edits| edits.get(&group.id).map(|edit| edit.draft.clone()))
            .unwrap_or_else(|| group.draft())
    }

    /// Switches a privilege.
    pub(super) fn set(
        self,
        group: &Arc<PermissionGroup>,
        segment: SegmentId,
        privilege: Privilege,
        on: bool,
    ) {
        self.edits.update(|edits| {
            let edit = edits
                .entry(group.id)
                .or_insert_with(|| Edit { base: group.as_ref().clone(), draft: group.draft() });
            edit.draft.set(segment, privilege, on);
            if edit.changes().is_empty() {
                edits.remove(&group.id);
            }
        });
    }

    /// True while something is not saved. Tracks.
    pub(super) fn is_dirty(self) -> bool {
        self.edits.with(|edits| !edits.is_empty())
    }

    /// The changed groups in the order of their columns. Tracks.
    pub(super) fn changed(self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = self.edits.with(|edits| edits.values().cloned().collect());
        edits.sort_by_cached_key(|edit| name_key(&edit.base.name));
        edits
    }

    /// How many switches were moved. Tracks.
    pub(super) fn changed_count(self) -> usize {
        self.edits.with(|edits| edits.values().map(|edit| count(&edit.changes())).sum())
    }

    /// Forgets every change.
    pub(super) fn discard(self) {
        self.edits.set(Edits::new());
        self.restored.set(false);
    }

    /// What was changed in a group is saved, or given up; this is what the account has.
    pub(super) fn settle(self, id: PermissionGroupId, stored: Option<PermissionGroup>) {
        // First the store: in between, the cell would show what was saved before.
        match stored {
            Some(stored) => self.groups.put(stored),
            None => self.groups.remove(id),
        }
        self.edits.try_update(|edits| edits.remove(&id));
    }

    /// Puts my changes on top of what somebody else saved meanwhile.
    pub(super) fn rebase(self, latest: &PermissionGroup) {
        self.groups.put(latest.clone());
        self.edits.update(|edits| {
            let Some(edit) = edits.get_mut(&latest.id) else { return };
            edit.draft = edit.draft.replay(&edit.base.draft(), &latest.draft());
            edit.base = latest.clone();
            if edit.changes().is_empty() {
                edits.remove(&latest.id);
            }
        });
    }
}

/// How a segment and a group meet, with what was changed.
pub(super) fn meeting(
    edits: &Edits,
    plan: Plan,
    group: &PermissionGroup,
    segment: SegmentId,
) -> Meeting {
    let grants = |edit: &[SegmentId], publish: &[SegmentId]| {
        Privilege::ALL.map(|privilege| Grant::of(edit, publish, segment, privilege, plan))
    };
    let Some(Edit { base, draft }) = edits.get(&group.id) else {
        return Meeting { grants: grants(&group.edit, &group.publish), changed: [false; 2] };
    };
    let differs =
        |saved: &[SegmentId], now: &[SegmentId]| saved.contains(&segment) != now.contains(&segment);
    Meeting {
        grants: grants(&draft.edit, &draft.publish),
        changed: [differs(&base.edit, &draft.edit), differs(&base.publish, &draft.publish)],
    }
}

/// How many values come and go.
pub(super) fn count(changes: &[Change]) -> usize {
    let of = |change: &Change| match &change.values {
        Values::Replaced { .. } => 1,
        Values::List { added, removed } => added.len() + removed.len(),
    };
    changes.iter().map(of).sum()
}
