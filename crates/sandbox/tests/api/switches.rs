//! What Zendesk's documentation leaves open: both ways.

use axum::http::header::*;
use guidepost_sandbox::{SwitchError, Switches};
use serde_json::{Value, json};

use crate::support::{PERMISSION_GROUPS, SEGMENTS, TestSandbox, not_found};

fn with(name: &str, value: &str) -> TestSandbox {
    TestSandbox::with(|settings| settings.switches.set(name, value).unwrap())
}

fn segment(fields: Value) -> Value {
    json!({ "user_segment": fields })
}

fn named(name: &str) -> Value {
    segment(json!({ "name": name, "user_type": "staff" }))
}

#[test]
fn a_switch_has_a_name_a_meaning_and_two_values_at_least() {
    let list = Switches::default().list();
    for switch in &list {
        assert!(switch.is_default() && switch.values.len() >= 2, "{}", switch.name);
        assert!(switch.meaning.ends_with('.'), "{}", switch.name);
    }
    for switch in list {
        for value in switch.values {
            let mut switches = Switches::default();
            switches.set(switch.name, value).unwrap();
            let set = switches.list().into_iter().find(|one| one.name == switch.name).unwrap();
            assert_eq!(set.value, *value);
            assert_eq!(set.is_default(), *value == switch.values[0]);
        }
        assert!(Switches::default().set(switch.name, "perhaps").is_err());
    }
    assert_eq!(
        Switches::default().set("gravity", "off"),
        Err(SwitchError::Name("gravity".to_owned()))
    );
}

#[test]
fn every_switch_is_in_the_documentation() {
    let told = include_str!("../../../../docs/sandbox-switches.md");
    for switch in Switches::default().list() {
        let row = told.lines().find(|line| line.starts_with(&format!("| `{}` |", switch.name)));
        let row = row.unwrap_or_else(|| panic!("no {}", switch.name));
        assert!(row.contains(&format!("| **`{}`**", switch.values[0])), "{row}");
        for value in &switch.values[1..] {
            assert!(row.contains(&format!("`{value}`")), "{value}: {row}");
        }
        assert!(row.contains(switch.meaning), "{row}");
    }
}

#[tokio::test]
async fn a_segment_in_use_may_refuse_to_go() {
    let sandbox = with("segment-in-use", "refuse");
    // Of topics, of articles, of permission groups.
    for name in ["Gold dealers", "Tour crew", "Stage piano specialists"] {
        let path = format!("{SEGMENTS}/{}", sandbox.segment_named(name).await["id"]);
        let answer = sandbox.manager().delete(&path).await;
        assert_eq!(answer.problem("base"), "cannot be deleted while it is in use", "{name}");
        assert_eq!(sandbox.manager().get(&path).await.status, 200);
    }
    let unused = sandbox.segment(json!({ "name": "Unused", "user_type": "staff" })).await;
    assert_eq!(sandbox.manager().delete(&format!("{SEGMENTS}/{}", unused["id"])).await.status, 204);
}

/// The segments of the articles that have several, one of which is deleted.
async fn after_deleting_one_of_several(sandbox: &TestSandbox) -> Vec<Value> {
    let path = "/api/v2/help_center/articles?page[size]=100";
    let several = |articles: &[Value]| -> Vec<Value> {
        let more = |one: &&Value| one["user_segment_ids"].as_array().unwrap().len() > 1;
        articles.iter().filter(more).cloned().collect()
    };
    let before = several(sandbox.manager().get(path).await.list("articles"));
    let gone = before[0]["user_segment_ids"][0].clone();
    assert_eq!(sandbox.manager().delete(&format!("{SEGMENTS}/{gone}")).await.status, 204);
    let after = sandbox.manager().get(path).await;
    let touched =
        before.iter().filter(|one| one["user_segment_ids"].as_array().unwrap().contains(&gone));
    touched
        .map(|one| {
            let now = after.list("articles").iter().find(|other| other["id"] == one["id"]);
            now.unwrap()["user_segment_ids"].clone()
        })
        .collect()
}

