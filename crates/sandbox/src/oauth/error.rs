//! Refusals at the endpoint for tokens, in the shape of RFC 6749, section 5.2. The words are the sandbox's own.

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::error::ApiError;

/// Why no token was given.
#[derive(Debug)]
pub(crate) enum OauthError {
    InvalidRequest(String),
    /// Nobody knows this client, or its secret is another.
    InvalidClient,
    /// A client without a secret asked for a token of its own.
    UnauthorizedClient,
    /// The code or refresh token is not good, or not for this request. Which of it is not told.
    InvalidGrant,
    InvalidScope,
    UnsupportedGrantType,
    /// The body is too long, or the database failed.
    Other(ApiError),
}

impl From<ApiError> for OauthError {
    fn from(error: ApiError) -> Self {
        Self::Other(error)
    }
}

impl From<rusqlite::Error> for OauthError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Other(ApiError::Store(error))
    }
}

impl IntoResponse for OauthError {
    fn into_response(self) -> Response {
        let (status, error, description) = match self {
            Self::InvalidRequest(description) => {
                (StatusCode::BAD_REQUEST, "invalid_request", description)
            }
            Self::InvalidClient => (
                StatusCode::UNAUTHORIZED,
                "invalid_client",
                "No client has this client_id, or its client_secret is another.".to_owned(),
            ),
            Self::UnauthorizedClient => (
                StatusCode::BAD_REQUEST,
                "unauthorized_client",
                "The client has no secret, so it can have no token of its own.".to_owned(),
            ),
            Self::InvalidGrant => (
                StatusCode::BAD_REQUEST,
                "invalid_grant",
                "The code or refresh token is unknown, expired, used or revoked, or it was given to another client, \
                 for another redirect_uri or with another code_challenge."
                    .to_owned(),
            ),
            Self::InvalidScope => (
                StatusCode::BAD_REQUEST,
                "invalid_scope",
                "The scope is unknown, or more than was granted.".to_owned(),
            ),
            Self::UnsupportedGrantType => (
                StatusCode::BAD_REQUEST,
                "unsupported_grant_type",
                "The grant_type must be authorization_code, refresh_token or client_credentials.".to_owned(),
            ),
            Self::Other(error) => return error.into_response(),
        };
        let body = Json(json!({ "error": error, "error_description": description }));
        (status, [(header::CACHE_CONTROL, "no-store")], body).into_response()
    }
}
