//! The body of a request, whose every defect has an answer.

use std::{future::poll_fn, pin::Pin};

use axum::{
    body::HttpBody,
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
pub(crate) async fn bytes(request: Request) -> Result<Vec<u8>, ApiError> {
    let announced =
        text(request.headers(), CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if announced.is_some_and(|length| length > LONGEST) {
        return Err(ApiError::TooLong { limit: LONGEST });
    }
    let mut body = request.into_body();
    let mut read = Vec::new();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        // It breaks off, or what says how long its parts are cannot be read.
        let frame = frame.map_err(|error| ApiError::UnreadableBody(error.to_string()))?;
        // Anything but data is trailers, which say nothing here.
        let Ok(data) = frame.into_data() else { continue };
        if read.len() + data.len() > LONGEST {
            return Err(ApiError::TooLong { limit: LONGEST });
        }
        read.extend_from_slice(&data);
    }
    Ok(read)
}

/// The media type, in lower case and before any parameter: `application/json; charset=utf-8`.
pub(crate) fn media_type(headers: &HeaderMap) -> Option<String> {
    let media_type = text(headers, CONTENT_TYPE)?.split(';').next()?;
    Some(media_type.trim().to_ascii_lowercase())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}
