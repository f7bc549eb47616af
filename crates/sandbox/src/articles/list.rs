//! Lists of articles, in the orders that there are.

use axum::{extract::State, response::Response};
use guidepost_model::{CategoryId, SectionId, UserId};

use super::{LIST, filter, sideload::Sideloads};
use crate::{
    account::{self, ARTICLE_KEYS, ArticlesOf, Brand, User},
    address::Address,
    auth::Anyone,
    brands::OfHost,
    error::ApiError,
    paging::{Api, PageRequest, Sorting, paged_with},
    path::{Id, Locale},
    query::Query,
    sandbox::Sandbox,
    users::refuse_nobody,
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
    let asker = Asker { sandbox, user, brand, locale, query, address };
    asker.page(ArticlesOf::HelpCenter)
}

/// Those of a category. One that somebody may not see is not found.
pub(crate) async fn of_category(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    Id(category): Id<CategoryId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let asker = Asker { sandbox, user, brand, locale, query, address };
    asker.page(ArticlesOf::Category(category))
}

/// Those of a section. One that somebody may not see is not found.
pub(crate) async fn of_section(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    Id(section): Id<SectionId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let asker = Asker { sandbox, user, brand, locale, query, address };
    asker.page(ArticlesOf::Section(section))
}

/// Those that a user wrote.
pub(crate) async fn of_user(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Id(author): Id<UserId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let asker = Asker { sandbox, user, brand, locale: None, query, address };
    asker.page(ArticlesOf::Author(author))
}

/// Who asks where, and for what page.
struct Asker {
    sandbox: Sandbox,
    user: Option<User>,
    brand: Brand,
    locale: Option<String>,
    query: Query,
    address: Address,
}

impl Asker {
    fn page(self, of: ArticlesOf) -> Result<Response, ApiError> {
        let Self { sandbox, user, brand, locale, query, address } = self;
        let (locale, address) = (locale.as_deref(), address.of_brand(brand.id));
        let sorting = Sorting::read(&query, ARTICLE_KEYS)?;
        let page = PageRequest::read_sorted(&query, Api::HelpCenter, &address, &sorting)?;
        let sideloads = Sideloads::read(&query, user.as_ref())?;
        let mut more = sorting.told(&page);
        let articles = sandbox.account().read(|connection| {
            let plan = sandbox.settings().plan;
            let sight = sandbox.account().sight(connection, user.as_ref(), plan)?;
            match of {
                ArticlesOf::HelpCenter => {}
                ArticlesOf::Category(id) => {
                    account::category(connection, brand.id, locale, &sight, id)?
                        .ok_or(ApiError::RecordNotFound)?;
                }
                ArticlesOf::Section(id) => {
                    account::section(connection, brand.id, locale, &sight, id)?
                        .ok_or(ApiError::RecordNotFound)?;
                }
                ArticlesOf::Author(id) => refuse_nobody(connection, id)?,
            }
            let filter = filter(brand.id, locale, vec![of], &query, &sight)?;
            let articles = account::articles(connection, &filter, &sorting, &page)?;
            more.extend(sideloads.load(connection, &articles.items, &sight, &address)?);
            Ok::<_, ApiError>(articles)
        })?;
        let articles = articles.map(|article| sideloads.body(article, &brand, &address));
        Ok(paged_with(&articles, LIST, Api::HelpCenter, &address, &more))
    }
}
