//! The account's user segments: loaded once, page by page, and kept in step with what this app changes.

use std::{collections::HashSet, sync::Arc};

use guidepost_model::{Draft, Field, Item, SegmentId, UserSegment};
use leptos::{prelude::*, task::spawn_local};

use crate::{api::Failure, session::Session};

/// Milliseconds after which the list is fetched anew when it is shown again.
const FRESH: f64 = 30_000.0;

/// How far loading is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Pages are arriving; what is here can be shown.
    Loading,
    /// Every page is here.
    Complete,
    /// It ended early; what arrived before stays.
    Failed(Failure),
}

/// The segments, and how complete they are.
#[derive(Debug, Clone, Copy)]
pub struct Segments {
    session: Session,
    rows: RwSignal<Vec<Arc<UserSegment>>>,
    progress: RwSignal<Progress>,
    /// Ids that the plan can apply to content; `None` while that is not known.
    applicable: RwSignal<Option<HashSet<SegmentId>>>,
    /// Segments whose deletion is waiting for its undo to run out: no longer listed.
    leaving: RwSignal<HashSet<SegmentId>>,
    loaded_at: StoredValue<f64>,
    /// The row to bring into view when the list is next shown.
    pub reveal: RwSignal<Option<SegmentId>>,
    /// The list's search, filters and sort, to come back to.
    pub last_search: RwSignal<String>,
}

impl Segments {
    /// Nothing loaded yet.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            rows: RwSignal::new(Vec::new()),
            progress: RwSignal::new(Progress::Loading),
            applicable: RwSignal::new(None),
            leaving: RwSignal::new(HashSet::new()),
            loaded_at: StoredValue::new(f64::NEG_INFINITY),
            reveal: RwSignal::new(None),
            last_search: RwSignal::new(String::new()),
        }
    }

    /// The segments of the app around this component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Every segment that is listed. Tracks.
    pub fn all(self) -> Vec<Arc<UserSegment>> {
        let leaving = self.leaving.get();
        self.rows.with(|rows| {
            rows.iter().filter(|segment| !leaving.contains(&segment.id)).cloned().collect()
        })
    }

    /// How many custom segments the account has. Tracks.
    pub fn custom_count(self) -> usize {
        let leaving = self.leaving.get();
        self.rows.with(|rows| {
            rows.iter().filter(|row| !row.built_in && !leaving.contains(&row.id)).count()
        })
    }

    /// The segment as it was last loaded.
    pub fn find(self, id: SegmentId) -> Option<Arc<UserSegment>> {
        self.rows.with_untracked(|rows| rows.iter().find(|segment| segment.id == id).cloned())
    }

    /// A listed or hidden segment's name. Tracks.
    pub fn name(self, id: SegmentId) -> Option<String> {
        self.rows.with(|rows| Some(rows.iter().find(|segment| segment.id == id)?.name.clone()))
    }

    /// How far loading is. Tracks.
    pub fn progress(self) -> Progress {
        self.progress.get()
    }

    /// True when the plan can apply the segment; `None` while that is not known. Tracks.
    pub fn is_applicable(self, id: SegmentId) -> Option<bool> {
        self.applicable.with(|ids| ids.as_ref().map(|ids| ids.contains(&id)))
    }

    /// Loads the segments unless they were loaded a moment ago.
    pub fn ensure(self) {
        if js_sys::Date::now() - self.loaded_at.get_value() > FRESH {
            self.reload();
        }
    }

    /// Loads the segments. The first time rows show as they arrive; later the old ones stay until all new ones
    /// are here.
    pub fn reload(self) {
        self.loaded_at.set_value(js_sys::Date::now());
        let first = self.rows.with_untracked(Vec::is_empty);
        self.progress.set(Progress::Loading);
        let client = self.session.client();
        spawn_local(async move {
            let mut arrived: Vec<Arc<UserSegment>> = Vec::new();
            let outcome = client
                .segments(|page| {
                    arrived.extend(page.into_iter().map(Arc::new));
                    if first {
                        self.rows.try_set(arrived.clone());
                    }
                })
                .await;
            self.session.learn(outcome.as_ref().map(|_| ()));
            match outcome {
                Ok(()) => {
                    self.rows.try_set(arrived);
                    self.progress.try_set(Progress::Complete);
                }
                Err(failure) => {
                    self.loaded_at.try_set_value(f64::NEG_INFINITY);
                    self.progress.try_set(Progress::Failed(failure));
                }
            }
        });
    }

    /// Finds out which segments the plan can apply, once: only the filter on it needs to know.
    pub fn want_applicable(self) {
        if self.applicable.with_untracked(Option::is_some) {
            return;
        }
        let client = self.session.client();
        spawn_local(async move {
            if let Ok(segments) = client.applicable_segments().await {
                let ids = segments.into_iter().map(|segment| segment.id).collect();
                self.applicable.try_set(Some(ids));
            }
        });
    }

    /// Puts a created or changed segment in its place.
    pub fn put(self, segment: UserSegment) {
        self.rows.try_update(|rows| {
            // Before the list is here, one row would count as all there are.
            let listed = !rows.is_empty();
            match rows.iter_mut().find(|row| row.id == segment.id) {
                Some(row) => *row = Arc::new(segment),
                None if listed => rows.push(Arc::new(segment)),
                None => {}
            }
        });
        // What the plan can apply may differ by now.
        self.applicable.try_set(None);
    }

    /// Takes a deleted segment out.
    pub fn remove(self, id: SegmentId) {
        self.rows.try_update(|rows| rows.retain(|row| row.id != id));
        // It stays hidden: an answer that was under way may still bring it.
        self.hide(id);
    }

    /// True once a segment was deleted here, or hidden for it. Tracks.
    pub fn is_leaving(self, id: SegmentId) -> bool {
        self.leaving.with(|leaving| leaving.contains(&id))
    }

    /// Hides a segment whose deletion can still be undone.
    pub fn hide(self, id: SegmentId) {
        self.leaving.try_update(|leaving| leaving.insert(id));
    }

    /// Shows it again.
    pub fn unhide(self, id: SegmentId) {
        self.leaving.try_update(|leaving| leaving.remove(&id));
    }
}

/// The groups and organizations that a segment names.
pub fn places(segment: &UserSegment) -> Vec<Item> {
    let draft = segment.draft();
    let mut items = draft.items(Field::Groups);
    items.extend(draft.items(Field::Organizations));
    items
}
