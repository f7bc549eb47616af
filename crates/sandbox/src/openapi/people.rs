//! The endpoints of people, and of what they are members of: users, groups and organizations.

use utoipa::{ToSchema, openapi::HttpMethod::Get};

use super::{
    endpoint::{Endpoint, Who, endpoint},
    envelope::Listed::{AtOnce, Numbered, Support},
    schemas::{array_of, count, either, flag, number, object, one_of_words, text, text_with},
};
use crate::{account::ROLES, groups, organizations, users};

const USERS: &str = "Users";
const GROUPS: &str = "Groups";
const ORGANIZATIONS: &str = "Organizations";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut endpoints = users();
    endpoints.extend(groups());
    endpoints.extend(organizations());
    endpoints
}

/// A GET for agents.
fn get(
    path: &'static str,
    id: &'static str,
    group: &'static str,
    summary: &'static str,
) -> Endpoint {
    endpoint(Get, path, (id, group, Who::Staff), summary)
}

fn users() -> Vec<Endpoint> {
    let get = |path, id, summary| get(path, id, USERS, summary);
    let list = |endpoint: Endpoint, listed| {
        endpoint.includes(users::WITH_USERS).list::<users::Body>("users", listed)
    };
    let in_roles = |endpoint: Endpoint| {
        endpoint
            .query(
                "role",
                "Only users of this role; can be given several times",
                one_of_words(&ROLES),
            )
            .query("role[]", "The same", one_of_words(&ROLES))
    };
    let by_external_id = |endpoint: Endpoint| {
        endpoint.query("external_id", "Only the user with this id of another system", text())
    };
    let everyone = ("show_current_user", USERS, Who::Everyone);
    let mut me = endpoint(Get, "/api/v2/users/me", everyone, "Who is signed in");
    me.answer::<users::Body>();
    me.answer::<users::Anonymous>();
    let user = either([users::Body::name(), users::Anonymous::name()]);
    vec![
        list(by_external_id(in_roles(get("/api/v2/users", "list_users", "All users"))), Support),
        in_roles(get("/api/v2/users/count", "count_users", "How many users there are"))
            .answers("200", "The number", count())
            .refused(&["400"]),
        me.answers("200", "The user, or a stand-in for nobody", object([("user", user)], [])),
        list(
            by_external_id(get("/api/v2/users/search", "search_users", "Users whom a search finds"))
                .told(
                    "A search has words of a name or an e-mail address or their beginnings, words between quotation marks \
                     that stand together, `type:user`, `role:`, `tags:`, `organization:`, `group:`, `name:`, `email:` and \
                     `external_id:`. Of several `role:`, `tags:`, `organization:` and `group:` one is enough. A `-` excludes. \
                     Anything else is 400.",
                )
                .query("query", "A search, unless there is `external_id`", text())
                .such_as("role:agent sandbox.test"),
            Numbered,
        ),
        list(
            get("/api/v2/users/autocomplete", "autocomplete_users", "Users whose name begins so")
                .needs("name", "How words of the name begin, or the e-mail address", text())
                .such_as("ma"),
            Numbered,
        ),
        list(get("/api/v2/users/show_many", "show_many_users", "The users with these ids"), AtOnce),
        get("/api/v2/users/{id}", "show_user", "A user").includes(users::WITH_USERS).one::<users::Body>("user"),
        get("/api/v2/users/{id}/groups", "list_groups_of_user", "The groups that a user is in")
            .includes(groups::WITH_GROUPS)
            .list::<groups::Body>("groups", Support),
        get(
            "/api/v2/users/{id}/organizations",
            "list_organizations_of_user",
            "The organizations that a user is in",
        )
        .list::<organizations::Body>("organizations", Support),
        get(
            "/api/v2/users/{id}/groups/count",
            "count_groups_of_user",
            "How many groups a user is in",
        )
        .answers("200", "The number", count()),
        get(
            "/api/v2/users/{id}/organizations/count",
            "count_organizations_of_user",
            "How many organizations a user is in",
        )
        .answers("200", "The number", count()),
        tags(get("/api/v2/users/{id}/tags", "list_tags_of_user", "The tags of a user")),
    ]
}

fn tags(endpoint: Endpoint) -> Endpoint {
    endpoint.answers("200", "The tags", object([("tags", array_of(text()))], []))
}

fn groups() -> Vec<Endpoint> {
    let get = |path, id, summary| get(path, id, GROUPS, summary);
    vec![
        get("/api/v2/groups", "list_groups", "All groups, deleted ones too")
            .query("exclude_deleted", "Leaves deleted groups out", flag())
            .query("user_id", "Only the groups of this user", number())
            .includes(groups::WITH_GROUPS)
            .list::<groups::Body>("groups", Support)
            .refused(&["404"]),
        get(
            "/api/v2/groups/assignable",
            "list_assignable_groups",
            "The groups that were not deleted",
        )
        .includes(groups::WITH_GROUPS)
        .list::<groups::Body>("groups", Support),
        get("/api/v2/groups/count", "count_groups", "How many groups there are").answers(
            "200",
            "The number",
            count(),
        ),
        get("/api/v2/groups/{id}", "show_group", "A group")
            .includes(groups::WITH_GROUPS)
            .one::<groups::Body>("group"),
        get("/api/v2/groups/{id}/users", "list_users_of_group", "The agents of a group")
            .includes(users::WITH_USERS)
            .list::<users::Body>("users", Support),
    ]
}

fn organizations() -> Vec<Endpoint> {
    let get = |path, id, summary| get(path, id, ORGANIZATIONS, summary);
    let list =
        |endpoint: Endpoint, listed| endpoint.list::<organizations::Body>("organizations", listed);
    vec![
        list(get("/api/v2/organizations", "list_organizations", "All organizations"), Support),
        get(
            "/api/v2/organizations/count",
            "count_organizations",
            "How many organizations there are",
        )
        .answers("200", "The number", count()),
        list(
            get(
                "/api/v2/organizations/search",
                "search_organizations",
                "The organization of a name or of an id of another system",
            )
            .query("name", "Its whole name, unless there is `external_id`", text())
            .such_as("Riverbend Guitars")
            .query("external_id", "Its id of another system", text()),
            Numbered,
        ),
        list(
            get(
                "/api/v2/organizations/autocomplete",
                "autocomplete_organizations",
                "Organizations whose name begins so",
            )
            .needs("name", "How the name begins", text_with("\\S"))
            .such_as("no"),
            Numbered,
        ),
        list(
            get(
                "/api/v2/organizations/show_many",
                "show_many_organizations",
                "The organizations with these ids",
            ),
            AtOnce,
        ),
        get("/api/v2/organizations/{id}", "show_organization", "An organization")
            .one::<organizations::Body>("organization"),
        get(
            "/api/v2/organizations/{id}/users",
            "list_users_of_organization",
            "The people of an organization",
        )
        .includes(users::WITH_USERS)
        .list::<users::Body>("users", Support),
        tags(get(
            "/api/v2/organizations/{id}/tags",
            "list_tags_of_organization",
            "The tags of an organization",
        )),
    ]
}
