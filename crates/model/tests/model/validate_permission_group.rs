//! What is refused as a permission group, plan by plan, and what is sent for what is not.

use std::collections::HashSet;

use guidepost_model::{
    Field, FieldErrors, Kind, PermissionGroupContext, PermissionGroupDraft, Plan, Problem,
    SegmentId, ValidPermissionGroup, Warning, permission_group_warnings, validate_permission_group,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{PLANS, granting, group_drafts, many, plans};

fn on(plan: Plan) -> PermissionGroupContext {
    PermissionGroupContext { plan, ..PermissionGroupContext::default() }
}

fn check(
    draft: &PermissionGroupDraft,
    context: &PermissionGroupContext,
) -> Result<ValidPermissionGroup, FieldErrors> {
    validate_permission_group(draft, context)
}

#[track_caller]
fn assert_problems(
    draft: &PermissionGroupDraft,
    context: &PermissionGroupContext,
    expected: &[(Option<Field>, Problem)],
) {
    assert_eq!(check(draft, context).unwrap_err().0, expected);
}

#[test]
fn a_name_is_needed_and_sent_without_the_spaces_around_it() {
    for name in ["", "   ", "\t\n", "\u{a0}\u{3000}"] {
        let draft = PermissionGroupDraft { name: name.into(), ..granting([1], [2]) };
        let missing = Problem::NameMissing(Kind::PermissionGroup);
        assert_problems(&draft, &on(Plan::Enterprise), &[(Some(Field::Name), missing)]);
    }
    let draft = PermissionGroupDraft { name: "  Tier 3  articles\n".into(), ..granting([], []) };
    let sent = check(&draft, &on(Plan::Enterprise)).unwrap().into_draft();
    assert_eq!(sent.name, "Tier 3  articles");
}

#[test]
fn a_name_has_no_null_character() {
    let draft = PermissionGroupDraft { name: "Tier\0 3".into(), ..granting([], []) };
    let expected = [(Some(Field::Name), Problem::NameWithNul)];
    assert_problems(&draft, &on(Plan::Enterprise), &expected);
}

#[test]
fn enterprise_takes_edit_and_publish_in_every_combination() {
    for draft in [
        granting([], []),
        granting([1], []),
        granting([], [1]),
        granting([1], [1]),
        granting([1], [2]),
    ] {
        assert_eq!(check(&draft, &on(Plan::Enterprise)).unwrap().into_draft(), draft);
    }
}

#[test]
fn professional_takes_edit_only_with_publish() {
    for draft in [granting([], []), granting([], [1]), granting([1], [1]), granting([1], [2, 1])] {
        assert_eq!(check(&draft, &on(Plan::Professional)).unwrap().into_draft(), draft);
    }
    for draft in [granting([1], []), granting([1], [2]), granting([1, 2], [2])] {
        let refused = (Some(Field::Edit), Problem::EditNeedsEnterprise);
        assert_problems(&draft, &on(Plan::Professional), &[refused]);
    }
}

#[test]
fn on_professional_an_edit_that_was_stored_before_may_stay_and_go_but_no_other_may_come() {
    let context = PermissionGroupContext { stored_edit: many(2), ..on(Plan::Professional) };
    for draft in
        [granting([1, 2], []), granting([2], []), granting([], []), granting([2, 1, 3], [3])]
    {
        assert!(check(&draft, &context).is_ok(), "{draft:?}");
    }
    let refused = (Some(Field::Edit), Problem::EditNeedsEnterprise);
    assert_problems(&granting([1, 3], []), &context, &[refused]);
}

#[test]
fn lite_takes_nothing() {
    let stored = PermissionGroupContext { stored_edit: many(2), ..on(Plan::Lite) };
    for draft in [granting([], []), granting([], [1]), granting([1], [])] {
        assert_problems(&draft, &stored, &[(None, Problem::PlanReadOnly)]);
    }
}

#[test]
fn only_staff_segments_are_taken_and_each_wrong_one_is_counted_once() {
    let context = PermissionGroupContext {
        not_staff: HashSet::from([SegmentId(7), SegmentId(8)]),
        ..on(Plan::Enterprise)
    };
    assert!(
        check(&granting([1, 9], [2]), &context).is_ok(),
        "9 is not known to be of another type"
    );
    let not_staff = |field, count| (Some(field), Problem::NotStaff { count });
    assert_problems(&granting([7, 1, 8, 7], []), &context, &[not_staff(Field::Edit, 2)]);
    assert_problems(
        &granting([7], [8]),
        &context,
        &[not_staff(Field::Edit, 1), not_staff(Field::Publish, 1)],
    );
}

#[test]
fn an_account_takes_two_hundred_custom_groups() {
    let with = |count| {
        let context = PermissionGroupContext { custom_groups: count, ..on(Plan::Enterprise) };
        check(&granting([], []), &context)
    };
    for count in [None, Some(0), Some(199)] {
        assert!(with(count).is_ok(), "{count:?}");
    }
    for count in [200, 201] {
        let full = Problem::AccountFull { kind: Kind::PermissionGroup, count };
        assert_eq!(with(Some(count)).unwrap_err().0, [(None, full)]);
    }
}

/// No limit on the length of the lists is documented.
#[test]
fn a_list_may_be_long() {
    let draft =
        PermissionGroupDraft { edit: many(30_000), publish: many(30_000), ..granting([], []) };
    assert_eq!(check(&draft, &on(Plan::Professional)).unwrap().into_draft(), draft);
}

#[test]
fn everything_wrong_is_told_at_once_in_the_forms_order() {
    let context = PermissionGroupContext {
        custom_groups: Some(200),
        not_staff: HashSet::from([SegmentId(7)]),
        ..on(Plan::Professional)
    };
    let draft = PermissionGroupDraft { name: " ".into(), ..granting([7, 1], [7]) };
    let errors = check(&draft, &context).unwrap_err();
    assert_eq!(
        errors.0,
        [
            (None, Problem::AccountFull { kind: Kind::PermissionGroup, count: 200 }),
            (Some(Field::Name), Problem::NameMissing(Kind::PermissionGroup)),
            (Some(Field::Edit), Problem::NotStaff { count: 1 }),
            (Some(Field::Edit), Problem::EditNeedsEnterprise),
            (Some(Field::Publish), Problem::NotStaff { count: 1 }),
        ]
    );
}

#[test]
fn the_request_holds_every_field_so_that_emptied_lists_are_emptied() {
    let empty = check(&granting([], []), &on(Plan::Enterprise)).unwrap();
    assert_eq!(
        empty.to_request(),
        r#"{"permission_group":{"name":"Printer Experts","edit":[],"publish":[]}}"#
    );
    let full = PermissionGroupDraft {
        name: " “Größe” \\ \"L\" ".into(),
        ..granting([3, 1, 3], [2, 2])
    };
    assert_eq!(
        check(&full, &on(Plan::Enterprise)).unwrap().to_request(),
        r#"{"permission_group":{"name":"“Größe” \\ \"L\"","edit":[3,1],"publish":[2]}}"#
    );
}

#[test]
fn an_update_holds_only_what_changed() {
    let base = granting([1, 2], [3]);
    let sent = |draft: &PermissionGroupDraft| {
        check(draft, &on(Plan::Enterprise)).unwrap().to_update(&base)
    };
    assert_eq!(sent(&granting([2, 1], [])), r#"{"permission_group":{"publish":[]}}"#);
    let renamed = PermissionGroupDraft { name: "Scanner Experts".into(), ..base.clone() };
    assert_eq!(sent(&renamed), r#"{"permission_group":{"name":"Scanner Experts"}}"#);
}

#[test]
fn a_group_that_leaves_only_managers_is_warned_about_by_what_its_plan_honours() {
    let warned =
        |draft: &PermissionGroupDraft| PLANS.map(|plan| permission_group_warnings(draft, plan));
    let only_managers = vec![Warning::OnlyManagers];
    assert_eq!(warned(&granting([], [])), [(); 3].map(|()| only_managers.clone()));
    assert_eq!(
        warned(&granting([1], [])),
        [vec![Warning::OnlyManagersPublish], only_managers.clone(), only_managers]
    );
    for draft in [granting([], [1]), granting([2], [1])] {
        assert_eq!(warned(&draft), [const { Vec::new() }; 3]);
    }
}

proptest! {
    #[test]
    fn what_is_valid_is_sent_as_the_draft_it_stands_for(draft in group_drafts(), plan in plans()) {
        if let Ok(valid) = check(&draft, &on(plan)) {
            let mut request: Value = serde_json::from_str(&valid.to_request()).unwrap();
            let sent: PermissionGroupDraft =
                serde_json::from_value(request["permission_group"].take()).unwrap();
            prop_assert_eq!(sent, valid.into_draft());
        }
    }

    #[test]
    fn validating_what_is_valid_changes_nothing(draft in group_drafts(), plan in plans()) {
        if let Ok(valid) = check(&draft, &on(plan)) {
            let again = check(&valid.clone().into_draft(), &on(plan));
            prop_assert_eq!(again, Ok(valid));
        }
    }

    #[test]
    fn a_refusal_names_at_least_one_problem_and_keeps_the_forms_order(
        draft in group_drafts(), plan in plans(), count in prop::option::of(195..205_usize),
    ) {
        let context = PermissionGroupContext { custom_groups: count, not_staff: HashSet::from([SegmentId(3)]), ..on(plan) };
        if let Err(errors) = check(&draft, &context) {
            prop_assert!(!errors.is_empty());
            prop_assert!(errors.0.is_sorted_by_key(|(field, _)| *field));
        }
    }

    #[test]
    fn what_is_stored_can_be_stored_again_wherever_groups_can_be_changed(draft in group_drafts(), plan in plans()) {
        let named = PermissionGroupDraft { name: format!("x{}", draft.name), ..draft };
        let context = PermissionGroupContext { stored_edit: named.edit.clone(), ..on(plan) };
        prop_assert_eq!(check(&named, &context).is_ok(), plan.changes_permission_groups());
    }
}
