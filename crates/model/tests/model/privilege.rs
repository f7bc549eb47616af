//! Who may edit and who may publish: what is granted, what follows from what, and what can be switched.

use std::collections::HashSet;

use guidepost_model::{
    Field, Grant, Locked, PermissionGroupDraft, Plan, Privilege, Privileges, SegmentId,
};
use proptest::{prelude::*, sample::select};

use crate::support::{PLANS, granting, group_drafts, plans};

const ONE: SegmentId = SegmentId(1);

/// Edit and publish of segment 1, on each plan.
fn grants(draft: &PermissionGroupDraft) -> [(Grant, Grant); 3] {
    PLANS.map(|plan| {
        (draft.grant(ONE, Privilege::Edit, plan), draft.grant(ONE, Privilege::Publish, plan))
    })
}

#[test]
fn nothing_listed_is_nothing_granted() {
    assert_eq!(grants(&granting([], [])), [(Grant::No, Grant::No); 3]);
    assert_eq!(grants(&granting([2], [3])), [(Grant::No, Grant::No); 3]);
}

#[test]
fn publish_implies_edit_on_every_plan_listed_or_not() {
    assert_eq!(grants(&granting([], [1])), [(Grant::Implied, Grant::Yes); 3]);
    assert_eq!(grants(&granting([1], [1])), [(Grant::Implied, Grant::Yes); 3]);
}

#[test]
fn edit_alone_is_honoured_on_enterprise_and_sleeps_on_the_others() {
    assert_eq!(
        grants(&granting([1], [])),
        [(Grant::Yes, Grant::No), (Grant::Dormant, Grant::No), (Grant::Dormant, Grant::No)]
    );
}

#[test]
fn what_sleeps_is_not_held() {
    let held = [Grant::No, Grant::Yes, Grant::Implied, Grant::Dormant].map(Grant::holds);
    assert_eq!(held, [false, true, true, false]);
}

#[test]
fn a_privilege_is_a_field_and_is_called_like_it() {
    assert_eq!(Privilege::ALL.map(Privilege::field), [Field::Edit, Field::Publish]);
    assert_eq!(Privilege::ALL.map(Privilege::label), ["Edit", "Publish"]);
    assert!(Privilege::Edit < Privilege::Publish, "the order of every table");
}

#[test]
fn what_can_be_switched_depends_on_the_plan_and_on_publish() {
    let locked = |draft: &PermissionGroupDraft, privilege| {
        PLANS.map(|plan| draft.locked(ONE, privilege, plan))
    };
    let read_only = Some(Locked::PlanReadOnly);
    for draft in [granting([], []), granting([1], []), granting([2], [2])] {
        assert_eq!(locked(&draft, Privilege::Publish), [None, None, read_only]);
        assert_eq!(
            locked(&draft, Privilege::Edit),
            [None, Some(Locked::EditFollowsPublish), read_only]
        );
    }
    for draft in [granting([], [1]), granting([1], [1])] {
        assert_eq!(locked(&draft, Privilege::Publish), [None, None, read_only]);
        assert_eq!(
            locked(&draft, Privilege::Edit),
            [Some(Locked::ByPublish), Some(Locked::EditFollowsPublish), read_only]
        );
    }
}

#[test]
fn who_loses_publish_keeps_an_edit_that_was_granted_before() {
    let mut draft = granting([1], [1]);
    draft.set(ONE, Privilege::Publish, false);
    assert_eq!(draft, granting([1], []));
    let mut draft = granting([], [1]);
    draft.set(ONE, Privilege::Publish, false);
    assert_eq!(draft, granting([], []));
}

#[test]
fn setting_what_is_set_changes_nothing_not_even_the_order() {
    let mut draft = granting([3, 1, 2], [2]);
    draft.set(ONE, Privilege::Edit, true);
    draft.set(ONE, Privilege::Publish, false);
    assert_eq!(draft, granting([3, 1, 2], [2]));
}

#[test]
fn a_segment_that_stands_in_a_list_twice_is_taken_out_at_once() {
    let mut draft = granting([1, 2, 1], []);
    draft.set(ONE, Privilege::Edit, false);
    assert_eq!(draft, granting([2], []));
}

#[test]
fn holders_are_those_listed_and_for_edit_those_who_publish_each_once() {
    let draft = granting([4, 1, 4], [2, 1]);
    let holders = |privilege| {
        PLANS.map(|plan| {
            draft.holders(privilege, plan).iter().map(|segment| segment.0).collect::<Vec<_>>()
        })
    };
    assert_eq!(holders(Privilege::Edit), [vec![4, 1, 2], vec![2, 1], vec![2, 1]]);
    assert_eq!(holders(Privilege::Publish), [vec![2, 1], vec![2, 1], vec![2, 1]]);
}

