//! One article: showing it, and changing who may see and who may edit it.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::ArticleId;
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use super::{
    body::{Body, body},
    input::{Changes, KEYS},
    sideload::Sideloads,
};
use crate::{
    account::{self, Article, ArticleFilter, Brand, Sight},
    address::Address,
    auth::{Anyone, Staff},
    body::JsonBody,
    brands::OfHost,
    error::ApiError,
    path::{Id, Locale},
    query::Query,
    sandbox::Sandbox,
};

/// An article that somebody may not see is not found, as if it were not there. Another brand's is not there.
pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    Id(id): Id<ArticleId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let sideloads = Sideloads::read(&query, user.as_ref())?;
    sandbox.account().read(|connection| {
        let sight = sandbox.account().sight(connection, user.as_ref(), sandbox.settings().plan)?;
        let article = existing(connection, &brand, locale.as_deref(), &sight, id)?;
        let more = sideloads.load(connection, std::slice::from_ref(&article), &sight, &address)?;
        Ok(one(sideloads.body(article, &brand, &address), more))
    })
}

/// 200 with the article as it is now. Of its fields only `user_segment_id`, `user_segment_ids` and
/// `permission_group_id` are changed; others that an article has are passed over. `updated_at` moves only when something
/// changed.
///
/// Documented: help center managers may change every article, agents those for which a permission group allows it. That
/// saying who sees an article takes publish and not edit, and the 403 without it, are assumed.
pub(crate) async fn update(
    State(sandbox): State<Sandbox>,
    Staff(user): Staff,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    Id(id): Id<ArticleId>,
    address: Address,
    JsonBody(request): JsonBody,
) -> Result<Response, ApiError> {
    let (plan, now) = (sandbox.settings().plan, sandbox.clock().now());
    let switches = sandbox.switches();
    let unknown = KEYS.unknown_in(&request, sandbox.settings().strict)?;
    let updated = sandbox.account().write(|transaction| {
        let sight = sandbox.account().sight(transaction, Some(&user), plan)?;
        let stored = existing(transaction, &brand, locale.as_deref(), &sight, id)?;
        if !sight.publishes(stored.permission_group_id) {
            return Err(ApiError::Forbidden);
        }
        let changes = Changes::read(&request, switches)?;
        changes.refuse_unknown(transaction, &stored, plan, switches)?;
        let segments = changes.segments.as_ref().unwrap_or(&stored.user_segment_ids);
        let group = changes.permission_group.or(stored.permission_group_id);
        if *segments != stored.user_segment_ids || group != stored.permission_group_id {
            account::update_article(transaction, id, segments, group, now)?;
        }
        // Whoever changed it sees it in the answer, also when from now on they may not.
        let updated = existing(transaction, &brand, None, &Sight::Everything, id)?;
        Ok::<_, ApiError>(one(body(updated, &brand, &address), Vec::new()))
    })?;
    Ok(unknown.warn(updated))
}

fn existing(
    connection: &Connection,
    brand: &Brand,
    locale: Option<&str>,
    sight: &Sight,
    id: ArticleId,
) -> Result<Article, ApiError> {
    let filter =
        ArticleFilter { brand: brand.id, locale, of: Vec::new(), labels: Vec::new(), sight };
    account::article(connection, &filter, id)?.ok_or(ApiError::RecordNotFound)
}

fn one(article: Body, more: Vec<(&'static str, Value)>) -> Response {
    let mut answer = Map::new();
    answer.insert("article".to_owned(), json!(article));
    answer.extend(more.into_iter().map(|(key, value)| (key.to_owned(), value)));
    Json(answer).into_response()
}
