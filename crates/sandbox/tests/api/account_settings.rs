//! `/api/v2/account/settings`

use crate::support::TestSandbox;

#[tokio::test]
async fn tags_of_users_and_organizations_are_on() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.agent().get("/api/v2/account/settings.json").await;
    assert_eq!(answer.status, 200);
    let settings = &answer.body["settings"];
    assert_eq!(settings["active_features"]["user_tagging"], true);
    assert_eq!(settings["user"]["tagging"], true);
    let brands = sandbox.agent().get("/api/v2/brands").await;
    assert_eq!(settings["brands"]["default_brand_id"], brands.list("brands")[0]["id"]);
}
