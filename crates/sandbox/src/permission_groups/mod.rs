//! Management permission groups. For help center managers.

mod input;
mod read;
mod write;

pub(crate) use read::{list, show};
pub(crate) use write::{create, delete, update};

use axum::{Json, response::IntoResponse, response::Response};
use guidepost_model::{PermissionGroup, PermissionGroupId};
use rusqlite::Connection;
use serde::Serialize;

use crate::{account, error::ApiError};

#[derive(Serialize)]
struct One {
    permission_group: PermissionGroup,
}

/// The answer that shows one permission group.
fn one(permission_group: PermissionGroup) -> Response {
    Json(One { permission_group }).into_response()
}

/// The permission group, which there must be.
fn existing(connection: &Connection, id: PermissionGroupId) -> Result<PermissionGroup, ApiError> {
    account::permission_group(connection, id)?.ok_or(ApiError::RecordNotFound)
}
