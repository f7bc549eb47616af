//! Users. For agents, except `me`.

mod body;
mod find;
mod read;
mod search_language;

pub(crate) use body::{Anonymous, Body, body};
pub(crate) use find::{autocomplete, search};
pub(crate) use read::{count, list, me, of_group, of_organization, show, show_many, tags};

use axum::response::Response;
use guidepost_model::UserId;
use rusqlite::Connection;

use crate::{
    account::{self, User, UserFilter},
    address::Address,
    error::ApiError,
    paging::{Api, Page, PageRequest, paged},
    sandbox::Sandbox,
};

/// Refuses the id of nobody.
pub(crate) fn refuse_nobody(connection: &Connection, id: UserId) -> Result<(), ApiError> {
    account::user(connection, id)?.map(drop).ok_or(ApiError::RecordNotFound)
}

fn page(
    sandbox: &Sandbox,
    filter: &UserFilter,
    page: &PageRequest,
    address: &Address,
) -> Result<Response, ApiError> {
    let users = sandbox.account().read(|connection| account::users(connection, filter, page))?;
    Ok(answer(users, address))
}

fn answer(users: Page<User>, address: &Address) -> Response {
    paged(&users.map(|user| body(user, address)), "users", Api::Support, address)
}
