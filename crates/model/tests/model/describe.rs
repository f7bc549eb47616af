//! Drafts as sentences: the words of the list ("Who's in") and of the form's panel ("Summary").

use guidepost_model::{
    Detail, GroupId, Item, OrganizationId, Part, SegmentDraft, Sentence, UserId, UserType, describe,
};
use proptest::prelude::*;

use crate::support::{drafts, many, many_tags, named, signed_in, staff, tags};

fn name(item: &Item) -> String {
    let name = match item {
        Item::Group(GroupId(1)) => "Repair bench",
        Item::Group(GroupId(2)) => "Support Tier 2",
        Item::Group(GroupId(3)) => "Warranty",
        Item::Group(_) => "another group",
        Item::Organization(OrganizationId(1)) => "Riverbend Guitars",
        Item::Organization(OrganizationId(2)) => "Northgate Conservatory",
        Item::Organization(_) => "another organization",
        Item::User(_) => "somebody",
        Item::Segment(_) => "a segment",
        Item::Tag(tag) => return tag.clone(),
    };
    name.to_owned()
}

fn line(draft: &SegmentDraft) -> String {
    describe(draft, Detail::Line).to_text(name)
}

fn prose(draft: &SegmentDraft) -> String {
    describe(draft, Detail::Prose).to_text(name)
}

/// Each draft with its line and its prose.
#[track_caller]
fn assert_words<const N: usize>(table: [(SegmentDraft, &str, &str); N]) {
    for (draft, in_a_row, in_a_panel) in table {
        assert_eq!(line(&draft), in_a_row);
        assert_eq!(prose(&draft), in_a_panel);
    }
}

#[test]
fn without_a_condition_everyone_of_the_type_is_in() {
    assert_words([
        (signed_in(), "Everyone who is signed in", "Everyone who is signed in."),
        (staff(), "All agents and admins", "All agents and admins."),
        (
            named(UserType::from("partners")),
            "Everyone of the type “partners”",
            "Everyone of the type “partners”.",
        ),
    ]);
}

#[test]
fn without_a_user_type_the_sentence_asks_for_one() {
    let draft = SegmentDraft { user_type: None, tags: tags(["vip"]), ..staff() };
    let sentence = "Choose a user type to see who’s included.";
    assert_words([(draft, sentence, sentence), (SegmentDraft::default(), sentence, sentence)]);
}

#[test]
fn people_without_a_condition_are_all_there_is() {
    let only = |count, draft| SegmentDraft { added_user_ids: many(count), ..draft };
    assert_words([
        (
            only(1, staff()),
            "Only 1 person, added individually",
            "Only 1 person, added individually.",
        ),
        (
            only(4, signed_in()),
            "Only 4 people, added individually",
            "Only 4 people, added individually.",
        ),
    ]);
}

#[test]
fn groups_are_named_and_past_two_counted_in_a_row() {
    let groups = |count| SegmentDraft { group_ids: many(count), ..staff() };
    assert_words([
        (groups(1), "Staff in Repair bench", "Staff in Repair bench."),
        (
            groups(2),
            "Staff in Repair bench or Support Tier 2",
            "Staff in Repair bench or Support Tier 2.",
        ),
        (
            groups(3),
            "Staff in Repair bench or 2 more",
            "Staff in Repair bench, Support Tier 2 or Warranty.",
        ),
        (
            groups(6),
            "Staff in Repair bench or 5 more",
            "Staff in Repair bench, Support Tier 2, Warranty, another group, another group or another group.",
        ),
        (groups(7), "Staff in Repair bench or 6 more", "Staff in one of 7 groups."),
    ]);
}

#[test]
fn organizations_are_where_people_come_from() {
    let organizations = |count| SegmentDraft { organization_ids: many(count), ..signed_in() };
    assert_words([
        (
            organizations(2),
            "Signed-in users from Riverbend Guitars or Northgate Conservatory",
            "Signed-in users from Riverbend Guitars or Northgate Conservatory.",
        ),
        (
            SegmentDraft { tags: tags(["gold"]), ..organizations(8) },
            "Signed-in users from Riverbend Guitars or 7 more with all of gold",
            "Signed-in users from one of 8 organizations who have gold.",
        ),
    ]);
}

#[test]
fn required_tags_are_all_of_them() {
    let all = |tags| SegmentDraft { tags, ..staff() };
    assert_words([
        (all(tags(["vip"])), "Staff with all of vip", "Staff who have vip."),
        (
            all(tags(["vip", "gold"])),
            "Staff with all of vip and gold",
            "Staff who have both vip and gold.",
        ),
        (
            all(tags(["vip", "gold", "k88"])),
            "Staff with all of vip and 2 more",
            "Staff who have all of vip, gold and k88.",
        ),
        (
            all(many_tags(6)),
            "Staff with all of tag1 and 5 more",
            "Staff who have all of tag1, tag2, tag3, tag4, tag5 and tag6.",
        ),
        (all(many_tags(7)), "Staff with all of tag1 and 6 more", "Staff who have all of 7 tags."),
    ]);
}

#[test]
fn of_or_tags_one_is_enough() {
    let any = |or_tags| SegmentDraft { or_tags, ..signed_in() };
    assert_words([
        (any(tags(["vip"])), "Signed-in users with any of vip", "Signed-in users who have vip."),
        (
            any(tags(["warranty_ext", "warranty_plus"])),
            "Signed-in users with any of warranty_ext or warranty_plus",
            "Signed-in users who have at least one of warranty_ext or warranty_plus.",
        ),
        (
            any(tags(["k88", "k61", "k73"])),
            "Signed-in users with any of k88 or 2 more",
            "Signed-in users who have at least one of k88, k61 or k73.",
        ),
        (
            any(many_tags(6)),
            "Signed-in users with any of tag1 or 5 more",
            "Signed-in users who have at least one of tag1, tag2, tag3, tag4, tag5 or tag6.",
        ),
        (
            any(many_tags(52)),
            "Signed-in users with any of tag1 or 51 more",
            "Signed-in users who have at least one of 52 tags.",
        ),
    ]);
}

