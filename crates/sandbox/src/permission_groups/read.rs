//! The list of permission groups, and one of them.

use axum::{extract::State, response::Response};
use guidepost_model::PermissionGroupId;

use super::{existing, one};
use crate::{
    account,
    address::Address,
    auth::Manager,
    error::ApiError,
    paging::{Api, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
    switches::PermissionGroupsPaging,
};

/// All permission groups: the built-in ones first, then the newest. Paging is not documented; recorded answers have
/// the envelope of offset paging, and that cursors work as in the other lists of the help center is assumed: a switch
/// leaves only offset paging.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    _: Manager,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let page = match sandbox.switches().permission_groups_paging {
        PermissionGroupsPaging::Both => PageRequest::read(&query, Api::HelpCenter, &address)?,
        PermissionGroupsPaging::Offset => PageRequest::read_offset(&query, Api::HelpCenter)?,
    };
    let groups =
        sandbox.account().read(|connection| account::permission_groups(connection, &page))?;
    Ok(paged(&groups, "permission_groups", Api::HelpCenter, &address))
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<PermissionGroupId>,
) -> Result<Response, ApiError> {
    sandbox.account().read(|connection| existing(connection, id)).map(one)
}
