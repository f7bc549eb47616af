//! `/api/v2/help_center/articles` and what lies below it.

mod include;
mod incremental;
mod labels;
mod list;
mod of;
mod search;
mod seen;
mod show;
mod sorted;
mod update;

use serde_json::Value;

use crate::support::{Answer, Client};

pub const ARTICLES: &str = "/api/v2/help_center/articles";

/// All articles that are listed at this host, page by page.
pub async fn all(client: &Client<'_>, host: &str) -> Vec<Value> {
    let client = client.clone().header("host", host);
    let mut articles = Vec::new();
    let mut path = format!("{ARTICLES}?page[size]=100");
    loop {
        let answer: Answer = client.get(&path).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        articles.extend_from_slice(answer.list("articles"));
        let Some(link) = answer.body["links"]["next"].as_str() else { return articles };
        path = link.strip_prefix(&format!("http://{host}")).unwrap().to_owned();
    }
}
