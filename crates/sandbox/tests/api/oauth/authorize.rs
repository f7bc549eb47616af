use axum::{
    body::Body,
    http::{Method, header::*},
};
use guidepost_sandbox::OauthClient;

use super::flow::*;
use crate::support::TestSandbox;

const MANAGER: &str = "manager@sandbox.test";

#[tokio::test]
async fn the_page_says_who_asks_for_what_and_whom_one_can_be() {
    let sandbox = TestSandbox::start();
    let answer = open(&sandbox, &request()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header(CONTENT_TYPE), Some("text/html; charset=utf-8"));
    for told in [
        "Allow “guidepost” to use",
        "<code>read</code>",
        "<code>hc:write</code>",
        "Marta Lindqvist, help center manager",
        "value=\"manager@sandbox.test\" checked",
        "value=\"agent@sandbox.test\">",
        "value=\"user@sandbox.test\">",
        "http://localhost:3000",
        ">Allow</button>",
        ">Deny</button>",
        "name=\"state\" value=\"s t&amp;a=te\"",
    ] {
        assert!(answer.text.contains(told), "no {told} in {}", answer.text);
    }
}

#[tokio::test]
async fn the_page_has_no_script_and_nothing_from_elsewhere() {
    let sandbox = TestSandbox::start();
    let answer = open(&sandbox, &request()).await;
    for forbidden in ["<script", "src=", "<link", " style=", "url(", "@import"] {
        assert!(!answer.text.contains(forbidden), "{forbidden}");
    }
    let policy = answer.header(CONTENT_SECURITY_POLICY).unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    // The decision's answer leads there, and browsers hold it against this list.
    assert!(policy.ends_with("form-action 'self' http://localhost:3000"), "{policy}");
    assert_eq!(answer.header(CACHE_CONTROL), Some("no-store"));
}

#[tokio::test]
async fn what_a_client_says_stays_text() {
    let sandbox = TestSandbox::start();
    let answer = open(&sandbox, &request_with("state", "\"><script>alert(1)</script>")).await;
    assert!(!answer.text.contains("<script>"), "{}", answer.text);
    assert!(answer.text.contains("&quot;&gt;&lt;script&gt;"));
}

#[tokio::test]
async fn allowing_sends_back_a_code_and_the_state() {
    let sandbox = TestSandbox::start();
    let answer = decide(&sandbox, &request(), MANAGER, "allow").await;
    assert!(answer.header(LOCATION).unwrap().starts_with("http://localhost:3000/oauth/callback?"));
    assert_eq!(sent_back(&answer, "code").unwrap().len(), 64);
    assert_eq!(sent_back(&answer, "state").as_deref(), Some("s t&a=te"));
}

#[tokio::test]
async fn denying_sends_back_an_error_and_the_state() {
    let sandbox = TestSandbox::start();
    for decision in ["deny", "", "perhaps"] {
        let answer = decide(&sandbox, &request(), MANAGER, decision).await;
        assert_eq!(sent_back(&answer, "error").as_deref(), Some("access_denied"));
        assert_eq!(sent_back(&answer, "state").as_deref(), Some("s t&a=te"));
        assert_eq!(sent_back(&answer, "code"), None);
    }
}

#[tokio::test]
async fn nobody_is_sent_to_an_address_that_is_not_the_clients() {
    let sandbox = TestSandbox::start();
    for redirect_uri in [
        "https://evil.example/oauth/callback",
        "http://localhost.evil.example/oauth/callback",
        "http://localhost:3000/elsewhere",
        "http://localhost:3000/oauth/callback?next=https://evil.example",
        "http://localhost:3000/oauth/callback#fragment",
        "http://user@localhost:3000/oauth/callback",
        "http://10.0.0.1/oauth/callback",
        "javascript:alert(1)",
        "/oauth/callback",
        "http://localhost:3000/oauth/callback\r\nset-cookie: a=b",
        "",
    ] {
        let parameters = request_with("redirect_uri", redirect_uri);
        for answer in [
            open(&sandbox, &parameters).await,
            decide(&sandbox, &parameters, MANAGER, "allow").await,
        ] {
            assert_eq!((answer.status, answer.header(LOCATION)), (400, None), "{redirect_uri}");
            assert!(answer.text.contains("redirect_uri"), "{}", answer.text);
        }
    }
    let answer = open(&sandbox, &request_with("client_id", "stranger")).await;
    assert_eq!((answer.status, answer.header(LOCATION)), (400, None));
}

