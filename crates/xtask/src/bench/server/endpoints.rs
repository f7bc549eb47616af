//! What is asked for: the lists that the app shows, a page of a hundred of each, which is as long as pages get.

use serde_json::Value;

use super::get::get;
use crate::error::Error;

pub(super) const MANAGER: &str = "manager-token";
const AGENT: &str = "agent-token";

pub(super) struct Endpoint {
    pub(super) name: &'static str,
    /// Who asks.
    pub(super) token: &'static str,
    /// Any of these at a time.
    pub(super) paths: Vec<String>,
}

/// For the account behind this address.
pub(super) fn of(url: &str) -> Result<Vec<Endpoint>, Error> {
    let one = |name, token, path: &str| Endpoint { name, token, paths: vec![path.to_owned()] };
    let by_manager = |name, path| one(name, MANAGER, path);
    // Square brackets are written as in a form.
    Ok(vec![
        by_manager("segments by cursor", "/api/v2/help_center/user_segments?page%5Bsize%5D=100"),
        by_manager("segments by page", "/api/v2/help_center/user_segments?page=2&per_page=100"),
        Endpoint {
            name: "segments of an agent",
            token: MANAGER,
            paths: segments_of(url, "agent")?,
        },
        Endpoint {
            name: "segments of an end user",
            token: MANAGER,
            paths: segments_of(url, "end-user")?,
        },
        by_manager("permission groups", "/api/v2/guide/permission_groups?page%5Bsize%5D=100"),
        by_manager("articles", "/api/v2/help_center/articles?page%5Bsize%5D=100"),
        // The 10,000th and those before it, and then there are no more pages.
        by_manager("articles, last page", "/api/v2/help_center/articles?page=100&per_page=100"),
        one(
            "articles that an agent sees",
            AGENT,
            "/api/v2/help_center/articles?page%5Bsize%5D=100",
        ),
        by_manager("users, searched", "/api/v2/users/search?query=jonas&per_page=100"),
        by_manager("organizations, completed", "/api/v2/organizations/autocomplete?name=north"),
        by_manager("groups", "/api/v2/groups?page%5Bsize%5D=100"),
        by_manager("tags, completed", "/api/v2/autocomplete/tags?name=wa"),
    ])
}

/// The segments of each of a hundred users: they have more or less in common with the rules.
fn segments_of(url: &str, role: &str) -> Result<Vec<String>, Error> {
    let path = format!("/api/v2/users?role={role}&page%5Bsize%5D=100");
    let answer = get(url, &path)?;
    let ids: Option<Vec<u64>> =
        answer["users"].as_array().and_then(|users| users.iter().map(id).collect());
    match ids {
        Some(ids) if !ids.is_empty() => Ok(ids.into_iter().map(segments_path).collect()),
        _ => Err(Error::Unanswered { path, reason: "there are no users in it".to_owned() }),
    }
}

fn segments_path(user: u64) -> String {
    format!("/api/v2/help_center/users/{user}/user_segments?page%5Bsize%5D=100")
}

fn id(item: &Value) -> Option<u64> {
    item["id"].as_u64()
}
