use serde_json::json;

use crate::support::{TestSandbox, not_found};

const TAGS: &str = "/api/v2/autocomplete/tags.json";

#[tokio::test]
async fn tags_are_suggested_by_the_beginning_of_a_word_in_them() {
    let sandbox = TestSandbox::start();
    for (typed, found) in [("trig", "set_by_this_trigger"), ("VIP", "vip_care"), ("mk3", "k88_mk3")]
    {
        let answer = sandbox.agent().get(&format!("{TAGS}?name={typed}")).await;
        assert!(answer.list("tags").contains(&json!(found)), "{typed}: {}", answer.text);
    }
    assert_eq!(
        sandbox.agent().get(&format!("{TAGS}?name=rigger")).await.body,
        json!({ "tags": [] })
    );
}

#[tokio::test]
async fn at_most_15_are_suggested_the_most_used_first() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.agent().get(&format!("{TAGS}?name=re")).await;
    assert_eq!(answer.list("tags").len(), 15);
    assert_eq!(answer.list("tags")[0], "refund_request");
}

#[tokio::test]
async fn one_letter_suggests_nothing() {
    let sandbox = TestSandbox::start();
    for typed in ["", "r", "%20r", "%C3%BC"] {
        assert_eq!(
            sandbox.agent().get(&format!("{TAGS}?name={typed}")).await.body,
            json!({ "tags": [] }),
            "{typed}"
        );
    }
    assert_eq!(sandbox.agent().get(TAGS).await.status, 400);
}

#[tokio::test]
async fn tags_that_only_organizations_have_are_not_suggested() {
    let sandbox = TestSandbox::start();
    assert_eq!(
        sandbox.agent().get(&format!("{TAGS}?name=conservatory")).await.body,
        json!({ "tags": [] })
    );
}

#[tokio::test]
async fn the_tags_of_a_user_and_of_an_organization_are_listed() {
    let sandbox = TestSandbox::start();
    let user = sandbox.user("user@sandbox.test").await;
    let organization = sandbox.organization("Riverbend Guitars").await;
    for (path, tags) in [
        (format!("users/{user}"), json!(["k88", "beta_firmware"])),
        (format!("organizations/{organization}"), json!(["gold", "dealer", "strings"])),
    ] {
        let answer = sandbox.agent().get(&format!("/api/v2/{path}/tags.json")).await;
        assert_eq!(answer.body, json!({ "tags": tags }));
    }
    for nothing in ["users/12", "organizations/12"] {
        let answer = sandbox.agent().get(&format!("/api/v2/{nothing}/tags")).await;
        assert_eq!((answer.status, answer.body), (404, not_found()));
    }
}

#[tokio::test]
async fn the_tags_of_tickets_are_listed_the_most_used_first() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.agent().get("/api/v2/tags.json?per_page=100").await;
    assert_eq!(answer.names("tags")[..2], ["warranty_claim", "refund_request"]);
    let counts: Vec<u64> =
        answer.list("tags").iter().map(|tag| tag["count"].as_u64().unwrap()).collect();
    assert!(counts.is_sorted_by(|one, other| one >= other));
    assert_eq!(answer.body["count"], 102);
    assert!(!answer.names("tags").contains(&"conservatory"));
}
