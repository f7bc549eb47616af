//! Where codes, refresh tokens and secrets of clients become access tokens. What is refused and what a refusal ends are one transaction.

use axum::{
    Json,
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rusqlite::Connection;
use serde_json::json;

use super::{
    client::{is_authentic, is_confidential, is_registered},
    error::OauthError,
    form::{Asked, Form},
    pkce,
    scope::Scopes,
};
use crate::{
    account::{self, Grant, Lifetimes, Tokens},
    auth::MANAGER,
    sandbox::Sandbox,
    secrets::Digested,
    switches::{OauthRefreshReuse, OauthTokenStatus},
};

/// The shortest lifetimes that a sandbox with faults gives, so that a test waits for seconds and not for minutes.
const SHORTEST: i64 = 1;

/// 201 with a token, as documented. Reported: the answer names a lifetime only where the request did.
pub(crate) async fn exchange(
    State(sandbox): State<Sandbox>,
    request: Request,
) -> Result<Response, OauthError> {
    let form = Form::read(request).await?;
    let client = form.get("client_id")?;
    let kind = Kind::read(&form, is_confidential(&sandbox, &client))?;
    let secret = form.optional("client_secret");
    if !is_registered(&sandbox, &client) || !is_authentic(&sandbox, &client, secret.as_deref()) {
        return Err(OauthError::InvalidClient);
    }
    let scope = match form.optional("scope") {
        Some(text) => Some(Scopes::read(&text).ok_or(OauthError::InvalidScope)?),
        None => None,
    };
    let asked = form.lifetimes(sandbox.settings().faults.then_some(SHORTEST))?;
    let wanted = Wanted { client, scope, lifetimes: asked.lifetimes };
    let given = match kind {
        Kind::Client if !is_confidential(&sandbox, &wanted.client) => {
            return Err(OauthError::UnauthorizedClient);
        }
        Kind::Client => own(&sandbox, wanted)?,
        Kind::User(proof) => of_user(&sandbox, &proof, &wanted)?,
    };
    Ok(answer(&sandbox, given, asked))
}

/// New tokens, and their scope.
struct Given {
    tokens: Tokens,
    scope: String,
}

/// Tokens for what a user granted.
fn of_user(sandbox: &Sandbox, proof: &Proof, wanted: &Wanted) -> Result<Given, OauthError> {
    let tokens = Tokens {
        access: sandbox.secrets().token(),
        refresh: sandbox.secrets().token(),
        is_refreshed: true,
    };
    let (now, reuse) = (sandbox.clock().now(), sandbox.switches().oauth_refresh_reuse);
    // A refusal may have ended a grant, which is to be kept: so it is no error of the transaction.
    let outcome = sandbox.account().write(|transaction| {
        let grant = match proof.redeem(transaction, &wanted.client, reuse, now)? {
            Some(grant) => grant,
            None => return Ok::<_, rusqlite::Error>(Err(OauthError::InvalidGrant)),
        };
        let Some(scope) = wanted.scope_within(&grant.scope) else {
            return Ok(Err(OauthError::InvalidScope));
        };
        proof.spend(transaction, &grant)?;
        account::add_token(transaction, grant.id, &tokens, &scope, wanted.lifetimes, now)?;
        Ok(Ok(scope))
    })?;
    outcome.map(|scope| Given { tokens, scope })
}

/// A token for the client itself: documented for confidential clients, without a refresh token. Whose rights it has is not:
/// those of whoever registered the client are assumed, which is the manager.
fn own(sandbox: &Sandbox, wanted: Wanted) -> Result<Given, OauthError> {
    let scope = wanted.scope.map(|scope| scope.to_string());
    let scope = scope.ok_or_else(|| OauthError::InvalidRequest("scope is missing.".to_owned()))?;
    // A refresh token that nobody is told, because the database has a place for one.
    let tokens = Tokens {
        access: sandbox.secrets().token(),
        refresh: sandbox.secrets().token(),
        is_refreshed: false,
    };
    let (now, code) = (sandbox.clock().now(), sandbox.secrets().token());
    let lifetimes = Lifetimes { refresh: wanted.lifetimes.access, ..wanted.lifetimes };
    sandbox.account().write(|transaction| {
        account::forget_expired(transaction, now)?;
        let manager = account::user_by_email(transaction, MANAGER)?;
        let manager = manager.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        let grant = Grant {
            id: 0,
            client: wanted.client,
            user_id: manager.id,
            scope: scope.clone(),
            redirect_uri: String::new(),
            challenge: String::new(),
            expires_at: now,
            used: false,
        };
        let grant = account::add_grant(transaction, &grant, Digested::of(&code))?;
        account::add_token(transaction, grant, &tokens, &scope, lifetimes, now)
    })?;
    Ok(Given { tokens, scope })
}

fn answer(sandbox: &Sandbox, given: Given, asked: Asked) -> Response {
    let Given { tokens, scope } = given;
    let mut body = json!({
        "access_token": tokens.access,
        "token_type": "bearer",
        "scope": scope,
    });
    if asked.access {
        body["expires_in"] = asked.lifetimes.access.into();
    }
    if tokens.is_refreshed {
        body["refresh_token"] = tokens.refresh.into();
        if asked.refresh {
            body["refresh_token_expires_in"] = asked.lifetimes.refresh.into();
        }
    }
    let status = match sandbox.switches().oauth_token_status {
        OauthTokenStatus::Created => StatusCode::CREATED,
        OauthTokenStatus::Ok => StatusCode::OK,
    };
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::PRAGMA, "no-cache")];
    (status, headers, Json(body)).into_response()
}

