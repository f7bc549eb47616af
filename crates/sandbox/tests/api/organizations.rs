use serde_json::json;

use crate::support::{TestSandbox, not_found};

const AUTOCOMPLETE: &str = "/api/v2/organizations/autocomplete.json";
const SHOW_MANY: &str = "/api/v2/organizations/show_many.json";

#[tokio::test]
async fn names_are_completed_from_their_beginning() {
    let sandbox = TestSandbox::start();
    for (typed, found) in [
        ("riverb", "Riverbend Guitars"),
        ("KLAVIERHAUS%20Z", "Klavierhaus Zöllner"),
        ("%C3%98DE", "Ødegaard Lyd og Scene"),
        ("%E6%A0%AA%E5%BC%8F", "株式会社 響楽器"),
        ("%D7%A1%D7%93", "סדנת המיתרים"),
    ] {
        let answer = sandbox.agent().get(&format!("{AUTOCOMPLETE}?name={typed}")).await;
        assert_eq!(answer.names("organizations"), [found]);
    }
}

#[tokio::test]
async fn signs_of_a_query_language_mean_themselves() {
    let sandbox = TestSandbox::start();
    for typed in ["%25", "_", "*", "'", "%22", "%5C", "a%25", "%00"] {
        let answer = sandbox.agent().get(&format!("{AUTOCOMPLETE}?name={typed}")).await;
        assert_eq!((answer.status, answer.list("organizations").len()), (200, 0), "{typed}");
    }
}

#[tokio::test]
async fn without_a_name_there_is_nothing_to_complete() {
    let sandbox = TestSandbox::start();
    for query in ["", "?name=", "?name=%20"] {
        assert_eq!(
            sandbox.agent().get(&format!("{AUTOCOMPLETE}{query}")).await.status,
            400,
            "{query}"
        );
    }
}

#[tokio::test]
async fn completion_knows_offset_paging_only() {
    let sandbox = TestSandbox::start();
    let answer =
        sandbox.agent().get(&format!("{AUTOCOMPLETE}?name=a&page[size]=1&per_page=2")).await;
    assert_eq!(answer.list("organizations").len(), 2);
    assert!(answer.body["next_page"].as_str().unwrap().ends_with("?name=a&page=2&per_page=2"));
}

#[tokio::test]
async fn many_are_shown_by_their_ids() {
    let sandbox = TestSandbox::start();
    let (a, b) =
        (sandbox.organization("Fernhollow HQ").await, sandbox.organization("Keys & Coffee").await);
    let answer =
        sandbox.agent().get(&format!("{SHOW_MANY}?ids={b},{a},12,x,{},,{a}", u64::MAX)).await;
    assert_eq!(answer.names("organizations"), ["Fernhollow HQ", "Keys & Coffee"]);
    assert_eq!(answer.body["count"], 2);
}

#[tokio::test]
async fn many_are_shown_by_their_ids_in_another_system() {
    let sandbox = TestSandbox::start();
    let list = sandbox.agent().get("/api/v2/organizations?per_page=100").await;
    let known = list.list("organizations").iter().filter(|one| one["external_id"].is_string());
    let known: Vec<_> = known.take(2).collect();
    let ids: Vec<&str> = known.iter().map(|one| one["external_id"].as_str().unwrap()).collect();
    let path = format!("{SHOW_MANY}?external_ids={},none,{}", ids[1], ids[0]);
    let answer = sandbox.agent().get(&path).await;
    assert_eq!(answer.list("organizations").iter().collect::<Vec<_>>(), known);
}

#[tokio::test]
async fn more_than_100_ids_are_too_many() {
    let sandbox = TestSandbox::start();
    let ids = |count: u32| (1..=count).map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    assert_eq!(sandbox.agent().get(&format!("{SHOW_MANY}?ids={}", ids(100))).await.status, 200);
    for parameter in ["ids", "external_ids"] {
        let answer = sandbox.agent().get(&format!("{SHOW_MANY}?{parameter}={}", ids(101))).await;
        assert_eq!(answer.status, 400);
        assert_eq!(
            answer.body,
            json!({
                "error": "TooManyValues",
                "description": format!("Parameter {parameter} cannot specify more than 100 values"),
                "max_count": 100,
            })
        );
    }
    for query in
        ["", "?ids=", "?ids=,", "?external_ids= ", "?ids=,&external_ids=a", "?ids=1&external_ids="]
    {
        assert_eq!(sandbox.agent().get(&format!("{SHOW_MANY}{query}")).await.status, 400);
    }
}

#[tokio::test]
async fn an_organization_is_shown_with_its_tags() {
    let sandbox = TestSandbox::start();
    let id = sandbox.organization("Riverbend Guitars").await;
    let answer = sandbox.agent().get(&format!("/api/v2/organizations/{id}.json")).await;
    let organization = &answer.body["organization"];
    assert_eq!(organization["tags"], json!(["gold", "dealer", "strings"]));
    assert_eq!(organization["domain_names"], json!(["riverbend-guitars.example"]));
    let missing = sandbox.agent().get("/api/v2/organizations/12").await;
    assert_eq!((missing.status, missing.body), (404, not_found()));
}

const SEARCH: &str = "/api/v2/organizations/search.json";

#[tokio::test]
async fn an_organization_is_found_by_its_whole_name_or_its_id_in_another_system() {
    let sandbox = TestSandbox::start();
    for (name, found) in
        [("riverbend guitars", 1), ("RIVERBEND GUITARS", 1), ("riverbend", 0), ("", 0), ("%25", 0)]
    {
        let answer = sandbox.agent().get(&format!("{SEARCH}?name={name}")).await;
        assert_eq!((answer.status, &answer.body["count"]), (200, &json!(found)), "{name}");
    }
    let all = sandbox.agent().get("/api/v2/organizations").await;
    let known = all.list("organizations").iter().find(|one| one["external_id"].is_string());
    let known = known.unwrap();
    let id = known["external_id"].as_str().unwrap();
    let answer = sandbox.agent().get(&format!("{SEARCH}?external_id={id}&name=passed over")).await;
    assert_eq!(answer.list("organizations"), std::slice::from_ref(known));
    assert_eq!(sandbox.agent().get(SEARCH).await.status, 400);
}

#[tokio::test]
async fn organizations_are_counted() {
    let answer = TestSandbox::start().agent().get("/api/v2/organizations/count.json").await;
    assert_eq!(
        answer.body,
        json!({ "count": { "value": 120, "refreshed_at": "2026-11-22T09:00:00Z" } })
    );
}

#[tokio::test]
async fn the_people_of_an_organization_are_listed() {
    let sandbox = TestSandbox::start();
    let id = sandbox.organization("Riverbend Guitars").await;
    let path = format!("/api/v2/organizations/{id}");
    let users = sandbox.agent().get(&format!("{path}/users.json")).await;
    assert!(users.names("users").contains(&"Lena Hartwig"));
    let memberships = sandbox.agent().get(&format!("{path}/organization_memberships")).await;
    assert_eq!(memberships.body["count"], users.body["count"]);
    for list in ["users", "organization_memberships"] {
        let answer = sandbox.agent().get(&format!("/api/v2/organizations/12/{list}")).await;
        assert_eq!((answer.status, answer.body), (404, not_found()));
    }
}
