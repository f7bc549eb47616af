//! What the app said that it did, held against the account.

use std::collections::{BTreeMap, BTreeSet};

use guidepost_e2e::Account;
use serde_json::Value;

/// What was said so far, and what the account had.
#[derive(Default)]
pub(crate) struct Promises {
    /// Every id that the account ever had.
    seen: BTreeSet<u64>,
    /// What somebody else deleted.
    theirs: BTreeSet<u64>,
    /// Messages that may still be taken back, by their element.
    open: BTreeMap<String, String>,
    /// Names of what was said to be deleted, for good.
    deleted: BTreeSet<String>,
    /// How many were said to be deleted.
    number_deleted: usize,
    /// How many of those deletions it took back afterwards, because they failed.
    failed: usize,
    /// What it said that was checked.
    pub(crate) kept: usize,
}

/// What the account has at one moment.
struct Now {
    names: BTreeMap<String, usize>,
    ids: BTreeSet<u64>,
}

impl Now {
    async fn of(account: &Account) -> Self {
        let mut all = account.segments().await;
        all.extend(account.groups().await);
        let mut names = BTreeMap::new();
        for object in &all {
            *names.entry(name_of(object)).or_default() += 1;
        }
        Self { names, ids: all.iter().filter_map(|object| object["id"].as_u64()).collect() }
    }
}

fn name_of(object: &Value) -> String {
    object["name"].as_str().unwrap_or_default().to_owned()
}

/// What stands in a message between the quotes that follow its first words.
fn quoted<'a>(text: &'a str, begin: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(begin)?.strip_prefix('“')?;
    Some(&rest[..rest.rfind('”')?])
}

impl Promises {
    pub(crate) fn somebody_else_deletes(&mut self, id: Option<u64>) {
        self.theirs.extend(id);
    }

    /// From now on the account may have it or not.
    pub(crate) fn somebody_else_changes(&mut self, name: &str) {
        self.deleted.remove(name);
    }

    /// Takes in what the page said and took back since the last step, and compares.
    ///
    /// # Errors
    /// What was said and is not so.
    pub(crate) async fn compare(
        &mut self,
        account: &Account,
        said: &[(String, String)],
        left: &[(String, bool)],
    ) -> Result<(), String> {
        let now = Now::of(account).await;
        self.seen.extend(&now.ids);
        for (toast, text) in said {
            let there = quoted(text, "Created ").or_else(|| quoted(text, "Saved "));
            if let Some(name) = there {
                self.kept += 1;
                self.deleted.remove(name);
                if !now.names.contains_key(name) {
                    return Err(format!("it said: {text} – the account has no “{name}”"));
                }
            } else if quoted(text, "Deleted ").is_some() {
                self.open.insert(toast.clone(), text.clone());
            } else if text.starts_with("Couldn’t delete") {
                self.failed += 1;
            } else if let Some(number) = number_deleted(text) {
                self.number_deleted += number;
                self.kept += 1;
            }
        }
        for (toast, taken_back) in left {
            let Some(text) = self.open.remove(toast) else { continue };
            if let (false, Some(name)) = (*taken_back, quoted(&text, "Deleted ")) {
                self.number_deleted += 1;
                self.kept += 1;
                self.deleted.insert(name.to_owned());
            }
        }
        Ok(())
    }

    /// At the end, when nothing is under way any more.
    ///
    /// # Errors
    /// What was said and is not so.
    pub(crate) async fn hold(&self, account: &Account) -> Result<(), String> {
        let now = Now::of(account).await;
        for name in &self.deleted {
            if now.names.contains_key(name) && self.failed == 0 {
                return Err(format!("“{name}” was said to be deleted, and the account has it"));
            }
        }
        let gone = self.seen.difference(&now.ids).filter(|id| !self.theirs.contains(id)).count();
        if gone + self.failed < self.number_deleted {
            return Err(format!("{} were said to be deleted, {gone} are", self.number_deleted));
        }
        Ok(())
    }
}

/// "Deleted 5 segments"
fn number_deleted(text: &str) -> Option<usize> {
    text.strip_prefix("Deleted ")?.split(' ').next()?.parse().ok()
}
