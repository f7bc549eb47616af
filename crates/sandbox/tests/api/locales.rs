//! `/api/v2/help_center/locales`

use serde_json::json;

use crate::support::TestSandbox;

#[tokio::test]
async fn the_locales_of_the_brands_help_center_are_listed_for_everyone() {
    let sandbox = TestSandbox::start();
    for (host, locales) in [
        ("localhost:8080", json!(["en-us", "de", "ja"])),
        ("fernhollow-strings.localhost:8080", json!(["en-us"])),
    ] {
        for client in [sandbox.manager(), sandbox.nobody()] {
            let answer = client.header("host", host).get("/api/v2/help_center/locales.json").await;
            assert_eq!(answer.status, 200);
            assert_eq!(answer.body, json!({ "locales": locales, "default_locale": "en-us" }));
        }
    }
}
