//! `--public-url`: the sandbox stands in for an account whose address clients have fixed in their code.

use serde_json::{Value, json};

use crate::support::{Answer, SEGMENTS, Server};

const MANAGER: &str = "authorization: Bearer manager-token";
const OWN: &str = "https://fernhollow.zendesk.com";
const STAGE: &str = "https://fernhollow-stage.zendesk.com";
const PERMISSION_GROUPS: &str = "/api/v2/guide/permission_groups";

fn get(server: &Server, path: &str, headers: &[&str]) -> Answer {
    server.send("GET", path, &[&[MANAGER], headers].concat(), "")
}

/// Every text of an answer that is an address.
fn addresses(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.starts_with("http") => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| addresses(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| addresses(field, found)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn every_link_begins_with_the_address_that_a_client_asked() {
    let server = Server::in_memory(&["--public-url", &format!("{OWN},{STAGE}")]);
    for (url, host) in [
        (OWN, "host: fernhollow.zendesk.com"),
        (OWN, "host: Fernhollow.Zendesk.com:443"),
        (STAGE, "host: fernhollow-stage.zendesk.com"),
    ] {
        for path in [
            "/api/v2/help_center/user_segments?per_page=2&page=2",
            "/api/v2/help_center/user_segments?page[size]=2",
            "/api/v2/help_center/articles?per_page=2&page=2&include=users,sections,categories,translations",
            "/api/v2/help_center/articles?page[size]=2",
            "/api/v2/help_center/incremental/articles?start_time=0&per_page=2",
            "/api/v2/help_center/articles/search?query=the&per_page=2",
            "/api/v2/help_center/categories?page[size]=1",
            "/api/v2/help_center/sections?page[size]=1",
            "/api/v2/community/topics?page[size]=1",
            "/api/v2/users?page[size]=2",
            "/api/v2/users?per_page=2&page=2&include=groups,organizations,identities",
            "/api/v2/groups?per_page=2",
            "/api/v2/group_memberships?per_page=2",
            "/api/v2/organizations?per_page=2",
            "/api/v2/tags?per_page=2",
            "/api/v2/locales",
        ] {
            let answer = get(&server, path, &[host]);
            assert_eq!(answer.status, 200, "{path}");
            let mut found = Vec::new();
            addresses(&answer.json(), &mut found);
            assert!(!found.is_empty(), "{path}");
            for link in found {
                assert!(link.starts_with(&format!("{url}/")), "{host} {path}: {link}");
            }
            if let Some(link) = answer.header("link") {
                assert!(link.starts_with(&format!("<{url}/")), "{host} {path}: {link}");
            }
        }
        let page = get(&server, "/openapi", &[host]);
        assert!(page.text().contains(&format!("{url}{SEGMENTS}")));
        let cursors = get(&server, &format!("{SEGMENTS}?page[size]=2"), &[host]);
        assert!(cursors.header("link").unwrap().starts_with(&format!("<{url}{SEGMENTS}?")));
    }
}

#[test]
fn what_uses_a_segment_and_every_brand_is_at_a_public_address_where_there_is_one() {
    let server = Server::in_memory(&["--public-url", OWN, "--public-url", STAGE]);
    let host = "host: fernhollow.zendesk.com";
    let brands = get(&server, "/api/v2/brands", &[host]).json();
    let urls: Vec<&str> = brands["brands"]
        .as_array()
        .unwrap()
        .iter()
        .map(|brand| brand["brand_url"].as_str().unwrap())
        .collect();
    // Nobody answers for the third brand.
    assert_eq!(urls, [OWN, STAGE, "https://fernhollow-strings.example"]);

    let segments = get(&server, &format!("{SEGMENTS}?per_page=100"), &[host]).json();
    for kind in ["sections", "topics"] {
        let used = segments["user_segments"].as_array().unwrap().iter().any(|segment| {
            let path = format!("{SEGMENTS}/{}/{kind}", segment["id"]);
            let found = get(&server, &path, &[host]).json();
            let first = found[kind][0].clone();
            if first.is_null() {
                return false;
            }
            let (url, html) = (first["url"].as_str().unwrap(), first["html_url"].as_str().unwrap());
            assert!(url.starts_with(&format!("{OWN}/api/")), "{url}");
            assert!(!html.contains("fernhollow.example"), "{html}");
            html.starts_with(&format!("{OWN}/hc/"))
        });
        assert!(used, "{kind}");
    }
}

#[test]
fn a_location_is_public_where_the_sandbox_answers_and_never_elsewhere() {
    let both = Server::in_memory(&["--public-url", &format!("{OWN},{STAGE}")]);
    let stage = "host: fernhollow-stage.zendesk.com";
    let path = format!("{PERMISSION_GROUPS}.json?per_page=2");
    let moved = get(&both, &path, &[stage]);
    assert_eq!(
        (moved.status, moved.header("location")),
        (307, Some(format!("{OWN}{path}").as_str()))
    );

    // The account's own address may be a real account's: the sandbox answers in its place.
    let one = Server::in_memory(&["--public-url", STAGE]);
    let answer = get(&one, &path, &[stage]);
    assert_eq!(answer.status, 200);
    assert!(answer.json()["next_page"].as_str().unwrap().starts_with(STAGE));
}

#[test]
fn names_of_this_machine_keep_their_links_beside_public_ones() {
    let server = Server::in_memory(&["--public-url", OWN]);
    let answer = get(&server, SEGMENTS, &[]).json();
    let next = answer["next_page"].as_str().unwrap();
    assert!(next.starts_with(&format!("http://{}{SEGMENTS}?", server.address)), "{next}");
}

#[test]
fn hosts_that_were_not_named_are_refused_whatever_a_proxy_says() {
    let server = Server::in_memory(&["--public-url", OWN]);
    for headers in [
        &["host: evil.example"][..],
        &["host: zendesk.com"],
        &["host: fernhollow-stage.zendesk.com"],
        &["host: fernhollow.zendesk.com:8443"],
        &["host: fernhollow.zendesk.com."],
        &["host: evil.example", "x-forwarded-host: fernhollow.zendesk.com"],
        &["host: evil.example", "x-forwarded-host: localhost"],
        &["host: localhost", "x-forwarded-host: evil.example"],
        &["host: localhost", "x-forwarded-host: evil.example, fernhollow.zendesk.com"],
        &["host: localhost", "x-forwarded-host:"],
        &["host: fernhollow.zendesk.com", "x-forwarded-host: fernhollow-stage.zendesk.com"],
    ] {
        for path in ["/", "/guidepost.json", SEGMENTS] {
            let answer = get(&server, path, headers);
            assert_eq!(
                (answer.status, &answer.json()["error"]),
                (403, &json!("Forbidden")),
                "{headers:?}"
            );
        }
    }
}

#[test]
fn a_proxy_says_where_a_request_was_made_to() {
    let server = Server::in_memory(&["--public-url", OWN]);
    for (headers, origin) in [
        (&["host: 127.0.0.1", "x-forwarded-host: fernhollow.zendesk.com"][..], OWN),
        (
            &[
                "host: localhost",
                "x-forwarded-host: Fernhollow.zendesk.com:443, proxy.local",
                "x-forwarded-proto: https, http",
            ],
            OWN,
        ),
        (
            &["host: fernhollow.zendesk.com", "x-forwarded-proto: HTTP"],
            "http://fernhollow.zendesk.com",
        ),
        (&["host: localhost:9", "x-forwarded-proto: https"], "https://localhost:9"),
        (
            &["host: localhost:9", "x-forwarded-host: localhost:8443", "x-forwarded-proto: https"],
            "https://localhost:8443",
        ),
    ] {
        let answer = get(&server, SEGMENTS, headers);
        let next = answer.json()["next_page"].as_str().unwrap_or_default().to_owned();
        assert!(next.starts_with(&format!("{origin}{SEGMENTS}?")), "{headers:?}: {next}");
    }
    let answer = get(&server, SEGMENTS, &["x-forwarded-proto: wss"]);
    assert_eq!((answer.status, &answer.json()["error"]), (400, &json!("BadRequest")));
}

#[test]
fn without_a_public_url_no_proxy_is_listened_to() {
    let server = Server::in_memory(&[]);
    let headers = ["x-forwarded-host: fernhollow.zendesk.com", "x-forwarded-proto: https"];
    let answer = get(&server, SEGMENTS, &headers).json();
    let next = answer["next_page"].as_str().unwrap();
    assert!(next.starts_with(&format!("http://{}{SEGMENTS}?", server.address)), "{next}");
    assert_eq!(get(&server, SEGMENTS, &["x-forwarded-proto: wss"]).status, 200);
}

#[test]
fn a_page_of_a_public_address_is_the_sandboxs_own_there_and_foreign_elsewhere() {
    let server = Server::in_memory(&["--public-url", OWN]);
    let body = json!({ "user_segment": { "name": "X", "user_type": "signed_in_users" } });
    let create = |host: &str, origin: &str| {
        let headers = [
            MANAGER,
            "content-type: application/json",
            &format!("host: {host}"),
            &format!("origin: {origin}"),
        ];
        server.send("POST", SEGMENTS, &headers, &body.to_string()).status
    };
    assert_eq!(create("fernhollow.zendesk.com", OWN), 201);
    assert_eq!(create("fernhollow.zendesk.com", "http://fernhollow.zendesk.com"), 403);
    assert_eq!(create("fernhollow.zendesk.com", "https://evil.example"), 403);
    // A page of the real account, which reaches this machine by its own name.
    assert_eq!(create("localhost", OWN), 403);
}

#[test]
fn the_apps_own_codes_come_back_to_a_public_address() {
    let server = Server::in_memory(&["--public-url", OWN]);
    let status = |host: &str, redirect_uri: &str| {
        let path = format!(
            "/oauth/authorizations/new?response_type=code&client_id=guidepost&redirect_uri={redirect_uri}&scope=read\
             &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
        );
        server.send("GET", &path, &[&format!("host: {host}")], "").status
    };
    let callback = format!("{OWN}/oauth/callback");
    assert_eq!(status("fernhollow.zendesk.com", &callback), 200);
    assert_eq!(status("fernhollow.zendesk.com", "http://localhost:3000/oauth/callback"), 200);
    assert_eq!(status("fernhollow.zendesk.com", &format!("{STAGE}/oauth/callback")), 400);
    assert_eq!(status("localhost", &callback), 400);
}
