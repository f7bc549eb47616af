//! Memberships in groups and in organizations.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::support::{TestSandbox, not_found, path};

const KINDS: [(&str, &str); 2] = [("group", "groups"), ("organization", "organizations")];

#[tokio::test]
async fn a_membership_joins_a_user_and_a_group_or_an_organization() {
    let sandbox = TestSandbox::start();
    for (kind, clubs) in KINDS {
        let email = if kind == "group" { "agent@sandbox.test" } else { "user@sandbox.test" };
        let user = sandbox.user(email).await;
        let list = format!("{kind}_memberships");
        let answer = sandbox.agent().get(&format!("/api/v2/users/{user}/{list}.json")).await;
        let of_user = sandbox.agent().get(&format!("/api/v2/users/{user}/{clubs}")).await;
        let shown =
            sandbox.agent().get(&format!("/api/v2/users/{user}")).await.body["user"].clone();
        let default =
            if kind == "group" { &shown["default_group_id"] } else { &shown["organization_id"] };
        let key = format!("{kind}_id");
        assert_eq!(answer.list(&list).len(), of_user.list(clubs).len());
        for (membership, club) in answer.list(&list).iter().zip(of_user.list(clubs)) {
            let id = &membership["id"];
            let mut wanted = json!({
                "id": id,
                "url": format!("http://localhost:8080/api/v2/{list}/{id}.json"),
                "user_id": user,
                key.as_str(): club["id"],
                "default": club["id"] == *default,
                "created_at": shown["created_at"],
                "updated_at": shown["created_at"],
            });
            if kind == "organization" {
                wanted["organization_name"] = club["name"].clone();
                wanted["view_tickets"] = json!(false);
            }
            assert_eq!(*membership, wanted);
            let one = sandbox.agent().get(&path(&membership["url"])).await;
            assert_eq!(one.body[format!("{kind}_membership")], *membership);
        }
    }
}

#[tokio::test]
async fn all_memberships_are_those_of_all_groups() {
    let sandbox = TestSandbox::start();
    let ids = |list: &[Value]| -> Vec<u64> {
        list.iter().map(|one| one["id"].as_u64().unwrap()).collect()
    };
    let all = sandbox.agent().get("/api/v2/group_memberships").await;
    let all = ids(all.list("group_memberships"));
    assert!(all.is_sorted() && all.len() > 60);
    let mut of_groups = HashSet::new();
    for group in sandbox.agent().get("/api/v2/groups").await.list("groups") {
        let path = format!("/api/v2/groups/{}/memberships", group["id"]);
        of_groups.extend(ids(sandbox.agent().get(&path).await.list("group_memberships")));
    }
    assert_eq!(of_groups, all.into_iter().collect());
}

#[tokio::test]
async fn everybody_has_one_default_membership_of_a_kind_at_most() {
    let sandbox = TestSandbox::start();
    for (kind, _) in KINDS {
        let list = format!("{kind}_memberships");
        let mut users = HashSet::new();
        let mut next = json!(format!("http://localhost:8080/api/v2/{list}?page[size]=100"));
        while !next.is_null() {
            let answer = sandbox.agent().get(&path(&next)).await;
            for one in answer.list(&list).iter().filter(|one| one["default"] == true) {
                assert!(users.insert(one["user_id"].as_u64()), "{one}");
            }
            next = answer.body["links"]["next"].clone();
        }
        assert!(users.len() > 60);
    }
}

#[tokio::test]
async fn a_membership_that_is_not_there_is_not_found() {
    let sandbox = TestSandbox::start();
    for (kind, _) in KINDS {
        let answer = sandbox.agent().get(&format!("/api/v2/{kind}_memberships/12")).await;
        assert_eq!((answer.status, answer.body), (404, not_found()));
    }
}

#[tokio::test]
async fn a_users_membership_is_shown_and_nobody_elses_in_its_place() {
    let sandbox = TestSandbox::start();
    let other = sandbox.user("agent@sandbox.test").await;
    for (kind, _) in KINDS {
        let list = format!("{kind}_memberships");
        let listed = sandbox.agent().get(&format!("/api/v2/{list}")).await;
        let membership = &listed.list(&list)[0];
        let (id, user) = (&membership["id"], &membership["user_id"]);
        assert_ne!(*user, other);
        let shown = sandbox.agent().get(&format!("/api/v2/users/{user}/{list}/{id}.json")).await;
        assert_eq!(shown.body[format!("{kind}_membership")], *membership);
        let foreign = sandbox.agent().get(&format!("/api/v2/users/{other}/{list}/{id}")).await;
        assert_eq!((foreign.status, foreign.body), (404, not_found()));
        let wrong = sandbox.agent().get(&format!("/api/v2/users/{user}/{list}/x")).await;
        assert_eq!(wrong.status, 404);
    }
}

#[tokio::test]
async fn assignable_memberships_are_those_in_groups_that_were_not_deleted() {
    let sandbox = TestSandbox::start();
    let list = async |path: &str| {
        let answer = sandbox.agent().get(path).await;
        answer.list("group_memberships").to_vec()
    };
    let groups = sandbox.agent().get("/api/v2/groups").await;
    let mut assignable = HashSet::new();
    for group in groups.list("groups") {
        let path = format!("/api/v2/groups/{}/memberships", group["id"]);
        let live = list(&format!("{path}/assignable")).await;
        let expected = if group["deleted"] == true { Vec::new() } else { list(&path).await };
        assert_eq!(live, expected, "{group}");
        assignable.extend(live.iter().map(|one| one["id"].as_u64().unwrap()));
    }
    let all = list("/api/v2/group_memberships/assignable").await;
    assert_eq!(
        all.iter().map(|one| one["id"].as_u64().unwrap()).collect::<HashSet<_>>(),
        assignable
    );
}
