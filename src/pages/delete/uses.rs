//! What uses an object that is to be deleted, as far as that can be found out.

use gloo_timers::future::TimeoutFuture;
use guidepost_model::{Kind, PermissionGroup, PermissionGroupId, SegmentId};

use super::{Deletion, Target};
use crate::{
    api::Failure,
    pages::parts::{Usage, load_usage},
    store::Articles,
};

/// Milliseconds between two looks at whether the articles are counted.
const TICK: u32 = 50;

/// What uses one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Uses {
    /// Of a segment.
    Segment {
        /// The content that it restricts.
        content: Usage,
        /// The permission groups through which it gives privileges, by name.
        groups: Vec<String>,
    },
    /// Of a permission group.
    PermissionGroup {
        /// How many articles, where they were counted.
        articles: Option<usize>,
        /// These are the articles of every brand.
        everywhere: bool,
    },
}

impl Uses {
    /// True when nothing is known to use it, and everything that can be known is.
    pub(super) fn are_none(&self) -> bool {
        match self {
            Self::Segment { content, groups } => content.is_empty() && groups.is_empty(),
            Self::PermissionGroup { articles, everywhere } => *articles == Some(0) && *everywhere,
        }
    }
}

impl Deletion {
    /// Finds out what uses each of the targets.
    pub(super) async fn look_up(self, targets: &[Target]) -> Result<Vec<(Target, Uses)>, Failure> {
        let groups = match targets {
            [Target { kind: Kind::Segment, .. }, ..] => self.permission_groups().await?,
            _ => Vec::new(),
        };
        let mut checked = Vec::with_capacity(targets.len());
        for target in targets {
            let uses = match target.kind {
                Kind::Segment => self.uses_of_segment(target.id.into(), &groups).await?,
                Kind::PermissionGroup => self.uses_of_group(target.id.into()).await,
            };
            checked.push((target.clone(), uses));
        }
        Ok(checked)
    }

    async fn uses_of_segment(
        self,
        id: SegmentId,
        groups: &[PermissionGroup],
    ) -> Result<Uses, Failure> {
        let content = load_usage(&self.session.client(), id).await?;
        let holds =
            |group: &&PermissionGroup| group.edit.contains(&id) || group.publish.contains(&id);
        let groups =
            groups.iter().filter(holds).map(|group| group.display_name().to_owned()).collect();
        Ok(Uses::Segment { content, groups })
    }

    /// Every permission group as it is now: whether a segment is in one decides whether anybody is asked.
    async fn permission_groups(self) -> Result<Vec<PermissionGroup>, Failure> {
        let mut groups = Vec::new();
        let each = |page: Vec<PermissionGroup>| groups.extend(page);
        self.session.client().all(each).await?;
        Ok(groups)
    }

    /// What can't be found out makes no difference to the account: somebody is asked, who may know.
    async fn uses_of_group(self, id: PermissionGroupId) -> Uses {
        let articles = Articles::of_app(self.session);
        articles.ensure();
        while articles.is_under_way() {
            TimeoutFuture::new(TICK).await;
        }
        let articles = articles.just_counted(id);
        // Only of one that nothing uses it matters whether it was looked for everywhere.
        let everywhere =
            articles == Some(0) && matches!(self.session.client().help_centers().await, Ok(0 | 1));
        Uses::PermissionGroup { articles, everywhere }
    }
}