#[tokio::test]
async fn an_article_may_lose_all_segments_with_one() {
    let kept = after_deleting_one_of_several(&TestSandbox::start()).await;
    assert!(!kept.is_empty() && kept.iter().all(|ids| ids != &json!([])), "{kept:?}");
    let lost = after_deleting_one_of_several(&with("article-segments", "everyone")).await;
    assert!(!lost.is_empty() && lost.iter().all(|ids| ids == &json!([])), "{lost:?}");
}

#[tokio::test]
async fn a_permission_group_in_use_may_refuse_to_go() {
    let sandbox = with("permission-group-in-use", "refuse");
    let path = format!(
        "{PERMISSION_GROUPS}/{}",
        sandbox.permission_group_named("Tour support").await["id"]
    );
    let answer = sandbox.manager().delete(&path).await;
    assert_eq!(answer.problem("base"), "cannot be deleted while it is in use");
    let unused = sandbox.permission_group(json!({ "name": "Unused" })).await;
    let path = format!("{PERMISSION_GROUPS}/{}", unused["id"]);
    assert_eq!(sandbox.manager().delete(&path).await.status, 204);
}

#[tokio::test]
async fn changing_what_is_built_in_has_the_status_that_was_asked_for() {
    for (value, status) in [("403", 403), ("404", 404), ("400", 400), ("422", 422)] {
        let sandbox = with("built-in", value);
        let segment = sandbox.segment_named("Agents and admins").await["id"].clone();
        let group = sandbox.permission_group_named("Admins").await["id"].clone();
        for path in [format!("{SEGMENTS}/{segment}"), format!("{PERMISSION_GROUPS}/{group}")] {
            let manager = sandbox.manager();
            let body =
                json!({ "user_segment": { "name": "New" }, "permission_group": { "name": "New" } });
            assert_eq!(manager.put(&path, body).await.status, status, "{path}");
            assert_eq!(manager.delete(&path).await.status, status, "{path}");
            assert_eq!(manager.get(&path).await.status, 200);
        }
    }
}

