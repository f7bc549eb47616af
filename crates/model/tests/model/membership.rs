//! Who is in. The rules of "Creating user segments" (Zendesk help), one a test.

use std::collections::BTreeSet;

use guidepost_model::{
    Criterion, GroupId, OrganizationId, Person, Role, SegmentDraft, UserId, UserType, Verdict,
    evaluate,
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::support::{named, signed_in, staff, tags, user_types};

fn person(role: Role) -> Person {
    Person {
        id: UserId(1),
        role,
        tags: vec![],
        organization_tags: vec![],
        organization_ids: vec![],
        group_ids: vec![],
    }
}

fn end_user() -> Person {
    person(Role::EndUser)
}

fn agent() -> Person {
    person(Role::Agent)
}

#[track_caller]
fn assert_in(person: &Person, segment: &SegmentDraft, decided_by: Criterion) {
    assert_eq!(evaluate(person, segment), Verdict { member: true, decided_by });
}

#[track_caller]
fn assert_out(person: &Person, segment: &SegmentDraft, decided_by: Criterion) {
    assert_eq!(evaluate(person, segment), Verdict { member: false, decided_by });
}

#[test]
fn signed_in_users_are_everyone_agents_too() {
    for role in [Role::EndUser, Role::Agent, Role::Admin, Role::Other("robot".into())] {
        assert_in(&person(role), &signed_in(), Criterion::All);
    }
}

#[test]
fn staff_are_agents_and_admins() {
    assert_in(&agent(), &staff(), Criterion::All);
    assert_in(&person(Role::Admin), &staff(), Criterion::All);
    assert_out(&end_user(), &staff(), Criterion::UserType);
    assert_out(&person(Role::Other("robot".into())), &staff(), Criterion::UserType);
}

#[test]
fn an_unknown_or_missing_user_type_lets_nobody_in() {
    let missing = SegmentDraft { user_type: None, ..staff() };
    for segment in [missing, named(UserType::from("partners"))] {
        assert_out(&agent(), &segment, Criterion::UserType);
        assert_out(&end_user(), &segment, Criterion::UserType);
    }
}

#[test]
fn every_required_tag_is_needed() {
    let segment = SegmentDraft { tags: tags(["vip", "gold"]), ..signed_in() };
    let with = |tags| Person { tags, ..end_user() };
    assert_in(&with(tags(["beta", "gold", "vip"])), &segment, Criterion::All);
    assert_out(&with(tags(["vip"])), &segment, Criterion::Tags);
    assert_out(&with(tags(["vip", "golden"])), &segment, Criterion::Tags);
    assert_out(&end_user(), &segment, Criterion::Tags);
}

#[test]
fn one_of_the_or_tags_is_enough() {
    let segment = SegmentDraft { or_tags: tags(["vip", "gold"]), ..signed_in() };
    let with = |tags| Person { tags, ..end_user() };
    assert_in(&with(tags(["gold"])), &segment, Criterion::All);
    assert_out(&with(tags(["beta"])), &segment, Criterion::OrTags);
    assert_out(&end_user(), &segment, Criterion::OrTags);
}

#[test]
fn with_both_tag_lists_both_must_hold() {
    let segment =
        SegmentDraft { tags: tags(["vip"]), or_tags: tags(["k88", "k61"]), ..signed_in() };
    let with = |tags| Person { tags, ..end_user() };
    assert_in(&with(tags(["vip", "k61"])), &segment, Criterion::All);
    assert_out(&with(tags(["k61"])), &segment, Criterion::Tags);
    assert_out(&with(tags(["vip"])), &segment, Criterion::OrTags);
}

#[test]
fn end_users_have_the_tags_of_their_organizations() {
    let all = SegmentDraft { tags: tags(["vip", "gold"]), ..signed_in() };
    let any = SegmentDraft { or_tags: tags(["gold"]), ..signed_in() };
    let customer = Person { tags: tags(["vip"]), organization_tags: tags(["gold"]), ..end_user() };
    assert_in(&customer, &all, Criterion::All);
    assert_in(&customer, &any, Criterion::All);
}

/// Not documented for agents; decided here, to be tried on a live account.
#[test]
fn agents_do_not_have_the_tags_of_their_organizations() {
    let segment = SegmentDraft { tags: tags(["gold"]), ..signed_in() };
    let employee = Person { organization_tags: tags(["gold"]), ..agent() };
    assert_out(&employee, &segment, Criterion::Tags);
    assert_out(&Person { role: Role::Admin, ..employee }, &segment, Criterion::Tags);
}

#[test]
fn an_end_user_is_in_one_of_the_organizations() {
    let segment = SegmentDraft {
        organization_ids: vec![OrganizationId(1), OrganizationId(2)],
        ..signed_in()
    };
    let of = |ids| Person { organization_ids: ids, ..end_user() };
    assert_in(&of(vec![OrganizationId(9), OrganizationId(2)]), &segment, Criterion::All);
    assert_out(&of(vec![OrganizationId(9)]), &segment, Criterion::Organizations);
    assert_out(&end_user(), &segment, Criterion::Organizations);
}

#[test]
fn agents_are_not_asked_for_organizations_but_for_tags() {
    let segment = SegmentDraft {
        organization_ids: vec![OrganizationId(1)],
        tags: tags(["vip"]),
        ..signed_in()
    };
    for role in [Role::Agent, Role::Admin] {
        let tagged = Person { tags: tags(["vip"]), ..person(role) };
        assert_in(&tagged, &segment, Criterion::All);
        assert_out(&Person { tags: vec![], ..tagged }, &segment, Criterion::Tags);
    }
}

#[test]
fn an_agent_is_in_one_of_the_groups_admins_too() {
    let segment = SegmentDraft { group_ids: vec![GroupId(1), GroupId(2)], ..staff() };
    for role in [Role::Agent, Role::Admin] {
        let of = |ids| Person { group_ids: ids, ..person(role.clone()) };
        assert_in(&of(vec![GroupId(2)]), &segment, Criterion::All);
        assert_out(&of(vec![GroupId(9)]), &segment, Criterion::Groups);
        assert_out(&of(vec![]), &segment, Criterion::Groups);
    }
}

#[test]
fn groups_and_tags_must_both_hold() {
    let segment = SegmentDraft { group_ids: vec![GroupId(1)], tags: tags(["vip"]), ..staff() };
    let in_group = Person { group_ids: vec![GroupId(1)], ..agent() };
    assert_out(&in_group, &segment, Criterion::Tags);
    assert_out(&Person { tags: tags(["vip"]), ..agent() }, &segment, Criterion::Groups);
    assert_in(&Person { tags: tags(["vip"]), ..in_group }, &segment, Criterion::All);
}

#[test]
fn a_list_that_the_user_type_does_not_use_asks_nothing() {
    let groups = SegmentDraft { group_ids: vec![GroupId(1)], ..signed_in() };
    assert_in(&end_user(), &groups, Criterion::All);
    let organizations = SegmentDraft { organization_ids: vec![OrganizationId(1)], ..staff() };
    assert_in(&agent(), &organizations, Criterion::All);
}

#[test]
fn added_people_are_in_whatever_the_rest_says() {
    let segment = SegmentDraft {
        group_ids: vec![GroupId(1)],
        tags: tags(["vip"]),
        added_user_ids: vec![UserId(1)],
        ..staff()
    };
    assert_in(&end_user(), &segment, Criterion::Added);
    assert_in(&agent(), &SegmentDraft { user_type: None, ..segment }, Criterion::Added);
}

#[test]
fn with_only_added_people_nobody_else_is_in() {
    for segment in [staff(), signed_in()] {
        let segment = SegmentDraft { added_user_ids: vec![UserId(2)], ..segment };
        assert_out(&agent(), &segment, Criterion::OnlyPeople);
        assert_out(&end_user(), &segment, Criterion::OnlyPeople);
        assert_in(&Person { id: UserId(2), ..end_user() }, &segment, Criterion::Added);
    }
}

#[test]
fn beside_conditions_added_people_exclude_nobody() {
    let segment =
        SegmentDraft { tags: tags(["vip"]), added_user_ids: vec![UserId(2)], ..signed_in() };
    assert_in(&Person { tags: tags(["vip"]), ..end_user() }, &segment, Criterion::All);
    assert_out(&end_user(), &segment, Criterion::Tags);
}

/// The rule as one formula, over sets:
/// `in = added ∨ (¬only people ∧ type ∧ tags ⊆ T ∧ (or_tags = ∅ ∨ or_tags ∩ T ≠ ∅) ∧ place)`.
fn formula(person: &Person, segment: &SegmentDraft) -> bool {
    let agent = matches!(person.role, Role::Agent | Role::Admin);
    let mut has: BTreeSet<&String> = person.tags.iter().collect();
    if !agent {
        has.extend(&person.organization_tags);
    }
    let all: BTreeSet<&String> = segment.tags.iter().collect();
    let any: BTreeSet<&String> = segment.or_tags.iter().collect();
    let organizations: BTreeSet<_> = segment.organization_ids.iter().collect();
    let groups: BTreeSet<_> = segment.group_ids.iter().collect();
    let added: BTreeSet<_> = segment.added_user_ids.iter().collect();

    let no_filter =
        all.is_empty() && any.is_empty() && organizations.is_empty() && groups.is_empty();
    let only_people = no_filter && !added.is_empty();
    let by_tags = all.is_subset(&has) && (any.is_empty() || !any.is_disjoint(&has));
    let by_place = match &segment.user_type {
        Some(UserType::SignedInUsers) => {
            let own = person.organization_ids.iter().collect();
            agent || organizations.is_empty() || !organizations.is_disjoint(&own)
        }
        Some(UserType::Staff) => {
            let own = person.group_ids.iter().collect();
            agent && (groups.is_empty() || !groups.is_disjoint(&own))
        }
        Some(UserType::Other(_)) | None => false,
    };
    added.contains(&person.id) || (!only_people && by_tags && by_place)
}

/// Few values and short lists, so that people and conditions meet about as often as not.
fn few_tags() -> impl Strategy<Value = Vec<String>> {
    vec(select(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]), 0..3)
}

