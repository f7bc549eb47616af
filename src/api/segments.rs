//! User segments, and what uses them.

use guidepost_model::{Section, SegmentId, Topic, UserSegment, ValidSegment};
use serde::Deserialize;

use super::{Client, Failure, Method, client::decode};

#[derive(Deserialize)]
struct Wrapped {
    user_segment: UserSegment,
}

const SEGMENTS: &str = "/api/v2/help_center/user_segments";

impl Client {
    /// Every segment of the account; each page is handed over as it arrives.
    pub async fn segments(&self, each: impl FnMut(Vec<UserSegment>)) -> Result<(), Failure> {
        self.list(SEGMENTS, each).await
    }

    /// The segments that the account's plan can apply to content.
    pub async fn applicable_segments(&self) -> Result<Vec<UserSegment>, Failure> {
        let mut segments = Vec::new();
        self.list(&format!("{SEGMENTS}/applicable"), |page| segments.extend(page)).await?;
        Ok(segments)
    }

    /// One segment as it is now.
    pub async fn segment(&self, id: SegmentId) -> Result<UserSegment, Failure> {
        let wrapped: Wrapped = self.get(&format!("{SEGMENTS}/{id}")).await?;
        Ok(wrapped.user_segment)
    }

    /// Creates a segment. When the answer is lost it may exist all the same.
    pub async fn create_segment(&self, segment: &ValidSegment) -> Result<UserSegment, Failure> {
        let answer = self.send(Method::Post, SEGMENTS.into(), Some(segment.to_request())).await?;
        decode::<Wrapped>(&answer).map(|wrapped| wrapped.user_segment)
    }

    /// Changes a segment.
    pub async fn update_segment(
        &self,
        id: SegmentId,
        segment: &ValidSegment,
    ) -> Result<UserSegment, Failure> {
        let path = format!("{SEGMENTS}/{id}");
        let answer = self.send(Method::Put, path, Some(segment.to_request())).await?;
        decode::<Wrapped>(&answer).map(|wrapped| wrapped.user_segment)
    }

    /// Deletes a segment.
    pub async fn delete_segment(&self, id: SegmentId) -> Result<(), Failure> {
        self.send(Method::Delete, format!("{SEGMENTS}/{id}"), None).await.map(|_| ())
    }

    /// The sections that use a segment.
    pub async fn sections_of(&self, id: SegmentId) -> Result<Vec<Section>, Failure> {
        let mut sections = Vec::new();
        self.list(&format!("{SEGMENTS}/{id}/sections"), |page| sections.extend(page)).await?;
        Ok(sections)
    }

    /// The topics that use a segment.
    pub async fn topics_of(&self, id: SegmentId) -> Result<Vec<Topic>, Failure> {
        let mut topics = Vec::new();
        self.list(&format!("{SEGMENTS}/{id}/topics"), |page| topics.extend(page)).await?;
        Ok(topics)
    }
}
