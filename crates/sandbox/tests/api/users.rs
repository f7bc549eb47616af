use serde_json::{Value, json};

use crate::support::{TestSandbox, encoded, not_found, path};

const AUTOCOMPLETE: &str = "/api/v2/users/autocomplete.json";
const SEARCH: &str = "/api/v2/users/search.json";

#[tokio::test]
async fn every_word_of_a_name_is_completed() {
    let sandbox = TestSandbox::start();
    for typed in ["ines%20oka", "OKAF%20in", "ines.okafor@", "In%C3%A8s%20Okafor"] {
        let answer = sandbox.agent().get(&format!("{AUTOCOMPLETE}?name={typed}")).await;
        assert!(
            answer.names("users").contains(&"Ines Okafor"),
            "{typed}: {:?}",
            answer.names("users")
        );
    }
}

#[tokio::test]
async fn names_of_every_script_are_completed() {
    let sandbox = TestSandbox::start();
    for (typed, found) in [
        ("%E4%BD%90%E8%97%A4%20%E7%BE%8E", "佐藤 美咲"),
        ("%E7%8E%8B", "王芳"),
        ("%D7%9E%D7%96%D7%A8%D7%97%D7%99%20%D7%AA", "תמר מזרחי"),
        ("%D8%A8%D8%B1%D9%83%D8%A7%D8%AA", "ليلى بركات"),
        ("gaelle%20font", "Gaëlle Fontaine"),
        ("robin%20quay", "Robin <b>Bold</b> Quayle"),
    ] {
        let answer = sandbox.agent().get(&format!("{AUTOCOMPLETE}?name={typed}")).await;
        assert!(answer.names("users").contains(&found), "{found}: {:?}", answer.names("users"));
    }
}

#[tokio::test]
async fn a_domain_does_not_complete_to_everybody_in_it() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.agent().get(&format!("{AUTOCOMPLETE}?name=example")).await;
    assert_eq!(answer.body["count"], 0);
}

#[tokio::test]
async fn signs_of_a_query_language_mean_nothing() {
    let sandbox = TestSandbox::start();
    for typed in [
        "%22",
        "*",
        "%5E",
        "AND",
        "NEAR(",
        "-",
        "%00",
        "name:x",
        "%20",
        "",
        "%26",
        "%22%22%22*",
        "(",
        "a%22b",
    ] {
        let path = format!("{AUTOCOMPLETE}?name={typed}");
        assert_eq!(sandbox.agent().get(&path).await.status, 200, "{path}");
    }
}

/// The users whom a search finds, on all pages.
async fn found(sandbox: &TestSandbox, query: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut next = json!(format!("http://localhost:8080{SEARCH}?query={}", encoded(query)));
    while !next.is_null() {
        let answer = sandbox.agent().get(&path(&next)).await;
        assert_eq!(answer.status, 200, "{query}: {}", answer.text);
        found.extend_from_slice(answer.list("users"));
        next = answer.body["next_page"].clone();
    }
    found
}

#[tokio::test]
async fn search_finds_words_their_beginnings_and_parts_of_addresses() {
    let sandbox = TestSandbox::start();
    for (query, count) in [
        ("ines okafor", 1),
        ("ines okaf", 1),
        ("ines okaf*", 1),
        ("type:user email:ines.okafor@fernhollow.example", 1),
        ("ines.okafor@fernhollow.example", 1),
        ("okafor@fernhollow ines", 1),
        ("email:okafor name:ines", 1),
        ("name:\"ines okafor\"", 1),
        ("\"Ines Okafor\"", 1),
        ("\"Okafor Ines\"", 0),
        ("\"ines okaf\"", 0),
        ("name:fernhollow", 0),
        ("kafor", 0),
    ] {
        assert_eq!(found(&sandbox, query).await.len(), count, "{query}");
    }
}

