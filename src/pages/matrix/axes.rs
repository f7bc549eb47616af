//! Which segments stand in the rows and which groups in the columns.

use std::{collections::HashSet, sync::Arc};

use guidepost_model::{
    MatrixQuery, PermissionGroup, Privilege, SegmentId, UserSegment, UserType, fold, has_words,
    name_key, search_key,
};
use leptos::prelude::*;

use super::{
    Address,
    board::{Board, meeting},
};
use crate::store::Segments;

/// Both axes, as they are shown.
#[derive(Clone, Copy)]
pub(super) struct Axes {
    pub(super) rows: Memo<Vec<Arc<UserSegment>>>,
    pub(super) columns: Memo<Vec<Arc<PermissionGroup>>>,
}

impl Axes {
    /// Follows the query, the lists and, where a filter asks for it, the changes.
    pub(super) fn follow(address: Address, board: Board) -> Self {
        let segments = Segments::expect();
        let columns = Memo::new(move |_| {
            let query = address.query.get();
            let mut groups = board.groups.all();
            groups.retain(|group| has_words(&fold(&group.name), &query.groups));
            if query.changed {
                board.edits.with(|edits| groups.retain(|group| edits.contains_key(&group.id)));
            }
            groups.sort_by_cached_key(|group| (!group.built_in, name_key(&group.name), group.id));
            groups
        });
        let rows = Memo::new(move |_| {
            let query = address.query.get();
            let mut staff = segments.all();
            staff.retain(|segment| {
                segment.user_type == UserType::Staff
                    && has_words(&search_key(segment, None), &query.segments)
            });
            if query.granted || query.changed {
                let shown = columns.with(|columns| wanted(&query, columns, board));
                staff.retain(|segment| shown.contains(&segment.id));
            }
            staff.sort_by_cached_key(|segment| {
                (!segment.built_in, name_key(&segment.name), segment.id)
            });
            staff
        });
        Self { rows, columns }
    }
}

/// The segments that the filters leave. Tracks the changes.
fn wanted(
    query: &MatrixQuery,
    columns: &[Arc<PermissionGroup>],
    board: Board,
) -> HashSet<SegmentId> {
    let plan = board.plan.get();
    board.edits.with(|edits| {
        let mut wanted = HashSet::new();
        for group in columns {
            let edit = edits.get(&group.id);
            let draft = edit.map_or_else(|| group.draft(), |edit| edit.draft.clone());
            let mut named = draft.holders(Privilege::Edit, plan);
            let holders: HashSet<SegmentId> = named.iter().copied().collect();
            if query.changed {
                // Who lost a privilege is named only where it was.
                named.extend(
                    edit.iter().flat_map(|edit| edit.base.edit.iter().chain(&edit.base.publish)),
                );
                named.retain(|segment| {
                    meeting(edits, plan, group, *segment).changed != [false, false]
                        && (!query.granted || holders.contains(segment))
                });
            }
            wanted.extend(named);
        }
        wanted
    })
}
