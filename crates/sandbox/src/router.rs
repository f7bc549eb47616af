//! The whole API on one page. Every path works with `.json` too.

use axum::{
    Router,
    middleware::from_fn_with_state,
    routing::{get, post},
};
use tower::ServiceExt;

use crate::{
    articles, brands, cors, error::ApiError, faults, groups, organizations, path,
    permission_groups, sandbox::Sandbox, tags, user_segments as segments, users,
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
        .route("/user_segments/{id}/sections", get(segments::sections))
        .route("/user_segments/{id}/topics", get(segments::topics))
        .route("/users/{id}/user_segments", get(segments::of_user))
        // For everyone: as much of it as they may see.
        .route("/articles", get(articles::list))
        .route("/{locale}/articles", get(articles::list_in_locale));

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
        .route("/autocomplete/tags", get(tags::autocomplete).post(tags::autocomplete))
        .route("/brands", get(brands::list))
        .route("/brands/{id}", get(brands::show))
        .route("/groups", get(groups::list))
        .route("/groups/{id}", get(groups::show))
        .route("/organizations", get(organizations::list))
        .route("/organizations/autocomplete", get(organizations::autocomplete))
        .route("/organizations/show_many", get(organizations::show_many))
        .route("/organizations/{id}", get(organizations::show))
        .route("/users/autocomplete", get(users::autocomplete))
        .route("/users/me", get(users::me)) // for everyone, signed in or not
        .route("/users/search", get(users::search))
        .route("/users/show_many", get(users::show_many))
        .route("/users/{id}", get(users::show));

    let mut api = Router::new()
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
        .method_not_allowed_fallback(async || ApiError::MethodNotAllowed)
        .layer(from_fn_with_state(sandbox.clone(), faults::apply))
        .layer(from_fn_with_state(sandbox.clone(), cors::allow))
        .with_state(sandbox.clone());

    // Around the router and not in it, because it decides the route.
    Router::new().fallback_service(api.map_request(path::without_suffix))
}
