//! How many groups let each segment edit and publish, and how many segments may do so in each group, unsaved changes
//! included.

use std::collections::HashMap;

use guidepost_model::{PermissionGroup, PermissionGroupDraft, Plan, Privilege, SegmentId};
use leptos::prelude::*;

use super::board::{Board, Edits};

/// A number for edit and one for publish.
pub(super) type PrivilegeCounts = [usize; 2];

/// In how many groups each segment may edit and publish.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SegmentTotals(HashMap<SegmentId, PrivilegeCounts>);

impl SegmentTotals {
    /// Follows the groups and the changes. A switch recounts only the groups with changes.
    pub(super) fn follow(board: Board) -> Memo<Self> {
        let saved = Memo::new(move |_| {
            let plan = board.plan.get();
            let mut totals = Self::default();
            for group in board.groups.all() {
                totals.count_group(&group.draft(), plan, |count| *count += 1);
            }
            totals
        });
        Memo::new(move |_| {
            let plan = board.plan.get();
            let mut totals = saved.get();
            board.edits.with(|edits| {
                for edit in edits.values() {
                    let stored = board.groups.find(edit.base.id);
                    let stored = stored.map_or_else(|| edit.base.draft(), |group| group.draft());
                    totals.count_group(&stored, plan, |count| *count = count.saturating_sub(1));
                    totals.count_group(&edit.draft, plan, |count| *count += 1);
                }
            });
            totals
        })
    }

    /// In how many groups a segment may edit and publish.
    pub(super) fn of(&self, segment: SegmentId) -> PrivilegeCounts {
        self.0.get(&segment).copied().unwrap_or_default()
    }

    fn count_group(&mut self, group: &PermissionGroupDraft, plan: Plan, step: fn(&mut usize)) {
        for (column, privilege) in Privilege::ALL.into_iter().enumerate() {
            for segment in group.holders(privilege, plan) {
                step(&mut self.0.entry(segment).or_default()[column]);
            }
        }
    }
}

/// How many segments may edit and publish in a group.
pub(super) fn group_totals(edits: &Edits, group: &PermissionGroup, plan: Plan) -> PrivilegeCounts {
    let draft = edits.get(&group.id).map_or_else(|| group.draft(), |edit| edit.draft.clone());
    Privilege::ALL.map(|privilege| draft.holders(privilege, plan).len())
}
