//! The articles that were changed since some time: for whoever keeps an index of them.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::{LIST, body::body, filter};
use crate::{
    account::{self, ArticlesOf},
    address::Address,
    auth::Anyone,
    brands::OfHost,
    error::ApiError,
    paging::{Api, PageRequest},
    path::Locale,
    query::Query,
    sandbox::Sandbox,
};

/// The articles changed at `start_time` (seconds since 1970) or later, the earliest change first. `end_time` is when the
/// last of them was changed, to ask from the next time; `next_page` is there while there are more of them now.
///
/// Assumed: the size of a page, which is that of other lists here, though a page goes on to the end of its last second
/// so that none is asked for twice; `count`, which is of this page; `next_page: null` at the end; and that whoever may
/// read the list of articles may read this, with the same parameters except for the order.
pub(crate) async fn changed(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let since = start_time(&query)?;
    let size = match PageRequest::read_offset(&query, Api::HelpCenter)? {
        PageRequest::Offset { size, .. } | PageRequest::Cursor { size, .. } => size,
    };
    let (articles, more) = sandbox.account().read(|connection| {
        let sight = sandbox.account().sight(connection, user.as_ref(), sandbox.settings().plan)?;
        let filter = filter(brand.id, locale.as_deref(), ArticlesOf::HelpCenter, &query, &sight)?;
        Ok::<_, ApiError>(account::changed_articles(connection, &filter, since, size)?)
    })?;
    let end = articles.last().map_or(since, |article| article.updated_at.unix());
    let next = more.then(|| {
        // The second of the last one was read to its end.
        let from = (end + 1).to_string();
        address.with(&[("start_time", &from), ("per_page", &size.to_string())])
    });
    let articles: Vec<_> =
        articles.into_iter().map(|article| body(article, &brand, &address)).collect();
    let answer =
        json!({ "count": articles.len(), "next_page": next, "end_time": end, LIST: articles });
    Ok(Json(answer).into_response())
}

fn start_time(query: &Query) -> Result<i64, ApiError> {
    let text = query.get("start_time").ok_or_else(|| ApiError::missing("start_time"))?;
    let time = text.parse().ok().filter(|time| *time >= 0);
    time.ok_or_else(|| ApiError::InvalidAttribute {
        name: "start_time",
        message: "Invalid parameter: start_time must be seconds since 1970".to_owned(),
    })
}