#[test]
fn both_tag_lists_must_hold() {
    assert_words([(
        SegmentDraft {
            tags: tags(["beta_firmware"]),
            or_tags: tags(["k88", "k61", "k73"]),
            ..signed_in()
        },
        "Signed-in users with all of beta_firmware and any of k88 or 2 more",
        "Signed-in users who have beta_firmware and at least one of k88, k61 or k73.",
    )]);
}

#[test]
fn people_are_in_beside_the_conditions() {
    let plus = |count| SegmentDraft {
        group_ids: many(2),
        tags: tags(["vip_care"]),
        added_user_ids: many(count),
        ..staff()
    };
    assert_words([
        (
            plus(3),
            "Staff in Repair bench or Support Tier 2 with all of vip_care, plus 3 people",
            "Staff in Repair bench or Support Tier 2 who have vip_care. Plus 3 people.",
        ),
        (
            plus(1),
            "Staff in Repair bench or Support Tier 2 with all of vip_care, plus 1 person",
            "Staff in Repair bench or Support Tier 2 who have vip_care. Plus 1 person.",
        ),
    ]);
}

#[test]
fn three_conditions_turn_the_tags_of_a_row_into_counts() {
    let crowded = |groups, all: usize, any| SegmentDraft {
        group_ids: many(groups),
        tags: tags(["stage_certified", "nda_signed"]).into_iter().take(all).collect(),
        or_tags: many_tags(any),
        added_user_ids: many(2),
        ..staff()
    };
    assert_words([
        (
            crowded(2, 2, 49),
            "Staff in Repair bench or 1 more with 2 tags and any of 49, plus 2 people",
            "Staff in Repair bench or Support Tier 2 who have both stage_certified and nda_signed and at least one of 49 tags. Plus 2 people.",
        ),
        (
            crowded(3, 2, 52),
            "Staff in Repair bench or 2 more with 2 tags and any of 52, plus 2 people",
            "Staff in Repair bench, Support Tier 2 or Warranty who have both stage_certified and nda_signed and at least one of 52 tags. Plus 2 people.",
        ),
        (
            crowded(1, 1, 2),
            "Staff in Repair bench with 1 tag and any of 2, plus 2 people",
            "Staff in Repair bench who have stage_certified and at least one of tag1 or tag2. Plus 2 people.",
        ),
    ]);
}

#[test]
fn an_unknown_user_type_is_called_by_its_name() {
    let draft = SegmentDraft { tags: tags(["vip"]), ..named(UserType::from("partners")) };
    assert_words([(
        draft,
        "Users of the type “partners” with all of vip",
        "Users of the type “partners” who have vip.",
    )]);
}

#[test]
fn groups_and_organizations_together_are_told_whole() {
    let both =
        |count| SegmentDraft { group_ids: many(count), organization_ids: many(count), ..staff() };
    assert_words([
        (
            both(1),
            "Staff in Repair bench or Riverbend Guitars",
            "Staff in Repair bench or Riverbend Guitars.",
        ),
        (both(4), "Staff in Repair bench or 7 more", "Staff in one of 8 groups and organizations."),
    ]);
}

#[test]
fn what_stands_twice_is_told_once() {
    let draft = SegmentDraft {
        group_ids: vec![GroupId(1), GroupId(1)],
        tags: tags(["vip", "vip"]),
        added_user_ids: vec![UserId(1), UserId(1)],
        ..staff()
    };
    assert_words([(
        draft,
        "Staff in Repair bench with all of vip, plus 1 person",
        "Staff in Repair bench who have vip. Plus 1 person.",
    )]);
}

#[test]
fn names_are_parts_of_their_own_and_the_subject_is_strong() {
    let draft = SegmentDraft { group_ids: vec![GroupId(1)], added_user_ids: many(2), ..staff() };
    assert_eq!(
        describe(&draft, Detail::Prose),
        Sentence(vec![
            Part::Strong("Staff".into()),
            Part::Text(" in ".into()),
            Part::Item(Item::Group(GroupId(1))),
            Part::Text(". Plus ".into()),
            Part::Strong("2 people".into()),
            Part::Text(".".into()),
        ])
    );
}

proptest! {
    #[test]
    fn no_sentence_is_badly_put(draft in drafts()) {
        let word = |_: &Item| "Name".to_owned();
        for detail in [Detail::Line, Detail::Prose] {
            let text = describe(&draft, detail).to_text(word);
            for fault in ["  ", " ,", " .", ",,", "..", ",.", "NameName"] {
                prop_assert!(!text.contains(fault), "{:?} in {:?}", fault, text);
            }
            prop_assert!(text.starts_with(char::is_uppercase), "{:?}", text);
            prop_assert_eq!(text.trim(), &text);
            let whole = detail == Detail::Prose || draft.user_type.is_none();
            prop_assert_eq!(text.ends_with('.'), whole, "{:?}", text);
            prop_assert!(text.chars().filter(|letter| *letter == '.').count() <= 2, "{:?}", text);
        }
    }

    #[test]
    fn a_row_names_at_most_two_values_a_condition_and_a_panel_six(draft in drafts()) {
        for (detail, most) in [(Detail::Line, 2 * 3), (Detail::Prose, 6 * 3)] {
            let Sentence(parts) = describe(&draft, detail);
            let items = parts.iter().filter(|part| matches!(part, Part::Item(_))).count();
            prop_assert!(items <= most, "{:?}", parts);
        }
    }
}