#[tokio::test]
async fn search_narrows_by_role_tag_organization_and_group() {
    let sandbox = TestSandbox::start();
    let of_role = |role: &'static str| move |one: &Value| one["role"] == role;
    assert!(found(&sandbox, "role:admin").await.iter().all(of_role("admin")));
    let staff = found(&sandbox, "role:agent role:admin").await;
    assert_eq!(staff.len(), 64);
    assert_eq!(found(&sandbox, "-role:end-user").await, staff);
    assert_eq!(found(&sandbox, "type:user").await.len(), 1_500);

    let tagged = found(&sandbox, "tags:K88").await;
    let has = |one: &Value, tag: &str| one["tags"].as_array().unwrap().contains(&json!(tag));
    assert!(!tagged.is_empty() && tagged.iter().all(|one| has(one, "k88")));
    let either = found(&sandbox, "tags:k88 tags:beta_firmware").await;
    assert!(either.len() > tagged.len());
    assert!(either.iter().all(|one| has(one, "k88") || has(one, "beta_firmware")));
    let without = found(&sandbox, "tags:k88 -tags:beta_firmware").await;
    assert!(without.len() < tagged.len() && without.iter().all(|one| !has(one, "beta_firmware")));

    let organization = sandbox.organization("Riverbend Guitars").await;
    let path = format!("/api/v2/organizations/{organization}/users?per_page=100");
    let members = sandbox.agent().get(&path).await;
    for named in ["\"Riverbend Guitars\"", "riverbend", &organization.to_string()] {
        let found = found(&sandbox, &format!("organization:{named}")).await;
        assert_eq!(found, members.list("users"), "{named}");
    }
    assert!(found(&sandbox, "organization:none role:end-user").await.len() < 1_436);
    let group = sandbox.group("Content team").await;
    let agents = sandbox.agent().get(&format!("/api/v2/groups/{group}/users?per_page=100")).await;
    for named in ["\"content TEAM\"", "content", &group.to_string()] {
        assert_eq!(
            found(&sandbox, &format!("group:{named}")).await,
            agents.list("users"),
            "{named}"
        );
    }
    let lena = found(&sandbox, "organization:riverbend tags:k88 role:end-user lena").await;
    assert_eq!(lena.len(), 1);
    assert_eq!(found(&sandbox, "external_id:nobody").await, [] as [Value; 0]);
}

#[tokio::test]
async fn a_search_that_is_not_understood_is_refused() {
    let sandbox = TestSandbox::start();
    for query in [
        "created>2026-01-01",
        "phone:123",
        "type:ticket",
        "role:boss",
        "jan OR ek",
        "\"jan",
        "j*n",
        "(",
        "notes:\"gold dealer\"",
        " ",
    ] {
        let path = format!("{SEARCH}?query={}", encoded(query));
        let answer = sandbox.agent().get(&path).await;
        assert_eq!(answer.status, 400, "{query}: {}", answer.text);
        assert!(
            answer.body["error"]["message"].as_str().unwrap().contains("query"),
            "{}",
            answer.text
        );
    }
    let answer = sandbox.agent().get(&format!("{SEARCH}?query=phone:123")).await;
    assert!(
        answer.text.contains("phone:123") && answer.text.contains("organization:"),
        "{}",
        answer.text
    );
}

#[tokio::test]
async fn a_search_for_nothing_in_particular_is_refused() {
    let sandbox = TestSandbox::start();
    for path in [AUTOCOMPLETE, SEARCH] {
        assert_eq!(sandbox.agent().get(path).await.status, 400);
    }
}

#[tokio::test]
async fn many_are_shown_by_their_ids() {
    let sandbox = TestSandbox::start();
    let (a, b) =
        (sandbox.user("agent@sandbox.test").await, sandbox.user("user@sandbox.test").await);
    let answer = sandbox.agent().get(&format!("/api/v2/users/show_many?ids={a},{b},7")).await;
    assert_eq!(answer.names("users"), ["Tomas Riedl", "Lena Hartwig"]);
}

#[tokio::test]
async fn many_users_are_shown_by_their_ids_in_another_system() {
    let sandbox = TestSandbox::start();
    let list = sandbox.agent().get("/api/v2/users?role=end-user").await;
    let known = list.list("users").iter().filter(|one| one["external_id"].is_string());
    let known: Vec<_> = known.take(2).collect();
    let ids: Vec<&str> = known.iter().map(|one| one["external_id"].as_str().unwrap()).collect();
    let path = format!("/api/v2/users/show_many?external_ids={},{}", ids[0], ids[1]);
    assert_eq!(sandbox.agent().get(&path).await.list("users").iter().collect::<Vec<_>>(), known);
}

#[tokio::test]
async fn a_user_is_shown_with_what_segments_ask_for() {
    let sandbox = TestSandbox::start();
    let id = sandbox.user("user@sandbox.test").await;
    let user = sandbox.agent().get(&format!("/api/v2/users/{id}")).await.body["user"].clone();
    assert_eq!(
        (&user["role"], &user["tags"]),
        (&json!("end-user"), &json!(["k88", "beta_firmware"]))
    );
    assert_eq!(user["organization_id"], sandbox.organization("Riverbend Guitars").await);
    assert_eq!(user["default_group_id"], json!(null));
    let missing = sandbox.agent().get("/api/v2/users/12").await;
    assert_eq!((missing.status, missing.body), (404, not_found()));
}

const USERS: &str = "/api/v2/users";

#[tokio::test]
async fn users_are_listed_by_role() {
    let sandbox = TestSandbox::start();
    for (query, roles, count) in [
        ("", &["end-user", "agent", "admin"][..], 1_500),
        ("role=end-user", &["end-user"], 1_436),
        ("role[]=end-user&role[]=agent&role[]=admin", &["end-user", "agent", "admin"], 1_500),
    ] {
        let answer = sandbox.agent().get(&format!("{USERS}?{query}")).await;
        assert_eq!(answer.body["count"], count, "{query}");
        let role = |user: &Value| roles.contains(&user["role"].as_str().unwrap());
        assert!(answer.list("users").iter().all(role), "{query}");
        let count = sandbox.agent().get(&format!("{USERS}/count?{query}")).await;
        assert_eq!(count.body["count"]["value"], answer.body["count"], "{query}");
        assert_eq!(count.body["count"]["refreshed_at"], "2026-11-22T09:00:00Z");
    }
}

