//! Which articles use which segments and permission groups. The API has no question for it: every article is read. A few
//! are read without asking; many only when the user asks for it.

use guidepost_model::{ArticleIndex, Brand, Exposure, PermissionGroupId, SegmentId};
use leptos::prelude::*;

use crate::{
    api::{ArticlesAt, Failure},
    session::Session,
    ui::{find_shared, share, spawn_for_app},
};

/// Articles that are read without asking: twenty requests.
const FEW: usize = 2_000;
/// Milliseconds after which a count is out of date.
const FRESH: f64 = 300_000.0;
/// The same, of a count that is to decide whether something is deleted.
const RECENT: f64 = 30_000.0;

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

/// Which help centers a count covers. The API shows the articles of one brand's help center at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// The account has no other.
    Everywhere,
    /// These brands have help centers, too, and were not read. Without names where it is not known which brand was read.
    Without(Vec<String>),
    /// The account doesn't say which brands it has.
    Unknown,
}

/// What is known.
#[derive(Debug)]
struct State {
    index: Option<ArticleIndex>,
    reach: Reach,
    counting: Counting,
    /// How many articles there are, as far as that is known.
    total: Option<usize>,
    /// Milliseconds since 1970.
    counted_at: f64,
    /// Tells the count under way from one that was stopped.
    attempt: u32,
}

/// The counts, and how they come about.
#[derive(Debug, Clone, Copy)]
pub struct Articles {
    session: Session,
    state: RwSignal<State>,
}

impl Articles {
    /// The counts of the app around this component.
    pub fn expect() -> Self {
        Self::of_app(Session::expect())
    }

    /// The counts of the app that this session is of. They are made when somebody first wants them, which is in a
    /// chunk: no first visit loads what is only needed there.
    pub fn of_app(session: Session) -> Self {
        session.in_app(|| {
            find_shared().unwrap_or_else(|| {
                let articles = Self::new(session);
                share(articles);
                articles
            })
        })
    }

    /// Nothing counted yet.
    fn new(session: Session) -> Self {
        let state = State {
            index: None,
            reach: Reach::Unknown,
            counting: Counting::Idle,
            total: None,
            counted_at: f64::NEG_INFINITY,
            attempt: 0,
        };
        Self { session, state: RwSignal::new(state) }
    }

    /// How many articles use a permission group; `None` while that is not known. Tracks.
    pub fn of(self, id: PermissionGroupId) -> Option<usize> {
        self.state.with(|state| state.of(id))
    }

    /// What would happen to articles without these segments; `None` while that is not known. Tracks.
    pub fn without(self, ids: &[SegmentId]) -> Option<Exposure> {
        self.state.with(|state| state.index.as_ref()?.without(ids))
    }

    /// Which help centers were counted. Tracks.
    pub fn reach(self) -> Reach {
        self.state.with(|state| state.reach.clone())
    }

    /// True as long as the count is good enough to show before something is deleted. Tracks.
    pub fn is_fresh(self) -> bool {
        self.state.with(|state| state.age() < FRESH)
    }

    /// True right after a count: good enough to delete something without asking.
    pub fn is_recent(self) -> bool {
        self.state.with_untracked(|state| state.age() < RECENT)
    }

    /// How far counting is. Tracks.
    pub fn counting(self) -> Counting {
        self.state.with(|state| state.counting.clone())
    }

    /// How many articles there are, as far as that is known. Tracks.
    pub fn total(self) -> Option<usize> {
        self.state.with(|state| state.total)
    }

    /// True as long as they are counted without anybody having asked.
    pub fn is_under_way(self) -> bool {
        let quietly = |state: &State| state.counting == Counting::Quietly;
        self.state.try_with_untracked(quietly).unwrap_or(false)
    }

    /// Counts the articles, if they are few and were not counted lately.
    pub fn ensure(self) {
        self.ensure_younger_than(FRESH);
    }

    /// Counts them, if they are few and were not counted just now.
    pub fn ensure_recent(self) {
        self.ensure_younger_than(RECENT);
    }

