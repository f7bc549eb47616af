//! Looking for users by what they are called.

use std::collections::BTreeSet;

use axum::{extract::State, response::Response};

use super::{answer, page};
use crate::{
    account::{self, Finding, UserFilter},
    address::Address,
    auth::Staff,
    error::ApiError,
    paging::{Api, PageRequest},
    query::Query,
    sandbox::Sandbox,
};

/// Users of whose name each word of `name` begins a word, or whose e-mail address it begins.
pub(crate) async fn autocomplete(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let name = query.get("name").ok_or_else(|| ApiError::missing("name"))?;
    let text = words(name, "name")?;
    found(&sandbox, &text, Finding::Beginnings, &query, &address)
}

/// Users in whose name or e-mail address the words of `query` stand, or the one with `external_id`. Of Zendesk's
/// search language only `type:user`, `name:`, `email:` and a closing `*` are understood.
pub(crate) async fn search(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    if let Some(id) = query.get("external_id") {
        let request = PageRequest::read_offset(&query, Api::Support)?;
        return page(&sandbox, &UserFilter::ExternalId(id.to_owned()), &request, &address);
    }
    let text = query.get("query").ok_or_else(|| ApiError::missing("query"))?;
    let meant: Vec<&str> = text
        .split_whitespace()
        .filter(|word| *word != "type:user")
        .map(|word| {
            word.strip_prefix("name:").or_else(|| word.strip_prefix("email:")).unwrap_or(word)
        })
        .map(|word| word.trim_matches('"'))
        .collect();
    let text = meant.join(" ");
    let (text, finding) = match text.strip_suffix('*') {
        Some(beginning) => (beginning, Finding::Beginnings),
        None => (text.as_str(), Finding::Words),
    };
    found(&sandbox, &words(text, "query")?, finding, &query, &address)
}

/// Words that can be looked for at once. Assumed, as that more are refused: each takes its time.
const MOST_WORDS: usize = 100;

/// The words of the parameter with this name, each once.
fn words(text: &str, name: &'static str) -> Result<String, ApiError> {
    let words: BTreeSet<&str> = text.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        let message = format!("Invalid parameter: {name} may have at most {MOST_WORDS} words");
        return Err(ApiError::InvalidAttribute { name, message });
    }
    Ok(words.into_iter().collect::<Vec<_>>().join(" "))
}

/// Both ways of looking know offset paging only.
fn found(
    sandbox: &Sandbox,
    text: &str,
    finding: Finding,
    query: &Query,
    address: &Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read_offset(query, Api::Support)?;
    let users = sandbox
        .account()
        .read(|connection| account::users_found(connection, text, finding, &page))?;
    Ok(answer(users, address))
}
