//! `/api/v2/help_center/articles/labels`

use std::collections::BTreeSet;

use serde_json::json;

use super::{ARTICLES, all};
use crate::support::TestSandbox;

#[tokio::test]
async fn the_labels_are_those_that_articles_of_the_brand_have() {
    let sandbox = TestSandbox::start();
    for host in ["localhost:8080", "fernhollow-stage.localhost"] {
        let client = sandbox.agent().header("host", host);
        let answer = client.get(&format!("{ARTICLES}/labels.json?per_page=100")).await;
        let listed: BTreeSet<&str> = answer.names("labels").into_iter().collect();
        assert_eq!(listed.len(), answer.list("labels").len());
        let articles = all(&sandbox.manager(), host).await;
        let labels = articles.iter().flat_map(|one| one["label_names"].as_array().unwrap());
        assert_eq!(listed, labels.map(|label| label.as_str().unwrap()).collect(), "{host}");
    }
}

#[tokio::test]
async fn a_label_has_the_keys_of_the_documentation() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.agent().get(&format!("{ARTICLES}/labels")).await;
    let label = &answer.list("labels")[0];
    let id = &label["id"];
    assert_eq!(
        label,
        &json!({
            "id": id,
            "url": format!("http://localhost:8080/api/v2/help_center/articles/labels/{id}.json"),
            "name": label["name"],
            "created_at": label["created_at"],
            "updated_at": label["created_at"],
        })
    );
}
