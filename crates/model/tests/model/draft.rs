//! What a draft knows of itself, and the fields a form is made of.

use guidepost_model::{
    Draft, Field, GroupId, Item, OrganizationId, SegmentDraft, UserId, UserType,
};
use proptest::prelude::*;

use crate::support::{drafts, named, signed_in, staff, tags};

#[test]
fn an_empty_object_is_an_empty_draft() {
    assert_eq!(serde_json::from_str::<SegmentDraft>("{}").unwrap(), SegmentDraft::default());
}

#[test]
fn only_what_the_user_type_uses_applies() {
    let both = |user_type| SegmentDraft {
        group_ids: vec![GroupId(1)],
        organization_ids: vec![OrganizationId(2)],
        ..named(user_type)
    };
    let kept = |user_type| {
        let draft = both(user_type).applicable();
        (draft.group_ids.len(), draft.organization_ids.len())
    };
    assert_eq!(kept(UserType::Staff), (1, 0));
    assert_eq!(kept(UserType::SignedInUsers), (0, 1));
    assert_eq!(kept(UserType::Other("partners".into())), (1, 1));
    let undecided = SegmentDraft { user_type: None, ..both(UserType::Staff) };
    assert_eq!(undecided.applicable(), undecided);
}

#[test]
fn each_condition_is_one() {
    assert!(staff().has_no_conditions());
    for draft in [
        SegmentDraft { group_ids: vec![GroupId(1)], ..staff() },
        SegmentDraft { organization_ids: vec![OrganizationId(1)], ..signed_in() },
        SegmentDraft { tags: tags(["vip"]), ..staff() },
        SegmentDraft { or_tags: tags(["vip"]), ..staff() },
    ] {
        assert!(!draft.has_no_conditions(), "{draft:?}");
        assert!(!draft.is_only_people(), "{draft:?}");
    }
}

#[test]
fn people_without_a_condition_are_the_whole_segment() {
    assert!(!staff().is_only_people());
    assert!(SegmentDraft { added_user_ids: vec![UserId(1)], ..staff() }.is_only_people());
}

#[test]
fn every_field_has_its_own_label_and_is_found_by_its_key() {
    for (at, field) in SegmentDraft::FIELDS.iter().copied().enumerate() {
        assert_eq!(Field::from_wire_name(field.wire_name()), Some(field));
        let namesake = SegmentDraft::FIELDS.iter().position(|other| other.label() == field.label());
        assert_eq!(namesake, Some(at));
    }
    assert_eq!(Field::from_wire_name("base"), None);
}

/// A serialized draft has one key a field: a field that is added to one is added to the other.
#[test]
fn the_fields_are_the_keys_of_a_draft_in_the_forms_order() {
    let json = serde_json::to_string(&SegmentDraft::default()).unwrap();
    let places: Vec<_> = SegmentDraft::FIELDS
        .iter()
        .map(|field| json.find(&format!("\"{}\":", field.wire_name())).unwrap())
        .collect();
    assert!(places.is_sorted(), "{json}");
    assert_eq!(json.matches("\":").count(), SegmentDraft::FIELDS.len(), "{json}");
}

#[test]
fn a_list_field_gives_what_it_names() {
    let draft = SegmentDraft {
        group_ids: vec![GroupId(1)],
        organization_ids: vec![OrganizationId(2)],
        tags: tags(["a"]),
        or_tags: tags(["b"]),
        added_user_ids: vec![UserId(3)],
        ..staff()
    };
    let items: Vec<_> =
        SegmentDraft::FIELDS.iter().copied().flat_map(|field| draft.items(field)).collect();
    assert_eq!(
        items,
        [
            Item::Group(GroupId(1)),
            Item::Organization(OrganizationId(2)),
            Item::Tag("a".into()),
            Item::Tag("b".into()),
            Item::User(UserId(3)),
        ]
    );
}

proptest! {
    #[test]
    fn copying_every_field_makes_the_same_draft(one in drafts(), other in drafts()) {
        let mut copy = one;
        for field in SegmentDraft::FIELDS.iter().copied() {
            copy.copy_field(field, &other);
        }
        prop_assert_eq!(copy, other);
    }
}
