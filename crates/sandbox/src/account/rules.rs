//! All segments with their rules, for lists of them and for asking which ones a user is in, and what permission groups let
//! those people do.

use guidepost_model::{PermissionGroupDraft, PermissionGroupId, SegmentDraft, UserSegment};
use rusqlite::Connection;

use super::{permission_groups, segments};

/// A segment and what it asks of people.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) segment: UserSegment,
    pub(crate) criteria: SegmentDraft,
    /// What lists of segments are ordered by, downwards.
    pub(crate) position: i64,
}

/// What one permission group lets whom do.
pub(super) type Grants = (PermissionGroupId, PermissionGroupDraft);

/// In the order of every list of segments.
pub(super) fn rules(connection: &Connection) -> rusqlite::Result<Vec<Rule>> {
    let sql =
        format!("SELECT {}, position FROM user_segments ORDER BY position DESC", segments::COLUMNS);
    let mut statement = connection.prepare_cached(&sql)?;
    let rules = statement.query_map([], |row| {
        let segment = segments::read(row)?;
        let criteria = segment.draft();
        Ok(Rule { segment, criteria, position: row.get("position")? })
    })?;
    rules.collect()
}

pub(super) fn grants(connection: &Connection) -> rusqlite::Result<Vec<Grants>> {
    let sql = format!("SELECT {} FROM permission_groups", permission_groups::COLUMNS);
    let mut statement = connection.prepare_cached(&sql)?;
    let groups = statement.query_map([], permission_groups::read)?;
    groups.map(|group| group.map(|group| (group.id, group.draft()))).collect()
}
