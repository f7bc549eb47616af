//! All objects of a kind: loaded once, page by page, and kept in step with what this app changes.

use std::sync::Arc;

use guidepost_model::{AnyId, PermissionGroup, Resource, UserSegment};
use leptos::prelude::*;
use rustc_hash::FxHashSet;

use crate::{
    api::Failure,
    session::Session,
    ui::{Effect, forget_when_gone, shared, spawn_for_app},
};

/// The account's user segments.
pub type Segments = Collection<UserSegment>;
/// The account's management permission groups.
pub type PermissionGroups = Collection<PermissionGroup>;

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

/// Something that was done to one object here.
#[derive(Debug, Clone)]
enum Write<T: Resource> {
    Put(Arc<T>),
    Removed(T::Id),
}

impl<T: Resource> Write<T> {
    fn apply(&self, rows: &mut Vec<Arc<T>>) {
        match self {
            Self::Put(object) => match rows.iter_mut().find(|row| row.id() == object.id()) {
                Some(row) => *row = object.clone(),
                None => rows.push(object.clone()),
            },
            Self::Removed(id) => rows.retain(|row| row.id() != *id),
        }
    }
}

/// The objects, and how complete they are.
#[derive(Debug)]
pub struct Collection<T: Resource> {
    session: Session,
    rows: RwSignal<Vec<Arc<T>>>,
    progress: RwSignal<Progress>,
    /// Ids of those whose deletion is waiting for its undo to run out: no longer listed.
    leaving: RwSignal<FxHashSet<u64>>,
    loaded_at: StoredValue<f64>,
    /// Counts what was written here.
    written: StoredValue<u32>,
    /// What was written while the list was being read, and the count it was written at: an answer may be older.
    recent: StoredValue<Vec<(u32, Write<T>)>>,
    /// Counts the times that reading the list began.
    readings: StoredValue<u32>,
    /// The row to bring into view when the list is next shown.
    pub reveal: RwSignal<Option<T::Id>>,
    /// The list's search, filters and sort, to come back to.
    pub last_search: RwSignal<String>,
}

impl<T: Resource> Clone for Collection<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Resource> Copy for Collection<T> {}