#[test]
fn a_person_may_what_their_segments_may_and_it_is_known_through_which() {
    let group = granting([1, 2], [2, 3]);
    let of = |segments: &[u64], plan| {
        Privileges::of(&segments.iter().copied().map(SegmentId).collect(), &group, plan)
    };
    let nobody = of(&[9], Plan::Enterprise);
    assert_eq!(nobody, Privileges::default());
    assert!(!nobody.may_edit() && !nobody.may_publish());

    let editor = of(&[1, 9], Plan::Enterprise);
    assert_eq!((editor.edit.as_slice(), editor.publish.as_slice()), (&[ONE][..], &[][..]));
    assert!(editor.may_edit() && !editor.may_publish());
    assert_eq!(of(&[1], Plan::Professional), Privileges::default());
    assert_eq!(of(&[1], Plan::Lite), Privileges::default());

    for plan in PLANS {
        let publisher = of(&[3], plan);
        assert!(publisher.may_edit() && publisher.may_publish(), "{plan:?}");
    }
    let both = of(&[1, 2, 3], Plan::Enterprise);
    assert_eq!((both.edit.len(), both.publish.len()), (3, 2));
}

fn privileges() -> impl Strategy<Value = Privilege> {
    select(Privilege::ALL.to_vec())
}

fn segment() -> impl Strategy<Value = SegmentId> {
    (1..12_u64).prop_map(SegmentId)
}

fn listed(draft: &PermissionGroupDraft, privilege: Privilege) -> &[SegmentId] {
    match privilege {
        Privilege::Edit => &draft.edit,
        Privilege::Publish => &draft.publish,
    }
}

proptest! {
    #[test]
    fn setting_and_taking_back_restores(
        draft in group_drafts(), segment in segment(), privilege in privileges(),
    ) {
        let mut changed = draft.clone();
        if listed(&draft, privilege).contains(&segment) {
            changed.set(segment, privilege, false);
            changed.set(segment, privilege, true);
            let of = |draft: &PermissionGroupDraft| -> HashSet<SegmentId> {
                listed(draft, privilege).iter().copied().collect()
            };
            prop_assert_eq!(of(&changed), of(&draft));
        } else {
            changed.set(segment, privilege, true);
            changed.set(segment, privilege, false);
            prop_assert_eq!(changed, draft);
        }
    }

    #[test]
    fn what_is_set_is_granted_and_nothing_else_moves(
        draft in group_drafts(), segment in segment(), privilege in privileges(), on: bool, plan in plans(),
    ) {
        let mut changed = draft.clone();
        changed.set(segment, privilege, on);
        prop_assert_eq!(listed(&changed, privilege).contains(&segment), on);
        prop_assert_eq!(&changed.name, &draft.name);
        let grant = |privilege| changed.grant(segment, privilege, plan);
        match (privilege, on) {
            (Privilege::Publish, true) => {
                prop_assert_eq!((grant(Privilege::Edit), grant(Privilege::Publish)), (Grant::Implied, Grant::Yes));
            }
            (Privilege::Publish, false) => prop_assert_eq!(grant(privilege), Grant::No),
            (Privilege::Edit, _) if draft.publish.contains(&segment) => {
                prop_assert_eq!(grant(privilege), Grant::Implied);
            }
            (Privilege::Edit, true) => prop_assert_eq!(grant(privilege).holds(), plan.grants_edit()),
            (Privilege::Edit, false) => prop_assert_eq!(grant(privilege), Grant::No),
        }
        for other in (1..12).map(SegmentId).filter(|other| *other != segment) {
            for privilege in Privilege::ALL {
                let (before, after) = (draft.grant(other, privilege, plan), changed.grant(other, privilege, plan));
                prop_assert_eq!(before, after);
            }
        }
    }

    #[test]
    fn holders_are_exactly_those_whose_grant_holds(draft in group_drafts(), plan in plans()) {
        for privilege in Privilege::ALL {
            let holders = draft.holders(privilege, plan);
            for segment in (1..12).map(SegmentId) {
                let count = holders.iter().filter(|holder| **holder == segment).count();
                prop_assert_eq!(count == 1, draft.grant(segment, privilege, plan).holds());
                prop_assert!(count <= 1);
            }
        }
    }

    #[test]
    fn whoever_may_publish_may_edit(draft in group_drafts(), plan in plans()) {
        for segment in (1..12).map(SegmentId) {
            let may = Privileges::of(&HashSet::from([segment]), &draft, plan);
            prop_assert!(may.may_edit() || !may.may_publish());
        }
    }

    #[test]
    fn what_is_locked_by_publish_holds_anyway(draft in group_drafts(), segment in segment(), plan in plans()) {
        if draft.locked(segment, Privilege::Edit, plan) == Some(Locked::ByPublish) {
            prop_assert_eq!(draft.grant(segment, Privilege::Edit, plan), Grant::Implied);
        }
    }
}
