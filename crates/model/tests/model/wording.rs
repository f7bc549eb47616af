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
        (Problem::NameMissing(Kind::Segment), "Enter a name."),
        (
            Problem::NameWithNul,
            "The name contains an invisible character that can’t be stored (U+0000). Type it again.",
        ),
        (Problem::UserTypeMissing, "Choose a user type."),
        (
            Problem::UserTypeInvalid("foo".into()),
            "value `foo` invalid; must be either `staff` or `signed_in_users`",
        ),
        (Problem::GroupsNeedStaff, "Groups apply to staff only."),
        (Problem::OrganizationsNeedSignedInUsers, "Organizations apply to signed-in users only."),
        (too_many(Field::Groups, 51), "Zendesk allows 50 groups here. Remove 1."),
        (too_many(Field::Organizations, 60), "Zendesk allows 50 organizations here. Remove 10."),
        (too_many(Field::Organizations, 51), "Zendesk allows 50 organizations here. Remove 1."),
        (too_many(Field::Tags, 51), "Zendesk allows 50 tags here. Remove 1."),
        (too_many(Field::OrTags, 52), "Zendesk allows 50 tags here. Remove 2."),
        (too_many(Field::AddedUsers, 51), "Zendesk allows 50 people here. Remove 1."),
        (too_many(Field::AddedUsers, 52), "Zendesk allows 50 people here. Remove 2."),
        (
            Problem::TagMalformed("two words".into()),
            "“two words” isn’t a valid tag. Tags can’t contain spaces, commas, semicolons or quotes.",
        ),
        (Problem::TagTwice("vip".into()), "“vip” is in this list twice."),
        (
            Problem::AccountFull { kind: Kind::Segment, count: 200 },
            "Limit reached (200 of 200). Delete a segment to add one.",
        ),
        (Problem::NameMissing(Kind::PermissionGroup), "Enter a name."),
        (
            Problem::AccountFull { kind: Kind::PermissionGroup, count: 201 },
            "Limit reached (201 of 200). Delete a permission group to add one.",
        ),
        (
            Problem::NotStaff { count: 1 },
            "1 segment isn’t a staff segment. Only staff segments can hold privileges.",
        ),
        (
            Problem::NotStaff { count: 2 },
            "2 segments aren’t staff segments. Only staff segments can hold privileges.",
        ),
        (Problem::EditNeedsEnterprise, "Edit without Publish needs the Enterprise plan."),
        (Problem::PlanReadOnly, "On Lite you can’t create or edit permission groups."),
    ] {
        assert_eq!(problem.to_string(), sentence);
    }
}

#[test]
fn a_long_tag_is_told_to_be_long_and_cut_between_characters() {
    let sentence = Problem::TagMalformed("é".repeat(300)).to_string();
    let start = "é".repeat(39);
    assert_eq!(sentence, format!("“{start}…” is too long. A tag can have up to 255 characters."));
    let whole = "優".repeat(40);
    assert_eq!(
        Problem::TagTwice(whole.clone()).to_string(),
        format!("“{whole}” is in this list twice.")
    );
}

#[test]
fn a_segment_that_restricts_nothing_is_warned_about_in_the_words_of_its_type() {
    for (draft, sentence) in [
        (staff(), "No conditions set. All agents and admins are included."),
        (signed_in(), "No conditions set. Everyone who is signed in is included."),
        (
            named(UserType::from("partners")),
            "No conditions set. Everyone of the type “partners” is included.",
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
        "“vip” is in both lists. Everyone in this segment already has it, so the alternative tags restrict nothing."
    );
}

#[test]
fn a_privilege_that_cannot_be_switched_says_why() {
    for (locked, sentence) in [
        (Locked::ByPublish, "Publish includes edit. Remove Publish to change it."),
        (
            Locked::EditFollowsPublish,
            "On Professional only Publish can be set, and Edit follows it.",
        ),
        (Locked::PlanReadOnly, "On Lite you can’t create or edit permission groups."),
        (Locked::BuiltIn, "Built into Zendesk. You can’t edit or delete it."),
    ] {
        assert_eq!(locked.to_string(), sentence);
    }
}

#[test]
fn a_permission_group_that_leaves_only_managers_is_warned_about() {
    for (warning, sentence) in [
        (Warning::OnlyManagers, "No segment can edit or publish. Only help center managers can."),
        (
            Warning::OnlyManagersPublish,
            "No segment can publish. Only help center managers can; everyone else saves drafts.",
        ),
    ] {
        assert_eq!(warning.to_string(), sentence);
    }
}