    fn ensure_younger_than(self, age: f64) {
        let wanted = self.state.with_untracked(|state| {
            let resting = match state.counting {
                Counting::Idle | Counting::Complete | Counting::Failed(_) => true,
                Counting::Quietly | Counting::Waiting | Counting::Asked(_) => false,
            };
            // Many are counted once, and again when the user asks again.
            resting && !state.are_many() && state.age() >= age
        });
        if wanted {
            self.begin(Counting::Quietly);
        }
    }

    /// A segment was deleted: no article has it any more.
    pub fn forget_segment(self, id: SegmentId) {
        self.state.try_update(|state| {
            if let Some(index) = &mut state.index {
                index.forget(id);
            }
        });
    }

    /// Counts them, however many there are.
    pub fn count(self) {
        self.begin(Counting::Asked(0));
    }

    /// Tries once more what failed.
    pub fn retry(self) {
        if self.state.with_untracked(State::are_many) { self.count() } else { self.ensure() }
    }

    /// Reads no further.
    pub fn stop(self) {
        self.state.update(|state| {
            state.attempt += 1;
            state.counting = Counting::Waiting;
        });
    }

    fn begin(self, how: Counting) {
        let asked = how != Counting::Quietly;
        self.state.update(|state| {
            state.attempt += 1;
            state.counting = how;
        });
        let attempt = self.state.with_untracked(|state| state.attempt);
        spawn_for_app(async move {
            let outcome = self.read(attempt, asked).await;
            self.learn(attempt, |state| {
                state.counting = outcome.unwrap_or_else(Counting::Failed);
            });
        });
    }

    /// Keeps what an attempt found out, unless that was stopped or begun anew; false then.
    fn learn(self, attempt: u32, keep: impl FnOnce(&mut State)) -> bool {
        let current =
            self.state.try_with_untracked(|state| state.attempt == attempt).unwrap_or(false);
        if current {
            self.state.try_update(keep);
        }
        current
    }

    /// Reads page after page, as long as nobody stops it.
    async fn read(self, attempt: u32, asked: bool) -> Result<Counting, Failure> {
        let client = self.session.client();
        // Brands first: with the last page everything is known at once.
        let brands = client.help_centers().await;
        // Only numbered pages say how many there are, and only cursors lead past the first 10,000.
        let mut at = if asked { ArticlesAt::Cursor(None) } else { ArticlesAt::Page(1) };
        let mut index = ArticleIndex::default();
        let mut example = String::new();
        loop {
            let page = client.articles(&at).await?;
            let read = index.read() + page.items.len();
            let count = page.count.and_then(|count| usize::try_from(count).ok());
            let going_on = self.learn(attempt, |state| {
                state.total = count.or(state.total);
                if asked {
                    state.counting = Counting::Asked(read);
                }
            });
            // An answer need not say how many there are.
            let many = count.unwrap_or(read) > FEW;
            if !going_on || many && !asked {
                return Ok(Counting::Waiting);
            }
            for article in page.items {
                if example.is_empty() {
                    example.clone_from(&article.html_url);
                }
                index.add(article);
            }
            let Some(next) = ArticlesAt::after(page.next) else { break };
            at = next;
        }
        let reach = brands.map_or(Reach::Unknown, |brands| Reach::of(&brands, &example));
        self.learn(attempt, |state| {
            state.total = Some(index.read());
            state.index = Some(index);
            state.reach = reach;
            state.counted_at = js_sys::Date::now();
        });
        Ok(Counting::Complete)
    }
}

impl Reach {
    /// What was covered by reading the help center that has this page.
    fn of(brands: &[Brand], page: &str) -> Self {
        if brands.len() < 2 {
            return Self::Everywhere;
        }
        let others: Vec<&Brand> = brands.iter().filter(|brand| !brand.has_page(page)).collect();
        let named = others.len() < brands.len();
        Self::Without(others.iter().filter(|_| named).map(|brand| brand.name.clone()).collect())
    }
}

impl State {
    fn of(&self, id: PermissionGroupId) -> Option<usize> {
        self.index.as_ref().map(|index| index.of_group(id))
    }

    /// Milliseconds since the last count.
    fn age(&self) -> f64 {
        js_sys::Date::now() - self.counted_at
    }

    fn are_many(&self) -> bool {
        self.total.is_some_and(|total| total > FEW)
    }
}
