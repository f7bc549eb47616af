//! Creating, changing and deleting permission groups. What is checked and what is written are one transaction.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use guidepost_model::{
    Field, PermissionGroupContext, PermissionGroupDraft, PermissionGroupId, Plan,
    validate_permission_group,
};
use rusqlite::Connection;

use super::{existing, input::Changes, one};
use crate::{
    account,
    auth::Manager,
    body::JsonBody,
    error::ApiError,
    fields::{added, refuse_unknown_ids},
    path::Id,
    sandbox::Sandbox,
};

/// 201 with the new permission group.
pub(crate) async fn create(
    State(sandbox): State<Sandbox>,
    _: Manager,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    let plan = sandbox.settings().plan;
    refuse_plan(plan)?;
    let draft = Changes::of_new(&body)?.onto(PermissionGroupDraft::default());
    let now = sandbox.clock().now();
    let created = sandbox.account().write(|transaction| {
        // That the account's limit answers with 400 is assumed.
        let count = account::custom_permission_groups(transaction)?;
        let nothing = PermissionGroupDraft::default();
        let draft = check(transaction, &draft, &nothing, plan, Some(count))?;
        let id = account::insert_permission_group(transaction, &draft, now)?;
        existing(transaction, id)
    })?;
    Ok((StatusCode::CREATED, one(created)).into_response())
}

/// 200 with the permission group as it is now. Fields that the request leaves out stay; `updated_at` moves only when
/// something changed.
pub(crate) async fn update(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<PermissionGroupId>,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    let plan = sandbox.settings().plan;
    let now = sandbox.clock().now();
    let updated = sandbox.account().write(|transaction| {
        let stored = existing(transaction, id)?;
        refuse_built_in(stored.built_in)?;
        refuse_plan(plan)?;
        let stored = stored.draft();
        let draft = Changes::of_update(&body)?.onto(stored.clone());
        let draft = check(transaction, &draft, &stored, plan, None)?;
        if draft != stored {
            account::update_permission_group(transaction, id, &draft, now)?;
        }
        existing(transaction, id)
    })?;
    Ok(one(updated))
}

/// 204, whatever articles use it, and on every plan: the documentation says of Lite that groups are neither created
/// nor updated there, and nothing of deleting. Both are assumed.
pub(crate) async fn delete(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<PermissionGroupId>,
) -> Result<StatusCode, ApiError> {
    sandbox.account().write(|transaction| {
        refuse_built_in(existing(transaction, id)?.built_in)?;
        Ok::<_, ApiError>(account::delete_permission_group(transaction, id)?)
    })?;
    Ok(StatusCode::NO_CONTENT)
}

/// Documented: built-in permission groups cannot be modified. How that is answered is not; 403 is assumed.
fn refuse_built_in(built_in: bool) -> Result<(), ApiError> {
    if built_in { Err(ApiError::Forbidden) } else { Ok(()) }
}

/// Documented: Lite does not allow creating or updating permission groups. How that is answered is not; 403 is
/// assumed, since nothing that the body could hold would be accepted.
fn refuse_plan(plan: Plan) -> Result<(), ApiError> {
    if plan.changes_permission_groups() { Ok(()) } else { Err(ApiError::Forbidden) }
}

/// What is to be stored: trimmed, each id once. The status and words of every refusal are assumed.
fn check(
    connection: &Connection,
    draft: &PermissionGroupDraft,
    stored: &PermissionGroupDraft,
    plan: Plan,
    custom_groups: Option<usize>,
) -> Result<PermissionGroupDraft, ApiError> {
    let named = [draft.edit.as_slice(), &draft.publish].concat();
    let context = PermissionGroupContext {
        plan,
        custom_groups,
        not_staff: account::not_staff(connection, &named)?,
        stored_edit: stored.edit.clone(),
    };
    let draft = validate_permission_group(draft, &context)?.into_draft();
    let known = "SELECT id FROM user_segments";
    refuse_unknown_ids(
        connection,
        [
            (Field::Edit, known, added(&draft.edit, &stored.edit)),
            (Field::Publish, known, added(&draft.publish, &stored.publish)),
        ],
    )?;
    Ok(draft)
}
