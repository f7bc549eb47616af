//! Signing in with OAuth through the program: a client of the command line, and the app's own part of the addresses.

use serde_json::json;

use crate::support::{Folder, SEGMENTS, Server};

const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const ASKED: &str = "response_type=code&client_id=reports&redirect_uri=https%3A%2F%2Freports.example%2Fback\
                     &scope=read&state=x&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM\
                     &code_challenge_method=S256";
const CLIENT: [&str; 2] = ["--oauth-client", "reports=https://reports.example/back"];

#[test]
fn a_client_of_the_command_line_gets_a_token() {
    let server = Server::in_memory(&CLIENT);
    let page = server.get(&format!("/oauth/authorizations/new?{ASKED}"));
    assert_eq!(page.status, 200);
    assert!(page.text().contains("reports"));

    let origin = format!("origin: http://{}", server.address);
    let headers = ["content-type: application/x-www-form-urlencoded", origin.as_str()];
    let form = format!("{ASKED}&user=manager%40sandbox.test&decision=allow");
    let answer = server.send("POST", "/oauth/authorizations", &headers, &form);
    assert_eq!(answer.status, 302);
    let location = answer.header("location").unwrap();
    let rest = location.strip_prefix("https://reports.example/back?code=").unwrap();
    let (code, state) = rest.split_once('&').unwrap();
    assert_eq!(state, "state=x");

    let body = json!({
        "grant_type": "authorization_code",
        "code": code,
        "client_id": "reports",
        "redirect_uri": "https://reports.example/back",
        "code_verifier": VERIFIER,
    });
    let json = ["content-type: application/json"];
    let token = server.send("POST", "/oauth/tokens", &json, &body.to_string());
    assert_eq!(token.status, 201);
    let bearer =
        format!("authorization: Bearer {}", token.json()["access_token"].as_str().unwrap());
    assert_eq!(server.send("GET", SEGMENTS, &[&bearer], "").status, 200);
    assert_eq!(server.send("DELETE", &format!("{SEGMENTS}/1"), &[&bearer], "").status, 403);
}

#[test]
fn a_client_whose_secret_stands_in_a_file_gets_a_token_of_its_own() {
    let folder = Folder::new();
    folder.write("secret", b"open sesame\n");
    let secret = folder.path("secret").display().to_string();
    let both = format!("reports=https://reports.example/a,b,secret-file={secret}");
    let own = format!("nightly=secret-file={secret}");
    let server = Server::in_memory(&["--oauth-client", &both, "--oauth-client", &own]);
    for client in ["reports", "nightly"] {
        let body = json!({
            "grant_type": "client_credentials",
            "client_id": client,
            "client_secret": "open sesame",
            "scope": "read",
        });
        let json = ["content-type: application/json"];
        let token = server.send("POST", "/oauth/tokens", &json, &body.to_string());
        assert_eq!(token.status, 201, "{}", token.text());
        let bearer =
            format!("authorization: Bearer {}", token.json()["access_token"].as_str().unwrap());
        assert_eq!(server.send("GET", SEGMENTS, &[&bearer], "").status, 200);
    }
}

#[test]
fn no_two_starts_give_the_same_code() {
    let code = || {
        let server = Server::in_memory(&CLIENT);
        let form = format!("{ASKED}&user=manager%40sandbox.test&decision=allow");
        let answer = server.send("POST", "/oauth/authorizations", &[], &form);
        answer.header("location").unwrap().to_owned()
    };
    assert_ne!(code(), code());
}

#[test]
fn where_a_code_comes_back_to_is_the_apps_own() {
    let folder = Folder::new();
    folder.write("dist/index.html", b"<!doctype html><title>Guidepost</title>");
    let server = Server::start(&["--database", ":memory:", "--site", "dist"], &folder.path(""));
    let answer = server.send("GET", "/oauth/callback?code=x", &["accept: text/html"], "");
    assert_eq!((answer.status, answer.text().contains("Guidepost")), (200, true));
}
