//! What uses an object that is to be deleted, as far as that can be found out. Articles are not in here: the dialog
//! follows their count.

use gloo_timers::future::TimeoutFuture;
use guidepost_model::{ErrorKind, Exposure, Kind, PermissionGroup, SegmentId, quoted};
use leptos::prelude::*;

use super::{Deletion, Stage, Target};
use crate::{
    api::Failure,
    pages::parts::{Usage, load_usage},
    store::{Articles, Reach},
    ui::spawn_for_app,
};

/// Milliseconds between two looks at whether the articles are counted.
const TICK: u32 = 50;

/// What uses one object, beside articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Uses {
    /// The sections and topics that a segment restricts.
    pub(super) content: Usage,
    /// The permission groups through which a segment gives privileges, by name.
    pub(super) groups: Vec<String>,
}

impl Uses {
    pub(super) fn is_empty(&self) -> bool {
        self.content.is_empty() && self.groups.is_empty()
    }
}

/// What is known of the articles that use some objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ArticleUses {
    /// `None` where they were not counted lately.
    pub(super) found: Option<FoundArticles>,
    /// Which help centers were counted.
    pub(super) reach: Reach,
}

/// Articles that use some objects, all of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FoundArticles {
    /// Those that segments restrict.
    OfSegments(Exposure),
    /// How many have the permission groups.
    OfGroups(usize),
}

impl ArticleUses {
    /// What is known at this moment. Tracks.
    pub(super) fn of(articles: Articles, targets: &[&Target]) -> Self {
        let found = if articles.is_fresh() { FoundArticles::of(articles, targets) } else { None };
        Self { found, reach: articles.reach() }
    }

    /// True when no article has any of them, whatever the brand.
    pub(super) fn are_certainly_none(&self) -> bool {
        self.reach == Reach::Everywhere
            && self.found.as_ref().is_some_and(|found| found.count() == 0)
    }
}

impl FoundArticles {
    fn of(articles: Articles, targets: &[&Target]) -> Option<Self> {
        match targets.first()?.kind {
            Kind::Segment => {
                let ids: Vec<SegmentId> = targets.iter().map(|target| target.id.into()).collect();
                articles.without(&ids).map(Self::OfSegments)
            }
            Kind::PermissionGroup => {
                let counts = targets.iter().map(|target| articles.of(target.id.into()));
                counts.sum::<Option<usize>>().map(Self::OfGroups)
            }
        }
    }

    pub(super) const fn count(&self) -> usize {
        match self {
            Self::OfSegments(exposure) => exposure.count(),
            Self::OfGroups(count) => *count,
        }
    }
}

impl Deletion {
    /// Looks up what uses them, and goes on from there.
    pub(super) fn check(self, targets: Vec<Target>, asks: bool) {
        spawn_for_app(async move {
            let outcome = self.look_up(&targets).await;
            // The user closed the dialog meanwhile.
            if !self.is_checking() {
                return;
            }
            let one = match targets.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            };
            let next = match (outcome, one) {
                (Ok(checked), Some(target)) if !asks && self.is_certainly_unused(&checked) => {
                    self.stage.try_set(Stage::Idle);
                    return self.delete_unless_undone(target);
                }
                (Ok(checked), _) => Stage::Confirm(checked),
                (Err(failure), Some(target)) if failure.kind() == Some(ErrorKind::NotFound) => {
                    if self.exists(&target).await == Ok(false) {
                        return self.say_already_deleted(&target);
                    }
                    Stage::Unknown { targets, asks, failure }
                }
                (Err(failure), _) => Stage::Unknown { targets, asks, failure },
            };
            self.stage.try_set(next);
        });
    }

    fn is_checking(self) -> bool {
        let checking = |stage: &Stage| matches!(stage, Stage::Checking { .. });
        self.stage.try_with_untracked(checking).unwrap_or(false)
    }

    /// Good enough to delete it without asking.
    fn is_certainly_unused(self, checked: &[(Target, Uses)]) -> bool {
        let articles = Articles::of_app(self.session);
        let targets: Vec<&Target> = checked.iter().map(|(target, _)| target).collect();
        checked.iter().all(|(_, uses)| uses.is_empty())
            && articles.is_recent()
            && untrack(|| ArticleUses::of(articles, &targets)).are_certainly_none()
    }

    /// What uses it could not be looked up because it no longer exists.
    fn say_already_deleted(self, target: &Target) {
        self.forget(target);
        self.stage.try_set(Stage::Idle);
        self.toasts.say(format!("{} is already deleted", quoted(&target.name)));
    }

    /// Finds out what uses each of the targets. Articles that can't be counted keep nobody from deleting: the dialog
    /// says that they were not.
    async fn look_up(self, targets: &[Target]) -> Result<Vec<(Target, Uses)>, Failure> {
        let articles = Articles::of_app(self.session);
        articles.ensure_recent();
        let client = self.session.client();
        let groups = match targets {
            [Target { kind: Kind::Segment, .. }, ..] => self.permission_groups().await?,
            _ => Vec::new(),
        };
        let mut checked = Vec::with_capacity(targets.len());
        for target in targets {
            let uses = match target.kind {
                Kind::Segment => {
                    let id = target.id.into();
                    let content = load_usage(&client, id).await?;
                    Uses { content, groups: holding(&groups, id) }
                }
                Kind::PermissionGroup => Uses::default(),
            };
            checked.push((target.clone(), uses));
        }
        while articles.is_under_way() {
            TimeoutFuture::new(TICK).await;
        }
        Ok(checked)
    }

    /// Every permission group as it is now: whether a segment is in one decides whether the user is asked.
    async fn permission_groups(self) -> Result<Vec<PermissionGroup>, Failure> {
        let mut groups = Vec::new();
        let each = |page: Vec<PermissionGroup>| groups.extend(page);
        self.session.client().all(each).await?;
        Ok(groups)
    }
}

/// The names of the groups that have a segment.
fn holding(groups: &[PermissionGroup], id: SegmentId) -> Vec<String> {
    let holds = |group: &&PermissionGroup| group.edit.contains(&id) || group.publish.contains(&id);
    groups.iter().filter(holds).map(|group| group.display_name().to_owned()).collect()
}
