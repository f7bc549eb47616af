//! How a sandbox can be asked to behave otherwise, from the command line.

use std::time::{Duration, Instant};

use crate::support::{Folder, SEGMENTS, Server};

#[test]
fn a_limit_is_told_and_kept() {
    let server = Server::in_memory(&["--rate-limit", "plan", "--plan", "lite"]);
    let answer = server.manager("GET", SEGMENTS, "");
    assert_eq!((answer.status, answer.header("x-rate-limit")), (200, Some("200")));
    let server = Server::in_memory(&["--rate-limit", "1"]);
    // A minute may end between two of three requests, not between all.
    let answers = [0; 3].map(|_| server.manager("GET", SEGMENTS, ""));
    let refused = answers.iter().find(|answer| answer.status == 429).unwrap();
    let seconds: u32 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=60).contains(&seconds));
    assert_eq!(refused.text(), "Too Many Requests\n");
}

#[test]
fn answers_take_as_long_as_asked() {
    let server = Server::in_memory(&["--latency", "120-140"]);
    let asked = Instant::now();
    assert_eq!(server.manager("GET", SEGMENTS, "").status, 200);
    assert!(asked.elapsed() >= Duration::from_millis(120));
}

#[test]
fn switches_are_set_and_named_at_start() {
    let arguments =
        ["--database", ":memory:", "--segment-in-use", "refuse", "--switch", "built-in=404"];
    let folder = Folder::new();
    let (server, told) = Server::start_and_hear(&arguments, &folder);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines,
        [
            "guidepost-server: switch segment-in-use=refuse (by default cascade)",
            "guidepost-server: switch built-in=404 (by default 403)",
        ]
    );
    let list = server.manager("GET", &format!("{SEGMENTS}?built_in=true"), "").json();
    let path = format!("{SEGMENTS}/{}", list["user_segments"][0]["id"]);
    assert_eq!(server.manager("DELETE", &path, "").status, 404);
}
