//! One thing that a rule names.

use crate::{GroupId, OrganizationId, SegmentId, UserId};

/// A group, organization, person or tag, as it stands in a segment's lists, or a segment in those of a permission
/// group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// One of `group_ids`.
    Group(GroupId),
    /// One of `organization_ids`.
    Organization(OrganizationId),
    /// One of `added_user_ids`.
    User(UserId),
    /// One of `tags` or `or_tags`.
    Tag(String),
    /// One of `edit` or `publish`.
    Segment(SegmentId),
}
