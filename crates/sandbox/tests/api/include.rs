//! `include=` of users, groups, memberships and organizations.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::{Answer, TestSandbox};

fn ids(answer: &Answer, list: &str, key: &str) -> BTreeSet<u64> {
    answer.list(list).iter().filter_map(|one| one[key].as_u64()).collect()
}

#[tokio::test]
async fn users_bring_their_organizations_groups_and_identities() {
    let sandbox = TestSandbox::start();
    let agent = sandbox.agent();
    let path =
        "/api/v2/users/search?query=tags:k88&per_page=20&include=organizations,groups,identities";
    let answer = agent.get(path).await;
    let users = ids(&answer, "users", "id");
    assert!(!users.is_empty());
    let named = ids(&answer, "users", "organization_id");
    assert!(!named.is_empty() && named.is_subset(&ids(&answer, "organizations", "id")));
    assert_eq!(ids(&answer, "identities", "user_id"), users);
    let user = &answer.list("users")[0];
    let identity = &answer.list("identities")[0];
    assert_eq!((&identity["type"], &identity["value"]), (&json!("email"), &user["email"]));
    for list in ["organizations", "groups"] {
        for one in answer.list(list) {
            let shown = agent.get(&format!("/api/v2/{list}/{}", one["id"])).await;
            assert_eq!(shown.body[list.trim_end_matches('s')], *one);
        }
    }
    let id = sandbox.user("agent@sandbox.test").await;
    let one = agent.get(&format!("/api/v2/users/{id}?include=groups")).await;
    let groups = agent.get(&format!("/api/v2/users/{id}/groups")).await;
    assert_eq!(one.list("groups"), groups.list("groups"));
    assert!(one.body["user"].is_object() && one.body.get("identities").is_none());
}

#[tokio::test]
async fn groups_bring_their_agents() {
    let sandbox = TestSandbox::start();
    let agent = sandbox.agent();
    let group = sandbox.group("Content team").await;
    let members = agent.get(&format!("/api/v2/groups/{group}/users?per_page=100")).await;
    let one = agent.get(&format!("/api/v2/groups/{group}?include=users")).await;
    assert_eq!(one.list("users"), members.list("users"));
    let all = agent.get("/api/v2/groups?include=users").await;
    assert!(ids(&members, "users", "id").is_subset(&ids(&all, "users", "id")));
}

#[tokio::test]
async fn memberships_bring_users_and_what_they_are_in() {
    let sandbox = TestSandbox::start();
    for (kind, of) in [("group", "groups"), ("organization", "organizations")] {
        let list = format!("{kind}_memberships");
        let path = format!("/api/v2/{list}?per_page=30&include=users,{of}");
        let answer = sandbox.agent().get(&path).await;
        assert_eq!(ids(&answer, "users", "id"), ids(&answer, &list, "user_id"));
        assert_eq!(ids(&answer, of, "id"), ids(&answer, &list, &format!("{kind}_id")));
        let first = &answer.list(&list)[0];
        let path = format!("/api/v2/{list}/{}?include=users", first["id"]);
        let one = sandbox.agent().get(&path).await;
        assert_eq!(one.list("users")[0]["id"], first["user_id"]);
        assert_eq!(one.body[format!("{kind}_membership")], *first);
    }
}

#[tokio::test]
async fn what_cannot_come_along_is_refused_by_name() {
    let sandbox = TestSandbox::start();
    let agent = sandbox.agent();
    let first = async |list: &str| -> Value {
        agent.get(&format!("/api/v2/{list}")).await.list(list)[0]["id"].clone()
    };
    let (user, group) = (first("users").await, first("groups").await);
    let organization = first("organizations").await;
    let membership = first("group_memberships").await;
    for path in [
        "users".to_owned(),
        "users/me".to_owned(),
        "users/search?query=lena".to_owned(),
        "users/autocomplete?name=lena".to_owned(),
        format!("users/show_many?ids={user}"),
        format!("users/{user}"),
        format!("users/{user}/groups"),
        format!("users/{user}/organizations"),
        "groups".to_owned(),
        "groups/assignable".to_owned(),
        format!("groups/{group}"),
        format!("groups/{group}/users"),
        "group_memberships".to_owned(),
        format!("group_memberships/{membership}"),
        "organization_memberships".to_owned(),
        "organizations".to_owned(),
        format!("organizations/show_many?ids={organization}"),
        format!("organizations/{organization}"),
        format!("organizations/{organization}/users"),
    ] {
        let mark = if path.contains('?') { '&' } else { '?' };
        let answer = agent.get(&format!("/api/v2/{path}{mark}include=open_tickets")).await;
        assert_eq!(answer.status, 400, "{path}: {}", answer.text);
        assert!(answer.text.contains("open_tickets"), "{}", answer.text);
        for nothing in ["", "None", "+,+"] {
            let answer = agent.get(&format!("/api/v2/{path}{mark}include={nothing}")).await;
            assert_eq!(answer.status, 200, "{path}: {nothing}");
        }
    }
}
