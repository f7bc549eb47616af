//! The app's files in front of the account.

use serde_json::json;

use crate::support::{Folder, SEGMENTS, Server};

const PAGE: &str = "<!doctype html><title>Guidepost</title>";
const HTML: &str = "accept: text/html,application/xhtml+xml,*/*;q=0.8";
const SCRIPT: &str = "/assets/guidepost-0123456789abcdef.js";

fn start() -> (Server, Folder) {
    let folder = Folder::new();
    folder.write("dist/index.html", PAGE.as_bytes());
    folder.write("dist/guidepost.json", b"{}");
    folder.write("dist/favicon.svg", b"<svg/>");
    folder.write(&format!("dist{SCRIPT}"), b"export {}");
    folder.write(&format!("dist{SCRIPT}.br"), b"brotli");
    folder.write(&format!("dist{SCRIPT}.gz"), b"gzip");
    folder.write("dist/assets/guidepost_bg-0123456789abcdef.wasm", b"\0asm");
    folder.write("secret.txt", b"not for everybody");
    (Server::start(&["--database", ":memory:", "--site", "dist"], &folder.path("")), folder)
}

#[test]
fn the_page_is_served_for_every_address_that_a_browser_opens() {
    let (server, _folder) = start();
    for path in ["/", "/index.html", "/segments", "/segments/17243?tab=used-by", "/a/b/c.d"] {
        let answer = server.send("GET", path, &[HTML], "");
        assert_eq!((answer.status, answer.text()), (200, PAGE), "{path}");
        assert_eq!(answer.header("content-type"), Some("text/html"));
        assert_eq!(answer.header("cache-control"), Some("no-cache"));
    }
}

#[test]
fn what_the_account_says_of_itself_is_not_the_apps() {
    let (server, _folder) = start();
    let page = server.send("GET", "/openapi", &[HTML], "");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("/api/v2/help_center/user_segments"), "{}", page.text());
    let document = server.send("GET", "/openapi.json", &[HTML], "");
    assert_eq!(document.json()["openapi"], "3.1.0");
}

#[test]
fn what_a_page_loads_and_is_not_there_is_missing() {
    let (server, _folder) = start();
    for path in ["/assets/guidepost-gone.js", "/favicon.ico", "/nothing"] {
        assert_eq!(server.send("GET", path, &["accept: */*"], "").status, 404, "{path}");
    }
    let api = server.send("GET", "/api/v2/nothing", &[HTML], "");
    assert_eq!(api.json()["error"], "InvalidEndpoint");
}

#[test]
fn an_address_longer_than_any_file_has_is_missing_or_the_apps() {
    let (server, _folder) = start();
    for path in ["a".repeat(256), "a".repeat(60_000), "a/".repeat(3_000), "%61".repeat(200)] {
        let path = format!("/{path}");
        assert_eq!(server.send("GET", &path, &["accept: */*"], "").status, 404);
        assert_eq!(server.send("GET", &path, &[HTML], "").text(), PAGE);
    }
}

