use serde_json::json;

use crate::support::{TestSandbox, not_found};

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
        for path in [format!("{AUTOCOMPLETE}?name={typed}"), format!("{SEARCH}?query={typed}")] {
            assert_eq!(sandbox.agent().get(&path).await.status, 200, "{path}");
        }
    }
}

#[tokio::test]
async fn search_finds_whole_words_and_addresses() {
    let sandbox = TestSandbox::start();
    for (query, count) in [
        ("ines okafor", 1),
        ("type:user email:ines.okafor@fernhollow.example", 1),
        ("ines.okafor@fernhollow.example", 1),
        ("name:\"ines okafor\"", 1),
        ("ines okaf", 0),
        ("ines okaf*", 1),
    ] {
        let query = query.replace('"', "%22").replace(':', "%3A");
        let answer = sandbox.agent().get(&format!("{SEARCH}?query={query}")).await;
        assert_eq!(answer.body["count"], count, "{query}");
    }
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
