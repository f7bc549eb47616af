//! What a segment restricts.

use axum::{extract::State, response::Response};
use guidepost_model::{SectionId, SegmentId, TopicId};
use serde::Serialize;

use super::existing;
use crate::{
    account,
    address::{Address, slug},
    auth::Manager,
    error::ApiError,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
};

#[derive(Serialize)]
struct SectionBody {
    id: SectionId,
    url: String,
    html_url: String,
    locale: String,
    name: String,
}

#[derive(Serialize)]
struct TopicBody {
    id: TopicId,
    url: String,
    html_url: String,
    name: String,
}

/// The sections that use a segment.
pub(crate) async fn sections(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<SegmentId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::HelpCenter)?;
    let sections = sandbox.account().read(|connection| {
        existing(connection, id)?;
        Ok::<_, ApiError>(account::sections_of(connection, id, &page)?)
    })?;
    let sections = sections.map(|section| SectionBody {
        id: section.id,
        url: address
            .at(&format!("/api/v2/help_center/{}/sections/{}.json", section.locale, section.id)),
        html_url: format!(
            "https://{}.example/hc/{}/sections/{}-{}",
            section.subdomain,
            section.locale,
            section.id,
            slug(&section.name)
        ),
        locale: section.locale,
        name: section.name,
    });
    Ok(paged(&sections, "sections", Api::HelpCenter, &address))
}

/// The topics that use a segment.
pub(crate) async fn topics(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<SegmentId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::HelpCenter)?;
    let topics = sandbox.account().read(|connection| {
        existing(connection, id)?;
        Ok::<_, ApiError>(account::topics_of(connection, id, &page)?)
    })?;
    let topics = topics.map(|topic| TopicBody {
        id: topic.id,
        url: address.at(&format!("/api/v2/community/topics/{}.json", topic.id)),
        html_url: format!(
            "https://{}.example/hc/en-us/community/topics/{}-{}",
            topic.subdomain,
            topic.id,
            slug(&topic.name)
        ),
        name: topic.name,
    });
    Ok(paged(&topics, "topics", Api::HelpCenter, &address))
}
