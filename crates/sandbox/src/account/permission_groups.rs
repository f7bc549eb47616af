//! Management permission groups in the database.

use std::collections::HashSet;

use guidepost_model::{
    PermissionGroup, PermissionGroupDraft, PermissionGroupId, SegmentId, Timestamp, UserType,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{id, json, time, to_json};
use crate::paging::{Listing, Order, Page, PageRequest};

pub(super) const COLUMNS: &str = "id, name, built_in, publish, edit, created_at, updated_at";

/// A page of the account's permission groups.
pub(crate) fn permission_groups(
    connection: &Connection,
    page: &PageRequest,
) -> rusqlite::Result<Page<PermissionGroup>> {
    let listing = Listing {
        columns: COLUMNS,
        from: "permission_groups",
        join: "",
        condition: "1",
        key: "position",
        order: Order::Descending,
        parameters: Vec::new(),
    };
    listing.page(connection, page, read)
}

/// One permission group.
pub(crate) fn permission_group(
    connection: &Connection,
    id: PermissionGroupId,
) -> rusqlite::Result<Option<PermissionGroup>> {
    let sql = format!("SELECT {COLUMNS} FROM permission_groups WHERE id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.0], read).optional()
}

/// How many permission groups count against the account's limit.
pub(crate) fn custom_permission_groups(connection: &Connection) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("SELECT count(*) FROM permission_groups WHERE built_in = 0")?
        .query_row([], |row| row.get(0))
}

/// Those of these segments that are of another type than staff.
pub(crate) fn not_staff(
    connection: &Connection,
    segments: &[SegmentId],
) -> rusqlite::Result<HashSet<SegmentId>> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM user_segments WHERE user_type <> ?1 AND id IN (SELECT value FROM json_each(?2))",
    )?;
    statement
        .query_map(params![UserType::Staff.as_str(), to_json(segments)], |row| id(row, "id"))?
        .collect()
}

/// Adds a custom permission group.
pub(crate) fn insert_permission_group(
    connection: &Connection,
    draft: &PermissionGroupDraft,
    now: Timestamp,
) -> rusqlite::Result<PermissionGroupId> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO permission_groups (name, edit, publish, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)",
    )?;
    let PermissionGroupDraft { name, edit, publish } = draft;
    statement.execute(params![name, to_json(edit), to_json(publish), now.unix()])?;
    Ok(PermissionGroupId(connection.last_insert_rowid().unsigned_abs()))
}

/// Replaces everything about a permission group that can change.
pub(crate) fn update_permission_group(
    connection: &Connection,
    id: PermissionGroupId,
    draft: &PermissionGroupDraft,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "UPDATE permission_groups SET name = ?2, edit = ?3, publish = ?4, updated_at = ?5 WHERE id = ?1",
    )?;
    let PermissionGroupDraft { name, edit, publish } = draft;
    statement.execute(params![id.0, name, to_json(edit), to_json(publish), now.unix()])?;
    Ok(())
}

/// Removes a permission group. The schema leaves the articles it was applied to without one.
pub(crate) fn delete_permission_group(
    connection: &Connection,
    id: PermissionGroupId,
) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM permission_groups WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

/// True when articles refer to the permission group.
pub(crate) fn is_permission_group_in_use(
    connection: &Connection,
    id: PermissionGroupId,
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM articles WHERE permission_group_id = ?1)")?
        .query_row([id.0], |row| row.get(0))
}

/// True when another permission group has this name.
pub(crate) fn is_permission_group_name_taken(
    connection: &Connection,
    name: &str,
    by_other_than: Option<PermissionGroupId>,
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM permission_groups WHERE name = ?1 COLLATE NOCASE AND id IS NOT ?2)",
        )?
        .query_row(params![name, by_other_than.map(|id| id.0)], |row| row.get(0))
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<PermissionGroup> {
    Ok(PermissionGroup {
        id: id(row, "id")?,
        name: row.get("name")?,
        built_in: row.get("built_in")?,
        publish: json(row, "publish")?,
        edit: json(row, "edit")?,
        created_at: Some(time(row, "created_at")?),
        updated_at: Some(time(row, "updated_at")?),
    })
}
