//! What the matrix holds: which groups were changed and not saved, and what each cell shows. No markup.

use std::{collections::BTreeMap, sync::Arc};

use guidepost_model::{
    Change, Grant, PermissionGroup, PermissionGroupDraft, PermissionGroupId, Plan, Privilege,
    SegmentId, Timestamp, Values, changes, name_key,
};
use leptos::prelude::*;

use super::{history::History, kept::FORM};
use crate::{
    pages::parts::count_of,
    session::Session,
    store::{DraftKeeper, PermissionGroups},
    ui::Router,
};

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
    /// When the changes that were taken from storage were last changed.
    pub(super) restored: RwSignal<Option<Timestamp>>,
    pub(super) groups: PermissionGroups,
    pub(super) keeper: DraftKeeper,
    pub(super) history: History,
    pub(super) router: Router,
}

impl Board {
    /// With the changes that wait in storage.
    pub(super) fn open() -> Self {
        let session = Session::expect();
        let board = Self {
            plan: Memo::new(move |_| session.plan()),
            restored: RwSignal::new(None),
            edits: RwSignal::new(Edits::new()),
            groups: PermissionGroups::expect(),
            keeper: DraftKeeper::new(session, FORM.to_owned()),
            history: History::default(),
            router: Router::expect(),
        };
        board.restore();
        board.keep();
        board.follow_undo();
        board
    }

    /// The group with what was changed in it. Tracks.
    pub(super) fn draft_of(self, group: &PermissionGroup) -> PermissionGroupDraft {
        self.edits
            .with(|edits| edits.get(&group.id).map(|edit| edit.draft.clone()))
            .unwrap_or_else(|| group.draft())
    }

    /// Switches a privilege. False when it stood so already.
    pub(super) fn set(
        self,
        group: &Arc<PermissionGroup>,
        segment: SegmentId,
        privilege: Privilege,
        on: bool,
    ) -> bool {
        if untrack(|| self.draft_of(group)).lists(segment, privilege) == on {
            return false;
        }
        self.edits.update(|edits| {
            let edit = edits
                .entry(group.id)
                .or_insert_with(|| Edit { base: group.as_ref().clone(), draft: group.draft() });
            edit.draft.set(segment, privilege, on);
            if edit.changes().is_empty() {
                edits.remove(&group.id);
            }
        });
        true
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

    /// Forgets every change, and offers to bring them back.
    pub(super) fn discard(self) {
        let text = format!("Discarded {}", count_of(untrack(|| self.changed_count()), "change"));
        self.offer_undo(text);
        self.edits.set(Edits::new());
        self.restored.set(None);
        self.history.clear();
    }

    /// What was sent of a group is saved, and this is what the account has. What was switched since stays unsaved.
    pub(super) fn settle(self, sent: &PermissionGroupDraft, stored: PermissionGroup) {
        // First the store: in between, the cell would show what was saved before.
        self.groups.put(stored.clone());
        self.move_onto(sent, stored);
    }

    /// What was changed in a group is given up; this is what the account has.
    pub(super) fn give_up(self, id: PermissionGroupId, stored: Option<PermissionGroup>) {
        match stored {
            Some(stored) => self.groups.put(stored),
            None => self.groups.remove(id),
        }
        self.edits.try_update(|edits| edits.remove(&id));
        self.history.forget_saved(self, id);
    }

    /// Puts my changes on top of what somebody else saved meanwhile.
    pub(super) fn rebase(self, latest: &PermissionGroup) {
        let base = self.edits.with_untracked(|edits| Some(edits.get(&latest.id)?.base.draft()));
        self.groups.put(latest.clone());
        if let Some(base) = base {
            self.move_onto(&base, latest.clone());
        }
    }

    /// What a group's changes add to `from`, as changes to what the account has now.
    fn move_onto(self, from: &PermissionGroupDraft, stored: PermissionGroup) {
        let id = stored.id;
        self.edits.try_update(|edits| {
            let Some(edit) = edits.get_mut(&id) else { return };
            edit.draft = edit.draft.replay(from, &stored.draft());
            edit.base = stored;
            if edit.changes().is_empty() {
                edits.remove(&id);
            }
        });
        self.history.forget_saved(self, id);
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
