//! Paths: Zendesk's documentation writes them with and without `.json`, and both work. So do doubled slashes and one at
//! the end, which Rails takes out before it routes.

use std::str::FromStr;

use axum::{
    extract::{FromRequestParts, RawPathParams, Request, rejection::RawPathParamsRejection},
    http::{Uri, request::Parts},
};
use guidepost_model::{AnyId, UserId};

use crate::{address::OriginalPath, error::ApiError};

pub(crate) const SUFFIX: &str = ".json";

/// Brings a path to the form that routes have, and remembers it with its suffix, for links.
pub(crate) fn normalized(mut request: Request) -> Request {
    let path = without_extra_slashes(request.uri().path());
    let stem = path.strip_suffix(SUFFIX).filter(|stem| !stem.ends_with('/')).unwrap_or(&path);
    if stem != request.uri().path() {
        let path_and_query = match request.uri().query() {
            Some(query) => format!("{stem}?{query}"),
            None => stem.to_owned(),
        };
        let mut parts = request.uri().clone().into_parts();
        parts.path_and_query = path_and_query.parse().ok();
        if let Ok(uri) = Uri::from_parts(parts) {
            *request.uri_mut() = uri;
        }
    }
    request.extensions_mut().insert(OriginalPath(path));
    request
}

/// A path with single slashes between its parts, and none after the last one.
fn without_extra_slashes(path: &str) -> String {
    // What does not begin so is no path: `*`, or the nothing of CONNECT.
    if !path.starts_with('/') {
        return path.to_owned();
    }
    let parts = path.split('/').filter(|part| !part.is_empty());
    let squeezed = parts.fold(String::with_capacity(path.len()), |path, part| path + "/" + part);
    if squeezed.is_empty() { "/".to_owned() } else { squeezed }
}

/// Nothing answers to the method here: 404 where the path names no object either, like `users/create_many`, and else 405.
pub(crate) async fn method_not_allowed(
    params: Result<RawPathParams, RawPathParamsRejection>,
) -> ApiError {
    let is_id = |(name, value): (&str, &str)| {
        !["id", "membership_id"].contains(&name) || without_slug(value).is_some()
    };
    match params {
        Ok(params) if params.iter().all(is_id) => ApiError::MethodNotAllowed,
        Ok(_) | Err(_) => ApiError::InvalidEndpoint,
    }
}

/// The digits of an id, which a slug may follow: `360001-Safety-notice`. Recorded of articles, assumed of everything else.
/// `None` for what is no id.
fn without_slug(text: &str) -> Option<&str> {
    let digits = text.split_once('-').map_or(text, |(digits, _)| digits);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// The id in the path. A path that has none there is one that nothing is at.
#[derive(Debug)]
pub(crate) struct Id<T>(pub(crate) T);

impl<T, S> FromRequestParts<S> for Id<T>
where
    T: FromStr + AnyId,
    S: Send + Sync,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let text = named("id", parts, state).await.map_err(|_| ApiError::RecordNotFound)?;
        in_path(text.as_deref().unwrap_or_default()).map(Self)
    }
}

/// The id of a membership in a path that has a user's id, too.
#[derive(Debug)]
pub(crate) struct MembershipId(pub(crate) u64);

impl<S: Send + Sync> FromRequestParts<S> for MembershipId {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let text =
            named("membership_id", parts, state).await.map_err(|_| ApiError::RecordNotFound)?;
        // It is a number like that of a user.
        in_path::<UserId>(text.as_deref().unwrap_or_default()).map(|id| Self(id.0))
    }
}

fn in_path<T: FromStr + AnyId>(text: &str) -> Result<T, ApiError> {
    let digits = without_slug(text).ok_or(ApiError::InvalidEndpoint)?;
    // So many digits are no number that anything has.
    let id: T = digits.parse().map_err(|_| ApiError::RecordNotFound)?;
    known(id)
}

/// An id in a parameter of this name.
pub(crate) fn parse_id<T: FromStr + AnyId>(text: &str, name: &'static str) -> Result<T, ApiError> {
    known(text.parse().map_err(|_| no_id(name))?)
}

/// The same, where an id that nothing has is as good as any other. One above all that the database holds is none.
pub(crate) fn parse_any_id<T: FromStr + AnyId>(
    text: &str,
    name: &'static str,
) -> Result<T, ApiError> {
    let id: T = text.parse().map_err(|_| no_id(name))?;
    known(id).map_err(|_| no_id(name))
}

/// Support's own words for an id that is none.
fn no_id(name: &'static str) -> ApiError {
    let message = format!("Invalid parameter: {name} must be an integer");
    ApiError::InvalidAttribute { name, message }
}

/// The database holds ids as signed numbers: above them there is nothing.
fn known<T: AnyId>(id: T) -> Result<T, ApiError> {
    if i64::try_from(id.get()).is_err() {
        return Err(ApiError::RecordNotFound);
    }
    Ok(id)
}

/// The locale in the path, in lower case; none in paths without that part.
#[derive(Debug)]
pub(crate) struct Locale(pub(crate) Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for Locale {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let text = named("locale", parts, state).await.map_err(|_| ApiError::InvalidEndpoint)?;
        Ok(Self(text.map(|locale| locale.to_ascii_lowercase())))
    }
}

/// The part of the path that the route gives this name.
async fn named<S: Send + Sync>(
    name: &str,
    parts: &mut Parts,
    state: &S,
) -> Result<Option<String>, RawPathParamsRejection> {
    let params = RawPathParams::from_request_parts(parts, state).await?;
    let found = params.iter().find(|(key, _)| *key == name);
    Ok(found.map(|(_, value)| value.to_owned()))
}
