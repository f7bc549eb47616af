use serde_json::json;

use crate::support::{Folder, SEGMENTS, Server};

#[test]
fn what_was_answered_with_201_is_there_after_a_kill() {
    let folder = Folder::new();
    let mut written = Vec::new();
    for round in 0..5 {
        let server = Server::start(&["--database", "account.sqlite3"], &folder.path(""));
        for (id, name) in &written {
            let segment = server.manager("GET", &format!("{SEGMENTS}/{id}"), "").json();
            assert_eq!(segment["user_segment"]["name"], *name);
        }
        let name = format!("Round {round}");
        let body = json!({ "user_segment": { "name": name, "user_type": "staff" } }).to_string();
        let answer = server.manager("POST", SEGMENTS, &body);
        assert_eq!(answer.status, 201);
        server.kill();
        written.push((answer.json()["user_segment"]["id"].to_string(), name));
    }
}

#[test]
fn a_kill_during_the_first_filling_leaves_an_account_that_is_filled_at_the_next_start() {
    let folder = Folder::new();
    // What a process killed in the first transaction leaves behind: a file, and nothing in it.
    folder.write("account.sqlite3", b"");
    let server = Server::start(&["--database", "account.sqlite3"], &folder.path(""));
    assert_eq!(server.manager("GET", SEGMENTS, "").json()["count"], 40);
}

#[test]
fn the_default_file_is_named_by_its_size_and_a_fresh_one_forgets() {
    let folder = Folder::new();
    let body = json!({ "user_segment": { "name": "Kept", "user_type": "staff" } }).to_string();
    let count = |server: &Server| server.manager("GET", SEGMENTS, "").json()["count"].clone();

    let server = Server::start(&[], &folder.path(""));
    assert_eq!(server.manager("POST", SEGMENTS, &body).status, 201);
    server.kill();
    assert!(folder.path("guidepost-sandbox-demo.sqlite3").is_file());

    let server = Server::start(&[], &folder.path(""));
    assert_eq!(count(&server), 41);
    server.kill();
    let server = Server::start(&["--fresh"], &folder.path(""));
    assert_eq!(count(&server), 40);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_well_and_nothing_but_the_one_line_was_printed() {
    let server = Server::in_memory(&[]);
    assert_eq!(server.get("/guidepost.json").status, 200);
    assert_eq!(server.interrupt(), (true, String::new()));
}