/// For whom a token is.
enum Kind {
    User(Proof),
    /// For the client itself.
    Client,
}

impl Kind {
    /// What the form asks for. A confidential client may do without PKCE.
    fn read(form: &Form, is_confidential: bool) -> Result<Self, OauthError> {
        let proof = match form.get("grant_type")?.as_str() {
            "authorization_code" => Proof::Code {
                code: Digested::of(&form.get("code")?),
                redirect_uri: form.get("redirect_uri")?,
                verifier: match form.optional("code_verifier") {
                    None if is_confidential => None,
                    _ => Some(form.get("code_verifier")?),
                },
            },
            "refresh_token" => Proof::Refresh(Digested::of(&form.get("refresh_token")?)),
            "client_credentials" => return Ok(Self::Client),
            _ => return Err(OauthError::UnsupportedGrantType),
        };
        Ok(Self::User(proof))
    }
}

/// That a user granted what is asked for.
enum Proof {
    Code { code: Digested, redirect_uri: String, verifier: Option<String> },
    Refresh(Digested),
}

/// What else the request says.
struct Wanted {
    client: String,
    scope: Option<Scopes>,
    lifetimes: Lifetimes,
}

impl Wanted {
    /// The scope of the token: what was granted, or less.
    fn scope_within(&self, granted: &str) -> Option<String> {
        match &self.scope {
            None => Some(granted.to_owned()),
            Some(scope) => scope.are_within(&Scopes::read(granted)?).then(|| scope.to_string()),
        }
    }
}

impl Proof {
    /// The grant that this is good for. A code that was used before is in two hands: then its grant ends, and with it what
    /// the other hand has (RFC 6749, section 4.1.2). A refresh token that comes twice may come from two tabs at once, of
    /// which one goes on with the new tokens; a switch ends those, too.
    fn redeem(
        &self,
        connection: &Connection,
        client: &str,
        reuse: OauthRefreshReuse,
        now: guidepost_model::Timestamp,
    ) -> rusqlite::Result<Option<Grant>> {
        let found = match self {
            Self::Code { code, redirect_uri, verifier } => {
                account::grant_of_code(connection, *code)?.map(|grant| {
                    let fits = grant.redirect_uri == *redirect_uri
                        && match verifier {
                            Some(verifier) => pkce::proves(verifier, &grant.challenge),
                            None => grant.challenge.is_empty(),
                        }
                        && grant.expires_at > now;
                    let used = grant.used;
                    (grant, fits, used)
                })
            }
            Self::Refresh(token) => account::grant_of_refresh(connection, *token)?
                .map(|(grant, refresh)| (grant, refresh.expires_at > now, refresh.replaced)),
        };
        match found {
            Some((grant, _, _)) if grant.client != client => Ok(None),
            Some((grant, _, true)) => {
                let ends = match self {
                    Self::Code { .. } => true,
                    Self::Refresh(_) => reuse == OauthRefreshReuse::Revoke,
                };
                if ends {
                    account::revoke_grant(connection, grant.id)?;
                }
                Ok(None)
            }
            Some((grant, true, false)) => Ok(Some(grant)),
            Some((_, false, false)) | None => Ok(None),
        }
    }

    /// Makes it worthless. With a refresh token goes the access token that came with it: Zendesk's announcement of
    /// refresh tokens says so.
    fn spend(&self, connection: &Connection, grant: &Grant) -> rusqlite::Result<()> {
        match self {
            Self::Code { .. } => account::use_code(connection, grant.id),
            Self::Refresh(token) => match account::grant_of_refresh(connection, *token)? {
                Some((_, refresh)) => account::replace(connection, refresh.token_id),
                None => Ok(()),
            },
        }
    }
}
