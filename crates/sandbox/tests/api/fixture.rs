//! The accounts, as a newcomer finds them.

use std::collections::HashSet;

use guidepost_model::{
    Context, PermissionGroup, PermissionGroupContext, Plan, SegmentDraft, SegmentId, UserSegment,
    UserType, Warning, permission_group_warnings, validate, validate_permission_group, warnings,
};
use guidepost_sandbox::{Account, Size};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{
    store::File,
    support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox},
};

async fn segments(sandbox: &TestSandbox) -> Vec<UserSegment> {
    let answer = sandbox.manager().get(&format!("{SEGMENTS}?page[size]=100")).await;
    serde_json::from_value(answer.body["user_segments"].clone()).unwrap()
}

#[tokio::test]
async fn two_accounts_of_one_size_are_the_same() {
    let (one, two) = (TestSandbox::start(), TestSandbox::start());
    for path in [
        SEGMENTS,
        PERMISSION_GROUPS,
        "/api/v2/help_center/articles",
        "/api/v2/help_center/categories",
        "/api/v2/help_center/sections",
        "/api/v2/groups",
        "/api/v2/organizations",
        "/api/v2/users/autocomplete?name=a",
    ] {
        assert_eq!(
            one.manager().get(path).await.text,
            two.manager().get(path).await.text,
            "{path}"
        );
    }
}

/// How many rows of each table there are.
fn rows(file: &File) -> Vec<(&'static str, u64)> {
    let database = Connection::open(&file.0).unwrap();
    let count = |what: &'static str| {
        (
            what,
            database
                .query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get(0))
                .unwrap(),
        )
    };
    [
        "user_segments WHERE built_in = 0",
        "groups WHERE deleted = 0",
        "organizations",
        "users",
        "users WHERE role <> 'end-user'",
        "users WHERE manager",
        "brands",
        "sections",
        "topics",
        "permission_groups WHERE built_in = 0",
        "articles",
        "user_segments WHERE json_array_length(tags) = 50 AND json_array_length(or_tags) = 50",
        "user_segments WHERE json_array_length(group_ids) = 50",
        "user_segments WHERE json_array_length(organization_ids) = 50",
        "permission_groups WHERE json_array_length(edit) >= 50",
        "articles WHERE json_array_length(user_segment_ids) > 1",
    ]
    .map(count)
    .to_vec()
}

#[test]
fn the_demo_account_is_as_large_as_it_is_said_to_be() {
    let file = File::new("demo");
    drop(Account::open(&file.place(), Size::Demo).unwrap());
    let counts: Vec<u64> = rows(&file).into_iter().map(|(_, count)| count).collect();
    assert_eq!(counts, [38, 8, 120, 1_500, 64, 3, 3, 36, 18, 8, 420, 0, 0, 0, 0, 53]);
}

#[test]
fn the_large_account_reaches_every_limit_and_none_of_its_segments_and_groups_is_invalid() {
    let file = File::new("large");
    drop(Account::open(&file.place(), Size::Large).unwrap());
    let rows = rows(&file);
    let counts: Vec<u64> = rows.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts[..11], [200, 120, 5_000, 50_000, 600, 3, 3, 400, 120, 200, 20_000]);
    assert!(rows[11..].iter().all(|(_, count)| *count > 0), "{rows:?}");

    let database = Connection::open(&file.0).unwrap();
    let mut statement = database
        .prepare(
            "SELECT json_object('name', name, 'user_type', user_type, 'group_ids', json(group_ids),
                'organization_ids', json(organization_ids), 'tags', json(tags), 'or_tags', json(or_tags),
                'added_user_ids', json(added_user_ids))
             FROM user_segments",
        )
        .unwrap();
    for draft in statement.query_map([], |row| row.get::<_, String>(0)).unwrap() {
        let draft: SegmentDraft = serde_json::from_str(&draft.unwrap()).unwrap();
        assert!(validate(&draft, &Context::default()).is_ok(), "{draft:?}");
    }

    // What permission groups name are staff segments that are there.
    let wrong: u64 = database
        .query_row(
            "SELECT count(*) FROM permission_groups, json_each(json_array(json(edit), json(publish))) AS list,
                json_each(list.value) AS named
             WHERE named.value NOT IN (SELECT id FROM user_segments WHERE user_type = 'staff')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(wrong, 0);
}

#[tokio::test]
async fn every_custom_segment_is_valid() {
    let sandbox = TestSandbox::start();
    for segment in segments(&sandbox).await.into_iter().filter(|segment| !segment.built_in) {
        validate(&segment.draft(), &Context::default())
            .unwrap_or_else(|errors| panic!("{}: {errors:?}", segment.name));
    }
}

#[tokio::test]
async fn it_shows_what_a_segment_can_be() {
    let sandbox = TestSandbox::start();
    let segments = segments(&sandbox).await;
    let any = |what: &dyn Fn(&UserSegment) -> bool| segments.iter().any(what);
    assert!(any(&|one| one.draft().is_only_people()), "only people");
    assert!(any(&|one| !one.built_in && !warnings(&one.draft()).is_empty()), "restricting nothing");
    assert!(any(&|one| one.or_tags.len() == 49), "nearly at the limit");
    assert!(any(&|one| one.name.contains("<b>")), "markup in the name");
    for script in ["日", "ש", "é", "Ł"] {
        assert!(any(&|one| one.name.contains(script)), "{script}");
    }
}

