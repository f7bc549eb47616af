//! The list of articles, in the orders that there are.

use axum::{extract::State, response::Response};

use super::{LIST, filter, sideload::Sideloads};
use crate::{
    account::{self, ARTICLE_KEYS},
    address::Address,
    auth::Anyone,
    brands::OfHost,
    error::ApiError,
    paging::{Api, PageRequest, Sorting, paged_with},
    path::Locale,
    query::Query,
    sandbox::Sandbox,
};

/// The articles of the brand that the host names, with or without a locale in the path.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let sorting = Sorting::read(&query, ARTICLE_KEYS)?;
    let page = PageRequest::read_sorted(&query, Api::HelpCenter, &sorting)?;
    let sideloads = Sideloads::read(&query, user.as_ref());
    let mut more = sorting.told(&page);
    let articles = sandbox.account().read(|connection| {
        let sight = sandbox.account().sight(connection, user.as_ref(), sandbox.settings().plan)?;
        let filter = filter(brand.id, locale.as_deref(), &query, &sight)?;
        let articles = account::articles(connection, &filter, &sorting, &page)?;
        more.extend(sideloads.load(connection, &articles.items, &sight, &address)?);
        Ok::<_, ApiError>(articles)
    })?;
    let articles = articles.map(|article| sideloads.body(article, &brand, &address));
    Ok(paged_with(&articles, LIST, Api::HelpCenter, &address, &more))
}
