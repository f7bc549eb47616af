//! Users. For agents, except `me`.

mod body;
mod find;
mod read;
mod search_language;
mod sideload;

pub(crate) use body::{Anonymous, Body, body};
pub(crate) use find::{autocomplete, search};
pub(crate) use read::{count, list, me, of_group, of_organization, show, show_many, tags};
pub(crate) use sideload::{Identity, WITH_USERS};

use sideload::UserSideloads;

use axum::response::Response;
use guidepost_model::UserId;
use rusqlite::Connection;

use crate::{
    account::{self, User},
    address::Address,
    error::ApiError,
    paging::{Api, Page, paged_with},
    query::Query,
    sandbox::Sandbox,
};

/// Refuses the id of nobody.
pub(crate) fn refuse_nobody(connection: &Connection, id: UserId) -> Result<(), ApiError> {
    account::user(connection, id)?.map(drop).ok_or(ApiError::RecordNotFound)
}

/// A page of users, and what is to come with them.
fn page(
    sandbox: &Sandbox,
    query: &Query,
    address: &Address,
    load: impl FnOnce(&Connection) -> rusqlite::Result<Page<User>>,
) -> Result<Response, ApiError> {
    let sideloads = UserSideloads::read(query)?;
    let (users, more) = sandbox.account().read(|connection| {
        let users = load(connection)?;
        let more = sideloads.load(connection, &users.items, address)?;
        Ok::<_, ApiError>((users, more))
    })?;
    Ok(paged_with(&users.map(|user| body(user, address)), "users", Api::Support, address, &more))
}
