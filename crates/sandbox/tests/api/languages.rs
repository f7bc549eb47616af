//! `/api/v2/locales`

use crate::support::{TestSandbox, not_found, path};

const LOCALES: &str = "/api/v2/locales";

#[tokio::test]
async fn support_speaks_english() {
    let sandbox = TestSandbox::start();
    let english = sandbox.nobody().get(&format!("{LOCALES}/current.json")).await.body;
    assert_eq!(english["locale"]["locale"], "en-US");
    let own = path(&english["locale"]["url"]);
    for path in [&own, "/api/v2/locales/1.json", "/api/v2/locales/en-us"] {
        assert_eq!(sandbox.agent().get(path).await.body, english, "{path}");
    }
    for list in ["", "/agent", "/public"] {
        let answer = sandbox.agent().get(&format!("{LOCALES}{list}.json")).await;
        assert_eq!(answer.list("locales"), std::slice::from_ref(&english["locale"]), "{list}");
    }
}

#[tokio::test]
async fn a_user_has_a_language_that_there_is() {
    let sandbox = TestSandbox::start();
    let me = sandbox.agent().get("/api/v2/users/me").await.body["user"].clone();
    let language = sandbox.agent().get(&format!("{LOCALES}/{}", me["locale_id"])).await.body;
    assert_eq!(language["locale"]["locale"], me["locale"]);
}

#[tokio::test]
async fn another_language_is_not_found() {
    let sandbox = TestSandbox::start();
    for locale in ["2", "de", "en", "01", ""] {
        let answer = sandbox.agent().get(&format!("{LOCALES}/{locale}.json")).await;
        assert_eq!(answer.status, 404, "{locale}");
    }
    assert_eq!(sandbox.agent().get(&format!("{LOCALES}/de")).await.body, not_found());
}
