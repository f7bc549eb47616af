//! Users. For agents, except `me`.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::UserId;
use serde_json::{Value, json};

use crate::{
    account::{self, Finding, User},
    address::Address,
    auth::{Anyone, Staff},
    error::ApiError,
    many::ids,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
};

/// Who is signed in. 200 for nobody, too. Zendesk adds an `authenticity_token` for writes from its own pages;
/// the sandbox asks for `Origin` instead, and a token here would only be a secret to leak.
pub(crate) async fn me(Anyone(user): Anyone, address: Address) -> Response {
    let user = match user {
        Some(user) => body(user, &address),
        None => anonymous(&address),
    };
    Json(json!({ "user": user })).into_response()
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    _: Staff,
    Id(id): Id<UserId>,
    address: Address,
) -> Result<Response, ApiError> {
    let user = sandbox.account().read(|connection| account::user(connection, id))?;
    let user = user.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "user": body(user, &address) })).into_response())
}

/// The users with these `ids`, as far as there are any.
pub(crate) async fn show_many(
    State(sandbox): State<Sandbox>,
    _: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let (ids, page) = ids(&query)?;
    let users =
        sandbox.account().read(|connection| account::users_by_id(connection, &ids, &page))?;
    Ok(paged(&users.map(|user| body(user, &address)), "users", Api::Support, &address))
}

/// Users of whose name each word of `name` begins a word, or whose e-mail address it begins.
pub(crate) async fn autocomplete(
    state: State<Sandbox>,
    staff: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let name = query.get("name").ok_or_else(|| ApiError::missing("name"))?.to_owned();
    found(state, staff, &name, Finding::Beginnings, &query, &address)
}

/// Users in whose name or e-mail address the words of `query` stand. Of Zendesk's search language only
/// `type:user`, `name:`, `email:` and a closing `*` are understood.
pub(crate) async fn search(
    state: State<Sandbox>,
    staff: Staff,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let text = query.get("query").ok_or_else(|| ApiError::missing("query"))?;
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| *word != "type:user")
        .map(|word| {
            word.strip_prefix("name:").or_else(|| word.strip_prefix("email:")).unwrap_or(word)
        })
        .map(|word| word.trim_matches('"'))
        .collect();
    let text = words.join(" ");
    let (text, finding) = match text.strip_suffix('*') {
        Some(beginning) => (beginning, Finding::Beginnings),
        None => (text.as_str(), Finding::Words),
    };
    found(state, staff, text, finding, &query, &address)
}

/// Both ways of looking know offset paging only.
fn found(
    State(sandbox): State<Sandbox>,
    _: Staff,
    text: &str,
    finding: Finding,
    query: &Query,
    address: &Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read_offset(query, Api::Support)?;
    let users = sandbox
        .account()
        .read(|connection| account::users_found(connection, text, finding, &page))?;
    Ok(paged(&users.map(|user| body(user, address)), "users", Api::Support, address))
}

fn body(user: User, address: &Address) -> Value {
    let staff = user.role.is_staff();
    let role = match user.role {
        guidepost_model::Role::EndUser => "end-user".to_owned(),
        guidepost_model::Role::Agent => "agent".to_owned(),
        guidepost_model::Role::Admin => "admin".to_owned(),
        guidepost_model::Role::Other(name) => name,
    };
    json!({
        "id": user.id,
        "url": address.at(&format!("/api/v2/users/{}.json", user.id)),
        "name": user.name,
        "email": user.email,
        "created_at": user.created_at,
        "updated_at": user.updated_at,
        "time_zone": "Copenhagen",
        "iana_time_zone": "Europe/Copenhagen",
        "phone": null,
        "shared_phone_number": null,
        "photo": null,
        "locale_id": 1,
        "locale": user.locale,
        "organization_id": user.organization_id,
        // Recorded: 4 for an admin. An agent's own role has a number of its own.
        "role_type": match role.as_str() { "admin" => Some(4), "agent" => Some(0), _ => None },
        "role": role,
        "custom_role_id": null,
        "verified": true,
        "external_id": null,
        "tags": user.tags,
        "alias": null,
        "active": true,
        "shared": false,
        "shared_agent": false,
        "last_login_at": user.updated_at,
        "two_factor_auth_enabled": null,
        "signature": null,
        "details": null,
        "notes": null,
        "moderator": staff,
        "ticket_restriction": if staff { Value::Null } else { json!("requested") },
        "only_private_comments": false,
        "restricted_agent": !user.manager,
        "suspended": false,
        "default_group_id": user.default_group_id,
        "report_csv": user.manager,
        "user_fields": {},
    })
}

/// What Zendesk shows of a visitor who is not signed in.
fn anonymous(address: &Address) -> Value {
    json!({
        "id": null,
        "url": address.at("/api/v2/users/.json"),
        "name": "Anonymous user",
        "email": "invalid@example.com",
        "created_at": null,
        "updated_at": null,
        "time_zone": "Copenhagen",
        "iana_time_zone": "Europe/Copenhagen",
        "phone": null,
        "photo": null,
        "locale_id": 1,
        "locale": "en-US",
        "organization_id": null,
        "role": "end-user",
        "verified": false,
        "tags": [],
    })
}
