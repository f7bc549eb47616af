//! The sentences in which problems and warnings reach the person at the form, and when warnings are given.

use guidepost_model::{
    Field, GroupId, Kind, Locked, OrganizationId, Problem, SegmentDraft, UserId, UserType, Warning,
    warnings,
};

use crate::support::{named, signed_in, staff, tags};

#[test]
fn each_problem_says_what_is_wrong_and_what_to_do() {
    let too_many = |field, count| Problem::TooMany { field, count, limit: 50 };
    for (problem, sentence) in [
        (Problem::NameMissing(Kind::Segment), "Give the segment a name."),
        (Problem::UserTypeMissing, "Choose a user type."),
        (
            Problem::UserTypeInvalid("foo".into()),
            "value `foo` invalid; must be either `staff` or `signed_in_users`",
        ),
        (Problem::GroupsNeedStaff, "Groups apply to staff only."),
        (Problem::OrganizationsNeedSignedInUsers, "Organizations apply to signed-in users only."),
        (
            too_many(Field::Groups, 51),
            "51 groups, but Zendesk accepts at most 50 here. Remove 1 group.",
        ),
        (
            too_many(Field::Organizations, 60),
            "60 organizations, but Zendesk accepts at most 50 here. Remove 10 organizations.",
        ),
        (
            too_many(Field::Organizations, 51),
            "51 organizations, but Zendesk accepts at most 50 here. Remove 1 organization.",
        ),
        (too_many(Field::Tags, 51), "51 tags, but Zendesk accepts at most 50 here. Remove 1 tag."),
        (
            too_many(Field::OrTags, 52),
            "52 tags, but Zendesk accepts at most 50 here. Remove 2 tags.",
        ),
        (
            too_many(Field::AddedUsers, 51),
            "51 people, but Zendesk accepts at most 50 here. Remove 1 person.",
        ),
        (
            too_many(Field::AddedUsers, 52),
            "52 people, but Zendesk accepts at most 50 here. Remove 2 people.",
        ),
        (
            Problem::TagMalformed("two words".into()),
            "“two words” is not a tag. A tag is one word without commas, semicolons or quotes.",
        ),
        (Problem::TagTwice("vip".into()), "“vip” is in this list twice."),
        (
            Problem::AccountFull { kind: Kind::Segment, count: 200 },
            "The account has 200 custom segments, and Zendesk accepts at most 200. Delete one first.",
        ),
        (Problem::NameMissing(Kind::PermissionGroup), "Give the permission group a name."),
        (
            Problem::AccountFull { kind: Kind::PermissionGroup, count: 201 },
            "The account has 201 custom permission groups, and Zendesk accepts at most 200. Delete one first.",
        ),
        (
            Problem::NotStaff { count: 1 },
            "1 segment is not of staff. Only staff segments can hold privileges.",
        ),
        (
            Problem::NotStaff { count: 2 },
            "2 segments are not of staff. Only staff segments can hold privileges.",
        ),
        (Problem::EditNeedsEnterprise, "Edit without Publish needs the Enterprise plan."),
        (Problem::PlanReadOnly, "The Lite plan cannot create or change permission groups."),
    ] {
        assert_eq!(problem.to_string(), sentence);
    }
}

#[test]
fn a_long_tag_is_told_to_be_long_and_cut_between_characters() {
    let sentence = Problem::TagMalformed("é".repeat(300)).to_string();
    let start = "é".repeat(39);
    assert_eq!(
        sentence,
        format!("“{start}…” is too long for a tag. A tag has at most 255 characters.")
    );
    let whole = "優".repeat(40);
    assert_eq!(
        Problem::TagTwice(whole.clone()).to_string(),
        format!("“{whole}” is in this list twice.")
    );
}

#[test]
fn a_segment_that_restricts_nothing_is_warned_about_in_the_words_of_its_type() {
    for (draft, sentence) in [
        (staff(), "Nothing restricts this segment: all agents and admins are in."),
        (signed_in(), "Nothing restricts this segment: everyone who is signed in is in."),
        (
            named(UserType::from("partners")),
            "Nothing restricts this segment: everyone of the type “partners” is in.",
        ),
    ] {
        let [warning] = warnings(&draft).try_into().unwrap();
        assert_eq!(warning.to_string(), sentence);
    }
}

#[test]
fn any_condition_and_added_people_restrict() {
    for draft in [
        SegmentDraft { group_ids: vec![GroupId(1)], ..staff() },
        SegmentDraft { organization_ids: vec![OrganizationId(1)], ..signed_in() },
        SegmentDraft { tags: tags(["vip"]), ..staff() },
        SegmentDraft { or_tags: tags(["vip"]), ..staff() },
        SegmentDraft { added_user_ids: vec![UserId(1)], ..staff() },
        SegmentDraft::default(),
    ] {
        assert_eq!(warnings(&draft), [], "{draft:?}");
    }
}

#[test]
fn a_tag_in_both_lists_is_warned_about_once_whatever_its_case() {
    let draft = SegmentDraft {
        tags: tags(["vip", "Gold", "vip", "beta"]),
        or_tags: tags(["gold", "vip", "k88"]),
        ..staff()
    };
    assert_eq!(
        warnings(&draft),
        [Warning::TagInBoth("vip".into()), Warning::TagInBoth("Gold".into()),]
    );
    assert_eq!(
        warnings(&draft)[0].to_string(),
        "“vip” is in both lists. Everyone in this segment has it, so “any of” restricts nothing."
    );
}

#[test]
fn a_privilege_that_cannot_be_switched_says_why() {
    for (locked, sentence) in [
        (Locked::ByPublish, "Publish includes edit."),
        (
            Locked::EditFollowsPublish,
            "On Professional only Publish can be set, and Edit follows it.",
        ),
        (Locked::PlanReadOnly, "On Lite permission groups cannot be created or changed."),
        (Locked::BuiltIn, "Zendesk manages built-in groups. They cannot be changed."),
    ] {
        assert_eq!(locked.to_string(), sentence);
    }
}

#[test]
fn a_permission_group_that_leaves_only_managers_is_warned_about() {
    for (warning, sentence) in [
        (
            Warning::OnlyManagers,
            "No segment has a privilege: only help center managers can edit and publish.",
        ),
        (
            Warning::OnlyManagersPublish,
            "No segment has Publish: only help center managers can publish, everyone else saves drafts.",
        ),
    ] {
        assert_eq!(warning.to_string(), sentence);
    }
}
