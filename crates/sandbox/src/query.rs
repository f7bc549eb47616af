//! The query string, read leniently: no address makes it fail.

use std::convert::Infallible;

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::error::ApiError;

/// The parameters of an address, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Query(pub(crate) Vec<(String, String)>);

impl Query {
    /// The first parameter with this name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// A parameter that says yes or no. Anything but `true` and `false` is refused, which is assumed.
    pub(crate) fn flag(&self, name: &'static str) -> Result<Option<bool>, ApiError> {
        match self.get(name) {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(_) => Err(ApiError::InvalidAttribute {
                name,
                message: format!("Invalid parameter: {name} must be true or false"),
            }),
        }
    }

    /// All parameters with this name.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The words of a parameter that lists them between commas.
    pub(crate) fn listed(&self, name: &str) -> impl Iterator<Item = &str> {
        let list = self.get(name).unwrap_or_default().split(',').map(str::trim);
        list.filter(|word| !word.is_empty())
    }
}

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let text = parts.uri.query().unwrap_or_default();
        Ok(Self(form_urlencoded::parse(text.as_bytes()).into_owned().collect()))
    }
}
