//! The body of a request, whose every defect has an answer.

use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequest, Request},
    http::{
        HeaderMap, HeaderName,
        header::{CONTENT_LENGTH, CONTENT_TYPE},
    },
};
use serde_json::Value;

use crate::error::ApiError;

/// Longer bodies are refused. The limit is assumed; 50 names of every kind fit in a fiftieth of it.
const LONGEST: usize = 1 << 20;

/// A request's body, any JSON.
#[derive(Debug)]
pub(crate) struct JsonBody(pub(crate) Value);

impl<S: Sync> FromRequest<S> for JsonBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        if media_type(request.headers()).as_deref() != Some("application/json") {
            return Err(ApiError::NotJson);
        }
        let bytes = bytes(request).await?;
        let value = serde_json::from_slice(&bytes)
            .map_err(|error| ApiError::UnreadableBody(error.to_string()))?;
        Ok(Self(value))
    }
}

/// A request's body, if it is not too long. One that says so of itself is not even read.
pub(crate) async fn bytes(request: Request) -> Result<Bytes, ApiError> {
    let too_long = ApiError::TooLong { limit: LONGEST };
    let announced =
        text(request.headers(), CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if announced.is_some_and(|length| length > LONGEST) {
        return Err(too_long);
    }
    to_bytes(request.into_body(), LONGEST).await.map_err(|_| too_long)
}

/// The media type, in lower case and before any parameter: `application/json; charset=utf-8`.
pub(crate) fn media_type(headers: &HeaderMap) -> Option<String> {
    let media_type = text(headers, CONTENT_TYPE)?.split(';').next()?;
    Some(media_type.trim().to_ascii_lowercase())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}
