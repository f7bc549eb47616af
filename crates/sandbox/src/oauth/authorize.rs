//! Where a browser is sent to ask its user, and where it brings the decision.

use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{
    consent,
    request::{Asked, Unaskable},
};
use crate::{
    account::{self, Grant},
    address::Address,
    auth::CREDENTIALS,
    body::bytes,
    error::ApiError,
    origin::RequestOrigin,
    query::Query,
    sandbox::Sandbox,
    secrets::Digested,
};

/// Zendesk: codes are valid for 120 seconds.
const CODE_LIVES: i64 = 120;

/// The page that asks the user.
pub(crate) async fn ask(
    State(sandbox): State<Sandbox>,
    query: Query,
    address: Address,
) -> Response {
    let asked = match Asked::read(&query, &sandbox, &address.origin) {
        Ok(asked) => asked,
        Err(refused) => return refused.into_response(),
    };
    // Nobody is signed in to the sandbox as a whole: whoever opens the page chooses who they are.
    let users = sandbox.account().read(|connection| {
        let known = CREDENTIALS.iter().map(|(email, _)| account::user_by_email(connection, email));
        known.filter_map(Result::transpose).collect::<rusqlite::Result<Vec<_>>>()
    });
    match users {
        Ok(users) => consent::page(&asked, &query, &users),
        Err(error) => ApiError::from(error).into_response(),
    }
}

/// What the user decided on that page.
pub(crate) async fn decide(
    State(sandbox): State<Sandbox>,
    request: Request,
) -> Result<Response, ApiError> {
    let own = RequestOrigin::of_request(&request);
    if is_foreign(&request, &own) {
        return Ok(consent::refusal("Only the sandbox's own page may send a decision."));
    }
    let body = bytes(request).await?;
    let form = Query(form_urlencoded::parse(&body).into_owned().collect());
    let asked = match Asked::read(&form, &sandbox, &own) {
        Ok(asked) => asked,
        Err(refused) => return Ok(refused.into_response()),
    };
    if form.get("decision") != Some("allow") {
        return Ok(redirect(&asked.back.with_error(
            "access_denied",
            "The end-user or authorization server denied the request.",
        )));
    }
    let email = form.get("user").unwrap_or_default();
    let known = CREDENTIALS.iter().any(|(known, _)| *known == email);
    let code = sandbox.secrets().token();
    let now = sandbox.clock().now();
    let granted = sandbox.account().write(|transaction| {
        let user = account::user_by_email(transaction, email)?;
        let Some(user) = user.filter(|_| known) else { return Ok::<_, ApiError>(false) };
        let grant = Grant {
            id: 0,
            client: asked.client,
            user_id: user.id,
            scope: asked.scope.to_string(),
            redirect_uri: asked.back.redirect_uri.clone(),
            challenge: asked.challenge,
            expires_at: guidepost_model::Timestamp::from_unix(now.unix() + CODE_LIVES),
            used: false,
        };
        account::forget_expired(transaction, now)?;
        account::add_grant(transaction, &grant, Digested::of(&code))?;
        Ok(true)
    })?;
    if granted {
        Ok(redirect(&asked.back.with_code(&code)))
    } else {
        Ok(consent::refusal("Choose one of the sandbox's users."))
    }
}

impl IntoResponse for Unaskable {
    fn into_response(self) -> Response {
        match self {
            Self::Page(reason) => consent::refusal(reason),
            Self::Back(address) => redirect(&address),
        }
    }
}

/// 302, as Rails redirects.
fn redirect(address: &str) -> Response {
    (StatusCode::FOUND, [(header::LOCATION, address), (header::CACHE_CONTROL, "no-store")])
        .into_response()
}

/// A browser says from which site's page a form comes. Programs say nothing, and have no user to betray.
fn is_foreign(request: &Request, own: &RequestOrigin) -> bool {
    let origin = request.headers().get(header::ORIGIN);
    origin.is_some_and(|origin| !own.is(origin))
}
