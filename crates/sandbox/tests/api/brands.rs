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
async fn a_brand_has_the_documented_keys_and_one_that_only_admins_see() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get("/api/v2/brands").await;
    let brand = &answer.list("brands")[0];
    assert_eq!(
        *brand,
        json!({
            "url": format!("http://localhost:8080/api/v2/brands/{}.json", brand["id"]),
            "id": brand["id"],
            "name": "Fernhollow",
            "brand_url": "https://fernhollow.example",
            "subdomain": "fernhollow",
            "host_mapping": null,
            "has_help_center": true,
            "help_center_state": "enabled",
            "active": true,
            "default": true,
            "is_deleted": false,
            "logo": null,
            "ticket_form_ids": [],
            "signature_template": "{{agent.signature}}",
            "created_at": brand["created_at"],
            "updated_at": brand["updated_at"],
        })
    );
    let mut told = brand.clone();
    assert_eq!(told.as_object_mut().unwrap().remove("host_mapping"), Some(json!(null)));
    assert_eq!(sandbox.agent().get("/api/v2/brands").await.list("brands")[0], told);
}

#[tokio::test]
async fn a_brand_that_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    assert_eq!(sandbox.agent().get("/api/v2/brands/12").await.status, 404);
}
