//! Where codes and refresh tokens become access tokens. What is refused and what a refusal ends are one transaction.

use axum::{
    Json,
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use super::{client::is_registered, error::OauthError, pkce, scope::Scopes};
use crate::{
    account::{self, Grant, Lifetimes, Tokens},
    body::{bytes, media_type},
    sandbox::Sandbox,
    secrets::Digested,
};

/// Seconds that a client may ask for, and what it gets unasked, which is assumed.
const ACCESS: Bounds = Bounds { name: "expires_in", least: 300, most: 172_800, unasked: 1_800 };
const REFRESH: Bounds = Bounds {
    name: "refresh_token_expires_in",
    least: 604_800,
    most: 7_776_000,
    unasked: 7_776_000,
};

struct Bounds {
    name: &'static str,
    least: i64,
    most: i64,
    unasked: i64,
}

/// 201 with a token, as documented; RFC 6749 says 200.
pub(crate) async fn exchange(
    State(sandbox): State<Sandbox>,
    request: Request,
) -> Result<Response, OauthError> {
    let form = Form::read(request).await?;
    let client = form.get("client_id")?;
    let kind = match form.get("grant_type")?.as_str() {
        "authorization_code" => Kind::Code {
            code: Digested::of(&form.get("code")?),
            redirect_uri: form.get("redirect_uri")?,
            verifier: form.get("code_verifier")?,
        },
        "refresh_token" => Kind::Refresh(Digested::of(&form.get("refresh_token")?)),
        _ => return Err(OauthError::UnsupportedGrantType),
    };
    if !is_registered(&sandbox, &client) {
        return Err(OauthError::InvalidClient);
    }
    let scope = match form.optional("scope") {
        Some(text) => Some(Scopes::read(&text).ok_or(OauthError::InvalidScope)?),
        None => None,
    };
    let wanted = Wanted {
        client,
        scope,
        lifetimes: Lifetimes { access: form.seconds(&ACCESS)?, refresh: form.seconds(&REFRESH)? },
    };
    let tokens = Tokens { access: sandbox.secrets().token(), refresh: sandbox.secrets().token() };
    let now = sandbox.clock().now();
    // A refusal may have ended a grant, which is to be kept: so it is no error of the transaction.
    let outcome = sandbox.account().write(|transaction| {
        let grant = match kind.redeem(transaction, &wanted.client, now)? {
            Some(grant) => grant,
            None => return Ok::<_, rusqlite::Error>(Err(OauthError::InvalidGrant)),
        };
        let Some(scope) = wanted.scope_within(&grant.scope) else {
            return Ok(Err(OauthError::InvalidScope));
        };
        kind.spend(transaction, &grant)?;
        account::add_token(transaction, grant.id, &tokens, &scope, wanted.lifetimes, now)?;
        Ok(Ok(scope))
    })?;
    let body = json!({
        "access_token": tokens.access,
        "refresh_token": tokens.refresh,
        "token_type": "bearer",
        "scope": outcome?,
        "expires_in": wanted.lifetimes.access,
        "refresh_token_expires_in": wanted.lifetimes.refresh,
    });
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::PRAGMA, "no-cache")];
    Ok((StatusCode::CREATED, headers, Json(body)).into_response())
}

/// What a token is asked for with.
enum Kind {
    Code { code: Digested, redirect_uri: String, verifier: String },
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

impl Kind {
    /// The grant that this is good for. A code or refresh token that was used before is in two hands: then its grant
    /// ends, and with it what the other hand has (RFC 6749, sections 4.1.2 and 10.4).
    fn redeem(
        &self,
        connection: &Connection,
        client: &str,
        now: guidepost_model::Timestamp,
    ) -> rusqlite::Result<Option<Grant>> {
        let found = match self {
            Self::Code { code, redirect_uri, verifier } => {
                account::grant_of_code(connection, *code)?.map(|grant| {
                    let fits = grant.redirect_uri == *redirect_uri
                        && pkce::proves(verifier, &grant.challenge)
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
                account::revoke_grant(connection, grant.id)?;
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

/// The parameters of a request, from JSON as documented or from a form as RFC 6749 has it.
struct Form(Map<String, Value>);

impl Form {
    async fn read(request: Request) -> Result<Self, OauthError> {
        let media_type = media_type(request.headers());
        let body = bytes(request).await?;
        let unreadable = || OauthError::InvalidRequest("The body cannot be read.".to_owned());
        match media_type.as_deref() {
            Some("application/json") => {
                serde_json::from_slice(&body).map(Self).map_err(|_| unreadable())
            }
            Some("application/x-www-form-urlencoded") => {
                let pairs = form_urlencoded::parse(&body).into_owned();
                Ok(Self(pairs.map(|(name, value)| (name, Value::from(value))).collect()))
            }
            _ => Err(OauthError::InvalidRequest(
                "Send JSON or a form, and say in Content-Type which.".to_owned(),
            )),
        }
    }

    /// A text, or a number written as one.
    fn optional(&self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    fn get(&self, name: &str) -> Result<String, OauthError> {
        self.optional(name)
            .filter(|text| !text.is_empty())
            .ok_or_else(|| OauthError::InvalidRequest(format!("{name} is missing.")))
    }

    /// That other values are refused, and not brought within the bounds, is assumed.
    fn seconds(&self, bounds: &Bounds) -> Result<i64, OauthError> {
        let Bounds { name, least, most, unasked } = *bounds;
        if matches!(self.0.get(name), None | Some(Value::Null)) {
            return Ok(unasked);
        }
        self.optional(name)
            .and_then(|text| text.parse().ok())
            .filter(|seconds| (least..=most).contains(seconds))
            .ok_or_else(|| {
                OauthError::InvalidRequest(format!(
                    "{name} must be from {least} to {most} seconds."
                ))
            })
    }
}
