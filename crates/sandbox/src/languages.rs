//! The languages of Support, which every user has one of: English. For everyone, as documented. What languages a help
//! center is in has nothing to do with it; see `locales`.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use guidepost_model::Timestamp;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{address::Address, auth::Anyone, error::ApiError, path::Locale};

const ENGLISH: &str = "en-US";

/// When the account was made.
const UPDATED: i64 = 1_669_048_800;

/// As recorded of a real account.
#[derive(Serialize, ToSchema)]
#[schema(as = Locale, description = "A language of Support.")]
pub(crate) struct Body {
    url: String,
    id: u64,
    locale: &'static str,
    name: &'static str,
    native_name: &'static str,
    presentation_name: &'static str,
    rtl: bool,
    /// English is as old as Zendesk.
    #[schema(format = DateTime)]
    created_at: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    default: bool,
}

/// Those of the account, those that agents can have, and those of all accounts: in the sandbox the same.
pub(crate) async fn list(_: Anyone, address: Address) -> Response {
    Json(json!({ "locales": [english(&address)] })).into_response()
}

/// The asker's own.
pub(crate) async fn current(_: Anyone, address: Address) -> Response {
    Json(json!({ "locale": english(&address) })).into_response()
}

/// By its number or by its code.
pub(crate) async fn show(
    _: Anyone,
    Locale(locale): Locale,
    address: Address,
) -> Result<Response, ApiError> {
    let english = english(&address);
    let named = locale.is_some_and(|locale| {
        locale.eq_ignore_ascii_case(english.locale) || locale == english.id.to_string()
    });
    if !named {
        return Err(ApiError::RecordNotFound);
    }
    Ok(Json(json!({ "locale": english })).into_response())
}

fn english(address: &Address) -> Body {
    Body {
        url: address.at(&format!("/api/v2/locales/{ENGLISH}.json")),
        id: 1,
        locale: ENGLISH,
        name: "English",
        native_name: "English (United States)",
        presentation_name: "English (United States)",
        rtl: false,
        created_at: None,
        updated_at: Timestamp::from_unix(UPDATED),
        default: true,
    }
}
