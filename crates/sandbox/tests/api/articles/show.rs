use super::{ARTICLES, all};
use crate::support::{TestSandbox, not_found};

#[tokio::test]
async fn an_article_is_shown_as_it_is_listed_with_and_without_its_locale() {
    let sandbox = TestSandbox::start();
    for article in all(&sandbox.manager(), "localhost:8080").await.iter().step_by(40) {
        let (id, locale) = (&article["id"], article["locale"].as_str().unwrap());
        for path in
            [format!("{ARTICLES}/{id}"), format!("/api/v2/help_center/{locale}/articles/{id}.json")]
        {
            assert_eq!(sandbox.manager().get(&path).await.body["article"], *article, "{path}");
        }
        let elsewhere = format!("/api/v2/help_center/fr/articles/{id}");
        assert_eq!(sandbox.manager().get(&elsewhere).await.status, 404);
    }
}

#[tokio::test]
async fn an_article_that_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    for path in [format!("{ARTICLES}/12"), format!("{ARTICLES}/{}", u64::MAX)] {
        let answer = sandbox.manager().get(&path).await;
        assert_eq!((answer.status, answer.body), (404, not_found()));
    }
    assert_eq!(sandbox.manager().get(&format!("{ARTICLES}/first")).await.status, 404);
}

#[tokio::test]
async fn another_brands_article_is_not_there() {
    let sandbox = TestSandbox::start();
    let host = "fernhollow-stage.localhost:8080";
    let article = all(&sandbox.manager(), host).await[0].clone();
    let path = format!("{ARTICLES}/{}", article["id"]);
    assert_eq!(sandbox.manager().get(&path).await.status, 404);
    let answer = sandbox.manager().header("host", host).get(&path).await;
    assert_eq!(answer.body["article"], article);
}

#[tokio::test]
async fn what_somebody_may_not_see_is_not_there_for_them() {
    let sandbox = TestSandbox::start();
    let clients = [sandbox.agent(), sandbox.end_user(), sandbox.nobody()];
    let everything = all(&sandbox.manager(), "localhost:8080").await;
    for client in &clients {
        let seen = all(client, "localhost:8080").await;
        for article in everything.iter().step_by(9) {
            let answer = client.get(&format!("{ARTICLES}/{}", article["id"])).await;
            let wanted = if seen.contains(article) { 200 } else { 404 };
            assert_eq!(answer.status, wanted, "{article}");
        }
    }
}
