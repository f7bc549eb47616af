//! What several modules start from: short ways to write a draft, and strategies for random ones.

use guidepost_model::{
    PermissionGroup, PermissionGroupDraft, PermissionGroupId, Plan, SegmentDraft, SegmentId,
    Timestamp, UserSegment, UserType,
};
use proptest::{collection::vec, option, prelude::*, sample::select, string::string_regex};

pub(crate) fn staff() -> SegmentDraft {
    named(UserType::Staff)
}

pub(crate) fn signed_in() -> SegmentDraft {
    named(UserType::SignedInUsers)
}

pub(crate) fn named(user_type: UserType) -> SegmentDraft {
    SegmentDraft {
        name: "VIP agents".into(),
        user_type: Some(user_type),
        ..SegmentDraft::default()
    }
}

pub(crate) fn tags<const N: usize>(tags: [&str; N]) -> Vec<String> {
    tags.map(str::to_owned).to_vec()
}

/// `tag1`, `tag2` and so on.
pub(crate) fn many_tags(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("tag{number}")).collect()
}

/// The ids from 1 to `count`.
pub(crate) fn many<T: From<u64>>(count: u64) -> Vec<T> {
    (1..=count).map(T::from).collect()
}

pub(crate) fn segment(id: u64, name: &str) -> UserSegment {
    UserSegment {
        id: SegmentId(id),
        user_type: UserType::Staff,
        group_ids: Vec::new(),
        organization_ids: Vec::new(),
        tags: Vec::new(),
        or_tags: Vec::new(),
        created_at: None,
        updated_at: None,
        built_in: false,
        added_user_ids: Vec::new(),
        name: name.into(),
    }
}

/// The two known types, and names that no version of the API has used yet.
pub(crate) fn user_types() -> impl Strategy<Value = UserType> {
    prop_oneof![
        3 => Just(UserType::Staff),
        3 => Just(UserType::SignedInUsers),
        1 => text("[a-z_]{0,12}").prop_map(UserType::from),
    ]
}

/// Up to nine ids out of a few, so that some repeat.
fn ids<T: From<u64> + std::fmt::Debug>() -> impl Strategy<Value = Vec<T>> {
    vec((1..12_u64).prop_map(T::from), 0..9)
}

/// Anything a form or a request could hold, most of it wrong in some way.
pub(crate) fn drafts() -> impl Strategy<Value = SegmentDraft> {
    drafts_with("\\PC{0,8}", "[a-d]{1,2}|[A-D]|\\PC{0,4}")
}

/// Drafts whose name and tags are harmless, so that more of them are valid.
pub(crate) fn tidy_drafts() -> impl Strategy<Value = SegmentDraft> {
    drafts_with("[A-Z][a-z ]{0,8}", "[a-z]{1,2}_[0-9]")
}

/// Text that matches, read once: a plain `&str` as a strategy is read again for every value.
pub(crate) fn text(regex: &str) -> impl Strategy<Value = String> + use<> {
    string_regex(regex).unwrap()
}

fn drafts_with(name: &str, tag: &str) -> impl Strategy<Value = SegmentDraft> + use<> {
    let lists = (ids(), ids(), vec(text(tag), 0..9), vec(text(tag), 0..9), ids());
    (text(name), option::weighted(0.9, user_types()), lists).prop_map(
        |(name, user_type, (group_ids, organization_ids, tags, or_tags, added_user_ids))| {
            SegmentDraft {
                name,
                user_type,
                group_ids,
                organization_ids,
                tags,
                or_tags,
                added_user_ids,
            }
        },
    )
}

pub(crate) fn segments() -> impl Strategy<Value = UserSegment> {
    let moments = || option::of((0..4_000_000_000_i64).prop_map(Timestamp::from_unix));
    (drafts(), user_types(), any::<u64>(), any::<bool>(), moments(), moments()).prop_map(
        |(draft, user_type, id, built_in, created_at, updated_at)| UserSegment {
            id: SegmentId(id),
            user_type,
            group_ids: draft.group_ids,
            organization_ids: draft.organization_ids,
            tags: draft.tags,
            or_tags: draft.or_tags,
            created_at,
            updated_at,
            built_in,
            added_user_ids: draft.added_user_ids,
            name: draft.name,
        },
    )
}

/// A permission group's draft that lists these segments.
pub(crate) fn granting<const E: usize, const P: usize>(
    edit: [u64; E],
    publish: [u64; P],
) -> PermissionGroupDraft {
    PermissionGroupDraft {
        name: "Printer Experts".into(),
        edit: edit.map(SegmentId).to_vec(),
        publish: publish.map(SegmentId).to_vec(),
    }
}

pub(crate) fn permission_group(id: u64, name: &str) -> PermissionGroup {
    PermissionGroup {
        id: PermissionGroupId(id),
        name: name.into(),
        built_in: false,
        publish: Vec::new(),
        edit: Vec::new(),
        created_at: None,
        updated_at: None,
    }
}

pub(crate) const PLANS: [Plan; 3] = [Plan::Enterprise, Plan::Professional, Plan::Lite];

pub(crate) fn plans() -> impl Strategy<Value = Plan> {
    select(PLANS.to_vec())
}

/// Drafts of permission groups that list few segments, some of them twice.
pub(crate) fn group_drafts() -> impl Strategy<Value = PermissionGroupDraft> {
    (text("\\PC{0,8}"), ids(), ids()).prop_map(|(name, edit, publish)| PermissionGroupDraft {
        name,
        edit,
        publish,
    })
}
