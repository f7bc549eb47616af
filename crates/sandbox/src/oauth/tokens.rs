//! Tokens that were given: the user's own, or those of everybody for help center managers, who are admins here. Shapes
//! are those of Zendesk's "OAuth Tokens". Documented there: only the beginning of a token is shown.

use std::{fmt, num::ParseIntError, str::FromStr};

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use guidepost_model::{AnyId, Timestamp, UserId};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::client::number;
use crate::{
    account::{self, Token, User},
    address::Address,
    auth::{CurrentToken, Someone},
    error::ApiError,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
};

/// A token's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TokenId(u64);

impl AnyId for TokenId {
    fn get(self) -> u64 {
        self.0
    }
}

impl fmt::Display for TokenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for TokenId {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.parse().map(Self)
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = Token, description = "An OAuth token, of which only the beginning is shown.")]
pub(crate) struct Body {
    url: String,
    id: u64,
    #[schema(value_type = u64)]
    user_id: UserId,
    /// `null` for a client that is registered no longer.
    #[schema(value_type = Option<u64>)]
    client_id: Option<usize>,
    token: String,
    /// `null` for a token that cannot be refreshed.
    refresh_token: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    refresh_token_expires_at: Option<Timestamp>,
    /// Never told: noting it would make every request a write.
    used_at: Value,
    scopes: Vec<String>,
}

/// The user's own tokens; with `all=true` those of everybody, for managers.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    Someone(user): Someone,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(&query, Api::Support, &address)?;
    let of = match query.flag("all")? {
        Some(true) if user.manager => None,
        Some(true) => return Err(ApiError::Forbidden),
        _ => Some(user.id),
    };
    let tokens = sandbox.account().read(|connection| account::tokens(connection, of, &page))?;
    let tokens = tokens.map(|token| body(token, &sandbox, &address));
    Ok(paged(&tokens, "tokens", Api::Support, &address))
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Someone(user): Someone,
    Id(TokenId(id)): Id<TokenId>,
    address: Address,
) -> Result<Response, ApiError> {
    let token = sandbox.account().read(|connection| {
        let token = account::token(connection, id)?;
        token.filter(|token| concerns(token, &user)).ok_or(ApiError::RecordNotFound)
    })?;
    Ok(Json(json!({ "token": body(token, &sandbox, &address) })).into_response())
}

/// The token that the request is made with; 404 for other credentials, which is assumed.
pub(crate) async fn show_current(
    state: State<Sandbox>,
    someone: Someone,
    CurrentToken(id): CurrentToken,
    address: Address,
) -> Result<Response, ApiError> {
    show(state, someone, Id(TokenId(id.ok_or(ApiError::RecordNotFound)?)), address).await
}

/// 204: the token and its refresh token are worth nothing from then on.
pub(crate) async fn revoke(
    State(sandbox): State<Sandbox>,
    Someone(user): Someone,
    Id(TokenId(id)): Id<TokenId>,
) -> Result<StatusCode, ApiError> {
    sandbox.account().write(|transaction| {
        let token = account::token(transaction, id)?;
        token.filter(|token| concerns(token, &user)).ok_or(ApiError::RecordNotFound)?;
        Ok::<_, ApiError>(account::revoke_token(transaction, id)?)
    })?;
    Ok(StatusCode::NO_CONTENT)
}

/// The same for the token that the request is made with, whatever its scopes.
pub(crate) async fn revoke_current(
    state: State<Sandbox>,
    someone: Someone,
    CurrentToken(id): CurrentToken,
) -> Result<StatusCode, ApiError> {
    revoke(state, someone, Id(TokenId(id.ok_or(ApiError::RecordNotFound)?))).await
}

/// Somebody else's token is not there for those who do not manage: that it is 404 and not 403 is assumed.
fn concerns(token: &Token, user: &User) -> bool {
    token.user_id == user.id || user.manager
}

fn body(token: Token, sandbox: &Sandbox, address: &Address) -> Body {
    let is_refreshed = !token.refresh_start.is_empty();
    Body {
        url: address.at(&format!("/api/v2/oauth/tokens/{}.json", token.id)),
        id: token.id,
        user_id: token.user_id,
        client_id: number(sandbox, &token.client),
        token: token.access_start,
        refresh_token: is_refreshed.then_some(token.refresh_start),
        created_at: token.created_at,
        expires_at: token.expires_at,
        refresh_token_expires_at: is_refreshed.then_some(token.refresh_expires_at),
        used_at: Value::Null,
        scopes: token.scope.split(' ').map(str::to_owned).collect(),
    }
}