#[test]
fn files_whose_name_has_a_hash_are_kept_for_ever_and_others_asked_for_again() {
    let (server, _folder) = start();
    assert_eq!(
        server.get(SCRIPT).header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
    assert_eq!(server.get("/favicon.svg").header("cache-control"), Some("no-cache"));
    assert_eq!(server.get("/assets/gone.js").header("cache-control"), Some("no-cache"));
}

#[test]
fn compressed_files_are_sent_to_those_who_take_them() {
    let (server, _folder) = start();
    for (accepted, encoding, body) in [
        ("gzip, deflate, br", Some("br"), "brotli"),
        ("gzip", Some("gzip"), "gzip"),
        ("identity", None, "export {}"),
    ] {
        let answer = server.send("GET", SCRIPT, &[&format!("accept-encoding: {accepted}")], "");
        assert_eq!((answer.header("content-encoding"), answer.text()), (encoding, body));
        assert_eq!(answer.header("content-type"), Some("text/javascript"));
    }
}

#[test]
fn wasm_is_said_to_be_wasm() {
    let (server, _folder) = start();
    let answer = server.get("/assets/guidepost_bg-0123456789abcdef.wasm");
    assert_eq!(answer.header("content-type"), Some("application/wasm"));
}

#[test]
fn the_headers_are_those_that_static_hosts_are_told() {
    let (server, _folder) = start();
    let told = include_str!("../../../../public/_headers");
    let (_, everywhere) = told.split_once("\n/*\n").unwrap();
    let headers: Vec<(&str, &str)> = everywhere
        .lines()
        .take_while(|line| line.starts_with(' '))
        .filter_map(|line| line.trim().split_once(": "))
        .collect();
    assert!(headers.len() >= 5);
    for path in ["/", "/segments", SCRIPT, "/guidepost.json", "/gone"] {
        let answer = server.send("GET", path, &[HTML], "");
        for (name, value) in &headers {
            assert_eq!(answer.header(&name.to_ascii_lowercase()), Some(*value), "{path} {name}");
        }
    }
}

#[test]
fn the_page_signs_the_browser_in() {
    let (server, _folder) = start();
    let set = server.send("GET", "/segments", &[HTML], "").header("set-cookie").unwrap().to_owned();
    let (cookie, rest) = set.split_once("; ").unwrap();
    assert_eq!(rest, "Path=/; HttpOnly; SameSite=Strict");
    let (name, value) = cookie.split_once('=').unwrap();
    let port = server.address.rsplit_once(':').unwrap().1;
    assert_eq!((name, value.len()), (format!("guidepost_session_{port}").as_str(), 32));

    let cookie = format!("cookie: {cookie}");
    assert_eq!(server.send("GET", SEGMENTS, &[&cookie], "").status, 200);
    let body = json!({ "user_segment": { "name": "New", "user_type": "staff" } }).to_string();
    let origin = format!("origin: http://{}", server.address);
    let write = ["content-type: application/json", &cookie, &origin];
    assert_eq!(server.send("POST", SEGMENTS, &write, &body).status, 201);
    assert_eq!(server.send("POST", SEGMENTS, &write[..2], &body).status, 403);
    assert!(server.get(SCRIPT).header("set-cookie").is_none());
}

#[test]
fn each_start_has_a_session_of_its_own() {
    let cookie = || {
        start()
            .0
            .send("GET", "/", &[HTML], "")
            .header("set-cookie")
            .unwrap()
            .split('=')
            .nth(1)
            .unwrap()
            .to_owned()
    };
    assert_ne!(cookie(), cookie());
}

#[test]
fn the_app_is_told_where_it_runs() {
    let (server, _folder) = start();
    let answer = server.get("/guidepost.json");
    assert_eq!(
        answer.json(),
        json!({ "mode": "sandbox", "account": "Fernhollow", "plan": "enterprise", "resets": false })
    );
    assert_eq!(answer.header("cache-control"), Some("no-cache"));
    let lite = Server::in_memory(&["--plan", "lite"]);
    assert_eq!(lite.get("/guidepost.json").json()["plan"], "lite");
    let with_faults = Server::in_memory(&["--faults"]);
    assert_eq!(with_faults.get("/guidepost.json").json()["resets"], true);
}

#[test]
fn no_path_leads_out_of_the_site() {
    let (server, _folder) = start();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/%00",
    ] {
        let answer = server.send("GET", path, &["accept: */*"], "");
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
    }
}

#[test]
fn the_site_is_only_read() {
    let (server, _folder) = start();
    for method in ["POST", "PUT", "DELETE"] {
        assert_eq!(server.send(method, "/", &[HTML], "").status, 405);
    }
    assert_eq!(server.send("HEAD", "/", &[HTML], "").status, 200);
}

#[test]
fn without_a_site_there_is_a_word_about_it() {
    let server = Server::in_memory(&[]);
    let answer = server.send("GET", "/", &[HTML], "");
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("--site"));
}
