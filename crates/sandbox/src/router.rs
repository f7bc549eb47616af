//! The whole API on one page. Every path works with `.json` too, and with slashes too many.

use axum::{
    Router,
    middleware::{from_fn_with_state, map_response},
    routing::{get, post},
};
use tower::ServiceExt;

use guidepost_model::{GroupId, OrganizationId};

use crate::{
    account_settings, articles, brands, categories, cors, error::ApiError, faults, groups, headers,
    languages, latency, locales, memberships, oauth, openapi, organizations, path,
    permission_groups, rate_limit, sandbox::Sandbox, sections, tags, topics,
    user_segments as segments, users,
};

/// The service that answers for one account.
pub fn router(sandbox: &Sandbox) -> Router {
    // For help center managers; the list of one user's segments for agents too.
    let help_center = Router::new()
        .route("/user_segments", get(segments::list).post(segments::create))
        .route("/user_segments/applicable", get(segments::applicable))
        .route(
            "/user_segments/{id}",
            get(segments::show).put(segments::update).delete(segments::delete),
        )
        .route("/user_segments/{id}/sections", get(segments::sections_of))
        .route("/user_segments/{id}/topics", get(segments::topics_of))
        .route("/users/{id}/user_segments", get(segments::of_user))
        // For everyone: as much of it as they may see.
        .route("/articles", get(articles::list))
        .route("/articles/labels", get(articles::labels)) // for agents
        .route("/articles/search", get(articles::search))
        .route("/articles/{id}", get(articles::show).put(articles::update))
        .route("/categories", get(categories::list))
        .route("/categories/{id}", get(categories::show))
        .route("/categories/{id}/articles", get(articles::of_category))
        .route("/categories/{id}/sections", get(sections::of_category))
        .route("/community/topics", get(topics::list)) // these two at their own address, too
        .route("/community/topics/{id}", get(topics::show))
        .route("/incremental/articles", get(articles::changed))
        .route("/locales", get(locales::list))
        .route("/sections", get(sections::list))
        .route("/sections/{id}", get(sections::show))
        .route("/sections/{id}/articles", get(articles::of_section))
        .route("/users/{id}/articles", get(articles::of_user))
        .route("/{locale}/articles", get(articles::list))
        .route("/{locale}/articles/{id}", get(articles::show).put(articles::update))
        .route("/{locale}/categories", get(categories::list))
        .route("/{locale}/categories/{id}", get(categories::show))
        .route("/{locale}/categories/{id}/articles", get(articles::of_category))
        .route("/{locale}/categories/{id}/sections", get(sections::of_category))
        .route("/{locale}/sections", get(sections::list))
        .route("/{locale}/sections/{id}", get(sections::show))
        .route("/{locale}/sections/{id}/articles", get(articles::of_section));

    let community =
        Router::new().route("/topics", get(topics::list)).route("/topics/{id}", get(topics::show));

    // For help center managers, at the account's own address.
    let guide = Router::new()
        .route("/permission_groups", get(permission_groups::list).post(permission_groups::create))
        .route(
            "/permission_groups/{id}",
            get(permission_groups::show)
                .put(permission_groups::update)
                .delete(permission_groups::delete),
        )
        .layer(from_fn_with_state(sandbox.clone(), brands::to_primary));

    // For agents: what the rules of segments are made of, and where they apply.
    let support = Router::new()
        .route("/account/settings", get(account_settings::show))
        .route("/autocomplete/tags", get(tags::autocomplete).post(tags::autocomplete))
        .route("/brands", get(brands::list))
        .route("/brands/{id}", get(brands::show))
        .route("/group_memberships", get(memberships::list::<GroupId>))
        .route("/group_memberships/assignable", get(memberships::assignable))
        .route("/group_memberships/{id}", get(memberships::show::<GroupId>))
        .route("/groups", get(groups::list))
        .route("/groups/assignable", get(groups::assignable))
        .route("/groups/count", get(groups::count))
        .route("/groups/{id}", get(groups::show))
        .route("/groups/{id}/memberships", get(memberships::of_group))
        .route("/groups/{id}/memberships/assignable", get(memberships::assignable_of_group))
        .route("/groups/{id}/users", get(users::of_group))
        .route("/locales", get(languages::list)) // these five for everyone
        .route("/locales/agent", get(languages::list))
        .route("/locales/current", get(languages::current))
        .route("/locales/public", get(languages::list))
        .route("/locales/{locale}", get(languages::show))
        .route("/organization_memberships", get(memberships::list::<OrganizationId>))
        .route("/organization_memberships/{id}", get(memberships::show::<OrganizationId>))
        .route("/organizations", get(organizations::list))
        .route("/organizations/autocomplete", get(organizations::autocomplete))
        .route("/organizations/count", get(organizations::count))
        .route("/organizations/search", get(organizations::search))
        .route("/organizations/show_many", get(organizations::show_many))
        .route("/organizations/{id}", get(organizations::show))
        .route("/organizations/{id}/organization_memberships", get(memberships::of_organization))
        .route("/organizations/{id}/tags", get(organizations::tags))
        .route("/organizations/{id}/users", get(users::of_organization))
        .route("/tags", get(tags::list))
        .route("/users", get(users::list))
        .route("/users/autocomplete", get(users::autocomplete))
        .route("/users/count", get(users::count))
        .route("/users/me", get(users::me)) // for everyone, signed in or not
        .route("/users/search", get(users::search))
        .route("/users/show_many", get(users::show_many))
        .route("/users/{id}", get(users::show))
        .route("/users/{id}/group_memberships", get(memberships::of_user::<GroupId>))
        .route(
            "/users/{id}/group_memberships/{membership_id}",
            get(memberships::show_of_user::<GroupId>),
        )
        .route("/users/{id}/groups", get(groups::of_user))
        .route("/users/{id}/groups/count", get(groups::count_of_user))
        .route("/users/{id}/organization_memberships", get(memberships::of_user::<OrganizationId>))
        .route(
            "/users/{id}/organization_memberships/{membership_id}",
            get(memberships::show_of_user::<OrganizationId>),
        )
        .route("/users/{id}/organizations", get(organizations::of_user))
        .route("/users/{id}/organizations/count", get(organizations::count_of_user))
        .route("/users/{id}/tags", get(users::tags));

    // For everyone who is signed in: what they allowed whom.
    let tokens = Router::new()
        .route("/tokens", get(oauth::list))
        .route("/tokens/current", get(oauth::show_current).delete(oauth::revoke_current))
        .route("/tokens/{id}", get(oauth::show).delete(oauth::revoke));

    // For a user's browser, and for the client that it came from.
    let sign_in = Router::new()
        .route("/authorizations/new", get(oauth::ask))
        .route("/authorizations", post(oauth::decide))
        .route("/tokens", post(oauth::exchange));

    // For everyone: what all of this is, as a document and to read.
    let about = Router::new().route("/openapi", get(openapi::show));

    let mut api = Router::new()
        .merge(about)
        .nest("/api/v2/community", community)
        .nest("/oauth", sign_in)
        .nest("/api/v2/oauth", tokens)
        .nest("/api/v2/guide", guide)
        .nest("/api/v2/help_center", help_center)
        .nest("/api/v2", support);

    // For tests of clients, where asked for; no part of Zendesk.
    if sandbox.settings().faults {
        api = api
            .route("/sandbox/faults", get(faults::list).post(faults::add).delete(faults::clear))
            .route("/sandbox/reset", post(faults::reset));
    }

    let api = api
        .fallback(async || ApiError::InvalidEndpoint)
        .method_not_allowed_fallback(path::method_not_allowed)
        .layer(map_response(headers::recorded))
        .layer(from_fn_with_state(sandbox.clone(), faults::apply))
        .layer(from_fn_with_state(sandbox.clone(), rate_limit::enforce))
        .layer(from_fn_with_state(sandbox.clone(), cors::allow))
        .layer(map_response(faults::set_headers))
        .layer(from_fn_with_state(sandbox.clone(), latency::add))
        .with_state(sandbox.clone());

    // Around the router and not in it, because it decides the route.
    Router::new().fallback_service(api.map_request(path::normalized))
}
