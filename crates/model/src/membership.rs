//! Is this person in this segment, and which criterion decides it. Rules from "Creating user segments", Zendesk help.

use crate::{GroupId, OrganizationId, Role, SegmentDraft, UserId, UserType};

/// What membership asks of a person.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub id: UserId,
    /// Staff or end user.
    pub role: Role,
    /// Tags on the person.
    pub tags: Vec<String>,
    /// Tags of the organizations they are in. Zendesk says that end users inherit them; whether agents do is
    /// not documented, and here they do not.
    pub organization_tags: Vec<String>,
    /// The organizations they are in.
    pub organization_ids: Vec<OrganizationId>,
    /// The groups they are in, if they are staff.
    pub group_ids: Vec<GroupId>,
}

/// What decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// In: added individually.
    Added,
    /// Out: the segment is nothing but people added individually.
    OnlyPeople,
    /// Out: not of the segment's user type.
    UserType,
    /// Out: in none of the groups.
    Groups,
    /// Out: in none of the organizations.
    Organizations,
    /// Out: a required tag is missing.
    Tags,
    /// Out: has none of the tags of which one is needed.
    OrTags,
    /// In: everything that is asked holds.
    All,
}

/// In or out, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// True for in.
    pub member: bool,
    /// The one condition that decided.
    pub decided_by: Criterion,
}

/// Applies a segment's criteria to a person. That help center managers see all content whatever the segments
/// say is not asked here: it is no membership.
pub fn evaluate(person: &Person, segment: &SegmentDraft) -> Verdict {
    let out = |decided_by| Verdict { member: false, decided_by };
    let inside = |decided_by| Verdict { member: true, decided_by };

    if segment.added_user_ids.contains(&person.id) {
        return inside(Criterion::Added);
    }
    if segment.is_only_people() {
        return out(Criterion::OnlyPeople);
    }
    let staff = person.role.is_staff();
    let of_the_type = match segment.user_type {
        Some(UserType::SignedInUsers) => true,
        Some(UserType::Staff) => staff,
        Some(UserType::Other(_)) | None => false,
    };
    if !of_the_type {
        return out(Criterion::UserType);
    }
    let asks_groups = segment.user_type == Some(UserType::Staff) && !segment.group_ids.is_empty();
    if asks_groups && !meets(&segment.group_ids, &person.group_ids) {
        return out(Criterion::Groups);
    }
    let asks_organizations = segment.user_type == Some(UserType::SignedInUsers)
        && !segment.organization_ids.is_empty()
        && !staff;
    if asks_organizations && !meets(&segment.organization_ids, &person.organization_ids) {
        return out(Criterion::Organizations);
    }
    let has = |tag: &String| {
        person.tags.contains(tag) || (!staff && person.organization_tags.contains(tag))
    };
    if !segment.tags.iter().all(has) {
        return out(Criterion::Tags);
    }
    if !segment.or_tags.is_empty() && !segment.or_tags.iter().any(has) {
        return out(Criterion::OrTags);
    }
    inside(Criterion::All)
}

fn meets<T: PartialEq>(wanted: &[T], had: &[T]) -> bool {
    wanted.iter().any(|one| had.contains(one))
}
