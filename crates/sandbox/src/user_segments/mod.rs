//! User segments. For help center managers; a user's own list for agents too.

mod input;
mod read;
mod rules;
mod uses;
mod write;

pub(crate) use read::{applicable, list, of_user, show};
pub(crate) use uses::{SectionBody, TopicBody, sections_of, topics_of};
pub(crate) use write::{create, delete, update};

use axum::{Json, response::IntoResponse, response::Response};
use guidepost_model::{SegmentId, UserSegment};
use rusqlite::Connection;
use serde::Serialize;

use crate::{account, error::ApiError};

/// The name of a list of segments in an answer.
const LIST: &str = "user_segments";

#[derive(Serialize)]
struct One {
    user_segment: UserSegment,
}

/// The answer that shows one segment.
fn one(user_segment: UserSegment) -> Response {
    Json(One { user_segment }).into_response()
}

/// The segment, which there must be.
fn existing(connection: &Connection, id: SegmentId) -> Result<UserSegment, ApiError> {
    account::segment(connection, id)?.ok_or(ApiError::RecordNotFound)
}
