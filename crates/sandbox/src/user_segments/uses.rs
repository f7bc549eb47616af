//! What a segment restricts.

use axum::{extract::State, response::Response};
use guidepost_model::{SectionId, SegmentId, TopicId};
use serde::Serialize;
use utoipa::ToSchema;

use super::existing;
use crate::{
    account,
    address::Address,
    auth::Manager,
    error::ApiError,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
    sections, topics,
};

#[derive(Serialize, ToSchema)]
#[schema(as = SegmentSection, description = "A section that uses a segment.")]
pub(crate) struct SectionBody {
    #[schema(value_type = u64)]
    id: SectionId,
    url: String,
    html_url: String,
    locale: String,
    name: String,
}

#[derive(Serialize, ToSchema)]
#[schema(as = SegmentTopic, description = "A topic that uses a segment.")]
pub(crate) struct TopicBody {
    #[schema(value_type = u64)]
    id: TopicId,
    url: String,
    html_url: String,
    name: String,
}

/// The sections that use a segment.
pub(crate) async fn sections_of(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<SegmentId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::HelpCenter, &address)?;
    let found = sandbox.account().read(|connection| {
        existing(connection, id)?;
        Ok::<_, ApiError>(account::sections_of(connection, id, &page)?)
    })?;
    let found = found.map(|section| SectionBody {
        id: section.id,
        url: sections::api_url(&section, &address),
        html_url: sections::html_url(&section, &address),
        locale: section.locale,
        name: section.name,
    });
    Ok(paged(&found, "sections", Api::HelpCenter, &address))
}

/// The topics that use a segment.
pub(crate) async fn topics_of(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<SegmentId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::HelpCenter, &address)?;
    let found = sandbox.account().read(|connection| {
        existing(connection, id)?;
        Ok::<_, ApiError>(account::topics_of(connection, id, &page)?)
    })?;
    let found = found.map(|topic| TopicBody {
        id: topic.id,
        url: topics::api_url(&topic, &address),
        html_url: topics::html_url(&topic, &address),
        name: topic.name,
    });
    Ok(paged(&found, "topics", Api::HelpCenter, &address))
}
