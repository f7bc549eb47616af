//! Brands, as Support lists them.

use serde_json::json;

use crate::support::TestSandbox;

#[tokio::test]
async fn the_three_brands_are_listed_with_their_subdomains() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.agent().get("/api/v2/brands.json").await;
    let subdomains: Vec<_> = answer
        .list("brands")
        .iter()
        .map(|brand| (brand["subdomain"].as_str().unwrap(), brand["default"] == true))
        .collect();
    assert_eq!(
        subdomains,
        [("fernhollow", true), ("fernhollow-stage", false), ("fernhollow-strings", false)]
    );
    assert_eq!((&answer.body["count"], &answer.body["next_page"]), (&json!(3), &json!(null)));
    for brand in answer.list("brands") {
        assert_eq!(
            (&brand["has_help_center"], &brand["help_center_state"]),
            (&json!(true), &json!("enabled"))
        );
        let shown = sandbox.agent().get(&format!("/api/v2/brands/{}", brand["id"])).await;
        assert_eq!(shown.body["brand"], *brand);
    }
}

#[tokio::test]
async fn a_brand_that_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    assert_eq!(sandbox.agent().get("/api/v2/brands/12").await.status, 404);
}
