//! The other endpoints of Support, and those of the sandbox alone.

use serde_json::json;
use utoipa::openapi::HttpMethod::{Delete, Get, Post};

use super::{
    endpoint::{Endpoint, Who, endpoint, some},
    envelope::Listed,
    schemas::{array_of, object, text},
};
use crate::{account_settings, brands, faults::Fault, languages, tags};

const ACCOUNT: &str = "Tags, brands and settings";
const SANDBOX: &str = "The sandbox itself";
const TAGS: &str = "/api/v2/autocomplete/tags";
const FAULTS: &str = "/sandbox/faults";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let staff = |id| (id, ACCOUNT, Who::Staff);
    let autocomplete = |method, id| {
        endpoint(method, TAGS, staff(id), "Tags on tickets in which a word begins so")
            .told("At most 15, the most used ones first; none below two letters.")
            .needs("name", "How the word begins", text())
            .such_as("firm")
            .answers("200", "The tags", object([("tags", array_of(text()))], []))
    };
    let languages = |path, id, summary| {
        let mut endpoint = endpoint(Get, path, (id, ACCOUNT, Who::Everyone), summary);
        let found = some::<languages::Body>(&mut endpoint);
        endpoint.answers("200", "The languages", object([("locales", found)], []))
    };
    let language = |path, id, summary| {
        endpoint(Get, path, (id, ACCOUNT, Who::Everyone), summary).one::<languages::Body>("locale")
    };
    let mut settings = endpoint(
        Get,
        "/api/v2/account/settings",
        staff("show_account_settings"),
        "The account's settings",
    );
    let answer = settings.answer::<account_settings::Body>();
    vec![
        endpoint(
            Get,
            "/api/v2/tags",
            staff("list_tags"),
            "The tags on tickets, the most used first",
        )
        .list::<tags::Body>("tags", Listed::Support),
        autocomplete(Get, "autocomplete_tags"),
        autocomplete(Post, "autocomplete_tags_by_post"),
        endpoint(Get, "/api/v2/brands", staff("list_brands"), "All brands")
            .list::<brands::Body>("brands", Listed::Support),
        endpoint(Get, "/api/v2/brands/{id}", staff("show_brand"), "A brand")
            .one::<brands::Body>("brand"),
        settings.answers("200", "A few of the real keys", answer),
        languages("/api/v2/locales", "list_languages", "The account's languages"),
        languages(
            "/api/v2/locales/agent",
            "list_languages_of_agents",
            "The languages that agents can have",
        ),
        languages(
            "/api/v2/locales/public",
            "list_public_languages",
            "The languages that there are for all accounts",
        ),
        language("/api/v2/locales/current", "show_current_language", "The caller's language"),
        language("/api/v2/locales/{locale}", "show_language", "A language, by its number or code")
            .refused(&["404"]),
    ]
}

/// What the sandbox says of itself.
pub(super) fn about() -> Vec<Endpoint> {
    vec![
        endpoint(Get, "/openapi", ("show_openapi", SANDBOX, Who::Open), "What all of this is")
            .told("With `.json` this document, without it a page to read.")
            .answers_page("200", "The page"),
    ]
}

/// Where the sandbox was started for it.
pub(super) fn for_tests() -> Vec<Endpoint> {
    let managers = |id| (id, SANDBOX, Who::Managers);
    let mut list = endpoint(Get, FAULTS, managers("list_faults"), "The failures that still wait");
    let mut add = endpoint(Post, FAULTS, managers("add_fault"), "Makes the next requests fail")
        .takes::<Fault>(
        json!({ "path": "/api/v2/help_center/articles", "action": { "status": 503 } }),
    );
    let (several, one) = (array_of(list.schema::<Fault>()), add.schema::<Fault>());
    let tagged = |endpoint: Endpoint| endpoint.query("tag", "Only those with this tag", text());
    vec![
        tagged(list).answers("200", "The failures", object([("faults", several)], [])),
        add.answers("201", "The failure, as it was understood", one),
        tagged(endpoint(Delete, FAULTS, managers("clear_faults"), "Removes the failures"))
            .answers_nothing("204", "They are removed"),
        endpoint(
            Post,
            "/sandbox/reset",
            managers("reset_account"),
            "The account as it was on the first day, and no failures",
        )
        .answers_nothing("204", "It is done"),
    ]
}
