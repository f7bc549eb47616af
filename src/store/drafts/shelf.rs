//! Where one person's drafts of one form are kept. Each tab has a draft of its own, and never writes or removes
//! another's.

use guidepost_model::Timestamp;
use js_sys::Date;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::storage;
use crate::store::tab;

/// In front of every draft. Older versions of this app put a dot after it; their drafts don't say whose they are.
const ROOT: &str = "guidepost.draft";
/// Milliseconds after which a draft that nobody came back to is removed: four weeks.
const EXPIRES: u64 = 28 * 24 * 3_600 * 1_000;

/// The drafts of one form: those of one person, in one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    prefix: String,
}

/// A draft as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDraft<C> {
    /// Tells it from the others on its shelf.
    pub id: String,
    /// When it was last changed.
    pub saved: Timestamp,
    /// A form in another tab shows it, or did when the browser was closed.
    pub open: bool,
    /// What the form held.
    pub content: C,
}

/// As it stands in storage.
#[derive(Serialize, Deserialize)]
struct Record<C> {
    /// Milliseconds since 1970.
    saved: u64,
    /// The tab that wrote it.
    tab: String,
    /// A form shows it. Stays so when the browser is killed.
    open: bool,
    content: C,
}

impl Shelf {
    /// The shelf of a form; `owner` says which person, in which account.
    pub fn new(owner: &str, form: &str) -> Self {
        Self { prefix: format!("{ROOT}/{owner}/{form}/") }
    }

    /// True for the storage key of one of its drafts.
    pub fn has_key(&self, key: &str) -> bool {
        key.starts_with(&self.prefix)
    }

    fn records<C: DeserializeOwned>(&self) -> Vec<(String, Record<C>)> {
        let keys = storage::keys(&self.prefix).into_iter();
        let mut records: Vec<_> = keys
            .filter_map(|key| {
                let record = serde_json::from_str(&storage::read(&key)?).ok()?;
                Some((key[self.prefix.len()..].to_owned(), record))
            })
            .collect();
        records.sort_by_key(|(_, record): &(_, Record<C>)| std::cmp::Reverse(record.saved));
        records
    }

    /// The draft to go on with: this tab's, or else the newest that no form shows.
    pub fn waiting<C: DeserializeOwned>(&self) -> Option<KeptDraft<C>> {
        let tab = tab::id();
        let mut records = self.records();
        records.retain(|(_, record)| !record.open || record.tab == tab);
        let own = records.iter().position(|(_, record)| record.tab == tab);
        (!records.is_empty()).then(|| kept(records.swap_remove(own.unwrap_or(0))))
    }

    /// All drafts but one, the newest first.
    pub fn others<C: DeserializeOwned>(&self, id: &str) -> Vec<KeptDraft<C>> {
        let others = self.records().into_iter().filter(|(other, _)| other != id);
        others.map(kept).collect()
    }

    /// Keeps a draft. False when the browser can't.
    pub fn keep<C: Serialize>(&self, id: &str, content: &C) -> bool {
        let record = Record { saved: now(), tab: tab::id(), open: true, content };
        serde_json::to_string(&record)
            .is_ok_and(|text| storage::write(&format!("{}{id}", self.prefix), &text))
    }

    /// Puts a draft where the form that is opened next finds it.
    pub fn hand_over<C: Serialize>(&self, content: &C) {
        let id = tab::random();
        self.keep(&id, content);
        self.release(&id);
    }

    /// Its form is closed: from now on any tab may go on with it.
    pub fn release(&self, id: &str) {
        let key = format!("{}{id}", self.prefix);
        let record = storage::read(&key).and_then(|text| serde_json::from_str(&text).ok());
        if let Some(Record { saved, tab, content, .. }) = record {
            let record = Record::<Value> { saved, tab, open: false, content };
            if let Ok(text) = serde_json::to_string(&record) {
                storage::write(&key, &text);
            }
        }
    }

    /// Forgets a draft.
    pub fn remove(&self, id: &str) {
        storage::erase(&format!("{}{id}", self.prefix));
    }

    /// Forgets the drafts that no form shows.
    pub fn clear(&self) {
        for (id, record) in self.records::<Value>() {
            if !record.open || record.tab == tab::id() {
                self.remove(&id);
            }
        }
    }
}

fn kept<C>((id, record): (String, Record<C>)) -> KeptDraft<C> {
    let saved = Timestamp::from_unix(i64::try_from(record.saved / 1_000).unwrap_or_default());
    KeptDraft { id, saved, open: record.open, content: record.content }
}

fn now() -> u64 {
    Date::now() as u64
}

/// Removes the drafts of all forms and people that are too old, and those that don't say whose they are.
pub fn remove_expired() {
    let now = now();
    for key in storage::keys(ROOT) {
        let record = storage::read(&key).and_then(|text| serde_json::from_str(&text).ok());
        let saved = record.map_or(0, |record: Record<Value>| record.saved);
        if now.saturating_sub(saved) > EXPIRES {
            storage::erase(&key);
        }
    }
}