#[tokio::test]
async fn several_roles_are_the_sum_of_each() {
    let sandbox = TestSandbox::start();
    let count = async |query: &str| {
        let answer = sandbox.agent().get(&format!("{USERS}?{query}")).await;
        answer.body["count"].as_u64().unwrap()
    };
    let roles = ["end-user", "agent", "admin"];
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let (one, other) = (roles[one], roles[other]);
        let both = count(&format!("role[]={one}&role[]={other}")).await;
        let each = (count(&format!("role={one}")).await, count(&format!("role={other}")).await);
        assert!(each.0 > 0 && each.1 > 0);
        assert_eq!(both, each.0 + each.1, "{one} {other}");
    }
    assert_eq!(count("role[]=agent&role[]=admin").await, 64);
}

#[tokio::test]
async fn a_role_that_there_is_not_is_refused() {
    let sandbox = TestSandbox::start();
    for path in ["", "/count"] {
        for query in ["role=manager", "role=", "role[]=agent&role[]=boss"] {
            let answer = sandbox.agent().get(&format!("{USERS}{path}?{query}")).await;
            assert_eq!(answer.status, 400, "{path} {query}");
        }
    }
}

#[tokio::test]
async fn a_user_is_found_by_the_id_that_another_system_gave_them() {
    let sandbox = TestSandbox::start();
    let all = sandbox.agent().get(&format!("{USERS}?role=end-user")).await;
    let user = all.list("users").iter().find(|user| user["external_id"].is_string()).unwrap();
    let id = user["external_id"].as_str().unwrap();
    for path in [format!("{USERS}?external_id={id}"), format!("{SEARCH}?external_id={id}")] {
        let answer = sandbox.agent().get(&path).await;
        assert_eq!(answer.list("users"), std::slice::from_ref(user), "{path}");
    }
    for id in ["shop-", "", "null", "%25"] {
        let answer = sandbox.agent().get(&format!("{SEARCH}?external_id={id}")).await;
        assert_eq!((answer.status, &answer.body["count"]), (200, &json!(0)), "{id}");
    }
}

#[tokio::test]
async fn the_groups_and_organizations_of_a_user_are_listed() {
    let sandbox = TestSandbox::start();
    let agent = sandbox.user("agent@sandbox.test").await;
    let groups = sandbox.agent().get(&format!("{USERS}/{agent}/groups.json")).await;
    assert!(!groups.list("groups").is_empty());
    let shown = sandbox.agent().get(&format!("{USERS}/{agent}")).await;
    let default = &shown.body["user"]["default_group_id"];
    assert!(groups.list("groups").iter().any(|group| group["id"] == *default));
    let same = sandbox.agent().get(&format!("/api/v2/groups?user_id={agent}")).await;
    assert_eq!(same.list("groups"), groups.list("groups"));

    let user = sandbox.user("user@sandbox.test").await;
    let organizations = sandbox.agent().get(&format!("{USERS}/{user}/organizations")).await;
    assert_eq!(organizations.names("organizations"), ["Riverbend Guitars"]);
    let none = sandbox.agent().get(&format!("{USERS}/{user}/groups")).await;
    assert_eq!(none.body["count"], 0);
}

#[tokio::test]
async fn the_groups_and_organizations_of_a_user_are_counted() {
    let sandbox = TestSandbox::start();
    let agent = sandbox.user("agent@sandbox.test").await;
    for list in ["groups", "organizations"] {
        let path = format!("{USERS}/{agent}/{list}");
        let listed = sandbox.agent().get(&path).await.list(list).len();
        let counted = sandbox.agent().get(&format!("{path}/count.json")).await;
        assert_eq!(counted.body["count"]["value"], listed, "{list}");
        assert_eq!(sandbox.agent().get(&format!("{USERS}/12/{list}/count")).await.status, 404);
    }
}

#[tokio::test]
async fn nobody_has_no_lists() {
    let sandbox = TestSandbox::start();
    for list in ["groups", "organizations", "group_memberships", "organization_memberships"] {
        let answer = sandbox.agent().get(&format!("{USERS}/12/{list}")).await;
        assert_eq!((answer.status, answer.body), (404, not_found()), "{list}");
        assert_eq!(sandbox.agent().get(&format!("{USERS}/x/{list}")).await.status, 404);
    }
    assert_eq!(sandbox.agent().get("/api/v2/groups?user_id=12").await.status, 404);
    assert_eq!(sandbox.agent().get("/api/v2/groups?user_id=x").await.status, 400);
}
