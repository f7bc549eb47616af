//! The rules of all segments, for asking which ones a user is in, and what permission groups let those people do.

use guidepost_model::{PermissionGroupDraft, PermissionGroupId, SegmentDraft, SegmentId};
use rusqlite::Connection;

use super::{permission_groups, segments};

/// A segment's criteria.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) id: SegmentId,
    pub(crate) built_in: bool,
    pub(crate) criteria: SegmentDraft,
}

/// What one permission group lets whom do.
pub(super) type Grants = (PermissionGroupId, PermissionGroupDraft);

pub(super) fn rules(connection: &Connection) -> rusqlite::Result<Vec<Rule>> {
    let sql = format!("SELECT {} FROM user_segments", segments::COLUMNS);
    let mut statement = connection.prepare_cached(&sql)?;
    let segments = statement.query_map([], segments::read)?;
    segments
        .map(|segment| {
            let segment = segment?;
            Ok(Rule { id: segment.id, built_in: segment.built_in, criteria: segment.draft() })
        })
        .collect()
}

pub(super) fn grants(connection: &Connection) -> rusqlite::Result<Vec<Grants>> {
    let sql = format!("SELECT {} FROM permission_groups", permission_groups::COLUMNS);
    let mut statement = connection.prepare_cached(&sql)?;
    let groups = statement.query_map([], permission_groups::read)?;
    groups.map(|group| group.map(|group| (group.id, group.draft()))).collect()
}
