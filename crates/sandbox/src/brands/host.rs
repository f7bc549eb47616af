//! Which brand a request is made to: the one whose subdomain is the first label of the host, as in
//! `fernhollow-stage.localhost:8080` or `fernhollow-stage.zendesk.com`. Any other host stands for the account itself.

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{StatusCode, header::LOCATION, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    account::{self, Brand},
    address::OriginalPath,
    error::ApiError,
    origin::RequestOrigin,
    sandbox::Sandbox,
};

/// The brand whose help center a request is made to; the default one when its host names none.
#[derive(Debug)]
pub(crate) struct OfHost(pub(crate) Brand);

impl FromRequestParts<Sandbox> for OfHost {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, ApiError> {
        let origin = RequestOrigin::of_parts(parts);
        sandbox.account().read(|connection| {
            let named = match origin.subdomain() {
                Some(subdomain) => account::brand_of_subdomain(connection, &subdomain)?,
                None => None,
            };
            let brand = match named {
                Some(brand) => brand,
                None => account::default_brand(connection)?,
            };
            Ok(Self(brand))
        })
    }
}

/// Sends a request for something of the whole account from a brand's host to the account's own, as documented of
/// permission groups. Before anybody is asked who they are: credentials belong to one host.
///
/// The documentation does not say with which status. 307, because it is the one that keeps the method and body of a
/// write (a browser turns a POST into a GET at 301 and 302) and is not remembered (308 is, and subdomains change).
pub(crate) async fn to_primary(
    State(sandbox): State<Sandbox>,
    request: Request,
    next: Next,
) -> Response {
    match primary_address(&sandbox, &request) {
        Ok(None) => next.run(request).await,
        Ok(Some(address)) => {
            (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, address)]).into_response()
        }
        Err(error) => error.into_response(),
    }
}

/// The same address at the account's own host, when the request is made to another brand's. A sandbox that has no public
/// address there answers in its place.
fn primary_address(sandbox: &Sandbox, request: &Request) -> Result<Option<String>, ApiError> {
    let origin = RequestOrigin::of_request(request);
    let Some(subdomain) = origin.subdomain() else { return Ok(None) };
    let primary = sandbox.account().read(|connection| {
        let primary = account::primary_subdomain(connection)?;
        let is_other =
            subdomain != primary && account::brand_of_subdomain(connection, &subdomain)?.is_some();
        Ok::<_, ApiError>(is_other.then_some(primary))
    })?;
    let path = request.extensions().get::<OriginalPath>();
    let path = path.map_or(request.uri().path(), |original| &original.0);
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let own = primary.and_then(|primary| origin.at_subdomain(&primary));
    Ok(own.map(|own| format!("{own}{path}{query}")))
}