fn few<T: From<u64> + std::fmt::Debug>() -> impl Strategy<Value = Vec<T>> {
    vec((0..4_u64).prop_map(T::from), 0..3)
}

fn people() -> impl Strategy<Value = Person> {
    let roles = select(vec![Role::EndUser, Role::Agent, Role::Admin, Role::Other("x".into())]);
    (0..4_u64, roles, few_tags(), few_tags(), few(), few()).prop_map(
        |(id, role, tags, organization_tags, organization_ids, group_ids)| Person {
            id: UserId(id),
            role,
            tags,
            organization_tags,
            organization_ids,
            group_ids,
        },
    )
}

fn rules() -> impl Strategy<Value = SegmentDraft> {
    (user_types(), few(), few(), few_tags(), few_tags(), few()).prop_map(
        |(user_type, group_ids, organization_ids, tags, or_tags, added_user_ids)| SegmentDraft {
            name: String::new(),
            user_type: Some(user_type),
            group_ids,
            organization_ids,
            tags,
            or_tags,
            added_user_ids,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_verdict_is_the_formulas(person in people(), segment in rules()) {
        prop_assert_eq!(evaluate(&person, &segment).member, formula(&person, &segment));
    }

    #[test]
    fn what_decided_fits_the_verdict(person in people(), segment in rules()) {
        let Verdict { member, decided_by } = evaluate(&person, &segment);
        prop_assert_eq!(member, matches!(decided_by, Criterion::Added | Criterion::All));
    }
}
