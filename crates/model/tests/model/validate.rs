//! What is refused, field by field, and what is sent for what is not.

use guidepost_model::{
    Context, Draft, Field, GroupId, Kind, OrganizationId, Problem, SegmentDraft, UserId, UserType,
    ValidSegment, changes, validate,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{drafts, many, many_tags, named, signed_in, staff, tags, tidy_drafts};

fn accepted(draft: &SegmentDraft) -> ValidSegment {
    validate(draft, &Context::default()).unwrap()
}

#[track_caller]
fn assert_problems(draft: &SegmentDraft, expected: &[(Field, Problem)]) {
    let errors = validate(draft, &Context::default()).unwrap_err();
    let expected: Vec<_> =
        expected.iter().cloned().map(|(field, problem)| (Some(field), problem)).collect();
    assert_eq!(errors.0, expected);
}

#[test]
fn a_name_is_needed() {
    for name in ["", "   ", "\t\n", "\u{a0}\u{3000}"] {
        let draft = SegmentDraft { name: name.into(), ..staff() };
        assert_problems(&draft, &[(Field::Name, Problem::NameMissing(Kind::Segment))]);
    }
}

#[test]
fn a_name_has_no_null_character() {
    let draft = SegmentDraft { name: "Tier\0 3".into(), ..staff() };
    assert_problems(&draft, &[(Field::Name, Problem::NameWithNul)]);
}

#[test]
fn the_spaces_around_a_name_are_left_out() {
    let draft = SegmentDraft { name: "  Tier 3  articles\n".into(), ..staff() };
    assert_eq!(accepted(&draft).into_draft().name, "Tier 3  articles");
}

#[test]
fn a_user_type_is_needed() {
    let draft = SegmentDraft { user_type: None, ..staff() };
    assert_problems(&draft, &[(Field::UserType, Problem::UserTypeMissing)]);
}

#[test]
fn the_user_type_is_one_of_two() {
    for name in ["foo", "Staff", ""] {
        assert_problems(
            &named(UserType::from(name)),
            &[(Field::UserType, Problem::UserTypeInvalid(name.into()))],
        );
    }
    accepted(&staff());
    accepted(&signed_in());
}

#[test]
fn groups_go_with_staff_only() {
    let groups = vec![GroupId(1)];
    accepted(&SegmentDraft { group_ids: groups.clone(), ..staff() });
    assert_problems(
        &SegmentDraft { group_ids: groups, ..signed_in() },
        &[(Field::Groups, Problem::GroupsNeedStaff)],
    );
}

#[test]
fn organizations_go_with_signed_in_users_only() {
    let organizations = vec![OrganizationId(1)];
    accepted(&SegmentDraft { organization_ids: organizations.clone(), ..signed_in() });
    assert_problems(
        &SegmentDraft { organization_ids: organizations, ..staff() },
        &[(Field::Organizations, Problem::OrganizationsNeedSignedInUsers)],
    );
}

#[test]
fn fifty_of_each_are_taken_and_fifty_one_are_not() {
    let with = |field, count: usize| {
        let number = u64::try_from(count).unwrap();
        match field {
            Field::Groups => SegmentDraft { group_ids: many(number), ..staff() },
            Field::Organizations => SegmentDraft { organization_ids: many(number), ..signed_in() },
            Field::Tags => SegmentDraft { tags: many_tags(count), ..staff() },
            Field::OrTags => SegmentDraft { or_tags: many_tags(count), ..staff() },
            _ => SegmentDraft { added_user_ids: many(number), ..staff() },
        }
    };
    for field in
        [Field::Groups, Field::Organizations, Field::Tags, Field::OrTags, Field::AddedUsers]
    {
        assert_eq!(accepted(&with(field, 50)).into_draft(), with(field, 50));
        let too_many = Problem::TooMany { field, count: 51, limit: 50 };
        assert_problems(&with(field, 51), &[(field, too_many)]);
    }
}

#[test]
fn fifty_tags_in_each_list_are_taken() {
    let or_tags = many_tags(50).iter().map(|tag| format!("any_{tag}")).collect();
    accepted(&SegmentDraft { tags: many_tags(50), or_tags, ..staff() });
}

#[test]
fn an_account_takes_two_hundred_custom_segments() {
    let with = |count| validate(&staff(), &Context { custom_segments: Some(count) });
    assert!(with(0).is_ok());
    assert!(with(199).is_ok());
    for count in [200, 201] {
        assert_eq!(
            with(count).unwrap_err().0,
            [(None, Problem::AccountFull { kind: Kind::Segment, count })]
        );
    }
}

/// An existing segment can be saved in a full account.
#[test]
fn an_unknown_number_of_segments_is_no_obstacle() {
    assert!(validate(&staff(), &Context { custom_segments: None }).is_ok());
}

#[test]
fn repeated_ids_are_sent_once_and_counted_once() {
    let mut added_user_ids = many::<UserId>(50);
    added_user_ids.extend(many::<UserId>(50));
    let draft = SegmentDraft {
        group_ids: vec![GroupId(3), GroupId(1), GroupId(3)],
        added_user_ids,
        ..staff()
    };
    let sent = accepted(&draft).into_draft();
    assert_eq!(sent.group_ids, [GroupId(3), GroupId(1)]);
    assert_eq!(sent.added_user_ids, many::<UserId>(50));
}

#[test]
fn a_tag_is_one_word() {
    for tag in
        ["", " ", "two words", "a,b", "a;b", "say\"so", " vip", "tab\tbed", "nul\0", "\u{a0}"]
    {
        let malformed = Problem::TagMalformed(tag.into());
        let draft = SegmentDraft { tags: tags([tag]), ..staff() };
        assert_problems(&draft, &[(Field::Tags, malformed.clone())]);
        let draft = SegmentDraft { or_tags: tags([tag]), ..staff() };
        assert_problems(&draft, &[(Field::OrTags, malformed)]);
    }
    for tag in ["vip", "k88_mk3", "plan:gold", "a/b", "größe", "優先", "عميل", "👍", "VIP"]
    {
        let draft = SegmentDraft { tags: tags([tag]), ..staff() };
        assert_eq!(accepted(&draft).into_draft().tags, [tag]);
    }
}

#[test]
fn the_longest_tag_is_counted_in_characters() {
    let tag = |length| SegmentDraft { tags: vec!["ß".repeat(length)], ..staff() };
    accepted(&tag(255));
    let malformed = Problem::TagMalformed("ß".repeat(256));
    assert_problems(&tag(256), &[(Field::Tags, malformed)]);
}

#[test]
fn a_tag_that_stands_twice_in_a_list_is_told_once_whatever_its_case() {
    let draft = SegmentDraft { tags: tags(["vip", "gold", "vip", "vip"]), ..staff() };
    assert_problems(&draft, &[(Field::Tags, Problem::TagTwice("vip".into()))]);
    let draft = SegmentDraft { or_tags: tags(["Größe", "größe"]), ..staff() };
    assert_problems(&draft, &[(Field::OrTags, Problem::TagTwice("größe".into()))]);
    accepted(&SegmentDraft { tags: tags(["vip"]), or_tags: tags(["vip"]), ..staff() });
}

#[test]
fn everything_wrong_is_told_at_once_in_the_forms_order() {
    let draft = SegmentDraft {
        name: " ".into(),
        user_type: Some(UserType::SignedInUsers),
        group_ids: many(51),
        organization_ids: many(52),
        tags: tags(["vip", "vip", "a b"]),
        or_tags: many_tags(53),
        added_user_ids: many(54),
    };
    let errors = validate(&draft, &Context { custom_segments: Some(200) }).unwrap_err();
    let too_many = |field, count| Problem::TooMany { field, count, limit: 50 };
    assert_eq!(
        errors.0,
        [
            (None, Problem::AccountFull { kind: Kind::Segment, count: 200 }),
            (Some(Field::Name), Problem::NameMissing(Kind::Segment)),
            (Some(Field::Groups), Problem::GroupsNeedStaff),
            (Some(Field::Groups), too_many(Field::Groups, 51)),
            (Some(Field::Organizations), too_many(Field::Organizations, 52)),
            (Some(Field::Tags), Problem::TagTwice("vip".into())),
            (Some(Field::Tags), Problem::TagMalformed("a b".into())),
            (Some(Field::OrTags), too_many(Field::OrTags, 53)),
            (Some(Field::AddedUsers), too_many(Field::AddedUsers, 54)),
        ]
    );
    assert_eq!(errors.of(Field::Groups).count(), 2);
    assert_eq!(errors.of(Field::UserType).count(), 0);
}

#[test]
fn the_request_holds_every_editable_field_so_that_emptied_lists_are_emptied() {
    assert_eq!(
        accepted(&staff()).to_request(),
        r#"{"user_segment":{"name":"VIP agents","user_type":"staff","group_ids":[],"organization_ids":[],"tags":[],"or_tags":[],"added_user_ids":[]}}"#
    );
    let full = SegmentDraft {
        name: " “Größe” \\ \"L\" ".into(),
        organization_ids: vec![OrganizationId(7_243_702_759_187)],
        tags: tags(["vip"]),
        or_tags: tags(["gold", "優先"]),
        added_user_ids: vec![UserId(7), UserId(7)],
        ..signed_in()
    };
    assert_eq!(
        accepted(&full).to_request(),
        r#"{"user_segment":{"name":"“Größe” \\ \"L\"","user_type":"signed_in_users","group_ids":[],"organization_ids":[7243702759187],"tags":["vip"],"or_tags":["gold","優先"],"added_user_ids":[7]}}"#
    );
}

#[test]
fn an_update_holds_what_changed_and_the_user_type() {
    let base = SegmentDraft { tags: tags(["vip"]), or_tags: tags(["gold", "silver"]), ..staff() };
    let changed = SegmentDraft { name: "VIPs ".into(), tags: Vec::new(), ..base.clone() };
    assert_eq!(
        accepted(&changed).to_update(&base),
        r#"{"user_segment":{"name":"VIPs","user_type":"staff","tags":[]}}"#
    );
    let reordered = SegmentDraft { or_tags: tags(["silver", "gold"]), ..base.clone() };
    assert_eq!(
        accepted(&reordered).to_update(&base),
        r#"{"user_segment":{"user_type":"staff"}}"#,
        "the order of a list means nothing"
    );
}

proptest! {
    #[test]
    fn an_update_on_top_of_its_base_is_the_draft(base in tidy_drafts(), draft in tidy_drafts()) {
        if let Ok(valid) = validate(&draft.applicable(), &Context::default()) {
            let mut update: Value = serde_json::from_str(&valid.to_update(&base)).unwrap();
            let mut stored = serde_json::to_value(&base).unwrap();
            let sent = update["user_segment"].as_object_mut().unwrap();
            stored.as_object_mut().unwrap().append(sent);
            let stored: SegmentDraft = serde_json::from_value(stored).unwrap();
            prop_assert_eq!(changes(&stored, &valid.into_draft()), []);
        }
    }

    #[test]
    fn what_is_valid_is_sent_as_the_draft_it_stands_for(draft in tidy_drafts()) {
        if let Ok(valid) = validate(&draft.applicable(), &Context::default()) {
            let mut request: Value = serde_json::from_str(&valid.to_request()).unwrap();
            let sent: SegmentDraft =
                serde_json::from_value(request["user_segment"].take()).unwrap();
            prop_assert_eq!(sent, valid.into_draft());
        }
    }

    #[test]
    fn validating_what_is_valid_changes_nothing(draft in tidy_drafts()) {
        if let Ok(valid) = validate(&draft.applicable(), &Context::default()) {
            let again = validate(&valid.clone().into_draft(), &Context::default());
            prop_assert_eq!(again, Ok(valid));
        }
    }

    #[test]
    fn a_refusal_names_at_least_one_problem_and_keeps_the_forms_order(draft in drafts()) {
        if let Err(errors) = validate(&draft, &Context::default()) {
            prop_assert!(!errors.is_empty());
            prop_assert!(errors.0.is_sorted_by_key(|(field, _)| *field));
            for (_, problem) in &errors.0 {
                prop_assert!(!problem.to_string().is_empty());
            }
        }
    }
}
