//! Which segments are selected: by their boxes, and by keyboard with `x`; Escape lets go of them.

use std::sync::Arc;

use guidepost_model::{SegmentId, UserSegment};
use leptos::prelude::*;
use rustc_hash::FxHashSet;

use crate::pages::list::Found;

/// Which segments are selected, and from where a range would start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Selection {
    pub(super) ids: RwSignal<FxHashSet<SegmentId>>,
    pub(super) last: StoredValue<Option<usize>>,
}

impl Selection {
    /// Nothing is selected.
    pub(super) fn new() -> Self {
        Self { ids: RwSignal::new(FxHashSet::default()), last: StoredValue::new(None) }
    }

    /// Does not track.
    pub(super) fn is_empty(self) -> bool {
        self.ids.with_untracked(FxHashSet::is_empty)
    }

    /// Takes a key that concerns the selection; true when it did.
    pub(super) fn act(self, key: &str, segment: Option<&Arc<UserSegment>>) -> bool {
        match (key, segment) {
            ("x", Some(segment)) if !segment.built_in => self.toggle(segment.id),
            ("Escape", _) if !self.is_empty() => self.clear(),
            _ => return false,
        }
        true
    }

    /// The box of a row was clicked. With Shift, everything from the last one on is selected.
    pub(super) fn click(
        self,
        shift: bool,
        at: usize,
        segment: &UserSegment,
        found: Memo<Found<UserSegment>>,
    ) {
        match self.last.get_value().filter(|_| shift) {
            Some(last) => {
                let between: Vec<SegmentId> = found.with_untracked(|found| {
                    let rows = found.get(last.min(at)..=last.max(at)).unwrap_or_default();
                    rows.iter().filter(|row| !row.built_in).map(|row| row.id).collect()
                });
                self.ids.update(|ids| ids.extend(between));
            }
            None => self.toggle(segment.id),
        }
        self.last.set_value(Some(at));
    }

    /// Selects a segment, or takes it out.
    pub(super) fn toggle(self, id: SegmentId) {
        self.ids.update(|ids| {
            if !ids.remove(&id) {
                ids.insert(id);
            }
        });
    }

    /// Selects these too, as far as they can be.
    pub(super) fn add(self, segments: &[Arc<UserSegment>]) {
        let custom = segments.iter().filter(|segment| !segment.built_in);
        self.ids.update(|ids| ids.extend(custom.map(|segment| segment.id)));
    }

    /// Takes these out; what is hidden by filters stays selected.
    pub(super) fn remove(self, segments: &[Arc<UserSegment>]) {
        self.ids.update(|ids| {
            for segment in segments {
                ids.remove(&segment.id);
            }
        });
    }

    /// Selects nothing.
    pub(super) fn clear(self) {
        self.ids.update(FxHashSet::clear);
        self.last.set_value(None);
    }
}
