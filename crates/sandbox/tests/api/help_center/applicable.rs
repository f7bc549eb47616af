use guidepost_sandbox::Plan;

use crate::support::{SEGMENTS, TestSandbox};

#[tokio::test]
async fn every_segment_is_applicable_on_the_larger_plans() {
    for plan in [Plan::Enterprise, Plan::Professional] {
        let sandbox = TestSandbox::with(|settings| settings.plan = plan);
        let answer = sandbox.manager().get(&format!("{SEGMENTS}/applicable.json")).await;
        assert_eq!(answer.body["count"], 40, "{plan:?}");
    }
}

#[tokio::test]
async fn staff_segments_are_not_applicable_on_lite() {
    let sandbox = TestSandbox::with(|settings| settings.plan = Plan::Lite);
    let answer = sandbox.manager().get(&format!("{SEGMENTS}/applicable?page[size]=100")).await;
    assert_eq!(answer.list("user_segments").len(), 25);
    assert!(
        answer
            .list("user_segments")
            .iter()
            .all(|segment| segment["user_type"] == "signed_in_users")
    );
}

#[tokio::test]
async fn the_filter_works_here_too() {
    let sandbox = TestSandbox::with(|settings| settings.plan = Plan::Lite);
    let answer = sandbox.manager().get(&format!("{SEGMENTS}/applicable?built_in=true")).await;
    assert_eq!(answer.names("user_segments"), ["Signed-in users"]);
}
