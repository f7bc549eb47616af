//! The plans, and what each can do with permission groups.

use guidepost_model::{Plan, UnknownPlan};

use crate::support::PLANS;

#[test]
fn enterprise_grants_both_professional_publish_and_lite_changes_nothing() {
    let can = PLANS.map(|plan| (plan.grants_edit(), plan.changes_permission_groups()));
    assert_eq!(can, [(true, true), (false, true), (false, false)]);
}

#[test]
fn a_plan_is_read_from_its_name() {
    for plan in PLANS {
        assert_eq!(plan.as_str().parse(), Ok(plan));
        assert_eq!(plan.label().to_lowercase(), plan.as_str());
    }
}

#[test]
fn what_names_no_plan_is_told_what_does() {
    for name in ["", "Enterprise", "suite", " lite"] {
        assert_eq!(name.parse::<Plan>(), Err(UnknownPlan), "{name}");
    }
    assert_eq!(UnknownPlan.to_string(), "a plan is enterprise, professional or lite");
}

/// Nobody should be told of a limit that may not be theirs.
#[test]
fn as_long_as_nothing_is_known_the_plan_is_the_largest() {
    assert_eq!(Plan::default(), Plan::Enterprise);
}
