//! What counts as a change, field by field.

use guidepost_model::{
    Change, Draft, Field, GroupId, Item, OrganizationId, SegmentDraft, UserId, Values, changes,
};
use proptest::prelude::*;

use crate::support::{drafts, signed_in, staff, tags};

fn list(added: Vec<Item>, removed: Vec<Item>) -> Values {
    Values::List { added, removed }
}

fn tag(tag: &str) -> Item {
    Item::Tag(tag.into())
}

#[test]
fn a_new_name_takes_the_place_of_the_old_one() {
    let after = SegmentDraft { name: " Gold agents".into(), ..staff() };
    let values = Values::Replaced { from: "VIP agents".into(), to: "Gold agents".into() };
    assert_eq!(changes(&staff(), &after), [Change { field: Field::Name, values }]);
}

#[test]
fn the_case_of_a_name_makes_a_difference() {
    let after = SegmentDraft { name: "vip agents".into(), ..staff() };
    assert_eq!(changes(&staff(), &after).len(), 1);
}

#[test]
fn spaces_around_a_name_make_no_difference() {
    let after = SegmentDraft { name: "\tVIP agents  ".into(), ..staff() };
    assert_eq!(changes(&staff(), &after), []);
}

#[test]
fn a_user_type_is_told_by_its_wire_name() {
    let values = Values::Replaced { from: "staff".into(), to: "signed_in_users".into() };
    assert_eq!(changes(&staff(), &signed_in()), [Change { field: Field::UserType, values }]);
    let undecided = SegmentDraft { user_type: None, ..staff() };
    let values = Values::Replaced { from: String::new(), to: "staff".into() };
    assert_eq!(changes(&undecided, &staff()), [Change { field: Field::UserType, values }]);
}

#[test]
fn the_order_of_a_list_makes_no_difference() {
    let before = SegmentDraft { tags: tags(["a", "b", "c"]), ..staff() };
    let after = SegmentDraft { tags: tags(["c", "a", "b"]), ..staff() };
    assert_eq!(changes(&before, &after), []);
}

#[test]
fn repeated_values_make_no_difference_and_are_told_once() {
    let before = SegmentDraft { added_user_ids: vec![UserId(1)], ..staff() };
    let after = SegmentDraft { added_user_ids: vec![UserId(1), UserId(1)], ..staff() };
    assert_eq!(changes(&before, &after), []);
    let before = SegmentDraft { tags: tags(["a", "a"]), ..staff() };
    let after = SegmentDraft { tags: tags(["b", "c", "b"]), ..staff() };
    assert_eq!(
        changes(&before, &after),
        [Change { field: Field::Tags, values: list(vec![tag("b"), tag("c")], vec![tag("a")]) }]
    );
}

#[test]
fn every_list_tells_what_came_and_what_went_in_the_forms_order() {
    let before = SegmentDraft {
        group_ids: vec![GroupId(1)],
        organization_ids: vec![],
        tags: tags(["a", "b"]),
        or_tags: tags(["x"]),
        added_user_ids: vec![],
        ..staff()
    };
    let after = SegmentDraft {
        name: "New".into(),
        group_ids: vec![],
        organization_ids: vec![OrganizationId(2)],
        tags: tags(["c", "b"]),
        or_tags: tags(["x"]),
        added_user_ids: vec![UserId(3), UserId(4)],
        ..signed_in()
    };
    let told: Vec<_> = changes(&before, &after).into_iter().map(|c| (c.field, c.values)).collect();
    assert_eq!(
        told,
        [
            (Field::Name, Values::Replaced { from: "VIP agents".into(), to: "New".into() },),
            (
                Field::UserType,
                Values::Replaced { from: "staff".into(), to: "signed_in_users".into() },
            ),
            (Field::Groups, list(vec![], vec![Item::Group(GroupId(1))])),
            (Field::Organizations, list(vec![Item::Organization(OrganizationId(2))], vec![]),),
            (Field::Tags, list(vec![tag("c")], vec![tag("a")])),
            (Field::AddedUsers, list(vec![Item::User(UserId(3)), Item::User(UserId(4))], vec![]),),
        ]
    );
}

/// The same difference seen from the other side.
fn turned(values: Values) -> Values {
    match values {
        Values::Replaced { from, to } => Values::Replaced { from: to, to: from },
        Values::List { added, removed } => Values::List { added: removed, removed: added },
    }
}

proptest! {
    #[test]
    fn a_draft_does_not_differ_from_itself(draft in drafts()) {
        prop_assert_eq!(changes(&draft, &draft), []);
    }

    #[test]
    fn a_draft_does_not_differ_from_itself_in_another_order(draft in drafts()) {
        let mut other = draft.clone();
        other.name = format!(" {} ", other.name);
        other.group_ids.reverse();
        other.organization_ids.reverse();
        other.tags.reverse();
        other.or_tags.extend(draft.or_tags.clone());
        other.added_user_ids.sort();
        prop_assert_eq!(changes(&draft, &other), []);
    }

    #[test]
    fn the_way_back_is_the_change_turned_round(one in drafts(), other in drafts()) {
        let back: Vec<_> = changes(&other, &one)
            .into_iter()
            .map(|change| Change { values: turned(change.values), ..change })
            .collect();
        prop_assert_eq!(changes(&one, &other), back);
    }

    #[test]
    fn copying_the_changed_fields_leaves_no_change(one in drafts(), other in drafts()) {
        let mut copy = one.clone();
        for change in changes(&one, &other) {
            copy.copy_field(change.field, &other);
        }
        prop_assert_eq!(changes(&copy, &other), []);
    }
}
