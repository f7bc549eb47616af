//! The database's file: one process at a time, one file when it has stopped, and words for what cannot be written.

use std::fs;

use serde_json::json;

use crate::support::{Folder, SEGMENTS, Server, run};

const FILE: &str = "account.sqlite3";
const ARGUMENTS: [&str; 2] = ["--database", FILE];

fn segment(name: &str) -> String {
    json!({ "user_segment": { "name": name, "user_type": "staff" } }).to_string()
}

#[cfg(unix)]
#[test]
fn a_clean_stop_leaves_one_file_with_everything_in_it() {
    let folder = Folder::new();
    let server = Server::start(&ARGUMENTS, &folder.path(""));
    assert_eq!(server.manager("POST", SEGMENTS, &segment("Kept")).status, 201);
    let (ended_well, _) = server.interrupt();
    assert!(ended_well);
    let left = fs::read_dir(folder.path("")).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(left.collect::<Vec<_>>(), [FILE]);
    // The file alone, wherever it goes.
    fs::copy(folder.path(FILE), folder.path("copy.sqlite3")).unwrap();
    let server = Server::start(&["--database", "copy.sqlite3"], &folder.path(""));
    assert_eq!(server.manager("GET", SEGMENTS, "").json()["count"], 41);
}

#[test]
fn a_second_process_is_refused_and_names_the_first() {
    let folder = Folder::new();
    let server = Server::start(&ARGUMENTS, &folder.path(""));
    for more in [&[][..], &["--fresh"], &["--size", "large"]] {
        for path in [FILE, "./account.sqlite3", &folder.path(FILE).display().to_string()] {
            let second = ["sandbox", "--listen", "127.0.0.1:0", "--database", path];
            let (ok, stdout, stderr) = run(&[&second, more].concat(), &folder.path(""));
            assert!(!ok && stdout.is_empty());
            let holder = format!("process {}, listening on http://{}", server.id(), server.address);
            assert!(stderr.contains(&holder), "{stderr}");
        }
    }
    assert_eq!(server.manager("POST", SEGMENTS, &segment("Kept")).status, 201);
    server.kill();
    let server = Server::start(&ARGUMENTS, &folder.path(""));
    assert_eq!(server.manager("GET", SEGMENTS, "").json()["count"], 41);
}

#[test]
fn a_process_that_was_refused_leaves_the_database_to_its_next_one() {
    let folder = Folder::new();
    fs::write(folder.path(FILE), "a diary").unwrap();
    let arguments = ["sandbox", "--listen", "127.0.0.1:0", "--database", FILE, "--fresh"];
    let (ok, _, stderr) = run(&arguments, &folder.path(""));
    assert!(!ok && stderr.contains("is not a sandbox account"), "{stderr}");
    let left = fs::read_dir(folder.path("")).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(left.collect::<Vec<_>>(), [FILE]);
}

#[test]
fn a_folder_that_cannot_be_written_is_named_at_the_start() {
    // Not even the superuser makes files in these.
    let folder = if cfg!(target_os = "linux") { "/proc/self" } else { "/dev/null" };
    let database = format!("{folder}/{FILE}");
    let arguments = ["sandbox", "--listen", "127.0.0.1:0", "--database", &database];
    let (ok, stdout, stderr) = run(&arguments, &Folder::new().path(""));
    assert!(!ok && stdout.is_empty());
    assert!(stderr.contains("cannot write") && stderr.contains(FILE), "{stderr}");
}

/// A shell that allows files of so many blocks of 512 bytes: what a full disk does, without filling one.
#[cfg(unix)]
fn with_little_room(blocks: u32) -> String {
    format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_told_at_the_start_with_the_path() {
    for blocks in [0, 100] {
        let folder = Folder::new();
        let arguments = ["sandbox", "--listen", "127.0.0.1:0", "--database", FILE];
        let (ok, stdout, stderr) =
            crate::support::run_in_shell(&with_little_room(blocks), &arguments, &folder.path(""));
        assert!(!ok && stdout.is_empty());
        assert!(stderr.contains(FILE), "{stderr}");
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_is_told_in_the_answer_and_loses_nothing() {
    let folder = Folder::new();
    let (ended_well, _) = Server::start(&ARGUMENTS, &folder.path("")).interrupt();
    assert!(ended_well);
    let server = Server::start_in_shell(&with_little_room(160), &ARGUMENTS, &folder.path(""));
    let mut written = 0;
    let refused = loop {
        let answer = server.manager("POST", SEGMENTS, &segment(&format!("Segment {written}")));
        match answer.status {
            201 => written += 1,
            _ => break answer,
        }
        assert!(written < 200, "it never fills up");
    };
    assert_eq!(refused.status, 500);
    let description = refused.json()["description"].as_str().unwrap().to_owned();
    assert!(description.contains("its file cannot be"), "{description}");
    assert_eq!(server.manager("GET", SEGMENTS, "").json()["count"], 40 + written);
    server.kill();
    let server = Server::start(&ARGUMENTS, &folder.path(""));
    assert_eq!(server.manager("GET", SEGMENTS, "").json()["count"], 40 + written);
}
