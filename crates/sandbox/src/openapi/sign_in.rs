//! The endpoints of OAuth: asking a user, exchanging codes, and the tokens that were given.

use serde_json::json;
use utoipa::openapi::HttpMethod::{Delete, Get, Post};

use super::{
    endpoint::{Endpoint, Who, endpoint},
    envelope::Listed,
    objects::{Decision, TokenRequest},
    schemas::{flag, number, object, one_of_words, text},
};
use crate::oauth::TokenBody;

const OAUTH: &str = "OAuth";
const TOKENS: &str = "/api/v2/oauth/tokens";
const ONE: &str = "/api/v2/oauth/tokens/{id}";
/// The site's own client, and what it sends; verifier and challenge are the example of RFC 7636, appendix B.
const CLIENT: &str = "guidepost";
const CALLBACK: &str = "http://127.0.0.1:8080/oauth/callback";
const SCOPE: &str = "read hc:write";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const CURRENT: &str = "/api/v2/oauth/tokens/current";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut endpoints = for_clients();
    endpoints.extend(tokens());
    endpoints
}

fn for_clients() -> Vec<Endpoint> {
    let open = |id| (id, OAUTH, Who::Open);
    let back = "Back to the client, with `code` or `error`, and with `state`";
    let stays = "The client or its address is not known, and the user reads why";
    let decision = json!({
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": CALLBACK,
        "scope": SCOPE,
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        "user": "manager@sandbox.test",
        "decision": "allow",
    });
    let exchange = json!({
        "grant_type": "authorization_code",
        "client_id": CLIENT,
        "code": "what the user was sent back with",
        "redirect_uri": CALLBACK,
        "code_verifier": VERIFIER,
    });
    let refusal = || object([("error", text()), ("error_description", text())], []);
    let given = object(
        [("access_token", text()), ("token_type", one_of_words(&["bearer"])), ("scope", text())],
        [
            ("refresh_token", text()),
            ("expires_in", number()),
            ("refresh_token_expires_in", number()),
        ],
    );
    vec![
        endpoint(Get, "/oauth/authorizations/new", open("ask_user"), "A page that asks the user")
            .needs("response_type", "What the client wants", one_of_words(&["code"]))
            .needs("client_id", "The client", text())
            .such_as(CLIENT)
            .needs("redirect_uri", "Where the user is sent back to", text())
            .such_as(CALLBACK)
            .needs("scope", "What the client asks for, between spaces", text())
            .such_as(SCOPE)
            .query("state", "Comes back as it is", text())
            .needs("code_challenge", "The SHA-256 of the verifier, in base64url", text())
            .such_as(CHALLENGE)
            .needs("code_challenge_method", "How it was made", one_of_words(&["S256"]))
            .answers_page("200", "The page")
            .answers_nothing("302", back)
            .answers_page("400", stays),
        endpoint(
            Post,
            "/oauth/authorizations",
            open("decide"),
            "What the user decided on that page",
        )
        .takes_as::<Decision>(&["application/x-www-form-urlencoded"], decision)
        .answers_nothing("302", back)
        .answers_page("400", stays),
        endpoint(
            Post,
            "/oauth/tokens",
            open("exchange"),
            "Makes a code, a refresh token or a client's secret a token",
        )
        .told("The answer names the lifetimes that the request named.")
        .takes_as::<TokenRequest>(
            &["application/json", "application/x-www-form-urlencoded"],
            exchange,
        )
        .answers("201", "The token", given)
        .answers("400", "What is wrong, in the words of RFC 6749", refusal())
        .answers("401", "The client is not known", refusal()),
    ]
}

fn tokens() -> Vec<Endpoint> {
    let signed_in = |id| (id, OAUTH, Who::SignedIn);
    let revoked = "It is worth nothing from now on";
    vec![
        endpoint(Get, TOKENS, signed_in("list_tokens"), "The caller's tokens")
            .query("all", "Everybody's, for help center managers", flag())
            .list::<TokenBody>("tokens", Listed::Support),
        endpoint(Get, CURRENT, signed_in("show_current_token"), "The token of this request")
            .one::<TokenBody>("token")
            .refused(&["404"]),
        endpoint(
            Delete,
            CURRENT,
            signed_in("revoke_current_token"),
            "Revokes the token of this request",
        )
        .answers_nothing("204", revoked)
        .refused(&["404"]),
        endpoint(Get, ONE, signed_in("show_token"), "A token").one::<TokenBody>("token"),
        endpoint(Delete, ONE, signed_in("revoke_token"), "Revokes a token")
            .answers_nothing("204", revoked),
    ]
}