impl<T: Resource> Collection<T> {
    /// Nothing loaded yet.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            rows: RwSignal::new(Vec::new()),
            progress: RwSignal::new(Progress::Loading),
            leaving: RwSignal::new(FxHashSet::default()),
            loaded_at: StoredValue::new(f64::NEG_INFINITY),
            written: StoredValue::new(0),
            recent: StoredValue::new(Vec::new()),
            readings: StoredValue::new(0),
            reveal: RwSignal::new(None),
            last_search: RwSignal::new(String::new()),
        }
    }

    /// The collection of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// Every object that is listed. Tracks.
    pub fn all(self) -> Vec<Arc<T>> {
        forget_when_gone(self.rows);
        forget_when_gone(self.leaving);
        let leaving = self.leaving.get();
        self.rows.with(|rows| {
            rows.iter().filter(|row| !leaving.contains(&row.id().get())).cloned().collect()
        })
    }

    /// How many custom ones the account has. Tracks.
    pub fn custom_count(self) -> usize {
        forget_when_gone(self.leaving);
        let leaving = self.leaving.get();
        self.rows.with(|rows| {
            let custom = |row: &&Arc<T>| !row.is_built_in() && !leaving.contains(&row.id().get());
            rows.iter().filter(custom).count()
        })
    }

    /// The object as it was last loaded.
    pub fn find(self, id: T::Id) -> Option<Arc<T>> {
        self.rows.with_untracked(|rows| rows.iter().find(|row| row.id() == id).cloned())
    }

    /// What a listed or hidden one is called. Tracks.
    pub fn name(self, id: T::Id) -> Option<String> {
        forget_when_gone(self.rows);
        self.rows
            .with(|rows| Some(rows.iter().find(|row| row.id() == id)?.display_name().to_owned()))
    }

    /// How far loading is. Tracks.
    pub fn progress(self) -> Progress {
        forget_when_gone(self.progress);
        self.progress.get()
    }

    /// A number that changes with everything that is created, changed or deleted here.
    pub fn written(self) -> u32 {
        self.written.get_value()
    }

    /// Loads the objects unless they were loaded a moment ago.
    pub fn ensure(self) {
        if js_sys::Date::now() - self.loaded_at.get_value() > FRESH {
            self.reload();
        }
    }

    /// Loads the objects. The first time rows show as they arrive; later the old ones stay until all new ones
    /// are here.
    pub fn reload(self) {
        self.loaded_at.set_value(js_sys::Date::now());
        let first = self.rows.with_untracked(Vec::is_empty);
        let reading = self.readings.get_value() + 1;
        if reading == 1 {
            self.reload_on_recovery();
        }
        self.readings.set_value(reading);
        let since = self.written();
        self.progress.set(Progress::Loading);
        let client = self.session.client();
        spawn_for_app(async move {
            let mut arrived: Vec<Arc<T>> = Vec::new();
            let outcome = client
                .all::<T>(|page| {
                    arrived.extend(page.into_iter().map(Arc::new));
                    if first && self.is_latest(reading) {
                        self.show(arrived.clone(), since);
                    }
                })
                .await;
            self.session.learn(outcome.as_ref().map(|_| ()));
            if !self.is_latest(reading) {
                return;
            }
            match outcome {
                Ok(()) => {
                    self.show(arrived, since);
                    self.recent.try_update_value(Vec::clear);
                    self.progress.try_set(Progress::Complete);
                }
                Err(failure) => {
                    self.loaded_at.try_set_value(f64::NEG_INFINITY);
                    self.progress.try_set(Progress::Failed(failure));
                }
            }
        });
    }

    /// Loads them once more when requests succeed again. Not in `new`: the first visit doesn't need the code to load a
    /// kind that it doesn't list.
    fn reload_on_recovery(self) {
        self.session.in_app(|| {
            Effect::new(move |_| {
                self.session.recovered.track();
                if matches!(self.progress.get_untracked(), Progress::Failed(_)) {
                    self.reload();
                }
            });
        });
    }

    /// False once the list is being read again: the newer answer counts.
    fn is_latest(self, reading: u32) -> bool {
        self.readings.try_get_value() == Some(reading)
    }

    /// Shows what arrived, with what was written here since its reading began.
    fn show(self, mut rows: Vec<Arc<T>>, since: u32) {
        self.recent.try_with_value(|recent| {
            let newer = recent.iter().filter(|(count, _)| *count > since);
            newer.for_each(|(_, write)| write.apply(&mut rows));
        });
        self.rows.try_set(rows);
    }

    /// Puts a created or changed object in its place.
    pub fn put(self, object: T) {
        let write = Write::Put(Arc::new(object));
        self.remember(write.clone());
        // Before the list is here, one row would count as all there are.
        if self.rows.try_with_untracked(Vec::is_empty) == Some(false) {
            self.rows.try_update(|rows| write.apply(rows));
        }
    }

    /// Takes a deleted object out.
    pub fn remove(self, id: T::Id) {
        let write = Write::Removed(id);
        self.remember(write.clone());
        self.rows.try_update(|rows| write.apply(rows));
        // It stays hidden: an answer that was under way may still bring it.
        self.hide(id);
    }

    fn remember(self, write: Write<T>) {
        let count = self.written.try_update_value(|count| {
            *count += 1;
            *count
        });
        let reading = self.progress.try_get_untracked() == Some(Progress::Loading);
        if let Some(count) = count.filter(|_| reading) {
            self.recent.try_update_value(|recent| recent.push((count, write)));
        }
    }

    /// True once an object was deleted here, or hidden for it. Tracks.
    pub fn is_leaving(self, id: T::Id) -> bool {
        forget_when_gone(self.leaving);
        self.leaving.with(|leaving| leaving.contains(&id.get()))
    }

    /// Hides an object whose deletion can still be undone.
    pub fn hide(self, id: T::Id) {
        self.leaving.try_update(|leaving| leaving.insert(id.get()));
    }

    /// Shows it again.
    pub fn unhide(self, id: T::Id) {
        self.leaving.try_update(|leaving| leaving.remove(&id.get()));
    }
}
