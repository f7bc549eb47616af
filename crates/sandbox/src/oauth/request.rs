//! What a client asks a user for. Of what is wrong with it the client is told at its own address, once that is known to
//! be its own: anything before stays a page that only the user sees (RFC 6749, section 4.1.2.1).

use super::{
    client::{NotRegistered, RedirectTarget, is_confidential, target},
    pkce,
    scope::Scopes,
};
use crate::{origin::RequestOrigin, query::Query, sandbox::Sandbox};

/// A request for consent that can be granted.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) client: String,
    pub(super) back: Back,
    pub(super) target: RedirectTarget,
    pub(super) scope: Scopes,
    /// Empty where a confidential client asks without PKCE.
    pub(super) challenge: String,
}

/// Where the user goes afterwards.
#[derive(Debug)]
pub(super) struct Back {
    pub(super) redirect_uri: String,
    pub(super) state: Option<String>,
}

/// A request that cannot be granted.
#[derive(Debug)]
pub(super) enum Unaskable {
    /// Said to the user.
    Page(&'static str),
    /// Said to the client: the user is sent to this address.
    Back(String),
}

impl Asked {
    /// `own` is where the sandbox was asked.
    pub(super) fn read(
        query: &Query,
        sandbox: &Sandbox,
        own: &RequestOrigin,
    ) -> Result<Self, Unaskable> {
        let client = query.get("client_id").unwrap_or_default().to_owned();
        let redirect_uri = query.get("redirect_uri").unwrap_or_default().to_owned();
        let target = target(sandbox, own, &client, &redirect_uri).map_err(|unknown| {
            Unaskable::Page(match unknown {
                NotRegistered::Client => "No application is registered with this client_id.",
                NotRegistered::RedirectUri => {
                    "The application is not registered with this redirect_uri."
                }
            })
        })?;
        let back = Back { redirect_uri, state: query.get("state").map(str::to_owned) };
        let refuse = |error, description| Err(Unaskable::Back(back.with_error(error, description)));
        match query.get("response_type") {
            Some("code") => {}
            // Zendesk ended the implicit grant, `token`, in February 2025.
            Some(_) => return refuse("unsupported_response_type", "response_type must be code"),
            None => return refuse("invalid_request", "response_type is missing"),
        }
        let Some(scope) = query.get("scope").and_then(Scopes::read) else {
            return refuse(
                "invalid_scope",
                "scope is missing, or has characters that no scope has",
            );
        };
        // Documented: public clients must use PKCE. Others prove themselves with their secret.
        let challenge = match (query.get("code_challenge"), query.get("code_challenge_method")) {
            (Some(challenge), Some(pkce::METHOD)) if pkce::is_challenge(challenge) => {
                challenge.to_owned()
            }
            (Some(_), Some(pkce::METHOD)) => {
                return refuse("invalid_request", "code_challenge is no SHA-256 in base64url");
            }
            (Some(_), _) => return refuse("invalid_request", "code_challenge_method must be S256"),
            (None, _) if is_confidential(sandbox, &client) => String::new(),
            (None, _) => return refuse("invalid_request", "code_challenge is missing"),
        };
        Ok(Self { client, back, target, scope, challenge })
    }
}

impl Back {
    pub(super) fn with_code(&self, code: &str) -> String {
        self.with(&[("code", code)])
    }

    pub(super) fn with_error(&self, error: &str, description: &str) -> String {
        self.with(&[("error", error), ("error_description", description)])
    }

    fn with(&self, parameters: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(parameters);
        if let Some(state) = &self.state {
            query.append_pair("state", state);
        }
        let separator = if self.redirect_uri.contains('?') { '&' } else { '?' };
        format!("{}{separator}{}", self.redirect_uri, query.finish())
    }
}