#[tokio::test]
async fn going_over_a_limit_may_be_invalid_as_support_says_it() {
    let sandbox = with("over-limit", "422");
    let tags: Vec<String> = (0..51).map(|number| format!("tag_{number}")).collect();
    let body = segment(json!({ "name": "New", "user_type": "staff", "tags": tags }));
    let answer = sandbox.manager().post(SEGMENTS, body).await;
    assert_eq!((answer.status, &answer.body["error"]), (422, &json!("RecordInvalid")));
    assert!(answer.body["details"]["tags"][0]["description"].as_str().unwrap().contains("50 tags"));
    // What is wrong in another way is answered as documented.
    let answer =
        sandbox.manager().post(SEGMENTS, segment(json!({ "user_type": "foo", "name": "x" }))).await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn unknown_ids_have_the_status_that_was_asked_for() {
    for (value, status) in [("400", 400), ("404", 404), ("422", 422)] {
        let sandbox = with("unknown-ids", value);
        let body = segment(json!({ "name": "New", "user_type": "staff", "group_ids": [1] }));
        let answer = sandbox.manager().post(SEGMENTS, body).await;
        assert_eq!(answer.status, status);
        if status == 404 {
            assert_eq!(answer.body, not_found());
        }
        let body = json!({ "permission_group": { "name": "New", "edit": [1] , "publish": [1] } });
        assert_eq!(sandbox.manager().post(PERMISSION_GROUPS, body).await.status, status);
    }
}

#[tokio::test]
async fn names_may_be_blank_and_may_have_to_differ_and_to_be_short() {
    let blank = with("blank-name", "allow");
    let answer = blank.manager().post(SEGMENTS, named(" ")).await;
    assert_eq!((answer.status, &answer.body["user_segment"]["name"]), (201, &json!("")));
    let body = json!({ "permission_group": { "name": "" } });
    let answer = blank.manager().post(PERMISSION_GROUPS, body).await;
    assert_eq!((answer.status, &answer.body["permission_group"]["name"]), (201, &json!("")));

    let differ = with("duplicate-name", "refuse");
    let answer = differ.manager().post(SEGMENTS, named("gold DEALERS")).await;
    assert_eq!(answer.problem("name"), "has already been taken");
    let body = json!({ "permission_group": { "name": "Tour support" } });
    assert_eq!(differ.manager().post(PERMISSION_GROUPS, body).await.status, 400);
    let own = differ.segment_named("Gold dealers").await;
    let path = format!("{SEGMENTS}/{}", own["id"]);
    assert_eq!(
        differ.manager().put(&path, segment(json!({ "name": "Gold dealers" }))).await.status,
        200
    );

    let short = with("long-name", "refuse");
    assert_eq!(short.manager().post(SEGMENTS, named(&"ö".repeat(255))).await.status, 201);
    assert_eq!(short.manager().post(SEGMENTS, named(&"ö".repeat(256))).await.status, 400);
    let usual = TestSandbox::start();
    assert_eq!(usual.manager().post(SEGMENTS, named(&"ö".repeat(256))).await.status, 201);
    assert_eq!(usual.manager().post(SEGMENTS, named("Gold dealers")).await.status, 201);
    assert_eq!(usual.manager().post(SEGMENTS, named("")).await.status, 400);
}

#[tokio::test]
async fn another_user_type_may_be_passed_over() {
    let sandbox = with("user-type-change", "ignore");
    let path = format!("{SEGMENTS}/{}", sandbox.segment_named("Tour crew").await["id"]);
    let body = segment(json!({ "user_type": "signed_in_users", "name": "Crew" }));
    let answer = sandbox.manager().put(&path, body).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body["user_segment"]["user_type"], "staff");
    assert_eq!(answer.body["user_segment"]["name"], "Crew");
    let answer = sandbox.manager().put(&path, segment(json!({ "user_type": "vip" }))).await;
    assert_eq!(answer.status, 400, "one that does not exist is refused as documented");
}

#[tokio::test]
async fn the_list_of_the_other_user_type_may_be_refused_or_kept() {
    for (value, status, kept) in [("drop", 201, false), ("refuse", 400, false), ("keep", 201, true)]
    {
        let sandbox = with("other-list", value);
        let organization = sandbox.organization("Riverbend Guitars").await;
        let fields =
            json!({ "name": "New", "user_type": "staff", "organization_ids": [organization] });
        let answer = sandbox.manager().post(SEGMENTS, segment(fields)).await;
        assert_eq!(answer.status, status, "{value}: {}", answer.text);
        if status == 201 {
            let wanted = if kept { json!([organization]) } else { json!([]) };
            assert_eq!(answer.body["user_segment"]["organization_ids"], wanted, "{value}");
        }
    }
}

#[tokio::test]
async fn tags_are_folded_or_refused() {
    let tags = json!(["VIP", "vip", " two Words ", "words", "\tGRÖSSE", " "]);
    for (value, stored) in
        [("fold", Some(json!(["vip", "two", "words", "grösse"]))), ("refuse", None)]
    {
        let sandbox = with("tags", value);
        for field in ["tags", "or_tags"] {
            let mut fields = json!({ "name": "New", "user_type": "staff" });
            fields[field] = tags.clone();
            let answer = sandbox.manager().post(SEGMENTS, segment(fields)).await;
            assert_eq!(answer.status, if stored.is_some() { 201 } else { 400 }, "{}", answer.text);
            assert_eq!(answer.body["user_segment"].get(field), stored.as_ref());
        }
    }
    let sandbox = with("tags", "refuse");
    for tag in ["VIP", "two words", " vip", ""] {
        let fields = json!({ "name": "New", "user_type": "staff", "tags": [tag] });
        sandbox.manager().post(SEGMENTS, segment(fields)).await.problem("tags");
    }
    for (tags, status) in [(json!(["vip", "vip"]), 400), (json!(["vip", "gold"]), 201)] {
        let fields = json!({ "name": "New", "user_type": "staff", "tags": tags });
        assert_eq!(sandbox.manager().post(SEGMENTS, segment(fields)).await.status, status);
    }
}