#[tokio::test]
async fn the_app_is_sent_back_to_on_any_port_of_this_machine() {
    let sandbox = TestSandbox::start();
    for host in ["localhost", "127.0.0.1:8080", "[::1]:49152"] {
        let parameters = request_with("redirect_uri", &format!("http://{host}/oauth/callback"));
        assert_eq!(open(&sandbox, &parameters).await.status, 200, "{host}");
    }
}

#[tokio::test]
async fn a_client_of_the_command_line_has_exactly_its_addresses() {
    let client: OauthClient = "reports=https://reports.example/back?a=b".parse().unwrap();
    let sandbox = TestSandbox::with(|settings| settings.clients = vec![client]);
    let asked = |redirect_uri: &str| {
        let mut parameters = request_with("redirect_uri", redirect_uri);
        parameters[1].1 = "reports".to_owned();
        parameters
    };
    let answer =
        decide(&sandbox, &asked("https://reports.example/back?a=b"), MANAGER, "allow").await;
    assert!(answer.header(LOCATION).unwrap().starts_with("https://reports.example/back?a=b&code="));
    for other in ["https://reports.example/back", "https://reports.example/back?a=c", CALLBACK] {
        assert_eq!(open(&sandbox, &asked(other)).await.status, 400, "{other}");
    }
}

#[test]
fn a_client_that_could_not_be_sent_back_to_is_not_registered() {
    for text in [
        "reports",
        "=https://a.example/",
        "a b=https://a.example/",
        "a=http://a.example/",
        "a=http://localhost.example/",
        "a=https://a.example/#x",
        "a=https://user@a.example/",
        "a=https://a.example;script-src/",
        "a=ftp://a.example/",
        "a=nowhere",
    ] {
        assert!(text.parse::<OauthClient>().is_err(), "{text}");
    }
    for text in ["a=https://a.example/", "a=http://127.0.0.1:1/x", "a.b-c_1=http://[::1]/"] {
        assert!(text.parse::<OauthClient>().is_ok(), "{text}");
    }
}

#[tokio::test]
async fn a_client_is_told_what_is_wrong_with_its_request() {
    let sandbox = TestSandbox::start();
    for (name, value, error) in [
        ("response_type", "token", "unsupported_response_type"),
        ("response_type", "", "invalid_request"),
        ("scope", "", "invalid_scope"),
        ("scope", "read \u{e9}verything", "invalid_scope"),
        ("code_challenge", "", "invalid_request"),
        ("code_challenge", VERIFIER.trim_end_matches("Xk"), "invalid_request"),
        ("code_challenge_method", "plain", "invalid_request"),
        ("code_challenge_method", "", "invalid_request"),
    ] {
        let answer = open(&sandbox, &request_with(name, value)).await;
        assert_eq!(sent_back(&answer, "error").as_deref(), Some(error), "{name}={value}");
        assert_eq!(sent_back(&answer, "state").as_deref(), Some("s t&a=te"));
    }
}

#[tokio::test]
async fn a_page_from_elsewhere_cannot_decide() {
    let sandbox = TestSandbox::start();
    let mut form = request();
    form.push(("user", MANAGER.to_owned()));
    form.push(("decision", "allow".to_owned()));
    for origin in ["https://evil.example", "null", "http://localhost:3000"] {
        let client = sandbox.nobody().header("origin", origin);
        let body = Body::from(encode(&form));
        let answer = client.send(Method::POST, "/oauth/authorizations", body).await;
        assert_eq!((answer.status, answer.header(LOCATION)), (400, None), "{origin}");
    }
}

#[tokio::test]
async fn only_the_three_users_that_the_page_names_can_be_chosen() {
    let sandbox = TestSandbox::start();
    for user in ["", "nobody@sandbox.test", "invalid@example.com"] {
        let answer = decide(&sandbox, &request(), user, "allow").await;
        assert_eq!((answer.status, answer.header(LOCATION)), (400, None), "{user}");
    }
}
