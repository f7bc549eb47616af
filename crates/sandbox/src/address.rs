//! The address a request was made to, as its sender wrote it: links in answers are built from it.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Uri, header::HOST, request::Parts},
};

use crate::query::Query;

/// Parameters that say which page is meant; a link to another page replaces them.
const PAGING: [&str; 5] = ["page", "per_page", "page[size]", "page[after]", "page[before]"];

/// The path as it was asked for, `.json` included, without superfluous slashes.
#[derive(Debug, Clone)]
pub(crate) struct OriginalPath(pub(crate) String);

/// Host, path and parameters of a request.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    /// `http://127.0.0.1:8080`
    pub(crate) origin: String,
    path: String,
    query: Query,
}

impl Address {
    /// The same list's other page, which these parameters name.
    pub(crate) fn with(&self, parameters: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.query.0.iter().filter(|(name, _)| {
            !PAGING.contains(&name.as_str()) && parameters.iter().all(|(other, _)| other != name)
        }));
        query.extend_pairs(parameters);
        format!("{}{}?{}", self.origin, self.path, query.finish())
    }

    /// An address of the same server.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// Host and port as the request names them.
pub(crate) fn host<'a>(headers: &'a HeaderMap, uri: &'a Uri) -> Option<&'a str> {
    let header = headers.get(HOST).and_then(|host| host.to_str().ok());
    header.or_else(|| uri.authority().map(|authority| authority.as_str()))
}

/// A name as it stands in the address of a page.
pub(crate) fn slug(name: &str) -> String {
    let words =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

impl<S: Send + Sync> FromRequestParts<S> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let host = host(&parts.headers, &parts.uri).unwrap_or("localhost");
        let origin = format!("http://{host}");
        let path = match parts.extensions.get::<OriginalPath>() {
            Some(original) => original.0.clone(),
            None => parts.uri.path().to_owned(),
        };
        let query = Query::from_request_parts(parts, state).await?;
        Ok(Self { origin, path, query })
    }
}
