//! Lists of segments, and one of them.

use axum::{extract::State, response::Response};
use guidepost_model::{Plan, SegmentId, UserId, UserSegment, UserType, evaluate};
use rusqlite::Connection;

use super::{LIST, existing, one};
use crate::{
    account::{self, Account, Origin, Rule, User},
    address::Address,
    auth::{Manager, Staff},
    error::ApiError,
    paging::{Api, Page, PageRequest, paged},
    path::Id,
    query::Query,
    sandbox::Sandbox,
};

/// All segments: the built-in ones first, then the newest.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    _: Manager,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, &query, &address, |_| true)
}

/// Those that the account's plan can apply to content: on Lite no staff segments.
pub(crate) async fn applicable(
    State(sandbox): State<Sandbox>,
    _: Manager,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let plan = sandbox.settings().plan;
    page(&sandbox, &query, &address, |segment| match plan {
        Plan::Enterprise | Plan::Professional => true,
        Plan::Lite => segment.user_type == UserType::SignedInUsers,
    })
}

/// The segments that a user is in. An agent who asks for somebody else sees only those that they share; one who
/// manages the help center sees all of the other's.
pub(crate) async fn of_user(
    State(sandbox): State<Sandbox>,
    staff: Staff,
    Id(id): Id<UserId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let (request, origin) =
        (PageRequest::read(&query, Api::HelpCenter, &address)?, origin(&query)?);
    sandbox.account().read(|connection| {
        let user = account::user(connection, id)?.ok_or(ApiError::RecordNotFound)?;
        let rules = sandbox.account().rules(connection)?;
        let mut of: Vec<&Rule> =
            rules.iter().filter(|rule| origin.holds(rule.segment.built_in)).collect();
        retain_of(sandbox.account(), connection, &user, &mut of)?;
        if !staff.is(id) && !staff.0.manager {
            retain_of(sandbox.account(), connection, &staff.0, &mut of)?;
        }
        Ok(listed(&of, &request, &address))
    })
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    _: Manager,
    Id(id): Id<SegmentId>,
) -> Result<Response, ApiError> {
    sandbox.account().read(|connection| existing(connection, id)).map(one)
}

fn page(
    sandbox: &Sandbox,
    query: &Query,
    address: &Address,
    holds: impl Fn(&UserSegment) -> bool,
) -> Result<Response, ApiError> {
    let (request, origin) = (PageRequest::read(query, Api::HelpCenter, address)?, origin(query)?);
    sandbox.account().read(|connection| {
        let rules = sandbox.account().rules(connection)?;
        let of: Vec<&Rule> = rules
            .iter()
            .filter(|rule| origin.holds(rule.segment.built_in) && holds(&rule.segment))
            .collect();
        Ok(listed(&of, &request, address))
    })
}

/// A page of the segments of these rules.
fn listed(rules: &[&Rule], request: &PageRequest, address: &Address) -> Response {
    let page = Page::of(rules, |rule| rule.position, request).map(|rule| &rule.segment);
    paged(&page, LIST, Api::HelpCenter, address)
}

/// The parameter `built_in`.
fn origin(query: &Query) -> Result<Origin, ApiError> {
    Ok(match query.flag("built_in")? {
        None => Origin::Any,
        Some(true) => Origin::BuiltIn,
        Some(false) => Origin::Custom,
    })
}

/// Keeps the segments a user is in. The profile of a help center manager shows all custom ones: Zendesk help,
/// "Creating user segments".
fn retain_of(
    account: &Account,
    connection: &Connection,
    user: &User,
    rules: &mut Vec<&Rule>,
) -> rusqlite::Result<()> {
    let person = account.facts(connection, user)?;
    rules.retain(|rule| {
        (user.manager && !rule.segment.built_in) || evaluate(&person, &rule.criteria).member
    });
    Ok(())
}