#[tokio::test]
async fn agents_may_inherit_tags_from_their_organization() {
    for (value, more) in [("ignored", 0), ("inherited", 1)] {
        let sandbox = with("agent-organization-tags", value);
        let agent = sandbox.user("agent@sandbox.test").await;
        let user = sandbox.manager().get(&format!("/api/v2/users/{agent}")).await;
        let organization = &user.body["user"]["organization_id"];
        let path = format!("/api/v2/organizations/{organization}");
        let tag = sandbox.manager().get(&path).await.body["organization"]["tags"][0].clone();
        assert!(tag.is_string(), "the agent's organization has a tag");
        let path = format!("/api/v2/help_center/users/{agent}/user_segments?page[size]=100");
        let before = sandbox.manager().get(&path).await.list("user_segments").len();
        let fields = json!({ "name": "New", "user_type": "staff", "tags": [tag] });
        let segment = sandbox.segment(fields).await["id"].clone();
        let after = sandbox.manager().get(&path).await.list("user_segments").len();
        assert_eq!(after - before, more, "{value}");

        // And what they see follows.
        let articles = "/api/v2/help_center/articles";
        let article = sandbox.nobody().get(articles).await.list("articles")[0]["id"].clone();
        let path = format!("{articles}/{article}");
        let body = json!({ "article": { "user_segment_id": segment } });
        assert_eq!(sandbox.manager().put(&path, body).await.status, 200);
        let seen = if more == 1 { 200 } else { 404 };
        assert_eq!(sandbox.agent().get(&path).await.status, seen, "{value}");
    }
}

#[tokio::test]
async fn permission_groups_may_know_offset_paging_only() {
    let path = format!("{PERMISSION_GROUPS}?page[size]=2");
    let cursor = TestSandbox::start().manager().get(&path).await;
    assert_eq!(
        (cursor.list("permission_groups").len(), cursor.body["meta"]["has_more"].clone()),
        (2, json!(true))
    );
    let offset = with("permission-groups-paging", "offset").manager().get(&path).await;
    assert_eq!(
        (offset.list("permission_groups").len(), offset.body["per_page"].clone()),
        (10, json!(30))
    );
    assert!(offset.body["meta"].is_null());
}

#[tokio::test]
async fn pages_from_elsewhere_may_read_what_the_switches_say() {
    let allowed = async |name: &str, value: &str, path: &str| {
        let sandbox = with(name, value);
        let answer = sandbox.manager().get(path).await;
        answer.header(ACCESS_CONTROL_ALLOW_ORIGIN).is_some()
    };
    assert!(allowed("cors-permission-groups", "present", PERMISSION_GROUPS).await);
    assert!(!allowed("cors-permission-groups", "absent", PERMISSION_GROUPS).await);
    assert!(allowed("cors-permission-groups", "absent", SEGMENTS).await);
    let wrong = format!("{SEGMENTS}?page=0");
    assert!(!allowed("cors-refusals", "absent", &wrong).await);
    assert!(allowed("cors-refusals", "present", &wrong).await);
    for (value, exposed) in [("warnings", false), ("present", true), ("absent", false)] {
        let answer = with("cors-exposed", value).manager().get(SEGMENTS).await;
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), Some("*"));
        let headers = answer.header(ACCESS_CONTROL_EXPOSE_HEADERS).unwrap_or_default();
        assert_eq!(headers.contains("Link"), exposed);
        assert_eq!(headers.contains("X-Zendesk-API-Warn"), value != "absent");
    }
    for (value, readable) in [("anyone", true), ("oauth", false)] {
        let answer =
            with("cors-help-center", value).nobody().get("/api/v2/help_center/articles").await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN).is_some(), readable);
    }
}
