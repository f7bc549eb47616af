//! What uses a segment: the sections and topics that the API lists for it.

use futures_util::future::try_join;
use guidepost_model::{Section, SegmentId, Topic};

use crate::api::{Client, Failure};

/// The content a segment restricts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// Sections of help centers.
    pub sections: Vec<Section>,
    /// Topics of communities.
    pub topics: Vec<Topic>,
}

impl Usage {
    /// True when nothing is known to use it.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty() && self.topics.is_empty()
    }
}

/// Asks what uses a segment.
///
/// # Errors
/// When either list can't be had.
pub async fn load_usage(client: &Client, id: SegmentId) -> Result<Usage, Failure> {
    let (sections, topics) = try_join(client.sections_of(id), client.topics_of(id)).await?;
    Ok(Usage { sections, topics })
}

/// "1 topic", "3 topics".
pub fn count_of(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// "Name", "Name and Tags", "Name, Tags and People".
pub fn list_in_words(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [many @ .., last] => format!("{} and {last}", many.join(", ")),
    }
}
