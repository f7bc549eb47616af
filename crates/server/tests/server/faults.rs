//! What only a socket can show of a failure.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{SEGMENTS, Server};

fn add(server: &Server, method: &str, action: Value) {
    let fault = json!({ "method": method, "path": SEGMENTS, "action": action });
    assert_eq!(server.manager("POST", "/sandbox/faults", &fault.to_string()).status, 201);
}

fn create(server: &Server) -> u16 {
    let body = json!({ "user_segment": { "name": "New", "user_type": "staff" } });
    server.manager("POST", SEGMENTS, &body.to_string()).status
}

fn count(server: &Server) -> Value {
    server.manager("GET", SEGMENTS, "").json()["count"].clone()
}

#[test]
fn a_dropped_answer_is_a_connection_that_closes() {
    let server = Server::in_memory(&["--faults"]);
    add(&server, "POST", json!({ "drop": true, "when": "after" }));
    assert_eq!(create(&server), 0);
    assert_eq!(count(&server), 41, "the request took effect");
    add(&server, "POST", json!({ "drop": true }));
    assert_eq!(create(&server), 0);
    assert_eq!(count(&server), 41, "the request did not");
}

#[test]
fn a_truncated_answer_announces_more_than_it_sends() {
    let server = Server::in_memory(&["--faults"]);
    let whole = server.manager("GET", SEGMENTS, "");
    add(&server, "GET", json!({ "truncate": true }));
    let cut = server.manager("GET", SEGMENTS, "");
    assert_eq!(cut.status, 200);
    assert_eq!(cut.header("content-length"), Some(whole.body.len().to_string().as_str()));
    assert_eq!(cut.body, whole.body[..whole.body.len() / 2]);
}

#[test]
fn a_delayed_answer_takes_as_long_as_asked() {
    let server = Server::in_memory(&["--faults"]);
    add(&server, "GET", json!({ "delay_ms": 120 }));
    let asked = Instant::now();
    assert_eq!(server.manager("GET", SEGMENTS, "").status, 200);
    assert!(asked.elapsed() >= Duration::from_millis(120));
}

#[test]
fn without_the_flag_nothing_can_be_broken() {
    let server = Server::in_memory(&[]);
    assert_eq!(server.manager("POST", "/sandbox/faults", "{}").status, 404);
}
