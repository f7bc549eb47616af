//! How many articles use each permission group. The API has no question for it: every article is read and counted. A
//! few that is done by itself; where there are many, somebody asks for it.

use std::collections::HashMap;

use guidepost_model::{Next, PermissionGroupId};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    api::{ArticlesAt, Failure},
    session::Session,
};

/// Articles that are read without asking: twenty requests.
const FEW: usize = 2_000;
/// Milliseconds after which a count is out of date.
const FRESH: f64 = 300_000.0;

/// How far counting is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counting {
    /// Nobody wanted to know yet.
    Idle,
    /// They are being counted without anybody having asked.
    Quietly,
    /// There are many: they are counted when somebody asks.
    Waiting,
    /// Somebody asked; that many were read so far.
    Asked(usize),
    /// Every article was counted.
    Complete,
    /// It ended early.
    Failed(Failure),
}

/// The counts, and how they come about.
#[derive(Debug, Clone, Copy)]
pub struct Articles {
    session: Session,
    counts: RwSignal<Option<HashMap<PermissionGroupId, usize>>>,
    counting: RwSignal<Counting>,
    /// How many articles there are, as far as that is known.
    total: RwSignal<Option<usize>>,
    counted_at: StoredValue<f64>,
    /// Tells the count under way from one that was stopped.
    attempt: StoredValue<u32>,
}

impl Articles {
    /// Nothing counted yet.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            counts: RwSignal::new(None),
            counting: RwSignal::new(Counting::Idle),
            total: RwSignal::new(None),
            counted_at: StoredValue::new(f64::NEG_INFINITY),
            attempt: StoredValue::new(0),
        }
    }

    /// The counts of the app around this component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// How many articles use a permission group; `None` while that is not known. Tracks.
    pub fn of(self, id: PermissionGroupId) -> Option<usize> {
        let of = |counts: &HashMap<_, usize>| counts.get(&id).copied().unwrap_or_default();
        self.counts.with(|counts| counts.as_ref().map(of))
    }

    /// The same, where it was counted a moment ago: good enough to act on.
    pub fn just_counted(self, id: PermissionGroupId) -> Option<usize> {
        untrack(|| self.of(id)).filter(|_| self.is_fresh())
    }

    /// How far counting is. Tracks.
    pub fn counting(self) -> Counting {
        self.counting.get()
    }

    /// How many articles there are, as far as that is known. Tracks.
    pub fn total(self) -> Option<usize> {
        self.total.get()
    }

    /// True as long as they are counted without anybody having asked.
    pub fn is_under_way(self) -> bool {
        self.counting.try_with_untracked(|counting| *counting == Counting::Quietly).unwrap_or(false)
    }

    /// Counts the articles, if they are few and were not counted lately.
    pub fn ensure(self) {
        let many = self.total.get_untracked().is_some_and(|total| total > FEW);
        let resting = self.counting.with_untracked(|counting| {
            matches!(counting, Counting::Idle | Counting::Complete | Counting::Failed(_))
        });
        // Many are counted once, and again when somebody asks again.
        if resting && !many && !self.is_fresh() {
            self.begin(Counting::Quietly);
        }
    }

    /// Counts them, however many there are.
    pub fn count(self) {
        self.begin(Counting::Asked(0));
    }

    /// Tries once more what failed.
    pub fn retry(self) {
        match self.total.get_untracked() {
            Some(total) if total > FEW => self.count(),
            _ => self.ensure(),
        }
    }

    /// Reads no further.
    pub fn stop(self) {
        self.next_attempt();
        self.counting.set(Counting::Waiting);
    }

    fn is_fresh(self) -> bool {
        js_sys::Date::now() - self.counted_at.get_value() < FRESH
    }

    fn next_attempt(self) -> u32 {
        let attempt = self.attempt.get_value() + 1;
        self.attempt.set_value(attempt);
        attempt
    }

    fn begin(self, how: Counting) {
        let attempt = self.next_attempt();
        let asked = how != Counting::Quietly;
        self.counting.set(how);
        spawn_local(async move {
            let outcome = self.read(attempt, asked).await;
            if self.attempt.try_get_value() == Some(attempt) {
                self.counting.try_set(outcome.unwrap_or_else(Counting::Failed));
            }
        });
    }

    /// Reads page after page, as long as nobody stops it.
    async fn read(self, attempt: u32, asked: bool) -> Result<Counting, Failure> {
        let client = self.session.client();
        // Only numbered pages say how many there are, and only cursors lead past the first 10,000.
        let mut at = if asked { ArticlesAt::Cursor(None) } else { ArticlesAt::Page(1) };
        let mut counts = HashMap::new();
        let mut read = 0;
        loop {
            let page = client.articles(&at).await?;
            if self.attempt.try_get_value() != Some(attempt) {
                return Ok(Counting::Waiting);
            }
            read += page.items.len();
            if let Some(count) = page.count.and_then(|count| usize::try_from(count).ok()) {
                self.total.try_set(Some(count));
            }
            if !asked && self.are_many(read, &page.next) {
                return Ok(Counting::Waiting);
            }
            for group in page.items.iter().filter_map(|article| article.permission_group_id) {
                *counts.entry(group).or_default() += 1;
            }
            if asked {
                self.counting.try_set(Counting::Asked(read));
            }
            let Some(next) = ArticlesAt::after(page.next) else { break };
            at = next;
        }
        self.counts.try_set(Some(counts));
        self.total.try_set(Some(read));
        self.counted_at.try_set_value(js_sys::Date::now());
        Ok(Counting::Complete)
    }

    /// True when there are more than are read without asking; an answer need not say how many there are.
    fn are_many(self, read: usize, next: &Next) -> bool {
        match self.total.try_get_untracked().flatten() {
            Some(total) => total > FEW,
            None => read >= FEW && *next != Next::End,
        }
    }
}
