//! What a segment names by id, and what becomes of it when that is deleted.

use guidepost_model::{
    GroupId, Item, OrganizationId, SegmentDraft, UserId, UserSegment, UserType, explain_missing,
};

use crate::support::{segment, signed_in, staff};

const GROUP: Item = Item::Group(GroupId(1));
const OTHER_GROUP: Item = Item::Group(GroupId(2));
const ORGANIZATION: Item = Item::Organization(OrganizationId(3));
const PERSON: Item = Item::User(UserId(4));

fn everything(draft: SegmentDraft) -> SegmentDraft {
    SegmentDraft {
        group_ids: vec![GroupId(1), GroupId(2)],
        organization_ids: vec![OrganizationId(3)],
        added_user_ids: vec![UserId(4)],
        ..draft
    }
}

#[test]
fn a_segment_refers_to_what_counts_for_its_user_type() {
    assert_eq!(everything(staff()).references(), [GROUP, OTHER_GROUP, PERSON]);
    assert_eq!(everything(signed_in()).references(), [ORGANIZATION, PERSON]);
}

#[test]
fn a_segment_and_its_draft_refer_to_the_same() {
    for user_type in [UserType::Staff, UserType::SignedInUsers, UserType::Other("x".into())] {
        let segment = UserSegment {
            user_type,
            group_ids: vec![GroupId(1)],
            organization_ids: vec![OrganizationId(3)],
            added_user_ids: vec![UserId(4)],
            ..segment(1, "VIP")
        };
        assert_eq!(segment.references(), segment.draft().references());
    }
}

#[test]
fn what_is_gone_is_taken_out_and_nothing_else() {
    let mut draft = everything(staff());
    draft.remove_references(&[OTHER_GROUP, PERSON]);
    assert_eq!(draft.references(), [GROUP]);
    assert_eq!(draft.organization_ids, [OrganizationId(3)]);
}

#[test]
fn what_is_gone_is_counted_in_words() {
    assert_eq!(explain_missing(&[]), "");
    assert_eq!(explain_missing(&[GROUP]), "Refers to a deleted group. Nobody gets in through it.");
    assert_eq!(
        explain_missing(&[GROUP, OTHER_GROUP]),
        "Refers to 2 deleted groups. Nobody gets in through them."
    );
    assert_eq!(
        explain_missing(&[GROUP, ORGANIZATION, PERSON]),
        "Refers to a deleted group, a deleted organization and a deleted person. Nobody gets in through them."
    );
}
