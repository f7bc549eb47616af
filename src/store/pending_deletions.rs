//! Deletions that were announced and wait for their undo to run out, in the browser's local storage: a page that closes
//! in between must not turn "Deleted" into a lie. Each has a key of its own, so that tabs don't overwrite each other's.

use guidepost_model::{AnyId, Kind};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use web_sys::Storage;

use super::tab;
use crate::session::Session;

const PREFIX: &str = "guidepost.deleting.";
/// Milliseconds after which a deletion of another tab counts as left behind.
const ALIVE: u64 = 60_000;

/// A deletion that was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingDeletion {
    /// The key around one of its kind in the API, which names the kind.
    wrapper: String,
    /// Its id.
    pub id: u64,
    /// What it was called.
    pub name: String,
    /// The account, as far as it was known.
    account: Option<String>,
    /// The signed-in user, as far as they were known.
    user: Option<u64>,
    /// The tab that announced it.
    tab: String,
    /// When it was announced, in milliseconds since 1970.
    announced_at: u64,
    /// When the request was sent, in milliseconds since 1970.
    pub sent_at: Option<u64>,
}

impl PendingDeletion {
    /// A deletion announced now, by this tab and the signed-in user.
    pub fn new(session: Session, kind: Kind, id: u64, name: String) -> Self {
        let (account, user) = owner(session);
        Self {
            wrapper: kind.wrapper().to_owned(),
            id,
            name,
            account,
            user,
            tab: tab::id(),
            announced_at: now(),
            sent_at: None,
        }
    }

    /// Of which kind it is; `None` for one that is not known here.
    pub fn kind(&self) -> Option<Kind> {
        [Kind::Segment, Kind::PermissionGroup]
            .into_iter()
            .find(|kind| kind.wrapper() == self.wrapper)
    }

    /// True for the signed-in user's own: nobody else is asked about it. What was not known then can't tell them apart.
    pub fn is_own(&self, session: Session) -> bool {
        let (account, user) = owner(session);
        let agrees = |then: &Option<String>, now: &Option<String>| {
            then.is_none() || now.is_none() || then == now
        };
        agrees(&self.account, &account) && (self.user.is_none() || self.user == user)
    }

    /// Milliseconds until it counts as left behind; 0 when the page that announced it is gone.
    pub fn alive_for(&self) -> u64 {
        if self.tab == tab::id() {
            return 0;
        }
        (self.announced_at + ALIVE).saturating_sub(now())
    }

    /// Milliseconds since its request was sent.
    pub fn sent_ago(&self) -> Option<u64> {
        Some(now().saturating_sub(self.sent_at?))
    }

    /// Keeps it. False where the browser has no storage.
    pub fn save(&self) -> bool {
        let text = serde_json::to_string(self);
        match (local(), text) {
            (Some(storage), Ok(text)) => storage.set_item(&self.key(), &text).is_ok(),
            _ => false,
        }
    }

    /// The request is being sent.
    pub fn mark_sent(&mut self) {
        self.sent_at = Some(now());
        self.save();
    }

    /// False once another tab decided about it.
    pub fn is_saved(&self) -> bool {
        local().and_then(|storage| storage.get_item(&self.key()).ok()?).is_some()
    }

    /// It is done, undone or given up.
    pub fn erase(&self) {
        if let Some(storage) = local() {
            let _ = storage.remove_item(&self.key());
        }
    }

    fn key(&self) -> String {
        format!("{PREFIX}{}.{}", self.wrapper, self.id)
    }
}

/// True when an earlier page may have left some behind.
pub fn any() -> bool {
    local().is_some_and(|storage| !keys(&storage).is_empty())
}

/// All that are kept, of whichever user. What can't be read is passed over.
pub fn all() -> Vec<PendingDeletion> {
    let Some(storage) = local() else { return Vec::new() };
    let read = |key: String| serde_json::from_str(&storage.get_item(&key).ok()??).ok();
    keys(&storage).into_iter().filter_map(read).collect()
}

fn keys(storage: &Storage) -> Vec<String> {
    let count = storage.length().unwrap_or_default();
    let key = |at| storage.key(at).ok().flatten();
    (0..count).filter_map(key).filter(|key| key.starts_with(PREFIX)).collect()
}

fn owner(session: Session) -> (Option<String>, Option<u64>) {
    let account = session.account.with_untracked(|account| account.account.clone());
    let user = session.user.with_untracked(|user| user.as_ref()?.as_ref().ok()?.id);
    (account, user.map(AnyId::get))
}

fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn now() -> u64 {
    js_sys::Date::now() as u64
}
