use serde_json::json;

use crate::support::{SEGMENTS, TestSandbox};

#[tokio::test]
async fn built_in_segments_come_first_and_then_the_newest() {
    let sandbox = TestSandbox::start();
    sandbox.segment(json!({ "name": "Newest", "user_type": "staff" })).await;
    let answer = sandbox.manager().get(&format!("{SEGMENTS}?per_page=4")).await;
    assert_eq!(
        answer.names("user_segments"),
        ["Signed-in users", "Agents and admins", "Newest", "Early orders 2027"]
    );
}

#[tokio::test]
async fn the_list_can_be_built_in_or_custom_segments_only() {
    let sandbox = TestSandbox::start();
    let built_in = sandbox.manager().get(&format!("{SEGMENTS}?built_in=true")).await;
    assert_eq!(built_in.names("user_segments"), ["Signed-in users", "Agents and admins"]);
    let custom = sandbox.manager().get(&format!("{SEGMENTS}?built_in=false")).await;
    assert_eq!(custom.body["count"], 38);
    assert!(custom.list("user_segments").iter().all(|segment| segment["built_in"] == false));
}

#[tokio::test]
async fn a_filter_that_is_neither_true_nor_false_is_refused() {
    let sandbox = TestSandbox::start();
    for value in ["", "yes", "1", "TRUE"] {
        let answer = sandbox.manager().get(&format!("{SEGMENTS}?built_in={value}")).await;
        assert_eq!(answer.status, 400, "{value}");
    }
}

#[tokio::test]
async fn unknown_parameters_are_passed_over() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get(&format!("{SEGMENTS}?sort_by=name&%FF=%FF&&=&x")).await;
    assert_eq!((answer.status, &answer.body["count"]), (200, &json!(40)));
}
