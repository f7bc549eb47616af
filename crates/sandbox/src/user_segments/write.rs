//! Creating, changing and deleting segments. What is checked and what is written are one transaction.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use guidepost_model::{Context, Field, SegmentDraft, SegmentId, UserType, validate};
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

/// 201 with the new segment.
pub(crate) async fn create(
    State(sandbox): State<Sandbox>,
    _: Manager,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    let draft = Changes::read(&body)?.onto(SegmentDraft::default());
    let now = sandbox.clock().now();
    let created = sandbox.account().write(|transaction| {
        // That the account's limit answers with 400 is assumed.
        let context = Context { custom_segments: Some(account::custom_segments(transaction)?) };
        let draft = validate(&draft, &context)?.into_draft();
        refuse_unknown(transaction, &draft, &SegmentDraft::default())?;
        let id = account::insert_segment(transaction, &draft, now)?;
        existing(transaction, id)
    })?;
    Ok((StatusCode::CREATED, one(created)).into_response())
}

/// 200 with the segment as it is now. Fields that the request leaves out stay; `updated_at` moves only when
/// something changed.
pub(crate) async fn update(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<SegmentId>,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    let now = sandbox.clock().now();
    let updated = sandbox.account().write(|transaction| {
        let stored = existing(transaction, id)?;
        refuse_built_in(stored.built_in)?;
        let changes = Changes::read(&body)?;
        refuse_other_type(&stored.user_type, changes.user_type.as_ref())?;
        let stored = stored.draft();
        let draft = validate(&changes.onto(stored.clone()), &Context::default())?.into_draft();
        refuse_unknown(transaction, &draft, &stored)?;
        if draft != stored {
            account::update_segment(transaction, id, &draft, now)?;
        }
        existing(transaction, id)
    })?;
    Ok(one(updated))
}

/// 204: from then on what the segment restricted is visible to everyone, and permission groups are without it:
/// Zendesk help, "Managing user segments".
pub(crate) async fn delete(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<SegmentId>,
) -> Result<StatusCode, ApiError> {
    sandbox.account().write(|transaction| {
        refuse_built_in(existing(transaction, id)?.built_in)?;
        Ok::<_, ApiError>(account::delete_segment(transaction, id)?)
    })?;
    Ok(StatusCode::NO_CONTENT)
}

/// Documented: built-in segments cannot be modified. How that is answered is not; 403 is assumed.
fn refuse_built_in(built_in: bool) -> Result<(), ApiError> {
    if built_in { Err(ApiError::Forbidden) } else { Ok(()) }
}

/// Zendesk's own form does not let the type of an existing segment be changed. How the API answers is not
/// documented; 400 is assumed. A type that does not exist gets the documented answer, from validation.
fn refuse_other_type(stored: &UserType, wanted: Option<&UserType>) -> Result<(), ApiError> {
    match wanted {
        Some(wanted @ (UserType::Staff | UserType::SignedInUsers)) if wanted != stored => {
            Err(ApiError::field(
                "user_type",
                format!("cannot be changed after creation; it is `{stored}`"),
            ))
        }
        _ => Ok(()),
    }
}

/// Groups, organizations and users that are not there.
fn refuse_unknown(
    connection: &Connection,
    draft: &SegmentDraft,
    stored: &SegmentDraft,
) -> Result<(), ApiError> {
    refuse_unknown_ids(
        connection,
        [
            (
                Field::Groups,
                "SELECT id FROM groups WHERE deleted = 0",
                added(&draft.group_ids, &stored.group_ids),
            ),
            (
                Field::Organizations,
                "SELECT id FROM organizations",
                added(&draft.organization_ids, &stored.organization_ids),
            ),
            (
                Field::AddedUsers,
                "SELECT id FROM users",
                added(&draft.added_user_ids, &stored.added_user_ids),
            ),
        ],
    )
}
