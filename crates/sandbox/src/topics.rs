//! Topics of a brand's community. For everyone: those they may see.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{BrandId, SegmentId, Timestamp, TopicId};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{
    account::{self, Topic, User},
    address::{Address, slug},
    auth::Anyone,
    brands::OfHost,
    error::ApiError,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
};

/// The topics of the brand that the host names. No order can be asked for.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    Anyone(caller): Anyone,
    OfHost(brand): OfHost,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let address = address.of_brand(brand.id);
    let page = PageRequest::read(&query, Api::Community, &address)?;
    let topics = sandbox.account().read(|connection| {
        let sight =
            sandbox.account().sight(connection, caller.as_ref(), sandbox.settings().plan)?;
        account::topics(connection, brand.id, &sight, &page)
    })?;
    Ok(paged(
        &topics.map(|topic| body(topic, caller.as_ref(), &address)),
        "topics",
        Api::Community,
        &address,
    ))
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Anyone(caller): Anyone,
    OfHost(brand): OfHost,
    Id(id): Id<TopicId>,
    address: Address,
) -> Result<Response, ApiError> {
    let topic = sandbox.account().read(|connection| {
        let sight =
            sandbox.account().sight(connection, caller.as_ref(), sandbox.settings().plan)?;
        account::topic(connection, brand.id, &sight, id)
    })?;
    let topic = topic.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "topic": body(topic, caller.as_ref(), &address) })).into_response())
}

#[derive(Serialize, ToSchema)]
#[schema(as = Topic, description = "A topic of a brand’s community, with the keys of recorded answers.")]
pub(crate) struct Body {
    #[schema(value_type = u64)]
    id: TopicId,
    url: String,
    html_url: String,
    name: String,
    description: Option<String>,
    position: i64,
    follower_count: u64,
    /// The brand's community.
    community_id: u64,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    /// `staff` or `managers`, for those who can manage the topic. All of the sandbox's are managed by managers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String)]
    manageable_by: Option<&'static str>,
    #[schema(value_type = Option<u64>)]
    user_segment_id: Option<SegmentId>,
}

/// The number of a brand's community. No object of the account has one above those of the brands.
const fn community_id(BrandId(brand): BrandId) -> u64 {
    brand + 7_500_000_000
}

fn body(topic: Topic, caller: Option<&User>, address: &Address) -> Body {
    Body {
        id: topic.id,
        url: api_url(&topic, address),
        html_url: html_url(&topic, address),
        name: topic.name,
        description: None,
        position: topic.position,
        follower_count: 0,
        community_id: community_id(topic.brand_id),
        created_at: topic.created_at,
        updated_at: topic.updated_at,
        manageable_by: caller.is_some_and(|user| user.manager).then_some("managers"),
        user_segment_id: topic.user_segment_id,
    }
}

/// Where the API shows a topic.
pub(crate) fn api_url(topic: &Topic, address: &Address) -> String {
    address.at(&format!("/api/v2/help_center/community/topics/{}.json", topic.id))
}

/// Where people read it.
pub(crate) fn html_url(topic: &Topic, address: &Address) -> String {
    let Topic { subdomain, id, name, .. } = topic;
    address.in_help_center(subdomain, &format!("en-us/community/topics/{id}-{}", slug(name)))
}
