//! Paths: Zendesk's documentation writes them with and without `.json`, and both work.

use std::str::FromStr;

use axum::{
    extract::{FromRequestParts, Path, Request},
    http::{Uri, request::Parts},
};
use guidepost_model::AnyId;

use crate::{address::OriginalPath, error::ApiError};

const SUFFIX: &str = ".json";

/// Takes `.json` off the last part of the path, before routing, and remembers the path as it was.
pub(crate) fn without_suffix(mut request: Request) -> Request {
    let original = OriginalPath(request.uri().path().to_owned());
    request.extensions_mut().insert(original);
    let path = request.uri().path();
    let Some(stem) = path.strip_suffix(SUFFIX).filter(|stem| !stem.ends_with('/')) else {
        return request;
    };
    let path_and_query = match request.uri().query() {
        Some(query) => format!("{stem}?{query}"),
        None => stem.to_owned(),
    };
    let mut parts = request.uri().clone().into_parts();
    parts.path_and_query = path_and_query.parse().ok();
    if let Ok(uri) = Uri::from_parts(parts) {
        *request.uri_mut() = uri;
    }
    request
}

/// The id in the path.
#[derive(Debug)]
pub(crate) struct Id<T>(pub(crate) T);

impl<T, S> FromRequestParts<S> for Id<T>
where
    T: FromStr + AnyId,
    S: Send + Sync,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let Path(text) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| ApiError::RecordNotFound)?;
        // Support's own words for an id that is none.
        let id: T = text.parse().map_err(|_| ApiError::InvalidAttribute {
            name: "id",
            message: "Invalid parameter: id must be an integer".to_owned(),
        })?;
        // The database holds ids as signed numbers: above them there is nothing.
        if i64::try_from(id.get()).is_err() {
            return Err(ApiError::RecordNotFound);
        }
        Ok(Self(id))
    }
}
