//! Looking for users by what they are called, and by all that a search can name. Both know offset paging only.

use std::collections::BTreeSet;

use axum::{extract::State, response::Response};

use super::{
    page,
    search_language::{self, MOST_WORDS},
};
use crate::{
    account::{self, UserFilter},
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
    let request = PageRequest::read_offset(&query, Api::Support)?;
    let name = query.get("name").ok_or_else(|| ApiError::missing("name"))?;
    let words: BTreeSet<&str> = name.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        let reason = format!("It may have at most {MOST_WORDS} words");
        return Err(ApiError::invalid_parameter("name", reason));
    }
    let words: Vec<&str> = words.into_iter().collect();
    page(&sandbox, &query, &address, |connection| {
        account::users_completed(connection, &words, &request)
    })
}

/// Users whom `query` describes in Zendesk's search language, or the one with `external_id`.
pub(crate) async fn search(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let request = PageRequest::read_offset(&query, Api::Support)?;
    if let Some(id) = query.get("external_id") {
        let filter = UserFilter::ExternalId(id.to_owned());
        return page(&sandbox, &query, &address, |connection| {
            account::users(connection, &filter, &request)
        });
    }
    let text = query.get("query").ok_or_else(|| ApiError::missing("query"))?;
    let terms = search_language::read(text)?;
    page(&sandbox, &query, &address, |connection| {
        account::users_found(connection, &terms, &request)
    })
}
