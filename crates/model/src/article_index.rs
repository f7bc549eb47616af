//! Which articles use which segments and permission groups, gathered from one walk over all articles: the API has no
//! question for either.

use std::collections::{BTreeMap, HashMap};

use crate::{Article, PermissionGroupId, SegmentId};

/// In an account with at most this many articles, all of a segment's articles are kept by name.
const ALL_NAMED: usize = 2_000;
/// In a larger account, this many of each set of segments are.
const NAMED: usize = 100;

/// An article by its name and address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleName {
    /// Its title.
    pub title: String,
    /// Where people read it.
    pub html_url: String,
}

/// Some articles: how many, and the names of the first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleList {
    /// How many there are.
    pub count: usize,
    /// The names that were kept; in a large account fewer than there are articles.
    pub named: Vec<ArticleName>,
}

impl ArticleList {
    fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.named.extend_from_slice(&other.named);
    }
}

/// What restricts articles, and what would become of them without some segments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exposure {
    /// Articles that have no other segment.
    pub public: ArticleList,
    /// Articles that have other segments too. Zendesk doesn't document whether those still apply when one is deleted.
    pub shared: ArticleList,
}

impl Exposure {
    /// How many articles have one of the segments.
    pub const fn count(&self) -> usize {
        self.public.count + self.shared.count
    }
}

/// Articles by the segments and permission groups that they have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleIndex {
    read: usize,
    /// How many of them did not tell their segments.
    silent: usize,
    of_groups: HashMap<PermissionGroupId, usize>,
    /// Restricted articles by exactly the segments that they have.
    of_segments: BTreeMap<Vec<SegmentId>, ArticleList>,
}

impl ArticleIndex {
    /// Takes in one more article.
    pub fn add(&mut self, article: Article) {
        self.read += 1;
        if let Some(group) = article.permission_group_id {
            *self.of_groups.entry(group).or_default() += 1;
        }
        match article.segments() {
            None => self.silent += 1,
            Some(segments) if segments.is_empty() => {}
            Some(segments) => {
                let list = self.of_segments.entry(segments).or_default();
                list.count += 1;
                if self.read <= ALL_NAMED || list.named.len() < NAMED {
                    let Article { title, html_url, .. } = article;
                    list.named.push(ArticleName { title, html_url });
                }
            }
        }
    }

    /// How many articles were taken in.
    pub const fn read(&self) -> usize {
        self.read
    }

    /// How many articles use a permission group.
    pub fn of_group(&self, id: PermissionGroupId) -> usize {
        self.of_groups.get(&id).copied().unwrap_or_default()
    }

    /// What happens to articles without these segments; `None` when an article did not tell its segments.
    pub fn without(&self, ids: &[SegmentId]) -> Option<Exposure> {
        if self.silent > 0 {
            return None;
        }
        let mut exposure = Exposure::default();
        for (segments, articles) in &self.of_segments {
            let gone = segments.iter().filter(|id| ids.contains(id)).count();
            if gone == segments.len() {
                exposure.public.add(articles);
            } else if gone > 0 {
                exposure.shared.add(articles);
            }
        }
        Some(exposure)
    }

    /// A segment was deleted: no article has it any more.
    pub fn forget(&mut self, id: SegmentId) {
        for (mut segments, articles) in std::mem::take(&mut self.of_segments) {
            segments.retain(|segment| *segment != id);
            if !segments.is_empty() {
                self.of_segments.entry(segments).or_default().add(&articles);
            }
        }
    }
}
