//! The address a request was made to, as its sender wrote it: links in answers are built from it.

use std::convert::Infallible;

use axum::{extract::FromRequestParts, http::request::Parts};

use guidepost_model::BrandId;

use crate::{origin::RequestOrigin, path::SUFFIX, query::Query};

/// Parameters that say which page is meant; a link to another page replaces them.
const PAGING: [&str; 5] = ["page", "per_page", "page[size]", "page[after]", "page[before]"];

/// The path as it was asked for, `.json` included, without superfluous slashes.
#[derive(Debug, Clone)]
pub(crate) struct OriginalPath(pub(crate) String);

/// Host, path and parameters of a request.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    /// `http://127.0.0.1:8080`
    pub(crate) origin: RequestOrigin,
    path: String,
    query: Query,
    /// Whose list is asked for, where every brand has its own.
    brand: Option<BrandId>,
}

/// Paths under which the help center serves what is also at another: how links to pages spell them. Recorded of topics.
const CANONICAL: [(&str, &str); 1] = [("/api/v2/community/", "/api/v2/help_center/community/")];

impl Address {
    /// The same address, as one of a brand.
    pub(crate) fn of_brand(self, brand: BrandId) -> Self {
        Self { brand: Some(brand), ..self }
    }

    /// The path as the help center spells it in links: without `.json`.
    fn canonical_path(&self) -> String {
        let path = self.path.strip_suffix(SUFFIX).unwrap_or(&self.path);
        let canonical = CANONICAL.iter().find_map(|(written, canonical)| {
            Some(format!("{canonical}{}", path.strip_prefix(written)?))
        });
        canonical.unwrap_or_else(|| path.to_owned())
    }

    /// A name of the list that is asked for: the same for all its pages, and another for every other list.
    pub(crate) fn list(&self) -> String {
        let brand = self.brand.map(|brand| brand.to_string()).unwrap_or_default();
        format!("{brand}{}", self.canonical_path())
    }

    /// The same list's other page, which these parameters name, at the canonical path.
    pub(crate) fn canonical_with(&self, parameters: &[(&str, &str)]) -> String {
        self.link(&self.canonical_path(), parameters)
    }

    /// The same list's other page, which these parameters name.
    pub(crate) fn with(&self, parameters: &[(&str, &str)]) -> String {
        self.link(&self.path, parameters)
    }

    fn link(&self, path: &str, parameters: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.query.0.iter().filter(|(name, _)| {
            !PAGING.contains(&name.as_str()) && parameters.iter().all(|(other, _)| other != name)
        }));
        query.extend_pairs(parameters);
        format!("{}{path}?{}", self.origin, query.finish())
    }

    /// An address of the same server.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Where people read something of a brand's help center. The sandbox itself has no pages there.
    pub(crate) fn in_help_center(&self, subdomain: &str, path: &str) -> String {
        format!("{}/hc/{path}", self.origin.help_center(subdomain))
    }
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
        let origin = RequestOrigin::of_parts(parts);
        let path = match parts.extensions.get::<OriginalPath>() {
            Some(original) => original.0.clone(),
            None => parts.uri.path().to_owned(),
        };
        let query = Query::from_request_parts(parts, state).await?;
        Ok(Self { origin, path, query, brand: None })
    }
}
