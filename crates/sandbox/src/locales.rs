//! The languages of a brand's help center. For everyone, which is assumed.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{account, brands::OfHost, error::ApiError, sandbox::Sandbox};

/// Every help center of the account begins in this one.
const DEFAULT: &str = "en-us";

/// The locales in which the help center has articles, and the default one. The path and the second key are not
/// confirmed.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    OfHost(brand): OfHost,
) -> Result<Response, ApiError> {
    let mut locales =
        sandbox.account().read(|connection| account::locales(connection, brand.id))?;
    if !locales.iter().any(|locale| locale == DEFAULT) {
        locales.push(DEFAULT.to_owned());
    }
    // The default one first.
    locales.sort_by_key(|locale| locale != DEFAULT);
    Ok(Json(json!({ "locales": locales, "default_locale": DEFAULT })).into_response())
}