async fn permission_groups(sandbox: &TestSandbox) -> Vec<PermissionGroup> {
    let answer = sandbox.manager().get(PERMISSION_GROUPS).await;
    serde_json::from_value(answer.body["permission_groups"].clone()).unwrap()
}

#[tokio::test]
async fn every_custom_permission_group_is_valid_and_names_staff_segments() {
    let sandbox = TestSandbox::start();
    let segments = segments(&sandbox).await;
    let staff: HashSet<SegmentId> = segments
        .iter()
        .filter(|segment| segment.user_type == UserType::Staff)
        .map(|segment| segment.id)
        .collect();
    for group in permission_groups(&sandbox).await {
        validate_permission_group(&group.draft(), &PermissionGroupContext::default())
            .unwrap_or_else(|errors| panic!("{}: {errors:?}", group.name));
        assert!(group.edit.iter().chain(&group.publish).all(|id| staff.contains(id)));
    }
}

#[tokio::test]
async fn it_shows_what_a_permission_group_can_be() {
    let sandbox = TestSandbox::start();
    let groups = permission_groups(&sandbox).await;
    let any = |what: &dyn Fn(&PermissionGroup) -> bool| groups.iter().any(what);
    let warned = |group: &PermissionGroup, warning| {
        permission_group_warnings(&group.draft(), Plan::Enterprise) == [warning]
    };
    assert!(any(&|one| !one.built_in && warned(one, Warning::OnlyManagers)), "nobody");
    assert!(any(&|one| warned(one, Warning::OnlyManagersPublish)), "nobody publishes");
    assert!(any(&|one| one.built_in && one.edit == one.publish && !one.edit.is_empty()), "both");
    assert!(any(&|one| one.name.contains("日")), "another script");
}

/// The grants of the permission matrix's design, without the five changes that are not saved there.
#[tokio::test]
async fn tour_support_can_be_edited_by_two_and_published_by_nobody() {
    let sandbox = TestSandbox::start();
    let edit = sandbox.segment_ids(["Stage piano specialists", "Tour crew"]).await;
    let group = sandbox.permission_group_named("Tour support").await;
    assert_eq!((&group["edit"], &group["publish"]), (&json!(edit), &json!([])));
    let group = sandbox.permission_group_named("Dealer portal").await;
    let edit = sandbox.segment_ids(["Training crew", "Translators"]).await;
    let publish = sandbox.segment_ids(["Content team", "Dealer desk"]).await;
    assert_eq!((&group["edit"], &group["publish"]), (&json!(edit), &json!(publish)));
}

#[tokio::test]
async fn two_segments_name_what_is_gone() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.manager().get("/api/v2/groups?exclude_deleted=true").await;
    let live: Vec<&Value> = answer.list("groups").iter().map(|group| &group["id"]).collect();
    let luthiers = sandbox.segment_named("Luthier desk").await;
    let gone: Vec<&Value> =
        luthiers["group_ids"].as_array().unwrap().iter().filter(|id| !live.contains(id)).collect();
    assert_eq!(gone.len(), 1);

    let lapsed = sandbox.segment_named("Lapsed service plans").await;
    let id = &lapsed["organization_ids"][1];
    assert_eq!(sandbox.manager().get(&format!("/api/v2/organizations/{id}")).await.status, 404);
}

#[tokio::test]
async fn nothing_is_newer_than_the_fixtures_last_day() {
    let sandbox = TestSandbox::start();
    let last = "2026-11-20T16:40:00Z".parse().unwrap();
    for segment in segments(&sandbox).await {
        assert!(
            segment.created_at <= segment.updated_at && segment.updated_at <= Some(last),
            "{}",
            segment.name
        );
    }
    for (path, key) in [
        ("organizations", "organizations"),
        ("users/autocomplete?name=a", "users"),
        ("groups", "groups"),
        ("guide/permission_groups", "permission_groups"),
        ("help_center/articles?per_page=100", "articles"),
    ] {
        let answer = sandbox.manager().get(&format!("/api/v2/{path}")).await;
        for one in answer.list(key) {
            assert!(one["updated_at"].as_str().unwrap() <= "2026-11-20T16:40:00Z", "{one}");
            assert!(one["created_at"].as_str() <= one["updated_at"].as_str(), "{one}");
        }
    }
}

#[tokio::test]
async fn nobodys_address_can_be_a_real_one() {
    let sandbox = TestSandbox::start();
    for letter in 'a'..='z' {
        let answer =
            sandbox.manager().get(&format!("/api/v2/users/autocomplete?name={letter}")).await;
        for user in answer.list("users") {
            let email = user["email"].as_str().unwrap();
            assert!(email.is_ascii(), "{email}");
            assert!(email.ends_with(".example") || email.ends_with("@sandbox.test"), "{email}");
        }
    }
}

#[tokio::test]
async fn there_are_three_help_center_managers() {
    let sandbox = TestSandbox::start();
    let mut managers = 0;
    for email in [
        "manager@sandbox.test",
        "oskar.brandvold@fernhollow.example",
        "yuki.tanabe@fernhollow.example",
    ] {
        let id = sandbox.user(email).await;
        let answer =
            sandbox.manager().get(&format!("/api/v2/help_center/users/{id}/user_segments")).await;
        managers += usize::from(answer.body["count"] == 40);
    }
    assert_eq!(managers, 3);
}
