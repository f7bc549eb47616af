//! The page on which a user agrees.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{request::Asked, scope::is_known};
use crate::{
    account::User,
    html::{Page, escape},
    query::Query,
};

const STYLE: &str = include_str!("consent.css");

/// What the client asked for comes back with the decision.
const KEPT: [&str; 7] = [
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "code_challenge",
    "code_challenge_method",
];

/// Asks for what `asked` says; `query` is what it was read from.
pub(super) fn page(asked: &Asked, query: &Query, users: &[User]) -> Response {
    let (client, origin) = (escape(&asked.client), escape(&asked.target.origin));
    let scopes: String = asked
        .scope
        .list()
        .iter()
        .map(|scope| {
            format!("<dt><code>{}</code></dt><dd>{}</dd>\n", escape(scope), meaning(scope))
        })
        .collect();
    let kept: String = KEPT
        .iter()
        .filter_map(|name| {
            let value = escape(query.get(name)?);
            Some(format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">\n"))
        })
        .collect();
    let users: String = users
        .iter()
        .enumerate()
        .map(|(at, user)| {
            let checked = if at == 0 { " checked" } else { "" };
            let (email, name, role) = (escape(&user.email), escape(&user.name), role(user));
            format!(
                "<label><input type=\"radio\" name=\"user\" value=\"{email}\"{checked}> \
                 <span>{name}, {role}</span> <small>{email}</small></label>\n"
            )
        })
        .collect();
    let content = format!(
        "<h1>Allow “{client}” to use this sandbox account?</h1>\n\
         <h2>It asks for</h2>\n<dl>\n{scopes}</dl>\n\
         <form method=\"post\" action=\"/oauth/authorizations\">\n{kept}\
         <fieldset>\n<legend>Sign in as</legend>\n{users}</fieldset>\n\
         <div class=\"actions\">\n<button name=\"decision\" value=\"allow\">Allow</button>\n\
         <button name=\"decision\" value=\"deny\">Deny</button>\n</div>\n</form>\n\
         <p><small>Either answer takes you to {origin}. The sandbox is no real account and asks for no password.\
         </small></p>"
    );
    html(StatusCode::OK, &format!("Allow {client}?"), &content, &asked.target.origin)
}

/// What the user alone is told: there is nobody to send them back to.
pub(super) fn refusal(reason: &str) -> Response {
    let content = format!(
        "<h1>This cannot be allowed</h1>\n<p>{}</p>\n\
         <p><small>Clients are registered when the sandbox is started: --oauth-client ID=REDIRECT_URI.</small></p>",
        escape(reason)
    );
    html(StatusCode::BAD_REQUEST, "This cannot be allowed", &content, "'self'")
}

/// `next` is the origin that the form's answer leads to: browsers hold redirects after a form against `form-action`.
fn html(status: StatusCode, title: &str, content: &str, next: &str) -> Response {
    // An address with an IPv6 host is no source that the policy knows, and only this machine has one here.
    let next = if next.contains('[') { "http: https:" } else { next };
    let (body, forms_to) = (format!("<main>\n{content}\n</main>"), format!("'self' {next}"));
    Page { status, title, body: &body, style: STYLE, forms_to: &forms_to }.into_response()
}

fn role(user: &User) -> &'static str {
    match (user.manager, user.role.is_staff()) {
        (true, _) => "help center manager",
        (false, true) => "agent",
        (false, false) => "end user",
    }
}

pub(crate) fn meaning(scope: &str) -> &'static str {
    match scope {
        "read" => "see everything that you may see",
        "write" => "change everything that you may change",
        "impersonate" => "act for end users",
        "hc:read" => "see the help center, its segments and permission groups",
        "hc:write" => "change the help center, its segments and permission groups",
        "users:read" => "see users",
        "organizations:read" => "see organizations",
        _ if !is_known(scope) => "nothing: there is no such scope",
        _ if scope.ends_with(":write") => "change these",
        _ => "see these",
    }
}
