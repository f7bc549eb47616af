use serde_json::json;

use super::flow::*;
use crate::{store::File, support::TestSandbox};

const MANAGER: &str = "manager@sandbox.test";

#[tokio::test]
async fn refreshing_replaces_both_tokens() {
    let sandbox = TestSandbox::start();
    let first = token(&sandbox, MANAGER, "read").await;
    let answer = post(&sandbox, refresh(&first)).await;
    assert_eq!(answer.status, 201);
    let second = answer.body;
    assert_ne!(first["access_token"], second["access_token"]);
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    assert_eq!(second["scope"], "read");
    assert_eq!(owner(&sandbox, &second).await.as_deref(), Ok(MANAGER));
    assert_eq!(owner(&sandbox, &first).await, Err(401), "the access token of before is dead, too");
}

#[tokio::test]
async fn a_refresh_token_outlives_its_access_token() {
    let sandbox = TestSandbox::start();
    let first = token(&sandbox, MANAGER, "read").await;
    sandbox.wait(1800);
    assert_eq!(owner(&sandbox, &first).await, Err(401));
    let second = post(&sandbox, refresh(&first)).await.body;
    assert_eq!(owner(&sandbox, &second).await.as_deref(), Ok(MANAGER));
    sandbox.wait(2_592_000);
    assert_refused(&post(&sandbox, refresh(&second)).await, 400, "invalid_grant");
}

#[tokio::test]
async fn of_two_refreshes_at_once_one_wins_and_its_tokens_stay_good() {
    let sandbox = TestSandbox::start();
    let first = token(&sandbox, MANAGER, "read").await;
    let second = post(&sandbox, refresh(&first)).await.body;
    for _ in 0..3 {
        assert_refused(&post(&sandbox, refresh(&first)).await, 400, "invalid_grant");
    }
    assert_eq!(owner(&sandbox, &second).await.as_deref(), Ok(MANAGER));
    assert_eq!(post(&sandbox, refresh(&second)).await.status, 201);
}

#[tokio::test]
async fn a_refresh_token_that_comes_twice_ends_the_whole_family_where_a_switch_says_so() {
    let sandbox = TestSandbox::with(|settings| {
        settings.switches.set("oauth-refresh-reuse", "revoke").unwrap();
    });
    let first = token(&sandbox, MANAGER, "read").await;
    let second = post(&sandbox, refresh(&first)).await.body;
    let third = post(&sandbox, refresh(&second)).await.body;
    let other = token(&sandbox, MANAGER, "read").await;
    assert_refused(&post(&sandbox, refresh(&first)).await, 400, "invalid_grant");
    assert_eq!(owner(&sandbox, &third).await, Err(401));
    assert_refused(&post(&sandbox, refresh(&third)).await, 400, "invalid_grant");
    assert_eq!(owner(&sandbox, &other).await.as_deref(), Ok(MANAGER), "another consent stays");
}

#[tokio::test]
async fn a_refresh_token_is_only_for_its_client() {
    let sandbox = TestSandbox::with(|settings| {
        settings.clients = vec!["other=https://other.example/".parse().unwrap()];
    });
    let first = token(&sandbox, MANAGER, "read").await;
    let mut body = refresh(&first);
    body["client_id"] = json!("other");
    assert_refused(&post(&sandbox, body).await, 400, "invalid_grant");
    assert_eq!(post(&sandbox, refresh(&first)).await.status, 201, "and does no harm to it");
}

#[tokio::test]
async fn refreshing_can_narrow_the_scope_and_not_widen_it() {
    let sandbox = TestSandbox::start();
    let first = token(&sandbox, MANAGER, "read hc:write").await;
    let mut body = refresh(&first);
    body["scope"] = json!("read write");
    assert_refused(&post(&sandbox, body.clone()).await, 400, "invalid_scope");
    body["scope"] = json!("read");
    assert_eq!(post(&sandbox, body).await.body["scope"], "read");
}

#[tokio::test]
async fn tokens_outlive_a_restart_and_die_with_their_client() {
    let file = File::new("refresh");
    let sandbox = TestSandbox::over(&file.place(), |settings| {
        settings.clients = vec!["other=http://localhost:3000/oauth/callback".parse().unwrap()];
    });
    let of_site = token(&sandbox, MANAGER, "read").await;
    let mut asked = request_with("scope", "read");
    asked[1].1 = "other".to_owned();
    let code = sent_back(&decide(&sandbox, &asked, MANAGER, "allow").await, "code").unwrap();
    let mut body = exchange(&code);
    body["client_id"] = json!("other");
    let of_other = post(&sandbox, body).await.body;
    assert_eq!(owner(&sandbox, &of_other).await.as_deref(), Ok(MANAGER));
    drop(sandbox);
    let sandbox = TestSandbox::over(&file.place(), |settings| settings.seed = [8; 32]);
    assert_eq!(owner(&sandbox, &of_site).await.as_deref(), Ok(MANAGER));
    assert_eq!(owner(&sandbox, &of_other).await, Err(401));
}
