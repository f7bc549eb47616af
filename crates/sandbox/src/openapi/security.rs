//! With which credentials an endpoint may be called, and which scopes a token of OAuth needs for it.

use std::collections::BTreeSet;

use axum::http::Method;
use utoipa::openapi::{
    ComponentsBuilder, SecurityRequirement,
    security::{
        ApiKey, ApiKeyValue, AuthorizationCode, ClientCredentials, Flow, HttpAuthScheme,
        HttpBuilder, OAuth2, Scopes, SecurityScheme,
    },
};

use crate::{
    auth::SESSION_COOKIE,
    oauth::{enough_for, meaning, needs_no_scope},
};

const BASIC: &str = "basic";
const BEARER: &str = "bearer";
const OAUTH: &str = "oauth";
const SESSION: &str = "session";

pub(super) fn add(components: ComponentsBuilder, scopes: &BTreeSet<String>) -> ComponentsBuilder {
    let http = |scheme, about: &str| {
        let http = HttpBuilder::new().scheme(scheme).description(Some(about)).build();
        SecurityScheme::Http(http)
    };
    let scopes: Scopes = scopes.iter().map(|scope| (scope.as_str(), meaning(scope))).collect();
    let credentials = ClientCredentials::new("/oauth/tokens", scopes.clone());
    let code = AuthorizationCode::new("/oauth/authorizations/new", "/oauth/tokens", scopes);
    let cookie = ApiKeyValue::with_description(
        SESSION_COOKIE,
        "Signs in the pages of the served site; the name ends with `_` and the server's port.",
    );
    components
        .security_scheme(
            BASIC,
            http(HttpAuthScheme::Basic, "An API token: `manager@sandbox.test/token:manager-token`"),
        )
        .security_scheme(BEARER, http(HttpAuthScheme::Bearer, "`manager-token` and the like"))
        .security_scheme(
            OAUTH,
            SecurityScheme::OAuth2(OAuth2::with_description(
                [Flow::AuthorizationCode(code), Flow::ClientCredentials(credentials)],
                "With PKCE for public clients, and with a secret for confidential ones.",
            )),
        )
        .security_scheme(SESSION, SecurityScheme::ApiKey(ApiKey::Cookie(cookie)))
}

/// Any one of these is enough; for an endpoint that is `open` none is, too.
pub(super) fn of(
    method: &Method,
    path: &str,
    open: bool,
    scopes: &mut BTreeSet<String>,
) -> Vec<SecurityRequirement> {
    let none: [&str; 0] = [];
    let mut requirements = Vec::new();
    if open {
        requirements.push(SecurityRequirement::default());
    }
    requirements.extend([BASIC, BEARER, SESSION].map(|name| SecurityRequirement::new(name, none)));
    if needs_no_scope(method, path) {
        requirements.push(SecurityRequirement::new(OAUTH, none));
        return requirements;
    }
    let (access, of_resource) = enough_for(method, path);
    for scope in [Some(access.to_owned()), of_resource].into_iter().flatten() {
        requirements.push(SecurityRequirement::new(OAUTH, [scope.clone()]));
        scopes.insert(scope);
    }
    requirements
}
