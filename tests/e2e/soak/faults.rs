//! What can go wrong with a request, in the sandbox's words.

use guidepost_e2e::Account;
use serde_json::{Value, json};

use crate::dice::Dice;

/// What the page's requests are marked with.
pub(crate) const TAG: &str = "walk";

/// Sixteen kinds of failure.
const KINDS: [&str; 16] = [
    "500",
    "502 with a page of a proxy",
    "503 with Retry-After",
    "429",
    "401",
    "403",
    "404",
    "409",
    "422",
    "422 with fields",
    "200 with a page of a proxy",
    "200 with nothing",
    "half an answer",
    "no answer, no effect",
    "no answer after it took effect",
    "an answer that comes late",
];

const PATHS: [&str; 11] = [
    "/api/v2/help_center/user_segments",
    "/api/v2/guide/permission_groups",
    "/api/v2/users",
    "/api/v2/users/me",
    "/api/v2/users/autocomplete",
    "/api/v2/groups",
    "/api/v2/organizations",
    "/api/v2/help_center/user_segments/applicable",
    "/api/v2/help_center",
    "/api/v2/help_center/articles",
    "/guidepost.json",
];

fn action(kind: &str) -> Value {
    let html = "<!doctype html><title>Proxy</title><p>Sign in to the network";
    match kind {
        "500" => json!({ "status": 500, "body": { "error": "boom" } }),
        "502 with a page of a proxy" => {
            json!({ "status": 502, "body": html, "content_type": "text/html" })
        }
        "503 with Retry-After" => json!({ "status": 503, "retry_after": 1, "body": "Busy" }),
        "429" => json!({ "status": 429, "retry_after": 2, "body": "Too many requests" }),
        "401" => json!({ "status": 401, "body": { "error": "Couldn't authenticate you" } }),
        "403" => json!({ "status": 403, "body": { "error": "Forbidden" } }),
        "404" => json!({ "status": 404, "body": { "error": "RecordNotFound" } }),
        "409" => json!({ "status": 409, "body": { "error": "Conflict" } }),
        "422" => json!({ "status": 422, "body": "Not like this" }),
        "422 with fields" => json!({ "status": 422, "body": {
            "error": "RecordInvalid", "description": "Record validation errors",
            "details": { "name": [{ "description": "Name: is not to our taste" }] },
        } }),
        "200 with a page of a proxy" => {
            json!({ "status": 200, "body": html, "content_type": "text/html" })
        }
        "200 with nothing" => json!({ "status": 200, "body": "" }),
        "half an answer" => json!({ "truncate": true }),
        "no answer, no effect" => json!({ "drop": true }),
        "no answer after it took effect" => json!({ "drop": true, "when": "after" }),
        _ => json!({ "delay_ms": 9_000 }),
    }
}

/// Lets something go wrong with the next requests, and says what.
pub(crate) async fn strike(account: &Account, dice: &mut Dice) -> String {
    let (kind, path) = (*dice.pick(&KINDS), *dice.pick(&PATHS));
    let method = *dice.pick(&["GET", "GET", "POST", "PUT", "DELETE"]);
    let times = *dice.pick(&[1, 1, 1, 2, 5]);
    // Only the page's: what the walk itself asks is answered.
    let fault = json!({
        "method": method, "path": path, "times": times, "tag": TAG, "action": action(kind),
    });
    account.try_to("POST", "/sandbox/faults", Some(fault)).await;
    format!("{kind}, for {times} × {method} {path}")
}
