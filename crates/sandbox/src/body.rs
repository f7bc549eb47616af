//! The JSON body of a request, whose every defect has an answer.

use axum::{
    body::to_bytes,
    extract::{FromRequest, Request},
    http::header::{CONTENT_LENGTH, CONTENT_TYPE},
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
        let too_long = ApiError::TooLong { limit: LONGEST };
        let (parts, body) = request.into_parts();
        let header = |name| parts.headers.get(name)?.to_str().ok();
        // The media type before any parameter: `application/json; charset=utf-8`.
        let media_type = header(CONTENT_TYPE).and_then(|value: &str| value.split(';').next());
        if !media_type
            .is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
        {
            return Err(ApiError::NotJson);
        }
        let announced = header(CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
        if announced.is_some_and(|length| length > LONGEST) {
            return Err(too_long);
        }
        let bytes = to_bytes(body, LONGEST).await.map_err(|_| too_long)?;
        let value = serde_json::from_slice(&bytes)
            .map_err(|error| ApiError::UnreadableBody(error.to_string()))?;
        Ok(Self(value))
    }
}
