//! What there is to ask about segments beside themselves: where they apply, and what uses them.

use guidepost_model::{Kind, Section, SegmentId, Topic, UserSegment};

use super::{Client, Failure, client::Paging, resources::path};

impl Client {
    /// The segments that the account's plan can apply to content.
    pub async fn applicable_segments(&self) -> Result<Vec<UserSegment>, Failure> {
        self.whole("/applicable").await
    }

    /// The sections that use a segment.
    pub async fn sections_of(&self, id: SegmentId) -> Result<Vec<Section>, Failure> {
        self.whole(&format!("/{id}/sections")).await
    }

    /// The topics that use a segment.
    pub async fn topics_of(&self, id: SegmentId) -> Result<Vec<Topic>, Failure> {
        self.whole(&format!("/{id}/topics")).await
    }

    async fn whole<T: guidepost_model::Listed>(&self, below: &str) -> Result<Vec<T>, Failure> {
        let mut items = Vec::new();
        let path = format!("{}{below}", path(Kind::Segment));
        self.list(&path, Paging::Cursor, |page| items.extend(page)).await?;
        Ok(items)
    }
}
