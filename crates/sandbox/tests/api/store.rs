//! The database's file.

use std::{fs, path::PathBuf};

use guidepost_sandbox::{Account, OpenError, Place, Size, is_account};
use rusqlite::Connection;
use serde_json::json;

use crate::support::TestSandbox;

/// A database that is gone when the test ends.
pub struct File(pub PathBuf);

impl File {
    pub fn new(name: &str) -> Self {
        let file = Self(
            PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
                .join(format!("{}-{name}", std::process::id())),
        );
        file.remove();
        file
    }

    pub fn place(&self) -> Place {
        Place::File(self.0.clone())
    }

    fn remove(&self) {
        for suffix in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{suffix}", self.0.display()));
        }
    }
}

impl Drop for File {
    fn drop(&mut self) {
        self.remove();
    }
}

#[test]
fn an_account_is_known_by_its_file() {
    let file = File::new("account");
    drop(Account::open(&file.place(), Size::Demo).unwrap());
    assert!(is_account(&file.0).unwrap());
    assert!(Account::open(&file.place(), Size::Demo).is_ok());
}

#[test]
fn an_account_is_known_by_its_file_while_it_is_open() {
    let file = File::new("open");
    let _account = Account::open(&file.place(), Size::Demo).unwrap();
    assert!(is_account(&file.0).unwrap());
}

#[test]
fn somebody_elses_database_is_left_alone() {
    let file = File::new("foreign");
    Connection::open(&file.0).unwrap().execute_batch("CREATE TABLE diary (entry TEXT)").unwrap();
    let before = fs::read(&file.0).unwrap();
    assert!(matches!(Account::open(&file.place(), Size::Demo), Err(OpenError::Foreign)));
    assert!(!is_account(&file.0).unwrap());
    assert_eq!(fs::read(&file.0).unwrap(), before);
}

#[test]
fn a_newer_programs_database_is_left_alone() {
    let file = File::new("newer");
    drop(Account::open(&file.place(), Size::Demo).unwrap());
    Connection::open(&file.0).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(
        Account::open(&file.place(), Size::Demo),
        Err(OpenError::Newer { taken: 99, .. })
    ));
}

#[test]
fn two_processes_may_make_the_same_account_at_once() {
    let file = File::new("at-once");
    let open = || Account::open(&file.place(), Size::Demo).map(drop);
    std::thread::scope(|scope| {
        let others = [scope.spawn(open), scope.spawn(open), scope.spawn(open)];
        for other in others {
            other.join().unwrap().unwrap();
        }
    });
}

#[tokio::test]
async fn what_another_process_writes_counts_at_once() {
    let file = File::new("shared");
    let one = TestSandbox::over(&file.place(), |_| {});
    let two = TestSandbox::over(&file.place(), |_| {});
    let user = one.user("user@sandbox.test").await;
    let path = format!("/api/v2/help_center/users/{user}/user_segments");
    let before = one.manager().get(&path).await.body["count"].as_u64().unwrap();
    two.segment(json!({ "name": "From elsewhere", "user_type": "signed_in_users" })).await;
    assert_eq!(one.manager().get(&path).await.body["count"], before + 1);
}
