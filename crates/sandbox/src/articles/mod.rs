//! Articles of a brand's help center. For everyone: as much of it as they may see.

mod body;
mod incremental;
mod input;
mod list;
mod one;
mod sideload;
mod translation;

pub(crate) use body::Body;
pub(crate) use incremental::changed;
pub(crate) use list::list;
pub(crate) use one::{show, update};
pub(crate) use sideload::Author;

use guidepost_model::BrandId;

use crate::{
    account::{ArticleFilter, Sight},
    query::Query,
};

/// The name of a list of articles in an answer.
const LIST: &str = "articles";

/// The articles that a list is made of: without a locale those of every locale, which is assumed. A locale that the
/// help center does not have has none, which is assumed too.
fn filter<'a>(
    brand: BrandId,
    locale: Option<&'a str>,
    query: &'a Query,
    sight: &'a Sight,
) -> ArticleFilter<'a> {
    ArticleFilter { brand, locale, labels: query.listed("label_names").collect(), sight }
}
