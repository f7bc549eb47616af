//! User segments in the database.

use guidepost_model::{SegmentDraft, SegmentId, Timestamp, UserSegment, UserType};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{id, json, time, to_json};

pub(super) const COLUMNS: &str = "id, user_type, group_ids, organization_ids, tags, or_tags, created_at, updated_at, \
                       built_in, added_user_ids, name";

/// Which segments a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    Any,
    BuiltIn,
    Custom,
}

impl Origin {
    /// True for a segment that a list of this origin holds.
    pub(crate) const fn holds(self, built_in: bool) -> bool {
        match self {
            Self::Any => true,
            Self::BuiltIn => built_in,
            Self::Custom => !built_in,
        }
    }
}

/// One segment.
pub(crate) fn segment(
    connection: &Connection,
    id: SegmentId,
) -> rusqlite::Result<Option<UserSegment>> {
    let sql = format!("SELECT {COLUMNS} FROM user_segments WHERE id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.0], read).optional()
}

/// How many segments count against the account's limit.
pub(crate) fn custom_segments(connection: &Connection) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("SELECT count(*) FROM user_segments WHERE built_in = 0")?
        .query_row([], |row| row.get(0))
}

/// Adds a custom segment.
pub(crate) fn insert_segment(
    connection: &Connection,
    draft: &SegmentDraft,
    now: Timestamp,
) -> rusqlite::Result<SegmentId> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO user_segments
            (name, user_type, group_ids, organization_ids, tags, or_tags, added_user_ids, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
    )?;
    statement.execute(params![
        draft.name,
        draft.user_type.as_ref().map(UserType::as_str),
        to_json(&draft.group_ids),
        to_json(&draft.organization_ids),
        to_json(&draft.tags),
        to_json(&draft.or_tags),
        to_json(&draft.added_user_ids),
        now.unix(),
    ])?;
    Ok(SegmentId(connection.last_insert_rowid().unsigned_abs()))
}

/// Replaces everything about a segment that can change; its user type cannot.
pub(crate) fn update_segment(
    connection: &Connection,
    id: SegmentId,
    draft: &SegmentDraft,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "UPDATE user_segments
         SET name = ?2, group_ids = ?3, organization_ids = ?4, tags = ?5, or_tags = ?6, added_user_ids = ?7,
             updated_at = ?8
         WHERE id = ?1",
    )?;
    statement.execute(params![
        id.0,
        draft.name,
        to_json(&draft.group_ids),
        to_json(&draft.organization_ids),
        to_json(&draft.tags),
        to_json(&draft.or_tags),
        to_json(&draft.added_user_ids),
        now.unix(),
    ])?;
    Ok(())
}

/// Removes a segment. The schema makes what it restricted visible to everyone, and takes it out of permission groups.
pub(crate) fn delete_segment(connection: &Connection, id: SegmentId) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM user_segments WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

/// True when content, or a permission group, refers to the segment.
pub(crate) fn is_segment_in_use(connection: &Connection, id: SegmentId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM sections WHERE user_segment_id = ?1)
                 OR EXISTS (SELECT 1 FROM topics WHERE user_segment_id = ?1)
                 OR EXISTS (SELECT 1 FROM articles WHERE user_segment_id IS NOT NULL
                            AND ?1 IN (SELECT value FROM json_each(user_segment_ids)))
                 OR EXISTS (SELECT 1 FROM permission_groups
                            WHERE ?1 IN (SELECT value FROM json_each(edit))
                               OR ?1 IN (SELECT value FROM json_each(publish)))",
        )?
        .query_row([id.0], |row| row.get(0))
}

/// Makes every article that the segment restricts visible to everyone, whatever else restricts it.
pub(crate) fn free_articles_of(connection: &Connection, id: SegmentId) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE articles SET user_segment_ids = '[]', user_segment_id = NULL
             WHERE user_segment_id IS NOT NULL AND ?1 IN (SELECT value FROM json_each(user_segment_ids))",
        )?
        .execute([id.0])?;
    Ok(())
}

/// True when another segment has this name. Letters of any case are the same, as far as SQLite knows them.
pub(crate) fn is_segment_name_taken(
    connection: &Connection,
    name: &str,
    by_other_than: Option<SegmentId>,
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM user_segments WHERE name = ?1 COLLATE NOCASE AND id IS NOT ?2)",
        )?
        .query_row(params![name, by_other_than.map(|id| id.0)], |row| row.get(0))
}

/// Which of these ids nothing is known of. `known` is the query for those there are.
pub(crate) fn missing_ids(
    connection: &Connection,
    known: &'static str,
    ids: &[u64],
) -> rusqlite::Result<Vec<u64>> {
    let sql = format!("SELECT value FROM json_each(?1) WHERE value NOT IN ({known})");
    let mut statement = connection.prepare_cached(&sql)?;
    statement.query_map([to_json(ids)], |row| row.get(0))?.collect()
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<UserSegment> {
    Ok(UserSegment {
        id: id(row, "id")?,
        user_type: UserType::from(row.get_ref("user_type")?.as_str()?),
        group_ids: json(row, "group_ids")?,
        organization_ids: json(row, "organization_ids")?,
        tags: json(row, "tags")?,
        or_tags: json(row, "or_tags")?,
        created_at: Some(time(row, "created_at")?),
        updated_at: Some(time(row, "updated_at")?),
        built_in: row.get("built_in")?,
        added_user_ids: json(row, "added_user_ids")?,
        name: row.get("name")?,
    })
}
