//! The account's settings, as far as an app for segments reads them. For agents.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{account, auth::Staff, error::ApiError, sandbox::Sandbox};

/// Segments by tags need both of these on. Nothing in a real answer tells the account's plan, so nothing does here.
pub(crate) async fn show(State(sandbox): State<Sandbox>, _: Staff) -> Result<Response, ApiError> {
    let brand = sandbox.account().read(account::default_brand)?;
    let settings = json!({ "settings": {
        "active_features": {
            "user_tagging": true,
            "ticket_tagging": true,
            "organization_access_enabled": true,
            "community_enabled": true,
        },
        "user": { "tagging": true, "language_selection": true, "multiple_organizations": true },
        "localization": { "locale_ids": [1] },
        "brands": { "default_brand_id": brand.id, "require_brand_on_new_tickets": false },
    } });
    Ok(Json(settings).into_response())
}
