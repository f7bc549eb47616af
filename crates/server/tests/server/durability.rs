//! What was answered is on disk, whatever happens to the process.

use std::{fs, sync::mpsc, thread};

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{
    support::{Folder, SEGMENTS, Server, Starting},
    writers::{ARTICLES, Everything, PERMISSION_GROUPS, Writer},
};

const KILLS: usize = 100;
const WRITERS: usize = 4;

#[test]
fn a_hundred_kills_under_load_lose_nothing_that_was_answered_and_leave_no_half_of_anything() {
    let folder = Folder::new();
    let mut writers = Vec::new();
    let mut answered = 0;
    for round in 0..=KILLS {
        let server = Server::start(&["--database", "account.sqlite3"], &folder.path(""));
        let everything = everything(&server);
        if round == 0 {
            let articles = everything.articles.iter().enumerate().take(WRITERS);
            writers = articles.map(|(number, article)| Writer::new(number, article)).collect();
        }
        writers.iter_mut().for_each(|writer| writer.compare(&everything));
        if round < KILLS {
            // So many answers, and then the kill, wherever the others are by then.
            answered += 1 + round * 7 % 19;
            write_until_killed(server, &mut writers, 1 + round * 7 % 19);
        }
    }
    let done: usize = writers.iter().map(Writer::done).sum();
    assert!(done >= answered, "{done} of {answered}");
    let database = Connection::open(folder.path("account.sqlite3")).unwrap();
    let check = |sql: &str| -> String { database.query_row(sql, [], |row| row.get(0)).unwrap() };
    assert_eq!(check("PRAGMA integrity_check"), "ok");
    assert!(
        database
            .prepare("PRAGMA foreign_key_check")
            .unwrap()
            .query([])
            .unwrap()
            .next()
            .unwrap()
            .is_none()
    );
}

/// Lets all write at once, and kills the server once so many writes were answered.
fn write_until_killed(server: Server, writers: &mut [Writer], answers: usize) {
    let (told, answered) = mpsc::channel();
    let address = server.address.clone();
    thread::scope(|scope| {
        for writer in writers {
            let (address, told) = (&address, told.clone());
            scope.spawn(move || {
                while writer.step(address) {
                    // Nobody counts any more once the server is being killed.
                    let _ = told.send(());
                }
            });
        }
        assert_eq!(answered.iter().take(answers).count(), answers);
        server.kill();
    });
}

fn everything(server: &Server) -> Everything {
    let (segments, more) = page(server, SEGMENTS);
    let (groups, more_groups) = page(server, PERMISSION_GROUPS);
    assert!(!more && !more_groups);
    Everything { segments, groups, articles: page(server, ARTICLES).0 }
}

/// The records of a list's first page, and whether there are more.
fn page(server: &Server, path: &str) -> (Vec<Value>, bool) {
    let answer = server.manager("GET", &format!("{path}?page%5Bsize%5D=100"), "").json();
    let key = path.rsplit('/').next().unwrap();
    (answer[key].as_array().unwrap().clone(), answer["meta"]["has_more"] == true)
}

#[test]
fn kills_during_the_first_start_leave_what_the_next_one_goes_on_from() {
    let folder = Folder::new();
    let arguments = ["--database", "account.sqlite3"];
    // The mark of an account, the steps of its schema, and the fixture, which is longer than all of these.
    for bytes in [1, 30_000, 60_000, 120_000, 300_000, 1_000_000] {
        let starting = Starting::new(&arguments, &folder.path(""));
        let written = || size(&folder, "account.sqlite3") + size(&folder, "account.sqlite3-wal");
        starting.kill_when(|| written() >= bytes);
    }
    let server = Server::start(&arguments, &folder.path(""));
    assert_eq!(server.manager("GET", SEGMENTS, "").json()["count"], 40);
    let users = server.manager("GET", "/api/v2/users/count", "").json();
    assert_eq!(users["count"]["value"], 1500);
}

/// Of a file; nothing where there is none.
fn size(folder: &Folder, name: &str) -> u64 {
    fs::metadata(folder.path(name)).map_or(0, |file| file.len())
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
