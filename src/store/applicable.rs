//! Which segments the account's plan can apply to content.

use guidepost_model::SegmentId;
use leptos::prelude::*;
use rustc_hash::FxHashSet;

use super::Segments;
use crate::{
    session::Session,
    ui::{shared, spawn_for_app},
};

/// Known once somebody asked; only the filter on it needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Applicable {
    session: Session,
    segments: Segments,
    ids: RwSignal<Option<FxHashSet<SegmentId>>>,
    /// What had been written when it was asked for: a created or changed segment may differ.
    as_of: StoredValue<Option<u32>>,
}

impl Applicable {
    /// Nothing known yet.
    pub fn new(session: Session, segments: Segments) -> Self {
        Self { session, segments, ids: RwSignal::new(None), as_of: StoredValue::new(None) }
    }

    /// The knowledge of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// True when the plan can apply the segment; `None` while that is not known. Tracks.
    pub fn holds(self, id: SegmentId) -> Option<bool> {
        self.ids.with(|ids| ids.as_ref().map(|ids| ids.contains(&id)))
    }

    /// Finds it out, unless it is known.
    pub fn want(self) {
        let written = self.segments.written();
        if self.as_of.get_value() == Some(written) {
            return;
        }
        self.as_of.set_value(Some(written));
        let client = self.session.client();
        spawn_for_app(async move {
            match client.applicable_segments().await {
                Ok(segments) => {
                    let ids = segments.into_iter().map(|segment| segment.id).collect();
                    self.ids.try_set(Some(ids));
                }
                Err(_) => {
                    self.as_of.try_set_value(None);
                }
            }
        });
    }
}
