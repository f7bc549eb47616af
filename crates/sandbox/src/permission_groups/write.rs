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

use super::{
    existing,
    input::{Changes, KEYS, KEYS_OF_NEW},
    one,
};
use crate::{
    account,
    auth::Manager,
    body::JsonBody,
    error::ApiError,
    fields::{added, refuse_unknown_ids},
    names,
    path::Id,
    sandbox::Sandbox,
    switches::PermissionGroupInUse,
};

/// 201 with the new permission group.
pub(crate) async fn create(
    State(sandbox): State<Sandbox>,
    _: Manager,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    let plan = sandbox.settings().plan;
    refuse_plan(plan)?;
    let unknown = KEYS_OF_NEW.unknown_in(&body, sandbox.settings().strict)?;
    let draft = Changes::of_new(&body)?.onto(PermissionGroupDraft::default());
    let now = sandbox.clock().now();
    let created = sandbox.account().write(|transaction| {
        let draft = check(transaction, draft, None, &sandbox)?;
        let id = account::insert_permission_group(transaction, &draft, now)?;
        existing(transaction, id)
    })?;
    Ok(unknown.warn((StatusCode::CREATED, one(created)).into_response()))
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
    let unknown = KEYS.unknown_in(&body, sandbox.settings().strict)?;
    let updated = sandbox.account().write(|transaction| {
        let stored = existing(transaction, id)?;
        if stored.built_in {
            return Err(sandbox.switches().built_in());
        }
        refuse_plan(plan)?;
        let stored = stored.draft();
        let draft = Changes::of_update(&body)?.onto(stored.clone());
        let draft = check(transaction, draft, Some((id, &stored)), &sandbox)?;
        if draft != stored {
            account::update_permission_group(transaction, id, &draft, now)?;
        }
        existing(transaction, id)
    })?;
    Ok(unknown.warn(one(updated)))
}

/// 204, whatever articles use it unless a switch refuses that, and on every plan: the documentation says of Lite that
/// groups are neither created nor updated there, and nothing of deleting. Both are assumed.
pub(crate) async fn delete(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<PermissionGroupId>,
) -> Result<StatusCode, ApiError> {
    let switches = sandbox.switches();
    sandbox.account().write(|transaction| {
        if existing(transaction, id)?.built_in {
            return Err(switches.built_in());
        }
        let refuses = switches.permission_group_in_use == PermissionGroupInUse::Refuse;
        if refuses && account::is_permission_group_in_use(transaction, id)? {
            return Err(ApiError::field("base", "cannot be deleted while it is in use"));
        }
        Ok(account::delete_permission_group(transaction, id)?)
    })?;
    Ok(StatusCode::NO_CONTENT)
}

/// Documented: Lite does not allow creating or updating permission groups. How that is answered is not; 403 is
/// assumed, since nothing that the body could hold would be accepted.
fn refuse_plan(plan: Plan) -> Result<(), ApiError> {
    if plan.changes_permission_groups() { Ok(()) } else { Err(ApiError::Forbidden) }
}

/// What is to be stored: trimmed, each id once. `stored` is absent for a new group, which counts against the account's
/// limit. The words of every refusal are assumed.
fn check(
    connection: &Connection,
    mut draft: PermissionGroupDraft,
    stored: Option<(PermissionGroupId, &PermissionGroupDraft)>,
    sandbox: &Sandbox,
) -> Result<PermissionGroupDraft, ApiError> {
    let switches = sandbox.switches();
    let custom_groups = match stored {
        None => Some(account::custom_permission_groups(connection)?),
        Some(_) => None,
    };
    let (id, nothing) = (stored.map(|(id, _)| id), PermissionGroupDraft::default());
    let stored = stored.map_or(&nothing, |(_, stored)| stored);
    let named = [draft.edit.as_slice(), &draft.publish].concat();
    let context = PermissionGroupContext {
        plan: sandbox.settings().plan,
        custom_groups,
        not_staff: account::not_staff(connection, &named)?,
        stored_edit: stored.edit.clone(),
    };
    let blank = names::hide_blank(&mut draft.name, switches);
    let mut draft = validate_permission_group(&draft, &context)
        .map_err(|errors| switches.invalid(errors))?
        .into_draft();
    blank.restore(&mut draft.name);
    names::check(&draft.name, switches, |name| {
        account::is_permission_group_name_taken(connection, name, id)
    })?;
    let known = "SELECT id FROM user_segments";
    refuse_unknown_ids(
        connection,
        [
            (Field::Edit, known, added(&draft.edit, &stored.edit)),
            (Field::Publish, known, added(&draft.publish, &stored.publish)),
        ],
    )
    .map_err(|error| switches.unknown_ids(error))?;
    Ok(draft)
}
