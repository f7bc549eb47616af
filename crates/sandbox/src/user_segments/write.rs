//! Creating, changing and deleting segments. What is checked and what is written are one transaction.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use guidepost_model::{Context, SegmentDraft, SegmentId};

use super::{
    existing,
    input::{Changes, KEYS},
    one,
    rules::{check, refuse_use, settle_type},
};
use crate::{
    account, auth::Manager, body::JsonBody, error::ApiError, path::Id, sandbox::Sandbox,
    switches::ArticleSegments,
};

/// 201 with the new segment.
pub(crate) async fn create(
    State(sandbox): State<Sandbox>,
    _: Manager,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    let unknown = KEYS.unknown_in(&body, sandbox.settings().strict)?;
    let draft = Changes::read(&body, sandbox.switches().tags)?.onto(SegmentDraft::default());
    let now = sandbox.clock().now();
    let created = sandbox.account().write(|transaction| {
        let context = Context { custom_segments: Some(account::custom_segments(transaction)?) };
        let draft = check(transaction, draft, None, &context, sandbox.switches())?;
        let id = account::insert_segment(transaction, &draft, now)?;
        existing(transaction, id)
    })?;
    Ok(unknown.warn((StatusCode::CREATED, one(created)).into_response()))
}

/// 200 with the segment as it is now. Fields that the request leaves out stay; `updated_at` moves only when
/// something changed.
pub(crate) async fn update(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<SegmentId>,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    let (now, switches) = (sandbox.clock().now(), sandbox.switches());
    let unknown = KEYS.unknown_in(&body, sandbox.settings().strict)?;
    let updated = sandbox.account().write(|transaction| {
        let stored = existing(transaction, id)?;
        if stored.built_in {
            return Err(switches.built_in());
        }
        let mut changes = Changes::read(&body, switches.tags)?;
        settle_type(&mut changes, &stored.user_type, switches)?;
        let stored = stored.draft();
        let draft = changes.onto(stored.clone());
        let draft = check(transaction, draft, Some((id, &stored)), &Context::default(), switches)?;
        if draft != stored {
            account::update_segment(transaction, id, &draft, now)?;
        }
        existing(transaction, id)
    })?;
    Ok(unknown.warn(one(updated)))
}

/// 204: from then on what the segment restricted is visible to everyone, and permission groups are without it:
/// Zendesk help, "Managing user segments". Switches can make it otherwise.
pub(crate) async fn delete(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<SegmentId>,
) -> Result<StatusCode, ApiError> {
    let switches = sandbox.switches();
    sandbox.account().write(|transaction| {
        if existing(transaction, id)?.built_in {
            return Err(switches.built_in());
        }
        refuse_use(transaction, id, switches)?;
        if switches.article_segments == ArticleSegments::Everyone {
            account::free_articles_of(transaction, id)?;
        }
        Ok(account::delete_segment(transaction, id)?)
    })?;
    Ok(StatusCode::NO_CONTENT)
}
