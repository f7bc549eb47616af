//! The account's settings, as far as an app for segments reads them. For agents.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::BrandId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{account, auth::Staff, error::ApiError, sandbox::Sandbox};

/// Segments by tags need both of these on. Nothing in a real answer tells the account's plan, so nothing does here.
pub(crate) async fn show(State(sandbox): State<Sandbox>, _: Staff) -> Result<Response, ApiError> {
    let brand = sandbox.account().read(account::default_brand)?;
    let settings = Settings {
        active_features: ActiveFeatures {
            user_tagging: true,
            ticket_tagging: true,
            organization_access_enabled: true,
            community_enabled: true,
        },
        user: UserSettings {
            tagging: true,
            language_selection: true,
            multiple_organizations: true,
        },
        localization: Localization { locale_ids: [1] },
        brands: BrandSettings { default_brand_id: brand.id, require_brand_on_new_tickets: false },
    };
    Ok(Json(Body { settings }).into_response())
}

#[derive(Serialize, ToSchema)]
#[schema(as = AccountSettings, description = "A few of the real keys.")]
pub(crate) struct Body {
    settings: Settings,
}

#[derive(Serialize, ToSchema)]
#[schema(as = AccountSettingsGroups)]
struct Settings {
    active_features: ActiveFeatures,
    user: UserSettings,
    localization: Localization,
    brands: BrandSettings,
}

#[derive(Serialize, ToSchema)]
struct ActiveFeatures {
    user_tagging: bool,
    ticket_tagging: bool,
    organization_access_enabled: bool,
    community_enabled: bool,
}

#[derive(Serialize, ToSchema)]
struct UserSettings {
    tagging: bool,
    language_selection: bool,
    multiple_organizations: bool,
}

#[derive(Serialize, ToSchema)]
struct Localization {
    #[schema(value_type = Vec<u64>)]
    locale_ids: [u64; 1],
}

#[derive(Serialize, ToSchema)]
struct BrandSettings {
    #[schema(value_type = u64)]
    default_brand_id: BrandId,
    require_brand_on_new_tickets: bool,
}
