//! The database's file.

use std::{
    fs,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use guidepost_sandbox::{Account, OpenError, Place, Size, is_account};
use rusqlite::Connection;
use serde_json::json;

use crate::support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox};

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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_asks_sees_every_write_that_was_answered_before() {
    const WRITES: u64 = 25;
    let file = File::new("readers");
    let sandbox = Arc::new(TestSandbox::over(&file.place(), |_| {}));
    let user = sandbox.user("user@sandbox.test").await;
    let path = format!("/api/v2/help_center/users/{user}/user_segments");
    let count = async |sandbox: &TestSandbox, path: &str| {
        sandbox.manager().get(path).await.body["count"].as_u64().unwrap()
    };
    let before = count(&sandbox, &path).await;
    let answered = Arc::new(AtomicU64::new(before));
    let readers: Vec<_> = (0..3)
        .map(|_| {
            let (sandbox, path, answered) = (sandbox.clone(), path.clone(), answered.clone());
            tokio::spawn(async move {
                loop {
                    let least = answered.load(Ordering::SeqCst);
                    let found = count(&sandbox, &path).await;
                    assert!(found >= least, "{found} segments, and {least} were answered before");
                    if least == before + WRITES {
                        break;
                    }
                }
            })
        })
        .collect();
    for number in 0..WRITES {
        let name = format!("Number {number}");
        sandbox.segment(json!({ "name": name, "user_type": "signed_in_users" })).await;
        answered.fetch_add(1, Ordering::SeqCst);
    }
    for reader in readers {
        reader.await.unwrap();
    }
}

/// Everything that the fourth step of the schema brought, and the third, and the eighth.
const LISTS: &str = "
    DROP TABLE group_memberships; DROP TABLE organization_memberships;
    CREATE TABLE group_memberships (
        user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
        PRIMARY KEY (user_id, group_id)) STRICT, WITHOUT ROWID;
    CREATE TABLE organization_memberships (
        user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        organization_id INTEGER NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
        PRIMARY KEY (user_id, organization_id)) STRICT, WITHOUT ROWID;
    INSERT INTO group_memberships SELECT user_id, group_id FROM old_groups;
    INSERT INTO organization_memberships SELECT user_id, organization_id FROM old_organizations;
    DROP INDEX users_by_external_id; DROP INDEX users_by_role; DROP INDEX organizations_by_external_id;
    DROP INDEX sections_by_brand; DROP INDEX topics_by_brand;
    DROP INDEX sections_by_category;
    ALTER TABLE users DROP COLUMN external_id;
    ALTER TABLE sections DROP COLUMN category_id;
    DROP TABLE categories;
    ALTER TABLE sections DROP COLUMN position;
    ALTER TABLE topics DROP COLUMN position;";

const PERMISSIONS: &str =
    "DROP TRIGGER user_segments_deleted; DROP TABLE articles; DROP TABLE permission_groups;
    PRAGMA user_version = 2;";

/// What the sixth step brought.
const REVISION: &str = "
    DROP TRIGGER user_segments_revised_by_insert; DROP TRIGGER permission_groups_revised_by_insert;
    DROP TRIGGER user_segments_revised_by_update; DROP TRIGGER permission_groups_revised_by_update;
    DROP TRIGGER user_segments_revised_by_delete; DROP TRIGGER permission_groups_revised_by_delete;
    DROP TABLE rules_revision;";

/// What the ninth and the tenth brought.
const SEARCHES: &str = "
    DROP TRIGGER articles_words_inserted; DROP TRIGGER articles_words_updated; DROP TRIGGER articles_words_deleted;
    DROP TRIGGER articles_labels_inserted; DROP TABLE labels; DROP TABLE article_words;
    DROP TRIGGER users_tags_inserted; DROP TRIGGER users_tags_updated; DROP TRIGGER users_tags_deleted;
    DROP TABLE user_tags;";

/// Makes the file an account as it was after the second step, without what the fifth and the sixth brought.
fn age(file: &File) {
    let database = Connection::open(&file.0).unwrap();
    database
        .execute_batch(&format!(
            "CREATE TEMP TABLE old_groups AS SELECT * FROM group_memberships;
             CREATE TEMP TABLE old_organizations AS SELECT * FROM organization_memberships;
             {SEARCHES}
             DROP TABLE oauth_tokens; DROP TABLE oauth_grants; {REVISION} {LISTS} {PERMISSIONS}"
        ))
        .unwrap();
}

#[tokio::test]
async fn an_account_from_before_permission_groups_gets_them_and_keeps_what_was_changed() {
    let (file, fresh) = (File::new("before"), TestSandbox::start());
    let before = TestSandbox::over(&file.place(), |_| {});
    let kept = before.segment(json!({ "name": "Mine", "user_type": "staff" })).await;
    drop(before);
    age(&file);

    let now = TestSandbox::over(&file.place(), |_| {});
    assert_eq!(now.segment_named("Mine").await, kept);
    for path in [
        PERMISSION_GROUPS,
        "/api/v2/help_center/articles?per_page=100",
        "/api/v2/help_center/sections?per_page=100",
        "/api/v2/help_center/categories",
        "/api/v2/help_center/articles/labels",
        "/api/v2/help_center/articles/search?query=guide",
        "/api/v2/community/topics",
        "/api/v2/group_memberships",
        "/api/v2/organization_memberships",
        "/api/v2/users",
    ] {
        assert_eq!(now.manager().get(path).await.text, fresh.manager().get(path).await.text);
    }
    // Only once: what is deleted then stays so.
    let group = now.permission_group_named("Tour support").await;
    now.manager().delete(&format!("{PERMISSION_GROUPS}/{}", group["id"])).await;
    drop(now);
    let again = TestSandbox::over(&file.place(), |_| {});
    assert_eq!(again.manager().get(PERMISSION_GROUPS).await.body["count"], 9);
}

#[tokio::test]
async fn an_account_from_before_that_lost_segments_gets_what_does_not_need_them() {
    let file = File::new("lost");
    let before = TestSandbox::over(&file.place(), |_| {});
    let crew = before.segment_named("Tour crew").await["id"].clone();
    assert_eq!(before.manager().delete(&format!("{SEGMENTS}/{crew}")).await.status, 204);
    drop(before);
    age(&file);

    let now = TestSandbox::over(&file.place(), |_| {});
    let [specialists] = now.segment_ids(["Stage piano specialists"]).await;
    let group = now.permission_group_named("Tour support").await;
    assert_eq!(group["edit"], json!([specialists]));
}
