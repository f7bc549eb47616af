//! The articles that were changed since some time: for whoever keeps an index of them.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use serde::Serialize;

use super::{
    body::{Body, body},
    filter,
};
use crate::{
    account, address::Address, auth::Anyone, brands::OfHost, error::ApiError, include::Included,
    paging::page_size, path::Locale, query::Query, sandbox::Sandbox,
};

/// Recorded: at most so many articles on a page.
const MOST: u32 = 1_000;

/// What `end_time` is where there is nothing new. Recorded.
const NOTHING_NEW: i64 = 1;

/// Keys in the order of recorded answers.
#[derive(Serialize)]
struct Changed {
    count: usize,
    next_page: Option<String>,
    end_time: i64,
    articles: Vec<Body>,
}

/// The articles changed at `start_time` (seconds since 1970) or later, the earliest change first. `end_time` is when the
/// last of them was changed, and where the next page starts: articles changed in that second come twice. For anybody but
/// agents there is nothing here. All of this is recorded.
///
/// Assumed: `count`, which is of this page; `next_page: null` where it would lead to the same page again, so that who
/// follows it comes to an end; a page that goes beyond its size to come past the second that it starts with; and the
/// parameters `per_page` and `label_names`.
pub(crate) async fn changed(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let user = user.filter(|user| user.role.is_staff()).ok_or(ApiError::RecordNotFound)?;
    Included::read(&query, &[])?;
    let since = start_time(&query)?;
    let size = page_size(&query, MOST)?;
    let articles = sandbox.account().read(|connection| {
        let sight = sandbox.account().sight(connection, Some(&user), sandbox.settings().plan)?;
        let filter = filter(brand.id, locale.as_deref(), Vec::new(), &query, &sight)?;
        Ok::<_, ApiError>(account::changed_articles(connection, &filter, since, size)?)
    })?;
    let end = articles.last().map(|article| article.updated_at.unix());
    let next = end.filter(|end| *end > since).map(|end| {
        let mut parameters = vec![("start_time", end.to_string())];
        if size < MOST {
            parameters.push(("per_page", size.to_string()));
        }
        let parameters: Vec<_> =
            parameters.iter().map(|(name, value)| (*name, value.as_str())).collect();
        address.with(&parameters)
    });
    let articles: Vec<_> =
        articles.into_iter().map(|article| body(article, &brand, &address)).collect();
    let (count, end_time) = (articles.len(), end.unwrap_or(NOTHING_NEW));
    Ok(Json(Changed { count, next_page: next, end_time, articles }).into_response())
}

fn start_time(query: &Query) -> Result<i64, ApiError> {
    let text = query.get("start_time").ok_or_else(|| ApiError::missing("start_time"))?;
    let time = text.parse().ok().filter(|time| *time >= 0);
    time.ok_or_else(|| ApiError::InvalidAttribute {
        name: "start_time",
        message: "Invalid parameter: start_time must be seconds since 1970".to_owned(),
    })
}
