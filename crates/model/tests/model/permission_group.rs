//! Permission groups as they are read, and their drafts compared and merged.

use guidepost_model::{
    Change, Choice, Draft, Field, Item, PermissionGroup, PermissionGroupDraft, PermissionGroupId,
    SegmentId, Values, changes, merge,
};
use proptest::prelude::*;

use crate::support::{granting, group_drafts, permission_group};

fn segments<const N: usize>(ids: [u64; N]) -> Vec<Item> {
    ids.map(|id| Item::Segment(SegmentId(id))).to_vec()
}

#[test]
fn what_is_missing_or_null_is_empty() {
    let empty = permission_group(7, "");
    for body in [
        r#"{"id":7}"#,
        r#"{"id":"7","name":null,"built_in":null,"edit":null,"publish":null,"created_at":null,"updated_at":null}"#,
    ] {
        assert_eq!(serde_json::from_str::<PermissionGroup>(body).unwrap(), empty);
    }
    assert!(serde_json::from_str::<PermissionGroup>("{}").is_err(), "a group has an id");
}

#[test]
fn ids_in_strings_and_keys_nobody_knows_yet_are_read() {
    let body = r#"{"id":"10872597742900","name":"A","edit":["12",13],"manage":[1],"url":"…"}"#;
    let group: PermissionGroup = serde_json::from_str(body).unwrap();
    assert_eq!(group.id, PermissionGroupId(10_872_597_742_900));
    assert_eq!(group.edit, [SegmentId(12), SegmentId(13)]);
}

#[test]
fn a_draft_has_what_can_be_changed() {
    let group = PermissionGroup {
        edit: vec![SegmentId(1)],
        publish: vec![SegmentId(2)],
        ..permission_group(7, "Printer Experts")
    };
    assert_eq!(group.draft(), granting([1], [2]));
}

#[test]
fn an_empty_object_is_an_empty_draft() {
    let draft: PermissionGroupDraft = serde_json::from_str("{}").unwrap();
    assert_eq!(draft, PermissionGroupDraft::default());
}

/// A serialized draft has one key a field: a field that is added to one is added to the other.
#[test]
fn the_fields_are_the_keys_of_a_draft_in_the_forms_order() {
    let json = serde_json::to_string(&PermissionGroupDraft::default()).unwrap();
    assert_eq!(json, r#"{"name":"","edit":[],"publish":[]}"#);
    let names: Vec<_> =
        PermissionGroupDraft::FIELDS.iter().map(|field| field.wire_name()).collect();
    assert_eq!(names, ["name", "edit", "publish"]);
}

#[test]
fn every_field_is_told_with_what_came_and_what_went() {
    let before = granting([1, 2], [3]);
    let after = PermissionGroupDraft { name: " New ".into(), ..granting([2, 4], []) };
    let told: Vec<_> =
        changes(&before, &after).into_iter().map(|one| (one.field, one.values)).collect();
    let renamed = Values::Replaced { from: "Printer Experts".into(), to: "New".into() };
    assert_eq!(
        told,
        [
            (Field::Name, renamed),
            (Field::Edit, Values::List { added: segments([4]), removed: segments([1]) }),
            (Field::Publish, Values::List { added: vec![], removed: segments([3]) }),
        ]
    );
}

#[test]
fn spaces_order_and_repetition_make_no_difference() {
    let other =
        PermissionGroupDraft { name: " Printer Experts ".into(), ..granting([2, 1, 2], [3, 3]) };
    assert_eq!(changes(&granting([1, 2], [3]), &other), []);
}

/// The two lists are two fields: that publish includes edit is no change of either.
#[test]
fn a_segment_that_moves_from_edit_to_publish_changes_both_lists() {
    let fields: Vec<_> =
        changes(&granting([1], []), &granting([], [1])).iter().map(|one| one.field).collect();
    assert_eq!(fields, [Field::Edit, Field::Publish]);
}

#[test]
fn two_people_who_changed_different_lists_are_merged_without_a_question() {
    let base = granting([1], [2]);
    let merge = merge(base, granting([1, 5], [2]), granting([1], [2, 6]));
    assert_eq!(merge.undecided(), 0);
    assert_eq!(merge.result(), Some(granting([1, 5], [2, 6])));
}

#[test]
fn two_people_who_changed_the_same_list_both_keep_their_changes() {
    let mut merge = merge(granting([1], []), granting([1, 5], []), granting([6], []));
    assert_eq!(merge.result(), Some(granting([6, 5], [])));
    merge.choose(Field::Edit, Choice::Mine);
    assert_eq!(merge.result(), Some(granting([1, 5], [])));
}

proptest! {
    #[test]
    fn a_draft_does_not_differ_from_itself(draft in group_drafts()) {
        prop_assert_eq!(changes(&draft, &draft), Vec::<Change>::new());
    }

    #[test]
    fn copying_the_changed_fields_leaves_no_change(one in group_drafts(), other in group_drafts()) {
        let mut copy = one.clone();
        for change in changes(&one, &other) {
            copy.copy_field(change.field, &other);
        }
        prop_assert_eq!(changes(&copy, &other), []);
    }

    #[test]
    fn a_merge_decided_one_way_is_that_side(
        base in group_drafts(), mine in group_drafts(), theirs in group_drafts(),
    ) {
        for (choice, wanted) in [(Choice::Mine, &mine), (Choice::Theirs, &theirs)] {
            let mut merge = merge(base.clone(), mine.clone(), theirs.clone());
            for field in PermissionGroupDraft::FIELDS {
                merge.choose(*field, choice);
            }
            prop_assert_eq!(changes(&merge.result().unwrap(), wanted), []);
        }
    }

    #[test]
    fn a_draft_survives_storage(draft in group_drafts()) {
        let stored = serde_json::to_string(&draft).unwrap();
        prop_assert_eq!(serde_json::from_str::<PermissionGroupDraft>(&stored).unwrap(), draft);
    }
}
